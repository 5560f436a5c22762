package dev.aero4j.embedded.internal.collection;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.wire.call.Argument;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.ListOpcode;
import dev.aero4j.wire.call.MapOpcode;
import dev.aero4j.wire.value.MsgPackType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of one call. */
final class CollectionArguments {
  private final CallOpcode opcode;
  private final List<Cell> cells;
  private final boolean pathHoldsSpecial;

  /**
   * @param pathHoldsSpecial whether a wildcard or infinity came in the path: the server then takes
   *     no value to store
   */
  CollectionArguments(CallOpcode opcode, List<Cell> cells, boolean pathHoldsSpecial) {
    this.opcode = opcode;
    this.cells = cells;
    this.pathHoldsSpecial = pathHoldsSpecial;
  }

  CallOpcode opcode() {
    return opcode;
  }

  /**
   * Checks their number and types.
   *
   * @throws Refusal with code 4 when they do not fit
   */
  void check() {
    List<Argument> expected = opcode.signature().arguments();
    if (expected.isEmpty()) {
      return;
    }
    if (cells.size() < opcode.signature().required() || cells.size() > expected.size()) {
      throw Reply.badParameter();
    }
    boolean special = pathHoldsSpecial;
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      switch (expected.get(i)) {
        case VALUE, VALUES, KEY, KEYS, ENTRIES, BEGIN, END -> {
          special |= cell.holdsSpecial();
          if (special && stores()) {
            throw Reply.badParameter();
          }
        }
        default -> {
          if (cell.type() != MsgPackType.INTEGER) {
            throw Reply.badParameter();
          }
        }
      }
    }
  }

  private boolean stores() {
    return switch (opcode) {
      case ListOpcode list ->
          switch (list) {
            case APPEND, APPEND_ITEMS, INSERT, INSERT_ITEMS, SET -> true;
            default -> false;
          };
      case MapOpcode map ->
          switch (map) {
            case ADD, ADD_ITEMS, PUT, PUT_ITEMS, REPLACE, REPLACE_ITEMS -> true;
            default -> false;
          };
      default -> false;
    };
  }

  /** Returns an argument that must be there. */
  Cell cell(int index) {
    return cells.get(index);
  }

  /** Returns an argument, or null when it is left out. */
  @Nullable Cell optional(int index) {
    return index < cells.size() ? cells.get(index) : null;
  }

  /** Returns an integer that must be there. */
  long number(int index) {
    return number(index, 0);
  }

  /** Returns an integer, or {@code fallback} when it is left out. */
  long number(int index, long fallback) {
    Cell cell = optional(index);
    Long number = cell == null ? null : cell.toLong();
    return number == null ? fallback : number;
  }
}
