package dev.aero4j.embedded.internal;

/** Begins a command on one record. */
@FunctionalInterface
interface RecordExecution {
  /** Does what can be done without waiting, and appends the answer as far as it is known. */
  Progress begin(RecordRequest request);
}
