package dev.aero4j.internal.columns;

import dev.aero4j.Key;
import java.util.Arrays;
import java.util.List;

/**
 * Finds rows by key: a hash table of row numbers, without an object a row. Immutable once made.
 * Keys are digests, evenly spread, so that open addressing at half load needs no more hashing.
 */
public final class KeyIndex {
  private final List<Key> keys;
  private final int[] rows;

  public KeyIndex(List<Key> keys) {
    int capacity = (int) Math.min(1L << 30, Long.highestOneBit(Math.max(1, keys.size()) * 4L - 1));
    this.keys = keys;
    this.rows = new int[capacity];
    Arrays.fill(rows, -1);
    for (int row = 0; row < keys.size(); row++) {
      int slot = slot(keys.get(row));
      if (rows[slot] < 0) {
        rows[slot] = row;
      }
    }
  }

  /** The first row of a key, or -1. */
  public int find(Key key) {
    return rows[slot(key)];
  }

  /** Where the key is, or where it would be. */
  private int slot(Key key) {
    int mask = rows.length - 1;
    int slot = key.hashCode() & mask;
    while (rows[slot] >= 0 && !keys.get(rows[slot]).equals(key)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
