package dev.aero4j.embedded.internal.collection;

import org.jspecify.annotations.Nullable;

/** A run of elements: where it starts, and how many there are. */
record Span(int start, int count) {
  /** More nil than the largest record can hold; a list is not filled up with so many. */
  static final int MAX_PADDING = 1 << 23;

  /** How many elements a call without a count is about. */
  static final long ALL = 0xFFFF_FFFFL;

  /**
   * Returns the elements that an index and an unsigned count mean among {@code size}. Negative
   * indexes count from the end.
   *
   * @return null when only one element can be meant, and it does not exist
   */
  static @Nullable Span of(long index, long count, int size, boolean multiple) {
    if (index >= size) {
      return multiple ? new Span(size, 0) : null;
    }
    long start = index < 0 ? size + index : index;
    if (start >= 0) {
      return new Span((int) start, least(count, size - start));
    }
    if (!multiple) {
      return null;
    }
    long before = -start;
    return new Span(0, Long.compareUnsigned(before, count) < 0 ? least(count + start, size) : 0);
  }

  private static int least(long unsigned, long limit) {
    return (int) (Long.compareUnsigned(unsigned, limit) < 0 ? unsigned : limit);
  }

  /** The index and the count that are meant relative to a place. */
  record Relative(long index, long count) {
    static Relative of(long index, long count, int place) {
      long start = index + place;
      if (start >= 0) {
        return new Relative(start, count);
      }
      long before = -start;
      return new Relative(0, Long.compareUnsigned(count, before) > 0 ? count - before : 0);
    }
  }

  /** Returns the index of an element that may be past the end, or -1 when it cannot be. */
  static long position(long index, int size) {
    if (index > Integer.MAX_VALUE) {
      return -1;
    }
    return index < 0 ? Math.max(-1, size + index) : index;
  }

  int end() {
    return start + count;
  }
}
