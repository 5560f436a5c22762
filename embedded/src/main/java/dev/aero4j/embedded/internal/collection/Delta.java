package dev.aero4j.embedded.internal.collection;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.wire.value.MsgPackReader;
import dev.aero4j.wire.value.MsgPackType;
import org.jspecify.annotations.Nullable;

/** What is added to an element: an integer or a double; the element decides which it stays. */
final class Delta {
  private final boolean isDouble;
  private final long integer;
  private final double number;

  private Delta(boolean isDouble, long integer, double number) {
    this.isDouble = isDouble;
    this.integer = integer;
    this.number = number;
  }

  /**
   * Returns what an argument says: 1 when it is nil or left out.
   *
   * @throws Refusal with code 4 when it is no number
   */
  static Delta of(@Nullable Cell argument, boolean negated) {
    int sign = negated ? -1 : 1;
    if (argument == null || argument.type() == MsgPackType.NIL) {
      return new Delta(false, sign, sign);
    }
    return switch (argument.type()) {
      case INTEGER -> {
        long integer = new MsgPackReader(argument.reader()).readLong() * sign;
        yield new Delta(false, integer, integer);
      }
      case DOUBLE -> {
        double number = new MsgPackReader(argument.reader()).readDouble() * sign;
        yield new Delta(true, truncated(number), number);
      }
      default -> throw Reply.badParameter();
    };
  }

  /** Returns as the server's processor does: what does not fit becomes the least integer. */
  private static long truncated(double number) {
    return number >= -0x1p63 && number < 0x1p63 ? (long) number : Long.MIN_VALUE;
  }

  /**
   * Returns the sum with an element, or the delta itself where there is none.
   *
   * @throws Refusal with code 4 when the element is no number
   */
  Cell addTo(@Nullable Cell element) {
    if (element == null) {
      return isDouble ? Cell.of(0.0 + number) : Cell.of(integer);
    }
    MsgPackReader reader = new MsgPackReader(element.reader());
    return switch (reader.peek()) {
      case INTEGER -> Cell.of(reader.readLong() + integer);
      case DOUBLE -> Cell.of(reader.readDouble() + number);
      default -> throw Reply.badParameter();
    };
  }
}
