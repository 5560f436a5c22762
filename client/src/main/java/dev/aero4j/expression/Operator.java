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
final class Operator extends Exp {
  private final ExpOpcode opcode;
  private final Exp[] operands;

  private Operator(ExpOpcode opcode, Exp[] operands, @Nullable ExpType type) {
    super(type, false, operands);
    this.opcode = opcode;
    this.operands = operands;
  }

  /**
   * Puts an operator and operands together.
   *
   * @param operands kept; an array of a caller is to be copied
   * @throws InvalidArgumentException when the operator does not take such operands
   */
  static Exp of(ExpOpcode opcode, Exp... operands) {
    for (Exp operand : operands) {
      requireValue(operand);
    }
    try {
      return new Operator(opcode, operands, ExpTypes.resultOf(opcode, operands));
    } catch (IllegalArgumentException e) {
      StringJoiner text = new StringJoiner(", ", opcode.label() + "(", ")");
      Arrays.stream(operands).map(String::valueOf).forEach(text::add);
      throw new InvalidArgumentException(e.getMessage() + ", in " + text);
    }
  }

  @Override
  public boolean isUnknown() {
    return opcode == ExpOpcode.UNKNOWN;
  }

  @Override
  void writeTo(WireWriter out) {
    MsgPackWriter.writeListHeader(out, 1 + operands.length);
    MsgPackWriter.writeLong(out, opcode.code());
    for (Exp operand : operands) {
      operand.writeTo(out);
    }
  }
}
