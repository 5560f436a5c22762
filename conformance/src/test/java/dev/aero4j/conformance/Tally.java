package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.Key;
import dev.aero4j.conformance.harness.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A counter in the database, and what its callers were told of their increments: how many were done
 * for sure, and how many more there may be. Safe for use by several threads.
 */
final class Tally {
  private final Key key = Keys.fresh();

  /** Attempts that somebody was about to make. */
  private final AtomicLong begun = new AtomicLong();

  private final AtomicLong sure = new AtomicLong();
  private final AtomicLong possible = new AtomicLong();

  static List<Tally> some(int count) {
    List<Tally> tallies = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      tallies.add(new Tally());
    }
    return tallies;
  }

  static List<Key> keys(List<Tally> tallies) {
    return tallies.stream().map(Tally::key).toList();
  }

  Key key() {
    return key;
  }

  /** Before an increment that is tried up to so many times. */
  void begin(int maxAttempts) {
    begun.addAndGet(maxAttempts);
  }

  /** After one that succeeded; each attempt but the last may have been applied as well. */
  void succeeded(int maxAttempts) {
    possible.addAndGet(maxAttempts - 1L);
    sure.incrementAndGet();
  }

  /** After one that failed. */
  void failed(boolean inDoubt, int attempts) {
    if (inDoubt) {
      possible.addAndGet(attempts);
    }
  }

  long sure() {
    return sure.get();
  }

  /**
   * Fails if a read was older than what had been reported as done when it began, or saw what nobody
   * has written.
   *
   * @param atLeast {@link #sure} before the read
   */
  void checkRead(long atLeast, long seen) {
    assertThat(seen).as("read of %s under way", key).isBetween(atLeast, begun.get());
  }

  /** Fails unless what is there when all is quiet fits what the callers were told. */
  void checkEnd(long seen) {
    assertThat(seen)
        .as("%s: %s reported as done, at most %s more", key, sure, possible)
        .isBetween(sure.get(), sure.get() + possible.get());
  }
}
