package dev.aero4j.conformance.differential;

import dev.aero4j.wire.call.CallFamily;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.expression.ExpOpcode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What programs make use of, by name. */
final class Coverage {
  private final Set<String> seen = new TreeSet<>();

  private Coverage() {}

  static String name(CallOpcode opcode) {
    return opcode.getClass().getSimpleName() + "." + opcode;
  }

  static String name(ExpOpcode opcode) {
    return "ExpOpcode." + opcode;
  }

  /** Returns the names of the calls, operators and acts of a program. */
  static Set<String> of(Program program) {
    Coverage coverage = new Coverage();
    coverage.seen.add("Act." + program.act());
    program.steps().forEach(coverage::step);
    if (program.filter() != null) {
      coverage.expression(Tree.of(program.filter()));
    }
    return coverage.seen;
  }

  static Set<String> of(Step step) {
    Coverage coverage = new Coverage();
    coverage.step(step);
    return coverage.seen;
  }

  private void step(Step step) {
    Tree tree = Tree.of(step.value());
    if (tree == null) {
      return;
    }
    CallFamily family = StepPrinter.familyOf(step.operation());
    if (family != null) {
      call(family, tree.elements());
    } else if (StepPrinter.isExpression(step.operation()) && !tree.elements().isEmpty()) {
      expression(tree.elements().getFirst());
    }
  }

  private void call(CallFamily family, List<Tree> parts) {
    if (parts.isEmpty()) {
      return;
    }
    long number = parts.getFirst().number();
    if (number == ContextCode.CALL_AT && parts.size() == 3) {
      path(parts.get(1).elements());
      call(family, parts.get(2).elements());
    } else if (number == ContextCode.SELECT && parts.size() >= 3) {
      path(parts.get(1).elements());
      seen.add("select " + parts.get(2).number());
      parts.subList(3, parts.size()).forEach(this::expression);
    } else {
      CallOpcode opcode = family.opcode(number);
      if (opcode != null) {
        seen.add(name(opcode));
      }
    }
  }

  private void path(List<Tree> path) {
    for (int i = 0; i + 1 < path.size(); i += 2) {
      seen.add("step 0x" + Long.toHexString(path.get(i).number()));
      if ((path.get(i).number() & ContextCode.BASE_MASK) == ContextCode.EXPRESSION) {
        expression(path.get(i + 1));
      }
    }
  }

  private void expression(@Nullable Tree tree) {
    List<Tree> parts = tree == null ? List.of() : tree.elements();
    ExpOpcode opcode = parts.isEmpty() ? null : ExpOpcode.of(parts.getFirst().number());
    if (opcode == null) {
      return;
    }
    seen.add(name(opcode));
    if (opcode == ExpOpcode.CALL && parts.size() == 5) {
      CallFamily family = CallFamily.of(parts.get(2).number() & ~CallFamily.MODIFIES);
      if (family != null) {
        List<Tree> call = parts.get(3).elements();
        call(family, call);
        call.forEach(this::expression);
      }
      expression(parts.get(4));
    } else if (opcode != ExpOpcode.QUOTE) {
      parts.subList(1, parts.size()).forEach(this::expression);
    }
  }
}
