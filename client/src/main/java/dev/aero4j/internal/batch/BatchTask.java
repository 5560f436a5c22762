package dev.aero4j.internal.batch;

/**
 * Something that is done by one or more batches.
 *
 * @param <R> the result
 */
public interface BatchTask<R> {
  /** What is done, for messages. */
  String name();

  /** Does it, with as many batches as it takes, and returns the result. */
  R run(BatchRunner runner) throws InterruptedException;
}
