package dev.aero4j.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON text (RFC 8259) into what a bin can hold: Map with text keys, List, String, Long for
 * numbers without fraction and exponent, else Double, Boolean and null.
 */
final class JsonReader {
  /** Deeper text is nobody's data, and would exhaust the stack. */
  private static final int MAX_DEPTH = 200;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * Reads one value.
   *
   * @throws IllegalArgumentException saying what was expected, and where
   */
  static @Nullable Object read(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value();
    reader.skipSpace();
    if (reader.at < text.length()) {
      throw reader.expected("the end");
    }
    return value;
  }

  private @Nullable Object value() {
    skipSpace();
    if (at >= text.length()) {
      throw expected("a value");
    }
    return switch (text.charAt(at)) {
      case '{' -> map();
      case '[' -> list();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> map() {
    enter();
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    if (!endsWith('}')) {
      do {
        skipSpace();
        String name = string();
        take(':');
        map.put(name, value());
      } while (goesOn('}'));
    }
    depth--;
    return map;
  }

  private List<@Nullable Object> list() {
    enter();
    List<@Nullable Object> list = new ArrayList<>();
    if (!endsWith(']')) {
      do {
        list.add(value());
      } while (goesOn(']'));
    }
    depth--;
    return list;
  }

  private void enter() {
    at++;
    if (++depth > MAX_DEPTH) {
      throw expected("at most " + MAX_DEPTH + " levels");
    }
  }

  /** Takes the closing bracket of an empty collection, if it is there. */
  private boolean endsWith(char close) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == close) {
      at++;
      return true;
    }
    return false;
  }

  /** Takes a comma (true) or the closing bracket (false). */
  private boolean goesOn(char close) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == ',') {
      at++;
      return true;
    }
    take(close);
    return false;
  }

  private void take(char wanted) {
    skipSpace();
    if (at >= text.length() || text.charAt(at) != wanted) {
      throw expected("'" + wanted + "'");
    }
    at++;
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    if (!text.startsWith(word, at)) {
      throw expected(word);
    }
    at += word.length();
    return value;
  }

  private Object number() {
    int start = at;
    while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String number = text.substring(start, at);
    if (!number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
      at = start;
      throw expected("a value");
    }
    if (number.matches("-?\\d+")) {
      try {
        return Long.parseLong(number);
      } catch (NumberFormatException e) {
        at = start;
        throw expected("an integer of at most 64 bits");
      }
    }
    return Double.parseDouble(number);
  }

  private String string() {
    if (at >= text.length() || text.charAt(at) != '"') {
      throw expected("'\"'");
    }
    at++;
    StringBuilder string = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return string.toString();
      }
      if (c < ' ') {
        at--;
        throw expected("no control character inside text");
      }
      string.append(c == '\\' ? escaped() : c);
    }
    throw expected("'\"' at the end of text");
  }

  private char escaped() {
    if (at >= text.length()) {
      throw expected("what is escaped");
    }
    char c = text.charAt(at++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw expected("one of \" \\ / b f n r t u after \\");
    };
  }

  private char unicode() {
    String digits = text.substring(at, Math.min(text.length(), at + 4));
    if (!digits.matches("[0-9a-fA-F]{4}")) {
      throw expected("four hexadecimal digits");
    }
    at += 4;
    return (char) Integer.parseInt(digits, 16);
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException expected(String what) {
    return new IllegalArgumentException(
        "expected " + what + " at character " + (at + 1) + " of " + text);
  }
}
