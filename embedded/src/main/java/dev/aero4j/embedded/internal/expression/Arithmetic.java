package dev.aero4j.embedded.internal.expression;

import dev.aero4j.embedded.internal.value.Absent;
import dev.aero4j.wire.expression.ExpOpcode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators on numbers. Integers wrap around; what has no result is unknown. */
final class Arithmetic {
  private Arithmetic() {}

  /**
   * Applies an operator.
   *
   * @param operands what the operator takes: longs or doubles, and a boolean for scans
   */
  static Object apply(ExpOpcode opcode, List<@Nullable Object> operands) {
    if (operands.getFirst() instanceof Long first) {
      return opcode == ExpOpcode.LSCAN || opcode == ExpOpcode.RSCAN
          ? scan(opcode, first, Boolean.TRUE.equals(operands.get(1)))
          : ofIntegers(opcode, operands.stream().mapToLong(Arithmetic::asLong).toArray());
    }
    return ofFloats(opcode, operands.stream().mapToDouble(Arithmetic::asDouble).toArray());
  }

  private static long asLong(@Nullable Object operand) {
    return operand instanceof Long number ? number : 0;
  }

  private static double asDouble(@Nullable Object operand) {
    return operand instanceof Double number ? number : 0;
  }

  private static Object ofIntegers(ExpOpcode opcode, long[] operands) {
    long first = operands[0];
    return switch (opcode) {
      case DIV -> divide(operands);
      case SUB -> operands.length == 1 ? -first : fold(opcode, operands);
      case MOD -> operands[1] == 0 ? Absent.UNKNOWN : (Object) (first % operands[1]);
      case ABS -> Math.abs(first);
      case TO_FLOAT -> (double) first;
      case INT_NOT -> ~first;
      case COUNT -> (long) Long.bitCount(first);
      // Only the lower six bits of a shift count, as in the server's processor.
      case LSHIFT -> first << operands[1];
      case RSHIFT -> first >>> operands[1];
      case ARSHIFT -> first >> operands[1];
      default -> fold(opcode, operands);
    };
  }

  private static long fold(ExpOpcode opcode, long[] operands) {
    long result = operands[0];
    for (int i = 1; i < operands.length; i++) {
      long next = operands[i];
      result =
          switch (opcode) {
            case ADD -> result + next;
            case SUB -> result - next;
            case MUL -> result * next;
            case INT_AND -> result & next;
            case INT_OR -> result | next;
            case INT_XOR -> result ^ next;
            case MIN -> Math.min(result, next);
            case MAX -> Math.max(result, next);
            default -> throw new IllegalStateException(opcode + " of integers");
          };
    }
    return result;
  }

  /** The first operand divided by the product of the others; one alone is what 1 is divided by. */
  private static Object divide(long[] operands) {
    long dividend = operands.length == 1 ? 1 : operands[0];
    long divisor = operands.length == 1 ? operands[0] : 1;
    for (int i = 1; i < operands.length; i++) {
      divisor *= operands[i];
    }
    return divisor == 0 ? Absent.UNKNOWN : (Object) (dividend / divisor);
  }

  private static Object ofFloats(ExpOpcode opcode, double[] operands) {
    double first = operands[0];
    return switch (opcode) {
      case DIV -> divide(operands);
      case SUB -> operands.length == 1 ? 0.0 - first : fold(opcode, operands);
      case POW -> power(first, operands[1]);
      case LOG -> Math.log(first) / Math.log(operands[1]);
      case ABS -> Math.abs(first);
      case FLOOR -> Math.floor(first);
      case CEIL -> Math.ceil(first);
      case TO_INT -> toInteger(first);
      default -> fold(opcode, operands);
    };
  }

  private static double fold(ExpOpcode opcode, double[] operands) {
    double result = operands[0];
    for (int i = 1; i < operands.length; i++) {
      double next = operands[i];
      result =
          switch (opcode) {
            case ADD -> result + next;
            case SUB -> result - next;
            case MUL -> result * next;
            // NaN neither gives way nor takes over, unlike in Math.min.
            case MIN -> result > next ? next : result;
            case MAX -> result < next ? next : result;
            default -> throw new IllegalStateException(opcode + " of floats");
          };
    }
    return result;
  }

  private static double divide(double[] operands) {
    if (operands.length == 1) {
      return 1.0 / operands[0];
    }
    double divisor = 1;
    for (int i = 1; i < operands.length; i++) {
      divisor *= operands[i];
    }
    return operands[0] / divisor;
  }

  /** As in C, where 1 to whatever power is 1, and so is -1 to an infinite one. */
  private static double power(double base, double exponent) {
    boolean isOne = base == 1 || (base == -1 && Double.isInfinite(exponent));
    return isOne ? 1 : Math.pow(base, exponent);
  }

  /** What does not fit, NaN too, is the smallest integer, as in the server's processor. */
  private static long toInteger(double value) {
    boolean fits = value >= Long.MIN_VALUE && value < 0x1p63;
    return fits ? (long) value : Long.MIN_VALUE;
  }

  /** Returns where the first bit of this value is, from the left, or -1 for none. */
  private static long scan(ExpOpcode opcode, long number, boolean bit) {
    long bits = bit ? number : ~number;
    int fromLeft =
        opcode == ExpOpcode.LSCAN
            ? Long.numberOfLeadingZeros(bits)
            : Long.SIZE - 1 - Long.numberOfTrailingZeros(bits);
    return fromLeft == Long.SIZE ? -1 : fromLeft;
  }
}
