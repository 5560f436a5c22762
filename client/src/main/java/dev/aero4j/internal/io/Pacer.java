package dev.aero4j.internal.io;

/**
 * Decides how many commands travel together to a node, on how many connections, and which exchanges
 * take too long.
 *
 * <p>When few callers are in flight, every normal slot may be used; when many, only two, so that
 * groups grow (fewer system calls on both sides).
 *
 * <p><b>Too long</b> means several times the usual, which is a running median: it follows a machine
 * or a network that is slow as a whole, but not a slow record, even one in every third group.
 *
 * <p><b>Held up</b> is an exchange that takes too long while others that began later are answered
 * as quickly as ever. That alone shows a slow record; when nothing is quick, the machine is busy,
 * and then more connections and smaller groups would make it worse. Exchanges that take too long
 * make room for a few more, so that the rest of the traffic flows and there is something to compare
 * them with; commands that are known to be slow do not count at all.
 *
 * <p>The fields are hints: several threads write them without a lock, and a lost sample does not
 * matter.
 */
final class Pacer {
  /** An exchange never takes too long below this. */
  private static final long FLOOR_NANOS = 2_000_000L;

  /** An exchange takes too long past so many times the usual duration, plus the floor. */
  private static final int FACTOR = 8;

  /** The running median moves by this part of itself. */
  private static final int STEP = 32;

  /** So many quick exchanges since an exchange began show that it is held up. */
  private static final int WITNESSES = 16;

  private static final int BUSY_SLOTS = 2;

  /** Slots that may be added for exchanges that take too long. */
  private static final int SPARES = 4;

  private final int normalSlots;
  private final int maxSlots;
  private final SizeLimit groupLimit;

  private volatile long usualNanos;

  /** Counts exchanges that were quick. */
  private volatile int quick;

  /** Exchanges that take too long at the moment; the ticker writes it. */
  private volatile int late;

  /**
   * @param normalSlots connections used while all is well
   * @param maxSlots connections used when commands have to travel alone
   * @param maxGroup how many commands may travel together, 1 for no grouping
   */
  Pacer(int normalSlots, int maxSlots, int maxGroup) {
    this.normalSlots = normalSlots;
    this.maxSlots = maxSlots;
    this.groupLimit = new SizeLimit(maxGroup);
  }

  /** Returns how many commands may travel together now. */
  int groupLimit(long now) {
    return groupLimit.get(now);
  }

  /**
   * Says that the node has refused a group.
   *
   * @param mayFit the size of the next try
   */
  void refused(int mayFit, long now) {
    groupLimit.refused(mayFit < Exchange.MIN_BATCH ? 1 : mayFit, now);
  }

  /**
   * Returns how many slots may be busy.
   *
   * @param inFlight commands that wait or are under way
   * @param singlesWait whether some of them cannot be grouped
   * @param convicts busy slots that do not count
   */
  int slotLimit(int inFlight, boolean singlesWait, int convicts) {
    if (groupLimit.last() == 1) {
      return maxSlots;
    }
    int limit;
    if (singlesWait || inFlight <= normalSlots) {
      limit = normalSlots;
    } else {
      limit = inFlight <= 2 * normalSlots ? Math.max(BUSY_SLOTS, normalSlots / 2) : BUSY_SLOTS;
    }
    return Math.min(maxSlots, limit + convicts + Math.min(late, SPARES));
  }

  /** Takes note of an answered exchange; returns whether it took too long. */
  boolean completed(long nanos) {
    long usual = usualNanos;
    boolean tooLong = nanos > threshold(usual);
    // A step up for each sample above and a step down for each below leads to the median.
    long step = usual / STEP + 1_000;
    usualNanos = Math.max(0, nanos > usual ? usual + step : usual - step);
    if (!tooLong) {
      witness();
    }
    return tooLong;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // A hint.
  private void witness() {
    quick++;
  }

  /** Returns whether an exchange that began {@code nanos} ago takes too long. */
  boolean isTooLong(long nanos) {
    return nanos > threshold(usualNanos);
  }

  /** How many exchanges have been quick so far, for {@link #isHeldUp}. */
  int quick() {
    return quick;
  }

  /** Returns whether what takes too long is the exchange itself, not the machine. */
  boolean isHeldUp(int quickAtStart) {
    return quick - quickAtStart >= WITNESSES;
  }

  /** Says how many exchanges that count take too long at the moment. */
  void late(int count) {
    late = count;
  }

  private static long threshold(long usual) {
    return FLOOR_NANOS + FACTOR * usual;
  }
}
