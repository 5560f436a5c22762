package dev.aero4j.embedded.internal.geo;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as strictly as the server does: one object or list and nothing after it, integers of
 * 64 bits, finite numbers. Gives {@code Map}, {@code List}, {@code String}, {@code Double}, {@code
 * Boolean} and null.
 */
final class Json {
  private static final int MAX_DEPTH = 2048;

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  /** What is not JSON as it must be. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed() {
      super("malformed JSON", null, false, false);
    }
  }

  static @Nullable Object parse(String text) throws Malformed {
    Json json = new Json(text);
    json.skipBlanks();
    require(json.peek() == '{' || json.peek() == '[');
    Object value = json.value();
    json.skipBlanks();
    require(json.at == text.length());
    return value;
  }

  private @Nullable Object value() throws Malformed {
    skipBlanks();
    return switch (peek()) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private @Nullable Object word(String word, @Nullable Object value) throws Malformed {
    require(text.startsWith(word, at));
    at += word.length();
    return value;
  }

  private Map<String, @Nullable Object> object() throws Malformed {
    enter();
    Map<String, @Nullable Object> members = new HashMap<>();
    if (!isEnd('}')) {
      do {
        skipBlanks();
        String name = string();
        skipBlanks();
        require(take() == ':');
        members.put(name, value());
      } while (isMore('}'));
    }
    depth--;
    return members;
  }

  private List<@Nullable Object> list() throws Malformed {
    enter();
    List<@Nullable Object> elements = new ArrayList<>();
    if (!isEnd(']')) {
      do {
        elements.add(value());
      } while (isMore(']'));
    }
    depth--;
    return elements;
  }

  private void enter() throws Malformed {
    at++;
    require(++depth <= MAX_DEPTH);
  }

  private boolean isEnd(char end) throws Malformed {
    skipBlanks();
    boolean found = peek() == end;
    at += found ? 1 : 0;
    return found;
  }

  private boolean isMore(char end) throws Malformed {
    skipBlanks();
    char next = take();
    require(next == ',' || next == end);
    return next == ',';
  }

  private String string() throws Malformed {
    require(take() == '"');
    StringBuilder out = new StringBuilder();
    for (char c = take(); c != '"'; c = take()) {
      require(c >= ' ');
      out.append(c == '\\' ? escaped() : c);
    }
    return out.toString();
  }

  private char escaped() throws Malformed {
    char c = take();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw new Malformed();
    };
  }

  private char unicode() throws Malformed {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(take(), 16);
      require(digit >= 0);
      code = code << 4 | digit;
    }
    // The server's library takes no NUL.
    require(code != 0);
    return (char) code;
  }

  private Double number() throws Malformed {
    int start = at;
    at += peek() == '-' ? 1 : 0;
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    boolean real = false;
    if (at < text.length() && text.charAt(at) == '.') {
      real = true;
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
      real = true;
      at++;
      at += peek() == '+' || peek() == '-' ? 1 : 0;
      digits();
    }
    String number = text.substring(start, at);
    require(real || new BigInteger(number).bitLength() < Long.SIZE);
    double value = Double.parseDouble(number);
    require(!Double.isInfinite(value));
    return value;
  }

  private void digits() throws Malformed {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    require(at > start);
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws Malformed {
    require(at < text.length());
    return text.charAt(at);
  }

  private char take() throws Malformed {
    char c = peek();
    at++;
    return c;
  }

  private static void require(boolean valid) throws Malformed {
    if (!valid) {
      throw new Malformed();
    }
  }
}
