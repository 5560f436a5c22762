package dev.aero4j.internal.batch;

import dev.aero4j.AerospikeException;

/**
 * Something that is done by one or more batches.
 *
 * @param <R> the result
 */
public interface BatchTask<R> {
  /** What is done, for messages. */
  String name();

  /** Does what needs no server, before the time that the policy allows begins to count. */
  default void prepare() {}

  /** Does it, with as many batches as it takes, and returns the result. */
  R run(BatchRunner runner) throws InterruptedException;

  /**
   * Returns what is thrown when the thread was interrupted while it ran: with what is known of the
   * rows, where that is worth something.
   *
   * @param plain says so and no more
   */
  default AerospikeException interrupted(AerospikeException plain) {
    return plain;
  }
}
