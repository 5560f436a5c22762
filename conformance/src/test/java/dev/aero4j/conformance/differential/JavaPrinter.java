package dev.aero4j.conformance.differential;

import dev.aero4j.model.BytesKey;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.SpecialValue;
import dev.aero4j.wire.value.OrderedList;
import dev.aero4j.wire.value.OrderedMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes programs and values as Java, to be kept as cases. */
final class JavaPrinter {
  private JavaPrinter() {}

  static String print(Program program) {
    StringBuilder text = new StringBuilder("Cases.program(Cases.bins(");
    StringJoiner bins = new StringJoiner(", ");
    program.bins().forEach((name, value) -> bins.add('"' + name + "\", " + value(value)));
    text.append(bins).append(')');
    for (Step step : program.steps()) {
      text.append(",\n    ").append(step.source());
    }
    return text.append(')').toString();
  }

  /** Returns the Java that makes a value. */
  static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
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
      case OrderedList list -> "OrderedList.of(" + list(list) + ")";
      case List<?> list -> list(list);
      case Map<?, ?> map -> map(map);
      default -> String.valueOf(value);
    };
  }

  private static String list(List<?> list) {
    StringJoiner elements = new StringJoiner(", ", "Cases.list(", ")");
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

  private static String bytes(byte[] bytes) {
    StringJoiner elements = new StringJoiner(", ", "new byte[] {", "}");
    for (byte element : bytes) {
      elements.add(Byte.toString(element));
    }
    return elements.toString();
  }

  private static String text(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        literal.append(String.format("\\u%04x", (int) c));
      } else {
        literal.append(c);
      }
    }
    return literal.append('"').toString();
  }
}
