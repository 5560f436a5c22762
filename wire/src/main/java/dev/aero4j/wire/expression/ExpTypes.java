package dev.aero4j.wire.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that servers check when they are given an expression. A type that is not known is null
 * and passes: a variable's before the whole expression is seen, and that of {@code unknown()} as a
 * value of {@code cond}.
 */
public final class ExpTypes {
  private ExpTypes() {}

  /**
   * Returns the type of an operator's result.
   *
   * @throws IllegalArgumentException when the operator does not take such operands; the message
   *     begins with what it takes
   */
  public static @Nullable ExpType resultOf(ExpOpcode opcode, List<@Nullable ExpType> types) {
    switch (opcode.operands()) {
      case NONE -> count(opcode, types, 0);
      case COMPARABLE -> comparable(opcode, types);
      case GEO_PAIR -> each(opcode, types, 2, ExpType.GEO);
      case VALUE_AND_LIST -> {
        count(opcode, types, 2);
        expect(opcode, types, 1, ExpType.LIST);
      }
      case BOOLEANS -> {
        atLeast(opcode, types, 2);
        each(opcode, types, types.size(), ExpType.BOOL);
      }
      case BOOLEAN -> each(opcode, types, 1, ExpType.BOOL);
      case NUMBERS -> {
        atLeast(opcode, types, 1);
        return numbers(opcode, types);
      }
      case NUMBER -> {
        count(opcode, types, 1);
        return numbers(opcode, types);
      }
      case FLOAT -> each(opcode, types, 1, ExpType.FLOAT);
      case TWO_FLOATS -> each(opcode, types, 2, ExpType.FLOAT);
      case INTEGER -> each(opcode, types, 1, ExpType.INT);
      case INTEGERS -> {
        atLeast(opcode, types, 1);
        each(opcode, types, types.size(), ExpType.INT);
      }
      case TWO_INTEGERS -> each(opcode, types, 2, ExpType.INT);
      case INTEGER_AND_BOOLEAN -> {
        count(opcode, types, 2);
        expect(opcode, types, 0, ExpType.INT);
        expect(opcode, types, 1, ExpType.BOOL);
      }
      case MAP -> each(opcode, types, 1, ExpType.MAP);
      case CASES -> {
        return cases(opcode, types);
      }
      case OTHER -> throw new IllegalStateException(opcode + " has rules of its own");
    }
    return opcode.result();
  }

  private static @Nullable ExpType cases(ExpOpcode opcode, List<@Nullable ExpType> types) {
    atLeast(opcode, types, 3);
    if (types.size() % 2 == 0) {
      throw new IllegalArgumentException(
          opcode.label() + " takes pairs of condition and value, and a value for all other cases");
    }
    ExpType expected = null;
    for (int i = 0; i < types.size(); i++) {
      boolean isValue = i % 2 == 1 || i == types.size() - 1;
      if (!isValue) {
        expect(opcode, types, i, ExpType.BOOL);
      } else if (expected == null) {
        expected = types.get(i);
      } else {
        expect(opcode, types, i, expected);
      }
    }
    return expected;
  }

  private static void comparable(ExpOpcode opcode, List<@Nullable ExpType> types) {
    count(opcode, types, 2);
    ExpType left = types.get(0);
    ExpType right = types.get(1);
    if (left != null && right != null && left != right) {
      throw new IllegalArgumentException(
          opcode.label()
              + " compares values of one type; it was given a "
              + left.label()
              + " and a "
              + right.label());
    }
    ExpType type = left == null ? right : left;
    if (type == ExpType.GEO || type == ExpType.HLL) {
      throw new IllegalArgumentException(
          opcode.label() + " cannot compare values of type " + type.label());
    }
  }

  private static @Nullable ExpType numbers(ExpOpcode opcode, List<@Nullable ExpType> types) {
    ExpType expected = null;
    for (int i = 0; i < types.size(); i++) {
      ExpType type = types.get(i);
      if (type == null) {
        continue;
      }
      if ((type != ExpType.INT && type != ExpType.FLOAT)
          || (expected != null && type != expected)) {
        throw new IllegalArgumentException(
            opcode.label()
                + " takes numbers of one type, all integers or all floats; operand "
                + (i + 1)
                + " is a "
                + type.label()
                + (expected == null ? "" : " after a " + expected.label()));
      }
      expected = type;
    }
    return expected;
  }

  private static void each(
      ExpOpcode opcode, List<@Nullable ExpType> types, int count, ExpType expected) {
    count(opcode, types, count);
    for (int i = 0; i < count; i++) {
      expect(opcode, types, i, expected);
    }
  }

  private static void expect(
      ExpOpcode opcode, List<@Nullable ExpType> types, int index, ExpType expected) {
    ExpType type = types.get(index);
    if (type != null && type != expected) {
      throw new IllegalArgumentException(
          opcode.label()
              + " takes a "
              + expected.label()
              + " as operand "
              + (index + 1)
              + "; it was given a "
              + type.label());
    }
  }

  private static void count(ExpOpcode opcode, List<@Nullable ExpType> types, int expected) {
    if (types.size() != expected) {
      throw new IllegalArgumentException(
          opcode.label() + " takes " + expected + " operands; it was given " + types.size());
    }
  }

  private static void atLeast(ExpOpcode opcode, List<@Nullable ExpType> types, int least) {
    if (types.size() < least) {
      throw new IllegalArgumentException(
          opcode.label() + " takes " + least + " operands or more; it was given " + types.size());
    }
  }
}
