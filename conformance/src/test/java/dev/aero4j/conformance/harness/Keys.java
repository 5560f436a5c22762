package dev.aero4j.conformance.harness;

import dev.aero4j.Key;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Keys that no other test, and no other run on a shared server, uses. */
public final class Keys {
  /** The namespace of every backend. */
  public static final String NAMESPACE = "test";

  private static final String RUN =
      Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), Character.MAX_RADIX);

  /** The set of this run: one, because a server keeps every set it has ever seen. */
  public static final String SET = "conf-" + RUN;

  private static final AtomicLong NEXT = new AtomicLong();

  private Keys() {}

  /** Returns a key of no record yet. */
  public static Key fresh() {
    return Key.of(NAMESPACE, SET, freshText());
  }

  /** Returns a text that is no key yet. */
  public static String freshText() {
    return RUN + "-" + NEXT.incrementAndGet();
  }

  /** Returns an integer that is no key yet. */
  public static long freshNumber() {
    return NEXT.incrementAndGet();
  }
}
