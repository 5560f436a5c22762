package dev.aero4j.embedded;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * A clock that stands still until it is told to move, so that expiration can be tested without
 * waiting. It starts at the present time, because clients compute a record's remaining life from
 * their own clock.
 *
 * <p>Only the life of records follows it; delays of {@link Faults} run in real time. Safe for use
 * by several threads.
 */
public final class VirtualClock implements InstantSource {
  /** Written under the lock of this object. */
  private volatile Instant now;

  /** Starts at the present time. */
  public VirtualClock() {
    this(Instant.now());
  }

  /**
   * Starts at a given time.
   *
   * @param start the first time shown, not before 2010-01-01 UTC, where the server's time begins
   */
  public VirtualClock(Instant start) {
    this.now = Objects.requireNonNull(start, "start");
  }

  @Override
  public Instant instant() {
    return now;
  }

  /**
   * Moves forward.
   *
   * @param duration how far, not negative
   */
  public synchronized void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a clock cannot go back by " + duration.negated());
    }
    now = now.plus(duration);
  }
}
