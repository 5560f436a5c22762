package dev.aero4j.wire.expression;

import dev.aero4j.model.ExpType;
import dev.aero4j.wire.call.Argument;
import dev.aero4j.wire.call.BitOpcode;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.call.HllOpcode;
import dev.aero4j.wire.call.ListOpcode;
import dev.aero4j.wire.call.MapOpcode;
import dev.aero4j.wire.call.ReturnType;
import dev.aero4j.wire.value.Values;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints expressions and paths for people, close to how they are written with the client. */
public final class ExpPrinter {
  private final StringBuilder out = new StringBuilder();

  private ExpPrinter() {}

  /** Returns an expression as text, on one line. */
  public static String print(ExpNode node) {
    ExpPrinter printer = new ExpPrinter();
    printer.node(node);
    return printer.out.toString();
  }

  /** Returns an operator with its operands as text. */
  public static String print(ExpOpcode opcode, List<ExpNode> operands) {
    ExpPrinter printer = new ExpPrinter();
    printer.function(opcode.label(), operands);
    return printer.out.toString();
  }

  /** Returns a path as text. */
  public static String print(List<PathStep> path) {
    ExpPrinter printer = new ExpPrinter();
    printer.path(path);
    return printer.out.toString();
  }

  private void node(ExpNode node) {
    switch (node) {
      case ExpNode.Literal(var value, var type) -> out.append(Values.toString(value));
      case ExpNode.Bin(var name, var type) -> bin(name, type);
      case ExpNode.BinType(var name) -> out.append("binType(").append(quoted(name)).append(')');
      case ExpNode.Key(var type) -> out.append("key(").append(type).append(')');
      case ExpNode.DigestModulo(var modulus) ->
          out.append("digestModulo(").append(modulus).append(')');
      case ExpNode.Regex(var regex, var text) -> {
        out.append("regexCompare(").append(quoted(regex.pattern()));
        out.append(", flags ").append(regex.flags());
        out.append(", ");
        node(text);
        out.append(')');
      }
      case ExpNode.Apply(var opcode, var operands, var type) -> function(opcode.label(), operands);
      case ExpNode.Variable(var name, var slot, var type) ->
          out.append("var(").append(quoted(name)).append(')');
      case ExpNode.Let(var names, var values, var slot, var body) -> let(names, values, body);
      case ExpNode.LoopVariable(var part, var type) ->
          out.append("loopVar(").append(type).append(", ").append(part).append(')');
      case ExpNode.Call call -> call(call);
      case ExpNode.Select select -> select(select);
      case ExpNode.Impossible(var declared, var subject, var why) -> {
        out.append("impossible(");
        node(subject);
        out.append(", ").append(why).append(')');
      }
    }
  }

  private void bin(String name, ExpType type) {
    if (type == ExpType.NIL) {
      out.append("bin(").append(quoted(name)).append(", NIL)");
    } else {
      String prefix = type.name().toLowerCase(Locale.ROOT);
      out.append(prefix).append("Bin(").append(quoted(name)).append(')');
    }
  }

  private static String quoted(String text) {
    return Values.toString(text);
  }

  private void function(String name, List<ExpNode> operands) {
    out.append(name).append('(');
    String separator = "";
    for (ExpNode operand : operands) {
      out.append(separator);
      node(operand);
      separator = ", ";
    }
    out.append(')');
  }

  private void let(List<String> names, List<ExpNode> values, ExpNode body) {
    out.append("let(");
    for (int i = 0; i < names.size(); i++) {
      out.append("def(").append(quoted(names.get(i))).append(", ");
      node(values.get(i));
      out.append("), ");
    }
    node(body);
    out.append(')');
  }

  private void call(ExpNode.Call call) {
    CallOpcode opcode = call.opcode();
    String family =
        switch (opcode) {
          case ListOpcode list -> "ListExp";
          case MapOpcode map -> "MapExp";
          case BitOpcode bit -> "BitExp";
          case HllOpcode hll -> "HllExp";
        };
    out.append(family).append('.').append(opcode.label()).append('(');
    node(call.subject());
    List<Argument> kinds = opcode.signature().arguments();
    for (int i = 0; i < call.arguments().size(); i++) {
      out.append(", ");
      argument(i < kinds.size() ? kinds.get(i) : null, call.arguments().get(i));
    }
    out.append(')');
    at(call.path());
  }

  private void argument(@Nullable Argument kind, ExpNode argument) {
    if (kind == Argument.RETURN_TYPE
        && argument instanceof ExpNode.Literal(Long number, var type)) {
      out.append("returning ").append(returnType(number));
      return;
    }
    if (kind == Argument.ORDER
        || kind == Argument.FLAGS
        || kind == Argument.SORT_FLAGS
        || kind == Argument.RESIZE_FLAGS
        || kind == Argument.INTEGER_FLAGS) {
      out.append(kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')).append(' ');
    }
    node(argument);
  }

  private static String returnType(long number) {
    String name =
        switch ((int) (number & ~ReturnType.INVERTED)) {
          case ReturnType.NONE -> "NONE";
          case ReturnType.INDEX -> "INDEX";
          case ReturnType.REVERSE_INDEX -> "REVERSE_INDEX";
          case ReturnType.RANK -> "RANK";
          case ReturnType.REVERSE_RANK -> "REVERSE_RANK";
          case ReturnType.COUNT -> "COUNT";
          case ReturnType.KEY -> "KEY";
          case ReturnType.VALUE -> "VALUE";
          case ReturnType.KEY_VALUE -> "KEY_VALUE";
          case ReturnType.EXISTS -> "EXISTS";
          case ReturnType.UNORDERED_MAP -> "UNORDERED_MAP";
          case ReturnType.ORDERED_MAP -> "ORDERED_MAP";
          default -> Long.toString(number & ~ReturnType.INVERTED);
        };
    return (number & ReturnType.INVERTED) != 0 ? name + " inverted" : name;
  }

  private void select(ExpNode.Select select) {
    ExpNode modification = select.modification();
    out.append(modification == null ? "PathExp.select(" : "PathExp.modify(");
    node(select.subject());
    out.append(", flags ").append(select.flags());
    if (modification != null) {
      out.append(", ");
      node(modification);
    }
    out.append(')');
    at(select.path());
  }

  private void at(List<PathStep> path) {
    if (!path.isEmpty()) {
      out.append(".at(");
      path(path);
      out.append(')');
    }
  }

  private void path(List<PathStep> path) {
    String separator = "";
    for (PathStep step : path) {
      out.append(separator);
      step(step);
      separator = ".";
    }
  }

  private void step(PathStep step) {
    int code = step.code();
    ExpNode filter = step.filter();
    if (filter != null && (code & ContextCode.AND) != 0) {
      out.append("where(");
      node(filter);
      out.append(')');
      return;
    }
    if (filter != null) {
      boolean all = filter instanceof ExpNode.Literal(Boolean value, var type) && value;
      out.append(all ? "allChildren(" : "allChildrenWhere(");
      if (!all) {
        node(filter);
      }
      out.append(')');
      return;
    }
    if ((code & ContextCode.LIST) != 0) {
      out.append("list");
    } else if ((code & ContextCode.MAP) != 0) {
      out.append("map");
    }
    out.append(
        switch (code & ContextCode.BASE_MASK) {
          case ContextCode.INDEX -> "Index";
          case ContextCode.RANK -> "Rank";
          case ContextCode.KEY -> "Key";
          case ContextCode.VALUE -> "Value";
          case ContextCode.KEY_LIST -> "Keys";
          default -> "Step" + (code & ContextCode.BASE_MASK);
        });
    int creates = code & ContextCode.CREATE_MASK;
    out.append(creates == 0 ? "(" : "Create(").append(Values.toString(step.value()));
    if (creates != 0) {
      out.append(", ").append(orderName(code, creates));
    }
    out.append(')');
  }

  private static String orderName(int code, int creates) {
    if ((code & ContextCode.LIST) != 0) {
      return switch (creates) {
        case ContextCode.CREATE_LIST_ORDERED -> "ORDERED";
        case ContextCode.CREATE_LIST_UNBOUNDED -> "UNORDERED padded";
        default -> "UNORDERED";
      };
    }
    return switch (creates) {
      case ContextCode.CREATE_MAP_KEY_ORDERED -> "KEY_ORDERED";
      case ContextCode.CREATE_MAP_KEY_VALUE_ORDERED -> "KEY_VALUE_ORDERED";
      default -> "UNORDERED";
    };
  }
}
