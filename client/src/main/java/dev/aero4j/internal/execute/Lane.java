package dev.aero4j.internal.execute;

import dev.aero4j.internal.io.Stream;
import java.util.Arrays;

/**
 * A stream, and the message that is under way on it. Confined to the thread that carries out the
 * batch.
 */
final class Lane {
  final NodeShare share;
  final Stream stream;

  /** The rows of the message: {@code count} from {@code first} on, in the share's order. */
  int first;

  int count;

  /** When to give the message up, unless something is heard. */
  long deadlineNanos;

  private long[] answered = new long[1];
  private int answers;

  Lane(NodeShare share, Stream stream) {
    this.share = share;
    this.stream = stream;
  }

  /** Says which rows are in the message that is about to be sent. */
  void begin(int first, int count) {
    this.first = first;
    this.count = count;
    int words = (count + 63) >>> 6;
    if (answered.length < words) {
      answered = new long[words];
    } else {
      Arrays.fill(answered, 0, words, 0);
    }
    answers = 0;
  }

  /** Marks a row as answered; returns false if it was before. */
  boolean mark(int index) {
    long bit = 1L << index;
    if ((answered[index >>> 6] & bit) != 0) {
      return false;
    }
    answered[index >>> 6] |= bit;
    answers++;
    return true;
  }

  boolean isAnswered(int index) {
    return (answered[index >>> 6] & 1L << index) != 0;
  }

  int answers() {
    return answers;
  }

  /** Returns the number in the batch of a row of the message. */
  int row(int index) {
    return share.order[first + index];
  }
}
