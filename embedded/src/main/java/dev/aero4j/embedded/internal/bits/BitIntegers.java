package dev.aero4j.embedded.internal.bits;

import dev.aero4j.wire.call.BitFlags;
import java.util.OptionalLong;

/**
 * Sums of integers of 1 to 64 bits.
 *
 * <p>Whether a signed sum overflows is told by the signs, as the server does it: only when both
 * operands have the one and the sum has the other. Zero has neither. So the two least integers add
 * up to zero without an overflow, and to take away the least integer, whose negation is itself,
 * overflows for negative integers, where it need not, and not for others, where it should.
 */
final class BitIntegers {
  private BitIntegers() {}

  /** Returns the sum's bits, or nothing when it overflows. */
  static OptionalLong add(BitRequest request, long left) {
    int size = request.size();
    long mask = mask(size);
    long right = request.value() & mask;
    long sum = (left + right) & mask;
    if (request.is(BitFlags.SIGNED)) {
      return signed(request, left, right, sum);
    }
    return unsigned(request, sum, Long.compareUnsigned(sum, left) < 0, mask);
  }

  /** Returns the difference's bits, or nothing when it overflows. */
  static OptionalLong subtract(BitRequest request, long left) {
    int size = request.size();
    long mask = mask(size);
    long right = request.value() & mask;
    long difference = (left - right) & mask;
    if (request.is(BitFlags.SIGNED)) {
      return signed(request, left, -right, difference);
    }
    return unsigned(request, difference, Long.compareUnsigned(difference, left) > 0, 0);
  }

  private static long mask(int size) {
    return -1L >>> (Long.SIZE - size);
  }

  /** Returns an integer with its sign. */
  static long extend(long value, int size) {
    int leading = Long.SIZE - size;
    return value << leading >> leading;
  }

  private static OptionalLong unsigned(
      BitRequest request, long result, boolean overflows, long limit) {
    if (!overflows || request.is(BitFlags.WRAP)) {
      return OptionalLong.of(result);
    }
    return request.is(BitFlags.SATURATE) ? OptionalLong.of(limit) : OptionalLong.empty();
  }

  private static OptionalLong signed(BitRequest request, long left, long right, long result) {
    int size = request.size();
    int sign = Long.signum(extend(left, size));
    boolean overflows =
        sign != 0
            && sign == Long.signum(extend(right, size))
            && sign == -Long.signum(extend(result, size));
    if (!overflows || request.is(BitFlags.WRAP)) {
      return OptionalLong.of(result);
    }
    long least = 1L << (size - 1);
    return request.is(BitFlags.SATURATE)
        ? OptionalLong.of(sign < 0 ? least : least - 1)
        : OptionalLong.empty();
  }
}
