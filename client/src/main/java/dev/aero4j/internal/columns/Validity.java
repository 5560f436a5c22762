package dev.aero4j.internal.columns;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which rows of a column have a value: a bit a row, 64 in a word. */
final class Validity {
  private Validity() {}

  static long[] none(int rows) {
    return new long[(rows + 63) >>> 6];
  }

  static long[] all(int rows) {
    long[] words = none(rows);
    Arrays.fill(words, -1L);
    if ((rows & 63) != 0) {
      words[words.length - 1] = (1L << rows) - 1;
    }
    return words;
  }

  static boolean get(long[] words, int row) {
    return (words[row >>> 6] >>> row & 1) != 0;
  }

  static void set(long[] words, int row) {
    words[row >>> 6] |= 1L << row;
  }

  static void clear(long[] words, int row) {
    words[row >>> 6] &= ~(1L << row);
  }

  /** A new array of the rows that are in both; null stands for all rows. */
  static long @Nullable [] both(long @Nullable [] one, long @Nullable [] other) {
    if (one == null || other == null) {
      long[] only = one == null ? other : one;
      return only == null ? null : only.clone();
    }
    long[] both = one.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] &= other[i];
    }
    return both;
  }

  static boolean isAll(long[] words, int rows) {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count == rows;
  }
}
