package dev.aero4j.benchmarks;

import org.jspecify.annotations.Nullable;

/** A client whose commands end in a callback. Every answer is read in full and checked. */
interface AsyncContender extends AutoCloseable {
  /**
   * Returns the way in which one lane of callbacks issues its commands, one at a time.
   *
   * @param done told when a command has ended, on whichever thread the client calls back
   */
  Port port(int lane, Completion done);

  @Override
  void close();

  /** Starts commands without waiting for them. May throw instead of calling back. */
  interface Port {
    void get(int index);

    void put(int index, int version);
  }

  /** Hears of the end of a command. */
  @FunctionalInterface
  interface Completion {
    /**
     * Tells that it has ended.
     *
     * @param failure what went wrong, or null
     */
    void done(@Nullable Throwable failure);
  }
}
