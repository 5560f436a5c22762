package dev.aero4j.wire.info;

import dev.aero4j.wire.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The text of info requests and answers.
 *
 * <p>A request is a list of names, one a line; an answer has a line for each, {@code name TAB
 * value}. Values are lists with {@code ;} between the entries, or {@code key=value} pairs with
 * {@code ;} between.
 */
public final class InfoText {
  private InfoText() {}

  /** Returns a request for these names. */
  public static byte[] request(String... names) {
    return request(List.of(names));
  }

  /**
   * Returns a request for these names.
   *
   * @throws IllegalArgumentException when a name is empty or has a line break
   */
  public static byte[] request(Collection<String> names) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      if (name.isEmpty() || name.indexOf('\n') >= 0) {
        throw new IllegalArgumentException("'" + name + "' is not one line of an info request");
      }
      text.append(name).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the names of a request; empty lines are left out. */
  public static List<String> parseRequest(byte[] request) {
    return split(new String(request, StandardCharsets.UTF_8), '\n');
  }

  /**
   * Returns an answer with these names and values, in the order of the map.
   *
   * @throws IllegalArgumentException when a name has a tab or a line break
   */
  public static byte[] response(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (name, value) -> {
          if (name.indexOf('\t') >= 0 || name.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("'" + name + "' is not the name of an info value");
          }
          text.append(name).append('\t').append(value).append('\n');
        });
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Returns the values of an answer by name. Every line with a tab starts a value, so that a value
   * may have tabs; a line without one goes on with the value before. Lines before the first name,
   * with which a node refuses a whole request, are the value of the name "".
   */
  public static Map<String, String> parseResponse(byte[] response) {
    return parseResponse(response, name -> true);
  }

  /**
   * Returns the values of an answer by name, when the names asked for are known: only those start a
   * value, so that values may have tabs and line breaks.
   */
  public static Map<String, String> parseResponse(byte[] response, Collection<String> names) {
    return parseResponse(response, names::contains);
  }

  private static Map<String, String> parseResponse(byte[] response, Predicate<String> isName) {
    Map<String, StringBuilder> values = new LinkedHashMap<>();
    String text = new String(response, StandardCharsets.UTF_8);
    StringBuilder current = null;
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      int tab = text.indexOf('\t', start);
      String name = tab >= 0 && tab < end ? text.substring(start, tab) : null;
      if (name != null && isName.test(name)) {
        current = new StringBuilder().append(text, tab + 1, end);
        values.put(name, current);
      } else if (current == null) {
        current = new StringBuilder().append(text, start, end);
        values.put("", current);
      } else {
        current.append('\n').append(text, start, end);
      }
      start = end + 1;
    }
    Map<String, String> result = LinkedHashMap.newLinkedHashMap(values.size());
    values.forEach((name, value) -> result.put(name, value.toString()));
    return result;
  }

  /** Returns the entries of {@code a;b;c}; empty ones are left out. */
  public static List<String> parseList(String text) {
    return split(text, ';');
  }

  /** Returns {@code a;b;c}. */
  public static String formatList(Collection<String> entries) {
    return String.join(";", entries);
  }

  /**
   * Returns the pairs of {@code key=value;key=value}; see {@link #parseKeyValues(String, char)}.
   */
  public static Map<String, String> parseKeyValues(String text) {
    return parseKeyValues(text, ';');
  }

  /**
   * Returns the pairs of {@code key=value} with a separator between. A value may have equals signs;
   * a key without one has the value "".
   */
  public static Map<String, String> parseKeyValues(String text, char separator) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : split(text, separator)) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        values.put(pair, "");
      } else {
        values.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return values;
  }

  /** Returns the rows of {@code a=1:b=2;a=3:b=4}, as the lists of sets and of indexes have them. */
  public static List<Map<String, String>> parseRows(String text) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String row : split(text, ';')) {
      rows.add(parseKeyValues(row, ':'));
    }
    return rows;
  }

  /** Returns {@code key=value;key=value}. */
  public static String formatKeyValues(Map<String, ?> values) {
    return formatKeyValues(values, ';');
  }

  /** Returns {@code key=value} pairs with a separator between. */
  public static String formatKeyValues(Map<String, ?> values, char separator) {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (key, value) -> {
          if (!text.isEmpty()) {
            text.append(separator);
          }
          text.append(key).append('=').append(value);
        });
    return text.toString();
  }

  /** Returns {@code a=1:b=2;a=3:b=4}. */
  public static String formatRows(Collection<? extends Map<String, ?>> rows) {
    return String.join(";", rows.stream().map(row -> formatKeyValues(row, ':')).toList());
  }

  /**
   * Reads {@code true} or {@code false}, in any case.
   *
   * @throws ProtocolException when it is neither
   */
  public static boolean parseBoolean(String text) {
    if ("true".equalsIgnoreCase(text)) {
      return true;
    } else if ("false".equalsIgnoreCase(text)) {
      return false;
    }
    throw new ProtocolException("'" + excerpt(text) + "' is neither true nor false");
  }

  /**
   * Reads a decimal number.
   *
   * @throws ProtocolException when it is none
   */
  public static long parseLong(String text) {
    try {
      return Long.parseLong(text.trim());
    } catch (NumberFormatException e) {
      throw new ProtocolException("'" + excerpt(text) + "' is not a number");
    }
  }

  /** Reads a decimal number within bounds; {@code what} names it in the error. */
  static int parseInt(String what, String text, int lowest, int highest) {
    long value = parseLong(text);
    if (value < lowest || value > highest) {
      throw new ProtocolException(
          what + " " + value + " is not between " + lowest + " and " + highest);
    }
    return (int) value;
  }

  /** Splits, and leaves empty parts out. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int next = text.indexOf(separator, start);
      int end = next < 0 ? text.length() : next;
      if (end > start) {
        parts.add(text.substring(start, end));
      }
      start = end + 1;
    }
    return parts;
  }

  /** Shortens foreign text for a message. */
  static String excerpt(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }
}
