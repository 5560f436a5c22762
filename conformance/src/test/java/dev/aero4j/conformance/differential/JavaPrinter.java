package dev.aero4j.conformance.differential;

import dev.aero4j.model.BytesKey;
import dev.aero4j.model.ExtensionValue;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.RawValue;
import dev.aero4j.model.SpecialValue;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.expression.ExpPrinter;
import dev.aero4j.wire.expression.ExpReader;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.OrderedList;
import dev.aero4j.wire.value.OrderedMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes programs and values as Java, in the words of {@link Cases}. */
final class JavaPrinter {
  private JavaPrinter() {}

  static String print(Program program) {
    StringBuilder text = new StringBuilder("Cases.");
    text.append(
        switch (program.act()) {
          case OPERATE -> "program(";
          case GET -> "get(";
          case REMOVE -> "remove(";
        });
    StringJoiner bins = new StringJoiner(",\n        ", "\n    Cases.bins(", ")");
    program
        .before()
        .forEach(bin -> bins.add(text(bin.bin()) + ", " + value(StepPrinter.held(bin))));
    text.append(bins);
    program.steps().forEach(step -> text.append(",\n    ").append(StepPrinter.print(step)));
    text.append(')');
    byte[] filter = program.filter();
    if (filter != null) {
      text.append("\n    .filtered(").append(expression(filter)).append(')');
    }
    return text.toString();
  }

  /** Returns the Java that makes a value, or a part of a call. */
  static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Long number when number == Long.MIN_VALUE -> "Long.MIN_VALUE";
      case Long number -> number + "L";
      case Float number -> "Float.intBitsToFloat(" + Float.floatToRawIntBits(number) + ")";
      case Double number when !Double.isFinite(number) ->
          "Double.longBitsToDouble(" + Double.doubleToRawLongBits(number) + "L)";
      case Double number -> number.toString();
      case String text -> text(text);
      case byte[] bytes -> bytes(bytes);
      case BytesKey key -> "BytesKey.of(" + bytes(key.toBytes()) + ")";
      case GeoJson geo -> "GeoJson.of(" + text(geo.json()) + ")";
      case HyperLogLog sketch -> "HyperLogLog.of(" + bytes(sketch.toBytes()) + ")";
      case SpecialValue special -> "SpecialValue." + special;
      case RawValue raw -> "new RawValue(" + raw.type() + ", " + bytes(raw.bytes()) + ")";
      case ExtensionValue other ->
          "new ExtensionValue(" + other.type() + ", " + bytes(other.bytes()) + ")";
      case Packed packed -> "Cases.packed(\"" + hex(packed.bytes()) + "\")";
      case OrderedList list -> "OrderedList.of(" + list(list) + ")";
      case List<?> list -> list(list);
      case Map<?, ?> map -> map(map);
      default -> String.valueOf(value);
    };
  }

  /** Returns the Java of an expression, with a comment that tells what it is. */
  static String expression(byte[] expression) {
    String told;
    try {
      told = ExpPrinter.print(ExpReader.readUnchecked(expression));
    } catch (ProtocolException e) {
      told = "no expression: " + e.getMessage();
    }
    StringBuilder comment = new StringBuilder();
    // A backslash and a u begin an escape even in comments.
    told.chars().forEach(c -> comment.append(c >= ' ' && c <= '~' && c != '\\' ? (char) c : '?'));
    return "Cases.packed(\n        // " + comment + "\n        \"" + hex(expression) + "\")";
  }

  /** Returns the name of a kind of operation, qualified. */
  static String operation(int type) {
    return switch (type) {
      case OperationType.READ -> "OperationType.READ";
      case OperationType.WRITE -> "OperationType.WRITE";
      case OperationType.CDT_READ -> "OperationType.CDT_READ";
      case OperationType.CDT_MODIFY -> "OperationType.CDT_MODIFY";
      case OperationType.INCREMENT -> "OperationType.INCREMENT";
      case OperationType.EXPRESSION_READ -> "OperationType.EXPRESSION_READ";
      case OperationType.EXPRESSION_MODIFY -> "OperationType.EXPRESSION_MODIFY";
      case OperationType.BIT_READ -> "OperationType.BIT_READ";
      case OperationType.BIT_MODIFY -> "OperationType.BIT_MODIFY";
      case OperationType.HLL_READ -> "OperationType.HLL_READ";
      case OperationType.HLL_MODIFY -> "OperationType.HLL_MODIFY";
      default -> Integer.toString(type);
    };
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String bytes(byte[] bytes) {
    return "Cases.bytes(\"" + hex(bytes) + "\")";
  }

  private static String list(List<?> list) {
    // One null alone would be taken for the array of the elements.
    String first = list.size() == 1 && list.getFirst() == null ? "(Object) " : "";
    StringJoiner elements = new StringJoiner(", ", "Cases.list(" + first, ")");
    list.forEach(element -> elements.add(value(element)));
    return elements.toString();
  }

  private static String map(Map<?, ?> map) {
    String kind =
        map instanceof OrderedMap ordered
            ? ordered.valueOrdered() ? "Cases.keyValueOrdered(" : "Cases.keyOrdered("
            : "Cases.map(";
    StringJoiner entries = new StringJoiner(", ", kind, ")");
    map.forEach((key, value) -> entries.add(value(key)).add(value(value)));
    return entries.toString();
  }

  static String text(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c == '\n') {
        literal.append("\\n");
      } else if (c == '\r') {
        literal.append("\\r");
      } else if (c < ' ' || c > '~') {
        literal.append(String.format("\\u%04x", (int) c));
      } else {
        literal.append(c);
      }
    }
    return literal.append('"').toString();
  }
}
