package dev.aero4j.wire.expression;

import dev.aero4j.model.ExpType;
import org.jspecify.annotations.Nullable;

/**
 * The rules that servers check when they are given an expression. A type that is not known is null
 * and passes; only a client that has not seen the whole expression yet has such.
 */
public final class ExpTypes {
  private ExpTypes() {}

  /**
   * Returns the type of an operator's result.
   *
   * @throws IllegalArgumentException when the operator does not take such operands; the message
   *     begins with what it takes
   */
  public static @Nullable ExpType resultOf(ExpOpcode opcode, Typed... operands) {
    switch (opcode.operands()) {
      case NONE -> count(opcode, operands, 0);
      case COMPARABLE -> {
        count(opcode, operands, 2);
        comparable(opcode, operands[0], operands[1]);
      }
      case GEO_PAIR -> each(opcode, operands, 2, ExpType.GEO);
      case VALUE_AND_LIST -> {
        count(opcode, operands, 2);
        expect(opcode, operands[1], 1, ExpType.LIST);
      }
      case BOOLEANS -> {
        atLeast(opcode, operands, 2);
        each(opcode, operands, operands.length, ExpType.BOOL);
      }
      case BOOLEAN -> each(opcode, operands, 1, ExpType.BOOL);
      case NUMBERS -> {
        atLeast(opcode, operands, 1);
        return numbers(opcode, operands);
      }
      case NUMBER -> {
        count(opcode, operands, 1);
        return numbers(opcode, operands);
      }
      case FLOAT -> each(opcode, operands, 1, ExpType.FLOAT);
      case TWO_FLOATS -> each(opcode, operands, 2, ExpType.FLOAT);
      case INTEGER -> each(opcode, operands, 1, ExpType.INT);
      case INTEGERS -> {
        atLeast(opcode, operands, 1);
        each(opcode, operands, operands.length, ExpType.INT);
      }
      case TWO_INTEGERS -> each(opcode, operands, 2, ExpType.INT);
      case INTEGER_AND_BOOLEAN -> {
        count(opcode, operands, 2);
        expect(opcode, operands[0], 0, ExpType.INT);
        expect(opcode, operands[1], 1, ExpType.BOOL);
      }
      case MAP -> each(opcode, operands, 1, ExpType.MAP);
      case CASES -> {
        return cases(opcode, operands);
      }
      case OTHER -> throw new IllegalStateException(opcode + " has rules of its own");
    }
    return opcode.result();
  }

  /** As {@link #resultOf(ExpOpcode, Typed...)}, without an array for what is most frequent. */
  public static @Nullable ExpType resultOf(ExpOpcode opcode, Typed operand) {
    if (opcode.operands() == Operands.BOOLEAN) {
      expect(opcode, operand, 0, ExpType.BOOL);
      return opcode.result();
    }
    return resultOf(opcode, new Typed[] {operand});
  }

  /** As {@link #resultOf(ExpOpcode, Typed...)}, without an array for what is most frequent. */
  public static @Nullable ExpType resultOf(ExpOpcode opcode, Typed left, Typed right) {
    switch (opcode.operands()) {
      case COMPARABLE -> comparable(opcode, left, right);
      case BOOLEANS -> {
        expect(opcode, left, 0, ExpType.BOOL);
        expect(opcode, right, 1, ExpType.BOOL);
      }
      case NUMBERS -> {
        return number(opcode, right, 1, number(opcode, left, 0, null));
      }
      default -> {
        return resultOf(opcode, new Typed[] {left, right});
      }
    }
    return opcode.result();
  }

  private static @Nullable ExpType cases(ExpOpcode opcode, Typed[] operands) {
    atLeast(opcode, operands, 3);
    if (operands.length % 2 == 0) {
      throw new IllegalArgumentException(
          opcode.label() + " takes pairs of condition and value, and a value for all other cases");
    }
    ExpType expected = null;
    for (int i = 0; i < operands.length; i++) {
      boolean isValue = i % 2 == 1 || i == operands.length - 1;
      if (!isValue) {
        expect(opcode, operands[i], i, ExpType.BOOL);
      } else if (expected == null) {
        expected = valueType(operands[i]);
      } else if (!operands[i].isUnknown()) {
        expect(opcode, operands[i], i, expected);
      }
    }
    return expected;
  }

  private static void comparable(ExpOpcode opcode, Typed first, Typed second) {
    ExpType left = first.type();
    ExpType right = second.type();
    if (left != null && right != null && left != right) {
      throw new IllegalArgumentException(
          opcode.label()
              + " compares values of one type; it was given "
              + left.phrase()
              + " and "
              + right.phrase());
    }
    ExpType type = left == null ? right : left;
    if (type == ExpType.GEO || type == ExpType.HLL) {
      throw new IllegalArgumentException(
          opcode.label() + " cannot compare values of type " + type.label());
    }
  }

  private static @Nullable ExpType valueType(Typed operand) {
    return operand.isUnknown() ? null : operand.type();
  }

  private static @Nullable ExpType numbers(ExpOpcode opcode, Typed[] operands) {
    ExpType expected = null;
    for (int i = 0; i < operands.length; i++) {
      expected = number(opcode, operands[i], i, expected);
    }
    return expected;
  }

  /** Returns the type of the numbers so far, of those before the operand if its is not known. */
  private static @Nullable ExpType number(
      ExpOpcode opcode, Typed operand, int index, @Nullable ExpType expected) {
    ExpType type = operand.type();
    if (type == null) {
      return expected;
    }
    if ((type != ExpType.INT && type != ExpType.FLOAT) || (expected != null && type != expected)) {
      throw new IllegalArgumentException(
          opcode.label()
              + " takes numbers of one type, all integers or all floats; operand "
              + (index + 1)
              + " is "
              + type.phrase()
              + (expected == null ? "" : " after " + expected.phrase()));
    }
    return type;
  }

  private static void each(ExpOpcode opcode, Typed[] operands, int count, ExpType expected) {
    count(opcode, operands, count);
    for (int i = 0; i < count; i++) {
      expect(opcode, operands[i], i, expected);
    }
  }

  private static void expect(ExpOpcode opcode, Typed operand, int index, ExpType expected) {
    ExpType type = operand.type();
    if (type != null && type != expected) {
      throw new IllegalArgumentException(
          opcode.label()
              + " takes "
              + expected.phrase()
              + " as operand "
              + (index + 1)
              + "; it was given "
              + type.phrase());
    }
  }

  private static void count(ExpOpcode opcode, Typed[] operands, int expected) {
    if (operands.length != expected) {
      throw new IllegalArgumentException(
          opcode.label() + " takes " + expected + " operands; it was given " + operands.length);
    }
  }

  private static void atLeast(ExpOpcode opcode, Typed[] operands, int least) {
    if (operands.length < least) {
      throw new IllegalArgumentException(
          opcode.label()
              + " takes "
              + least
              + " operands or more; it was given "
              + operands.length);
    }
  }
}
