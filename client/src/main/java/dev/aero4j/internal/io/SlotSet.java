package dev.aero4j.internal.io;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Which of up to 64 slots are busy, as one bit each, changed atomically. The lowest free slot is
 * always taken first, so that under light load the same warm connections serve and the others can
 * grow old.
 */
final class SlotSet {
  /** The most slots that a set can hold. */
  static final int MAX = 64;

  private final AtomicLong busy = new AtomicLong();

  /**
   * Takes the lowest free slot, unless {@code limit} slots are busy already.
   *
   * @return its index, or -1
   */
  int tryAcquire(int limit) {
    for (; ; ) {
      long seen = busy.get();
      if (Long.bitCount(seen) >= limit) {
        return -1;
      }
      int index = Long.numberOfTrailingZeros(~seen);
      if (index >= MAX) {
        return -1;
      }
      if (busy.compareAndSet(seen, seen | 1L << index)) {
        return index;
      }
    }
  }

  /** Takes one particular slot if it is free. */
  boolean tryAcquireExactly(int index) {
    long bit = 1L << index;
    return (busy.getAndUpdate(seen -> seen | bit) & bit) == 0;
  }

  void release(int index) {
    busy.getAndAdd(-(1L << index));
  }

  boolean isBusy(int index) {
    return (busy.get() & 1L << index) != 0;
  }

  int busyCount() {
    return Long.bitCount(busy.get());
  }
}
