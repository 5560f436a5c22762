package dev.aero4j.embedded.internal;

/** Executes a command on one record. */
@FunctionalInterface
interface RecordExecution {
  /**
   * Executes the command and appends its answer.
   *
   * @return the result code
   * @throws InterruptedException when the node ends while the command waits: it is not answered
   */
  int execute(RecordRequest request) throws InterruptedException;
}
