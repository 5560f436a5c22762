package dev.aero4j.internal.batch;

import dev.aero4j.policy.BatchPolicy;

/** Carries batches out on the calling thread. */
public interface BatchRunner {
  /** Returns when every row has an outcome in the sink. */
  void run(Rows rows, BatchPolicy policy, RowSink sink) throws InterruptedException;
}
