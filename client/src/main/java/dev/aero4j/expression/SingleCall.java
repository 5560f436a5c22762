package dev.aero4j.expression;

import dev.aero4j.internal.call.Call;
import dev.aero4j.model.ExpType;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.Argument;
import dev.aero4j.wire.call.CallFamily;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.ReturnType;
import java.util.List;

/** A call that is made in one place, in a value or at the end of a path inside it. */
abstract sealed class SingleCall extends CallExp permits ListCall, MapCall, BitCall, HllCall {
  final Call call;

  /**
   * The type of the element, or its key, when the call selects one, {@link ExpType#LIST} when it
   * selects any number, and otherwise the type of what the call always gives.
   */
  private final ExpType given;

  SingleCall(Exp subject, CallArguments arguments, Call call, ExpType given) {
    super(subject, arguments);
    this.call = call;
    this.given = given;
  }

  /** Makes a call on the same, with the same arguments, that goes about it in another way. */
  SingleCall(SingleCall same, Call changed) {
    super(same);
    this.call = changed;
    this.given = same.given;
  }

  @Override
  final CallFamily family() {
    return call.opcode().family();
  }

  @Override
  final boolean modifies() {
    return call.opcode().modifies();
  }

  @Override
  final ExpType resultType() {
    if (modifies()) {
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

  @Override
  final void writeCall(WireWriter out) {
    call.writeTo(out);
  }
}
