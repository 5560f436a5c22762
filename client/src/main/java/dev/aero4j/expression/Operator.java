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
  private final @Nullable ExpType type;
  private final boolean hasVariables;

  private Operator(ExpOpcode opcode, Exp[] operands, @Nullable ExpType type) {
    this.opcode = opcode;
    this.operands = operands;
    this.type = type;
    boolean found = false;
    for (Exp operand : operands) {
      found |= operand.hasVariables();
    }
    this.hasVariables = found;
  }

  /**
   * Puts an operator and operands together.
   *
   * @throws InvalidArgumentException when the operator does not take such operands
   */
  static Exp of(ExpOpcode opcode, Exp... operands) {
    try {
      // The array is the caller's when it was passed as such.
      Exp[] kept = operands.length > 2 ? operands.clone() : operands;
      return new Operator(opcode, kept, ExpTypes.resultOf(opcode, kept));
    } catch (IllegalArgumentException e) {
      StringJoiner text = new StringJoiner(", ", opcode.label() + "(", ")");
      Arrays.stream(operands).map(String::valueOf).forEach(text::add);
      throw new InvalidArgumentException(e.getMessage() + ", in " + text);
    }
  }

  @Override
  public @Nullable ExpType type() {
    return type;
  }

  @Override
  boolean hasVariables() {
    return hasVariables;
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
