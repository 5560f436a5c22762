package dev.aero4j.expression;

import dev.aero4j.internal.call.Call;
import dev.aero4j.model.ExpType;
import dev.aero4j.wire.call.Argument;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.ReturnType;
import java.util.List;

/** What calls on lists and maps give. */
final class Collections {
  private Collections() {}

  /**
   * Returns the type of what a call gives.
   *
   * @param given the type of the element, or its key, when it selects one, {@link ExpType#LIST}
   *     when it selects any number, and otherwise the type of what the call always gives
   */
  static ExpType resultType(Call call, ExpType given) {
    if (call.opcode().modifies()) {
      // A change inside gives the whole collection that the path begins in.
      return call.path().isRoot() ? given : call.path().beginsInMap() ? ExpType.MAP : ExpType.LIST;
    }
    if (call.returning() < 0) {
      return given;
    }
    return switch (call.returning() & ~ReturnType.INVERTED) {
      case ReturnType.EXISTS -> ExpType.BOOL;
      case ReturnType.COUNT -> ExpType.INT;
      case ReturnType.KEY_VALUE, ReturnType.UNORDERED_MAP, ReturnType.ORDERED_MAP -> ExpType.MAP;
      case ReturnType.KEY, ReturnType.VALUE -> given;
      default -> selectsOne(call.opcode()) ? ExpType.INT : ExpType.LIST;
    };
  }

  /** Returns whether a call selects by index, rank or key, and no range of them. */
  private static boolean selectsOne(CallOpcode opcode) {
    List<Argument> arguments = opcode.signature().arguments();
    return arguments.size() == 2
        && switch (arguments.getLast()) {
          case INDEX, RANK, KEY -> true;
          default -> false;
        };
  }
}
