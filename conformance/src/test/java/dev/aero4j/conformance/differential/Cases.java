package dev.aero4j.conformance.differential;

import dev.aero4j.expression.Exp;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.MsgPackWriter;
import dev.aero4j.wire.value.OrderedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What programs are made of, in the words that {@link JavaPrinter} writes. */
final class Cases {
  private Cases() {}

  static Program program(Map<String, Object> bins, Step... steps) {
    return new Program(bins, List.of(steps));
  }

  /** Returns bins, of names and values in turn. */
  static Map<String, Object> bins(Object... namesAndValues) {
    Map<String, Object> bins = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      bins.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return bins;
  }

  static List<@Nullable Object> list(@Nullable Object... elements) {
    return new ArrayList<>(Arrays.asList(elements));
  }

  /** Returns a map, of keys and values in turn. */
  static Map<@Nullable Object, @Nullable Object> map(@Nullable Object... keysAndValues) {
    return fill(new LinkedHashMap<>(), keysAndValues);
  }

  static Map<@Nullable Object, @Nullable Object> keyOrdered(@Nullable Object... keysAndValues) {
    return fill(new OrderedMap(false), keysAndValues);
  }

  static Map<@Nullable Object, @Nullable Object> keyValueOrdered(
      @Nullable Object... keysAndValues) {
    return fill(new OrderedMap(true), keysAndValues);
  }

  private static Map<@Nullable Object, @Nullable Object> fill(
      Map<@Nullable Object, @Nullable Object> map, @Nullable Object... keysAndValues) {
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  /** Returns a path, of steps' numbers and what they go by in turn. */
  static List<@Nullable Object> path(@Nullable Object... codesAndValues) {
    return list(codesAndValues);
  }

  /** Returns a call on the list or map of a bin, or at the end of a path inside it. */
  static Step call(
      CallOpcode opcode, String bin, List<?> path, List<? extends @Nullable Object> arguments) {
    WireWriter out = new WireWriter(64);
    if (!path.isEmpty()) {
      MsgPackWriter.writeListHeader(out, 3);
      MsgPackWriter.writeLong(out, ContextCode.CALL_AT);
      MsgPackWriter.writeValue(out, path);
    }
    MsgPackWriter.writeListHeader(out, arguments.size() + 1);
    MsgPackWriter.writeLong(out, opcode.code());
    arguments.forEach(argument -> MsgPackWriter.writeValue(out, argument));
    StringJoiner source = new StringJoiner(", ", "Cases.call(", ")");
    source.add(opcode.getClass().getSimpleName() + "." + opcode).add('"' + bin + '"');
    source.add(print(path));
    source.add(JavaPrinter.value(arguments));
    int type = opcode.modifies() ? OperationType.CDT_MODIFY : OperationType.CDT_READ;
    return Step.raw(type, bin, out.toByteArray(), source.toString());
  }

  /**
   * An expression, in a path or as what becomes of an element.
   *
   * @param source the Java that makes {@code exp}
   */
  record Expr(Exp exp, String source) {
    @Override
    public String toString() {
      return "new Cases.Expr(" + source + ", \"\")";
    }
  }

  /** Returns a selection by a path that may branch. */
  static Step select(String bin, List<?> path, long flags) {
    String source = "Cases.select(\"" + bin + "\", " + print(path) + ", " + flags + ")";
    return Step.raw(
        OperationType.CDT_READ, bin, selection(path, flags, null).toByteArray(), source);
  }

  /** Returns a modification of what a path that may branch selects. */
  static Step modify(String bin, List<?> path, long flags, Expr modification) {
    String source =
        "Cases.modify(\"" + bin + "\", " + print(path) + ", " + flags + ", " + modification + ")";
    return Step.raw(
        OperationType.CDT_MODIFY, bin, selection(path, flags, modification).toByteArray(), source);
  }

  private static WireWriter selection(List<?> path, long flags, @Nullable Expr modification) {
    WireWriter out = new WireWriter(64);
    MsgPackWriter.writeListHeader(out, modification == null ? 3 : 4);
    MsgPackWriter.writeLong(out, ContextCode.SELECT);
    MsgPackWriter.writeListHeader(out, path.size());
    for (Object element : path) {
      if (element instanceof Expr expression) {
        expression.exp().build().writeTo(out);
      } else {
        MsgPackWriter.writeValue(out, element);
      }
    }
    MsgPackWriter.writeLong(out, flags);
    if (modification != null) {
      modification.exp().build().writeTo(out);
    }
    return out;
  }

  private static String print(List<?> path) {
    StringJoiner elements = new StringJoiner(", ", "Cases.path(", ")");
    path.forEach(element -> elements.add(JavaPrinter.value(element)));
    return elements.toString();
  }
}
