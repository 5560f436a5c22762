package dev.aero4j.internal.columns.npy;

import dev.aero4j.InvalidArgumentException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads as much of Python's notation of values as headers of {@code .npy} files use: dictionaries,
 * tuples and lists (both a List), strings, integers (Long), {@code True} and {@code False}.
 */
final class PythonLiteral {
  /** A header is three deep; whoever nests deeper wants to exhaust the stack. */
  private static final int MAX_DEPTH = 16;

  private final String text;

  // Where the next character is. Owned by the one thread that parses.
  private int at;

  private PythonLiteral(String text) {
    this.text = text;
  }

  /**
   * Reads one value.
   *
   * @throws InvalidArgumentException when the text is none, or something follows it
   */
  static Object parse(String text) {
    PythonLiteral parser = new PythonLiteral(text);
    Object value = parser.value(0);
    parser.skipSpace();
    if (parser.at < text.length()) {
      throw parser.unexpected("the end");
    }
    return value;
  }

  private Object value(int depth) {
    if (depth > MAX_DEPTH) {
      throw unexpected("less nesting");
    }
    skipSpace();
    char c = peek();
    if (c == '{') {
      return dictionary(depth);
    } else if (c == '(') {
      return sequence(')', depth);
    } else if (c == '[') {
      return sequence(']', depth);
    } else if (c == '\'' || c == '"') {
      return string();
    } else if (c == '-' || isDigit(c)) {
      return integer();
    } else if (takeWord("True")) {
      return true;
    } else if (takeWord("False")) {
      return false;
    }
    throw unexpected("a value");
  }

  private Map<Object, Object> dictionary(int depth) {
    at++;
    Map<Object, Object> map = new LinkedHashMap<>();
    while (!take('}')) {
      Object key = value(depth + 1);
      if (!take(':')) {
        throw unexpected("':'");
      }
      map.put(key, value(depth + 1));
      if (!take(',') && !sees('}')) {
        throw unexpected("',' or '}'");
      }
    }
    return map;
  }

  private List<Object> sequence(char end, int depth) {
    at++;
    List<Object> list = new ArrayList<>();
    while (!take(end)) {
      list.add(value(depth + 1));
      if (!take(',') && !sees(end)) {
        throw unexpected("',' or '" + end + "'");
      }
    }
    return list;
  }

  private String string() {
    char quote = text.charAt(at++);
    StringBuilder read = new StringBuilder();
    while (true) {
      char c = next();
      if (c == quote) {
        return read.toString();
      } else if (c == '\\') {
        escape(read);
      } else {
        read.append(c);
      }
    }
  }

  private void escape(StringBuilder read) {
    char c = next();
    switch (c) {
      case '\\', '\'', '"' -> read.append(c);
      case 'n' -> read.append('\n');
      case 'r' -> read.append('\r');
      case 't' -> read.append('\t');
      case 'x' -> read.appendCodePoint(hexadecimal(2));
      case 'u' -> read.appendCodePoint(hexadecimal(4));
      case 'U' -> read.appendCodePoint(hexadecimal(8));
      default -> throw unexpected("an escape in a string");
    }
  }

  private int hexadecimal(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0 || value > Character.MAX_CODE_POINT >> 4) {
        throw unexpected(digits + " hexadecimal digits of a character");
      }
      value = value << 4 | digit;
    }
    if (value > Character.MAX_CODE_POINT) {
      throw unexpected("a character of Unicode");
    }
    return value;
  }

  private Long integer() {
    int start = at;
    take('-');
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    String digits = text.substring(start, at);
    // Python 2 marked its long integers.
    take('L');
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException e) {
      throw unexpected("an integer of 64 bits");
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean takeWord(String word) {
    if (text.startsWith(word, at)) {
      at += word.length();
      return true;
    }
    return false;
  }

  private boolean take(char c) {
    boolean seen = sees(c);
    at += seen ? 1 : 0;
    return seen;
  }

  private boolean sees(char c) {
    skipSpace();
    return at < text.length() && text.charAt(at) == c;
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw unexpected("more");
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private InvalidArgumentException unexpected(String expected) {
    return new InvalidArgumentException(
        "the header is not what NumPy writes: expected "
            + expected
            + " at character "
            + at
            + " of "
            + (text.length() > 200 ? text.substring(0, 200) + "…" : text.strip()));
  }
}
