package dev.aero4j.wire.expression;

import dev.aero4j.model.ExpType;
import dev.aero4j.model.LoopPart;
import dev.aero4j.wire.call.CallFamily;
import dev.aero4j.wire.call.CallOpcode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as a tree; {@link ExpReader} has checked its types and names. */
public sealed interface ExpNode extends Typed {
  @Override
  ExpType type();

  /**
   * A value.
   *
   * @param value as {@link dev.aero4j.wire.value.MsgPack} reads it; null is nil
   */
  record Literal(@Nullable Object value, ExpType type) implements ExpNode {}

  /** A bin's value, which is unknown when the bin is missing or of another type. */
  record Bin(String name, ExpType type) implements ExpNode {}

  /** The particle type of a bin's value, 0 when there is none. */
  record BinType(String name) implements ExpNode {
    @Override
    public ExpType type() {
      return ExpType.INT;
    }
  }

  /** The record's user key, which is unknown when it is not stored or of another type. */
  record Key(ExpType type) implements ExpNode {}

  /** The record's digest modulo a number that is not 0. */
  record DigestModulo(int modulus) implements ExpNode {
    @Override
    public ExpType type() {
      return ExpType.INT;
    }
  }

  /** Whether a regular expression is found in text. */
  record Regex(PosixRegex regex, ExpNode text) implements ExpNode {
    @Override
    public ExpType type() {
      return ExpType.BOOL;
    }
  }

  /** An operator with its operands. */
  record Apply(ExpOpcode opcode, List<ExpNode> operands, ExpType type) implements ExpNode {
    @Override
    public boolean isUnknown() {
      return opcode == ExpOpcode.UNKNOWN;
    }
  }

  /** A variable of a {@link Let}; {@code slot} counts those in scope from the outermost. */
  record Variable(String name, int slot, ExpType type) implements ExpNode {}

  /** Variables, each of which may use those before it, and the expression that uses them. */
  record Let(List<String> names, List<ExpNode> values, int firstSlot, ExpNode body)
      implements ExpNode {
    @Override
    public ExpType type() {
      return body.type();
    }
  }

  /** What a step of a path is looking at. */
  record LoopVariable(LoopPart part, ExpType type) implements ExpNode {}

  /**
   * A call on a list, map, blob or HyperLogLog.
   *
   * @param declared what the expression's maker says that the call gives
   * @param family what it is made on
   * @param modifies whether the changed value is given, instead of what the call returns
   * @param path where in the subject it is made; empty for the subject itself
   * @param opcode which call
   * @param arguments values stand for themselves, everything else is evaluated first
   * @param subject what it is made on
   */
  record Call(
      ExpType declared,
      CallFamily family,
      boolean modifies,
      List<PathStep> path,
      CallOpcode opcode,
      List<ExpNode> arguments,
      ExpNode subject)
      implements ExpNode {
    /** A call on nil passes for nil, whatever it gives. */
    @Override
    public ExpType type() {
      return subject.type() == ExpType.NIL ? ExpType.NIL : declared;
    }
  }

  /**
   * A call or a selection that cannot be made, whatever the record. Servers look at what is inside
   * of calls when they make them, so this is no malformed expression, but one that has no value.
   *
   * @param declared what the expression's maker says that it gives
   * @param subject what it is made on
   * @param why what is wrong with it
   */
  record Impossible(ExpType declared, ExpNode subject, String why) implements ExpNode {
    /** As with a call. */
    @Override
    public ExpType type() {
      return subject.type() == ExpType.NIL ? ExpType.NIL : declared;
    }
  }

  /**
   * A selection by a path that may branch, or a modification of what it selects.
   *
   * @param declared what the expression's maker says that it gives
   * @param modifies whether the changed value is given, instead of what was selected
   * @param path the steps
   * @param flags see {@link dev.aero4j.wire.call.SelectFlags}
   * @param modification what becomes of each selected element, or null
   * @param subject what it is made on
   */
  record Select(
      ExpType declared,
      boolean modifies,
      List<PathStep> path,
      long flags,
      @Nullable ExpNode modification,
      ExpNode subject)
      implements ExpNode {
    /** As with a call. */
    @Override
    public ExpType type() {
      return subject.type() == ExpType.NIL ? ExpType.NIL : declared;
    }
  }
}
