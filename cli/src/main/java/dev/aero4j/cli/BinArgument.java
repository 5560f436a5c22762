package dev.aero4j.cli;

import dev.aero4j.Bins;
import dev.aero4j.model.GeoJson;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bin on the command line: {@code name=value}, or {@code name:type=value} where the type must not
 * be guessed.
 *
 * @param name the bin's name
 * @param value what to write; null removes the bin
 */
record BinArgument(String name, @Nullable Object value) {
  /** For help texts. */
  static final String SYNTAX =
      """
      A bin is NAME=VALUE or NAME:TYPE=VALUE.
      Without a type, 30 is an integer, 1.5 a double, true and false booleans, [..] and {..} JSON, \
      null removes the bin, and anything else is text.
      Types: string, int, double, bool, json, hex (bytes), geo (GeoJSON), null.
      """;

  static Bins bins(List<String> arguments) {
    Bins.Builder bins = Bins.builder();
    for (String argument : arguments) {
      BinArgument bin = parse(argument);
      bins.put(bin.name, bin.value);
    }
    return bins.build();
  }

  static BinArgument parse(String argument) {
    int equals = argument.indexOf('=');
    if (equals < 1) {
      throw new Failure(
          ExitCode.USAGE, "'" + argument + "' is no bin; expected NAME=VALUE or NAME:TYPE=VALUE");
    }
    String name = argument.substring(0, equals);
    String text = argument.substring(equals + 1);
    int colon = name.lastIndexOf(':');
    try {
      return colon < 0
          ? new BinArgument(name, guess(text))
          : new BinArgument(name.substring(0, colon), typed(name.substring(colon + 1), text));
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "'" + argument + "' cannot be read: " + e.getMessage(), e);
    }
  }

  private static @Nullable Object guess(String text) {
    if (text.matches("-?\\d+")) {
      return Long.parseLong(text);
    }
    if (text.matches("-?\\d+\\.\\d+([eE][+-]?\\d+)?")) {
      return Double.parseDouble(text);
    }
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> null;
      default -> text.startsWith("[") || text.startsWith("{") ? JsonReader.read(text) : text;
    };
  }

  private static @Nullable Object typed(String type, String text) {
    return switch (type) {
      case "string" -> text;
      case "int" -> Long.parseLong(text);
      case "double" -> Double.parseDouble(text);
      case "bool" -> bool(text);
      case "json" -> JsonReader.read(text);
      case "hex" -> HexFormat.of().parseHex(text);
      case "geo" -> GeoJson.of(text);
      case "null" -> nothing(text);
      default ->
          throw new IllegalArgumentException(
              "there is no type '"
                  + type
                  + "'; there are string, int, double, bool, json, hex, geo and null");
    };
  }

  private static boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("expected true or false");
    };
  }

  private static @Nullable Object nothing(String text) {
    if (!text.isEmpty()) {
      throw new IllegalArgumentException("null takes no value; expected NAME:null=");
    }
    return null;
  }
}
