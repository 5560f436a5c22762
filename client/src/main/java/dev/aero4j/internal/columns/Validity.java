package dev.aero4j.internal.columns;

import java.util.Arrays;

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

  static boolean isAll(long[] words, int rows) {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count == rows;
  }
}
