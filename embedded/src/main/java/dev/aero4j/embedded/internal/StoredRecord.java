package dev.aero4j.embedded.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record. Immutable: a write replaces it, so a read needs no lock.
 *
 * @param set empty when in no set
 * @param key the user key as sent (type and value), or null when none was ever sent
 * @param generation 1 to 65535
 * @param voidTime second since 2010 after which the record is gone, 0 for never
 * @param lastUpdateMillis milliseconds since 2010
 * @param bins in the server's order
 */
record StoredRecord(
    String set,
    byte @Nullable [] key,
    int generation,
    int voidTime,
    long lastUpdateMillis,
    List<Bin> bins) {

  private static final int MAX_GENERATION = 0xFFFF;

  /** Returns whether the record has not expired: it lives to the end of its last second. */
  boolean isLive(int nowSeconds) {
    return voidTime == 0 || voidTime >= nowSeconds;
  }

  /**
   * Returns whether the server's background thread would have removed the expired record by now.
   * Until then a delete finds it, and errors show its generation.
   *
   * @param nsupPeriodSeconds how often that thread runs, 0 for never
   */
  boolean isReaped(int nowSeconds, int nsupPeriodSeconds) {
    return nsupPeriodSeconds != 0 && !isLive(nowSeconds - nsupPeriodSeconds);
  }

  /** Returns the generation after {@code generation}: 16 bits, and 0 is skipped. */
  static int nextGeneration(int generation) {
    return generation == MAX_GENERATION ? 1 : generation + 1;
  }

  /** Returns the bin, or null. */
  @Nullable Bin bin(String name) {
    // Few bins: a list is faster than a map, and keeps the order.
    for (int i = 0; i < bins.size(); i++) {
      Bin bin = bins.get(i);
      if (bin.name().equals(name)) {
        return bin;
      }
    }
    return null;
  }

  /** Returns a copy whose life was renewed by a read; the generation stays. */
  StoredRecord touched(int newVoidTime, long nowMillis) {
    return new StoredRecord(set, key, generation, newVoidTime, nowMillis, bins);
  }
}
