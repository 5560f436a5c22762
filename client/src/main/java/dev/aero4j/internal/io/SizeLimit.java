package dev.aero4j.internal.io;

/**
 * How much one message to a node may hold: for a while less than usual after the node has refused a
 * message for its size.
 *
 * <p>The fields are hints: several threads write them without a lock.
 */
final class SizeLimit {
  /** How long a node that has refused a message is served with smaller ones. */
  private static final long REFUSED_NANOS = 10_000_000_000L;

  private final int usual;
  private volatile int limit;
  private volatile long refusedNanos;

  SizeLimit(int usual) {
    this.usual = usual;
    this.limit = usual;
  }

  int get(long now) {
    if (limit < usual && now - refusedNanos > REFUSED_NANOS) {
      limit = usual;
    }
    return limit;
  }

  /** The limit as it was when it was last asked for, or changed. */
  int last() {
    return limit;
  }

  /**
   * Says that the node has refused a message.
   *
   * @param mayFit the size of the next try
   */
  void refused(int mayFit, long now) {
    // A larger message that was under way then may be refused later than a smaller one.
    limit = Math.min(get(now), mayFit);
    refusedNanos = now;
  }
}
