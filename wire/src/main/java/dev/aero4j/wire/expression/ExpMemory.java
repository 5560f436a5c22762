package dev.aero4j.wire.expression;

import dev.aero4j.model.ExpType;

/** The bytes that servers take for the parts of an expression, which their limit is about. */
final class ExpMemory {
  /** An expression whose parts take so many bytes, or more, is refused. */
  static final int LIMIT = 1 << 20;

  private static final int CASE = 8;

  private ExpMemory() {}

  /**
   * Returns the bytes for an operator without its operands.
   *
   * @param parts how many parts it has
   */
  static int of(ExpOpcode opcode, int parts) {
    return switch (opcode) {
      case REGEX -> 80;
      case BIN, BIN_TYPE, QUOTE -> 24;
      case KEY, DIGEST_MODULO -> 12;
      case COND -> 12 + parts / 2 * CASE;
      case VAR, LOOP_VARIABLE -> 16;
      case LET -> 20;
      case CALL -> 344;
      default -> 8;
    };
  }

  /** Returns the bytes for a value, whose own bytes do not count. */
  static int of(ExpType type) {
    return switch (type) {
      case NIL -> 8;
      case INT, FLOAT -> 16;
      case GEO -> 40;
      default -> 24;
    };
  }
}
