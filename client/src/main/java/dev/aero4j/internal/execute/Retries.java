package dev.aero4j.internal.execute;

import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.CommandPolicy;

/** What is tried again, and after how long: the rules that single commands and batches share. */
final class Retries {
  /** Bounds a call whose policy sets no limit at all, so that nothing can hang for ever. */
  private static final long LONGEST_NANOS = 600_000_000_000L;

  private static final long FIRST_PAUSE_NANOS = 1_000_000L;
  private static final long LONGEST_PAUSE_NANOS = 50_000_000L;

  private Retries() {}

  /** Returns when a call that begins now must be over, on the scale of {@link System#nanoTime}. */
  static long deadlineNanos(CommandPolicy policy, long now) {
    int total = policy.totalTimeoutMillis();
    return now + (total > 0 ? total * 1_000_000L : LONGEST_NANOS);
  }

  /** Returns when an attempt that begins now is given up if nothing is heard. */
  static long attemptDeadlineNanos(CommandPolicy policy, long now, long callDeadline) {
    int socket = policy.socketTimeoutMillis();
    return socket > 0 && now + socket * 1_000_000L - callDeadline < 0
        ? now + socket * 1_000_000L
        : callDeadline;
  }

  /** Returns whether a server that answers so may answer otherwise soon. */
  static boolean isTransient(int resultCode) {
    return switch (resultCode) {
      case ResultCode.TIMEOUT,
          ResultCode.PARTITION_UNAVAILABLE,
          ResultCode.DEVICE_OVERLOAD,
          ResultCode.KEY_BUSY ->
          true;
      default -> false;
    };
  }

  /** Returns the pause after an attempt that counts. */
  static long pauseNanos(CommandPolicy policy) {
    return policy.sleepBetweenRetriesMillis() * 1_000_000L;
  }

  /**
   * Returns the pause after an attempt that never left, which grows.
   *
   * @param unsent how many there were
   */
  static long pauseAfterUnsentNanos(CommandPolicy policy, int unsent) {
    long wait =
        unsent == 1
            ? 0
            : Math.min(LONGEST_PAUSE_NANOS, FIRST_PAUSE_NANOS << Math.min(unsent - 2, 10));
    return Math.max(wait, pauseNanos(policy));
  }
}
