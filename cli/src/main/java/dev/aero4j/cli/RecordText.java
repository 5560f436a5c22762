package dev.aero4j.cli;

import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.RecordMeta;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.policy.Ttl;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows records, as a table or as JSON. */
final class RecordText {
  private final Terminal terminal;

  RecordText(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(Record record, boolean json) {
    if (json) {
      Map<String, @Nullable Object> all = about(record.key(), record.meta());
      all.put("bins", record.bins());
      terminal.line(JsonWriter.write(all));
      return;
    }
    terminal.line(terminal.bold(name(record.key())) + "  " + terminal.dim(life(record.meta())));
    Map<String, @Nullable Object> bins = record.bins();
    int nameWidth = bins.keySet().stream().mapToInt(String::length).max().orElse(0);
    int typeWidth = bins.values().stream().mapToInt(value -> type(value).length()).max().orElse(0);
    bins.forEach(
        (name, value) ->
            terminal.line(
                "  "
                    + terminal.cyan(padded(name, nameWidth))
                    + "  "
                    + terminal.dim(padded(type(value), typeWidth))
                    + "  "
                    + (value instanceof String text ? text : JsonWriter.write(value))));
  }

  /** Key, generation and time to live, for JSON. */
  static Map<String, @Nullable Object> about(Key key, RecordMeta meta) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("namespace", key.namespace());
    all.put("set", key.set());
    all.put("key", key.userKey());
    all.put("digest", key.digestHex());
    all.put("generation", meta.generation());
    all.put("ttl", meta.ttlSeconds());
    return all;
  }

  /** A key as people read it. */
  static String name(Key key) {
    Object userKey = key.userKey();
    return key.namespace()
        + (key.set().isEmpty() ? "" : "." + key.set())
        + " "
        + (userKey == null
            ? "digest:" + key.digestHex()
            : userKey instanceof String text ? text : JsonWriter.write(userKey));
  }

  /** Generation and time to live as people read them. */
  static String life(RecordMeta meta) {
    long seconds = meta.ttlSeconds();
    return "generation "
        + meta.generation()
        + (seconds == Ttl.NEVER_EXPIRE
            ? ", never expires"
            : ", expires in " + duration(Duration.ofSeconds(seconds)));
  }

  private static String duration(Duration left) {
    if (left.toDays() > 0) {
      return left.toDays() + " d " + left.toHoursPart() + " h";
    }
    if (left.toHours() > 0) {
      return left.toHours() + " h " + left.toMinutesPart() + " min";
    }
    return left.toMinutes() > 0
        ? left.toMinutes() + " min " + left.toSecondsPart() + " s"
        : left.toSeconds() + " s";
  }

  private static String type(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Long integer -> "integer";
      case Double number -> "double";
      case String text -> "string";
      case Boolean flag -> "boolean";
      case byte[] bytes -> "bytes";
      case List<?> list -> "list";
      case Map<?, ?> map -> "map";
      case GeoJson geometry -> "geojson";
      case HyperLogLog sketch -> "hyperloglog";
      default -> "other";
    };
  }

  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
