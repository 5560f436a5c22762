package dev.aero4j.expression;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.model.ExpType;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.expression.ExpOpcode;
import dev.aero4j.wire.expression.ExpTypes;
import dev.aero4j.wire.value.MsgPackWriter;
import java.util.Arrays;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** An operator and its operands. */
abstract sealed class Operator extends Exp {
  /** Operators without operands, by their numbers, each made when it is first asked for. */
  private static final @Nullable Exp[] ALONE = new @Nullable Exp[ExpOpcode.CALL.code() + 1];

  private Operator(int shape) {
    super(shape);
  }

  /**
   * Makes an operator without operands.
   *
   * @throws InvalidArgumentException when it takes some
   */
  static Exp of(ExpOpcode opcode) {
    // Threads may race for it, and take one or the other: parts are immutable.
    Exp made = ALONE[opcode.code()];
    if (made == null) {
      made = many(opcode);
      ALONE[opcode.code()] = made;
    }
    return made;
  }

  /**
   * Puts an operator and its operand together.
   *
   * @throws InvalidArgumentException when the operator does not take it
   */
  static Exp of(ExpOpcode opcode, Exp operand) {
    requireValue(operand);
    try {
      return new Few(shape(opcode, ExpTypes.resultOf(opcode, operand)), operand, null);
    } catch (IllegalArgumentException e) {
      throw refused(e, opcode, operand);
    }
  }

  /**
   * Puts an operator and two operands together.
   *
   * @throws InvalidArgumentException when the operator does not take them
   */
  static Exp of(ExpOpcode opcode, Exp left, Exp right) {
    requireValue(left);
    requireValue(right);
    try {
      return new Few(shape(opcode, ExpTypes.resultOf(opcode, left, right)), left, right);
    } catch (IllegalArgumentException e) {
      throw refused(e, opcode, left, right);
    }
  }

  /**
   * Puts an operator and any number of operands together.
   *
   * @param operands copied
   * @throws InvalidArgumentException when the operator does not take such operands
   */
  static Exp ofAll(ExpOpcode opcode, Exp... operands) {
    return operands.length == 2
        ? of(opcode, operands[0], operands[1])
        : many(opcode, operands.clone());
  }

  private static Exp many(ExpOpcode opcode, Exp... operands) {
    for (Exp operand : operands) {
      requireValue(operand);
    }
    try {
      return new Many(shape(opcode, ExpTypes.resultOf(opcode, operands)), operands);
    } catch (IllegalArgumentException e) {
      throw refused(e, opcode, operands);
    }
  }

  private static int shape(ExpOpcode opcode, @Nullable ExpType type) {
    return Shape.of(type, false) | Shape.opcode(opcode);
  }

  private static InvalidArgumentException refused(
      IllegalArgumentException why, ExpOpcode opcode, Exp... operands) {
    StringJoiner text = new StringJoiner(", ", opcode.label() + "(", ")");
    Arrays.stream(operands).map(String::valueOf).forEach(text::add);
    return new InvalidArgumentException(why.getMessage() + ", in " + text);
  }

  final void begin(WireWriter out, int operands) {
    MsgPackWriter.writeListHeader(out, 1 + operands);
    MsgPackWriter.writeLong(out, Shape.opcode(shape));
  }

  @Override
  public final boolean isUnknown() {
    return Shape.opcode(shape) == ExpOpcode.UNKNOWN.code();
  }

  /** Most have one operand or two. */
  private static final class Few extends Operator {
    private final Exp left;
    private final @Nullable Exp right;

    Few(int shape, Exp left, @Nullable Exp right) {
      super(right == null ? Shape.over(shape, left) : Shape.over(Shape.over(shape, left), right));
      this.left = left;
      this.right = right;
    }

    @Override
    void writeTo(WireWriter out) {
      begin(out, right == null ? 1 : 2);
      left.writeTo(out);
      if (right != null) {
        right.writeTo(out);
      }
    }
  }

  private static final class Many extends Operator {
    private final Exp[] operands;

    Many(int shape, Exp[] operands) {
      super(Shape.over(shape, operands));
      this.operands = operands;
    }

    @Override
    void writeTo(WireWriter out) {
      begin(out, operands.length);
      for (Exp operand : operands) {
        operand.writeTo(out);
      }
    }
  }
}
