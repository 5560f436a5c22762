package dev.aero4j.benchmarks;

import org.jspecify.annotations.Nullable;

/** Sees every call of a {@link WatchedClient}. Used by all callers at once. */
public interface CallWatcher {
  /**
   * Says which record a call goes to.
   *
   * @param choice drawn at random, the same number of choices for all callers
   * @return the index of a record
   */
  int record(int choice);

  /**
   * Tells that a call has ended.
   *
   * @param record the index of its record
   * @param startNanos when it began, on the scale of {@link System#nanoTime}
   * @param endNanos when it ended
   * @param failure what went wrong, or null
   */
  void ended(int record, long startNanos, long endNanos, @Nullable Throwable failure);
}
