package dev.aero4j.cli;

import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a bin can hold as JSON on one line. What JSON has no word for becomes an object with
 * one name that starts with a dollar: {@code {"$hex":"0aff"}} for bytes, {@code {"$geo":…}}, {@code
 * {"$hll":"<hex>"}}, and {@code {"$double":"NaN"}}; map keys that are not text become their JSON.
 */
final class JsonWriter {
  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  static String write(@Nullable Object value) {
    JsonWriter writer = new JsonWriter();
    writer.value(value);
    return writer.out.toString();
  }

  private void value(@Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case String text -> string(text);
      case Boolean flag -> out.append(flag);
      case Double number when number.isNaN() || number.isInfinite() ->
          wrapped("$double", number.toString());
      case Number number -> out.append(number);
      case byte[] bytes -> wrapped("$hex", HexFormat.of().formatHex(bytes));
      case HyperLogLog sketch -> wrapped("$hll", HexFormat.of().formatHex(sketch.toBytes()));
      case GeoJson geometry -> wrapped("$geo", geometry.json());
      case List<?> list -> list(list);
      case Map<?, ?> map -> map(map);
      default -> string(value.toString());
    }
  }

  private void list(List<?> list) {
    String separator = "[";
    for (Object item : list) {
      out.append(separator);
      value(item);
      separator = ",";
    }
    out.append(list.isEmpty() ? "[]" : "]");
  }

  private void map(Map<?, ?> map) {
    String separator = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      Object key = entry.getKey();
      string(key instanceof String text ? text : write(key));
      out.append(':');
      value(entry.getValue());
      separator = ",";
    }
    out.append(map.isEmpty() ? "{}" : "}");
  }

  private void wrapped(String name, String text) {
    out.append('{');
    string(name);
    out.append(':');
    string(text);
    out.append('}');
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
