package dev.aero4j.conformance.differential;

import dev.aero4j.conformance.differential.Tree.Branch;
import dev.aero4j.wire.call.Argument;
import dev.aero4j.wire.call.CallFamily;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.call.ReturnType;
import java.util.List;

/**
 * What a server of version 8.1.2 does not survive, as far as it can come about when programs are
 * made smaller. That none is generated is the generators' own care.
 */
final class Hazards {
  private static final int CALL = 127;
  private static final byte NIL = (byte) 0xc0;

  private Hazards() {}

  static boolean kills(Program program) {
    byte[] filter = program.filter();
    return (filter != null && kills(filter))
        || program.steps().stream().anyMatch(step -> kills(step.value()));
  }

  private static boolean kills(byte[] bytes) {
    Tree tree = Tree.of(bytes);
    return tree != null && kills(tree);
  }

  private static boolean kills(Tree tree) {
    List<Tree> parts = tree.elements();
    return selectsNothingInverted(parts)
        || isCallOnNil(parts)
        || narrowsPlaceInMap(parts)
        || makesBeforeStart(parts)
        || (tree instanceof Branch branch && branch.children().stream().anyMatch(Hazards::kills));
  }

  /** What is not in an empty list of keys or values. */
  private static boolean selectsNothingInverted(List<Tree> parts) {
    if (parts.size() < 3 || (parts.get(1).number() & ReturnType.INVERTED) == 0) {
      return false;
    }
    CallOpcode opcode = CallFamily.COLLECTION.opcode(parts.getFirst().number());
    return opcode != null
        && (opcode.signature().indexOf(Argument.KEYS) > 0
            || opcode.signature().indexOf(Argument.VALUES) > 0)
        && parts.get(2).elements().isEmpty();
  }

  /** A call, inside an expression, on nil. */
  private static boolean isCallOnNil(List<Tree> parts) {
    return parts.size() == 5
        && parts.getFirst().number() == CALL
        && parts.getLast() instanceof Tree.Leaf leaf
        && leaf.bytes()[0] == NIL;
  }

  /** A condition besides an index or rank in a map. */
  private static boolean narrowsPlaceInMap(List<Tree> path) {
    for (int i = 2; i < path.size(); i++) {
      long code = path.get(i - 2).number();
      boolean narrows = path.get(i).number() > 0 && (path.get(i).number() & ContextCode.AND) != 0;
      if (narrows
          && (code & ContextCode.LIST) == 0
          && (code & ContextCode.BASE_MASK) < ContextCode.KEY) {
        return true;
      }
    }
    return false;
  }

  /** An element that is made before the first of a list. */
  private static boolean makesBeforeStart(List<Tree> path) {
    for (int i = 1; i < path.size(); i++) {
      long code = path.get(i - 1).number();
      if (path.get(i).number() < -1
          && code > 0
          && (code & ContextCode.CREATE_MASK) != 0
          && (code & ContextCode.MAP) == 0) {
        return true;
      }
    }
    return false;
  }
}
