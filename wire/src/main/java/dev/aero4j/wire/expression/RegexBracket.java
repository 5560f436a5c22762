package dev.aero4j.wire.expression;

import dev.aero4j.wire.ProtocolException;
import java.util.BitSet;
import java.util.Map;
import java.util.function.IntPredicate;

/** A bracket of a POSIX regular expression: a set of bytes. */
final class RegexBracket {
  private static final int BYTES = 256;
  private static final int ASCII = 128;

  /** The classes as they are in the C locale, which servers run in. */
  private static final Map<String, IntPredicate> CLASSES =
      Map.ofEntries(
          Map.entry("upper", RegexBracket::isUpper),
          Map.entry("lower", RegexBracket::isLower),
          Map.entry("alpha", RegexBracket::isLetter),
          Map.entry("digit", RegexBracket::isDigit),
          Map.entry("alnum", c -> isLetter(c) || isDigit(c)),
          Map.entry("punct", c -> isVisible(c) && !isLetter(c) && !isDigit(c)),
          Map.entry("graph", RegexBracket::isVisible),
          Map.entry("print", c -> isVisible(c) || c == ' '),
          Map.entry("space", c -> c == ' ' || (c >= '\t' && c <= '\r')),
          Map.entry("blank", c -> c == ' ' || c == '\t'),
          Map.entry("cntrl", c -> c < ' ' || c == 0x7F),
          Map.entry("xdigit", c -> isDigit(c) || (isLetter(c) && (c | 0x20) <= 'f')));

  private final String pattern;
  private final boolean ignoreCase;
  private final boolean newline;
  private final BitSet members = new BitSet(BYTES);
  private int at;

  /**
   * @param at where the pattern goes on after the opening bracket
   */
  RegexBracket(String pattern, int at, boolean ignoreCase, boolean newline) {
    this.pattern = pattern;
    this.at = at;
    this.ignoreCase = ignoreCase;
    this.newline = newline;
  }

  /** Returns where the pattern goes on after the closing bracket. */
  int end() {
    return at;
  }

  /** Reads the bracket. */
  BitSet members() {
    boolean negated = peek() == '^';
    if (negated) {
      at++;
    }
    boolean first = true;
    while (first || peek() != ']') {
      element(first);
      first = false;
    }
    at++;
    if (ignoreCase) {
      for (char c = 'a'; c <= 'z'; c++) {
        boolean either = members.get(c) || members.get(Character.toUpperCase(c));
        members.set(c, either);
        members.set(Character.toUpperCase(c), either);
      }
    }
    if (negated) {
      members.flip(0, BYTES);
      if (newline) {
        members.clear('\n');
      }
    }
    return members;
  }

  private void element(boolean first) {
    if (pattern.startsWith("[:", at)) {
      characterClass(name(':'));
      if (peek() == '-' && peekAt(1) != ']') {
        throw malformed("a range that begins with a class");
      }
      return;
    }
    // A hyphen stands for itself at either end of the bracket only.
    if (peek() == '-' && !first && peekAt(1) != ']') {
      throw malformed("a - in the middle of a bracket");
    }
    char from = character();
    if (peek() != '-' || peekAt(1) == ']') {
      members.set(from);
      return;
    }
    at++;
    if (pattern.startsWith("[:", at)) {
      throw malformed("a range that ends with a class");
    }
    char to = character();
    if (from > to) {
      throw malformed("a range from the end to the beginning");
    }
    members.set(from, to + 1);
  }

  private char character() {
    if (pattern.startsWith("[.", at) || pattern.startsWith("[=", at)) {
      String name = name(pattern.charAt(at + 1));
      if (name.length() != 1) {
        throw malformed("'" + name + "', which is no character");
      }
      return name.charAt(0);
    }
    char c = peek();
    at++;
    return c;
  }

  /** Takes a name between {@code [:} and {@code :]}, or the like. */
  private String name(char mark) {
    int end = pattern.indexOf("" + mark + ']', at + 2);
    if (end < 0) {
      throw malformed("a [ without ]");
    }
    String name = pattern.substring(at + 2, end);
    at = end + 2;
    return name;
  }

  private void characterClass(String name) {
    IntPredicate ofClass = CLASSES.get(name);
    if (ofClass == null) {
      throw malformed("[:" + name + ":], which there is not");
    }
    boolean eitherCase = ignoreCase && (name.equals("upper") || name.equals("lower"));
    for (int c = 0; c < ASCII; c++) {
      if (ofClass.test(c) || (eitherCase && isLetter(c))) {
        members.set(c);
      }
    }
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isLetter(int c) {
    return isUpper(c) || isLower(c);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isVisible(int c) {
    return c > ' ' && c < 0x7F;
  }

  private char peek() {
    return peekAt(0);
  }

  private char peekAt(int ahead) {
    if (at + ahead >= pattern.length()) {
      throw malformed("a [ without ]");
    }
    return pattern.charAt(at + ahead);
  }

  private ProtocolException malformed(String why) {
    return PosixRegex.malformed(pattern, why);
  }
}
