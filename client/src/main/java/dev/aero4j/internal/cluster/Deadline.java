package dev.aero4j.internal.cluster;

import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * A moment by which something must be done.
 *
 * @param atNanos on the scale of {@link System#nanoTime}
 * @param timeoutMillis how far off it was at first, for messages
 */
record Deadline(long atNanos, int timeoutMillis) {
  static Deadline in(int timeoutMillis) {
    return new Deadline(
        System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis), timeoutMillis);
  }

  /** Returns the time left, at least one millisecond: to a socket, zero would mean for ever. */
  int remainingMillis(String what) throws SocketTimeoutException {
    long nanos = remainingNanos();
    if (nanos <= 0) {
      throw expired(what);
    }
    return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  long remainingNanos() {
    return atNanos - System.nanoTime();
  }

  boolean hasPassed() {
    return remainingNanos() <= 0;
  }

  SocketTimeoutException expired(String what) {
    return new SocketTimeoutException(what + " within " + timeoutMillis + " ms");
  }
}
