package dev.aero4j.wire.expression;

import dev.aero4j.wire.ProtocolException;

/**
 * Turns a POSIX regular expression, basic or extended and with GNU's additions, into one of {@link
 * java.util.regex.Pattern} that is found in the same texts. Chars are bytes.
 *
 * <p>Every repetition is wrapped in a group of its own, because a second {@code +} or {@code ?}
 * would mean something else in Java.
 */
final class RegexTranslator {
  /** The most that an interval may repeat. */
  private static final int MAX_REPEAT = 0x7FFF;

  private static final String LINE_START = "(?:\\A|(?<=\\n))";
  private static final String LINE_END = "(?=\\n|\\z)";

  private final String pattern;
  private final boolean extended;
  private final boolean ignoreCase;
  private final boolean newline;
  private final StringBuilder out = new StringBuilder();
  private int at;

  /** How many groups have been opened, and which are closed and may be referred to. */
  private int groups;

  private int closedGroups;

  private RegexTranslator(String pattern, int flags) {
    this.pattern = pattern;
    this.extended = (flags & PosixRegex.EXTENDED) != 0;
    this.ignoreCase = (flags & PosixRegex.IGNORE_CASE) != 0;
    this.newline = (flags & PosixRegex.NEWLINE) != 0;
  }

  static String translate(String pattern, int flags) {
    RegexTranslator work = new RegexTranslator(pattern, flags);
    work.alternatives(0);
    return work.out.toString();
  }

  private void alternatives(int depth) {
    branch(depth);
    while (isOperator('|')) {
      skipOperator();
      out.append('|');
      branch(depth);
    }
  }

  /** Translates up to the next alternative, the end of the group, or the end. */
  private void branch(int depth) {
    int start = at;
    boolean first = true;
    while (at < pattern.length() && !isOperator('|') && !(depth > 0 && isOperator(')'))) {
      first = piece(depth, first, at == start);
    }
  }

  /**
   * Translates one atom and its repetitions.
   *
   * @param first whether nothing that can be repeated stands before it
   * @param atStart whether nothing at all stands before it in its branch
   * @return whether that is so for the next one
   */
  private boolean piece(int depth, boolean first, boolean atStart) {
    int start = out.length();
    if (first && isRepetition()) {
      if (extended || isOperator('{')) {
        throw malformed("nothing to repeat");
      }
      at += pattern.charAt(at) == '\\' ? 1 : 0;
      literal(pattern.charAt(at++));
    } else if (anchor(atStart)) {
      return true;
    } else {
      atom(depth);
    }
    boolean repeated = false;
    while (at < pattern.length() && isRepetition()) {
      if (repeated && !extended && (pattern.charAt(at) == '*' || isOperator('{'))) {
        throw malformed("a repetition of a repetition");
      }
      repeat(start);
      repeated = true;
    }
    return false;
  }

  private boolean anchor(boolean atStart) {
    char c = pattern.charAt(at);
    if (c == '^' && (extended || atStart)) {
      at++;
      out.append(newline ? LINE_START : "\\A");
      return true;
    }
    if (c == '$' && (extended || isLastOfBranch(at + 1))) {
      at++;
      out.append(newline ? LINE_END : "\\z");
      return true;
    }
    String word = c == '\\' && at + 1 < pattern.length() ? wordAnchor(pattern.charAt(at + 1)) : "";
    out.append(word);
    at += word.isEmpty() ? 0 : 2;
    return !word.isEmpty();
  }

  private static String wordAnchor(char c) {
    return switch (c) {
      case '`' -> "\\A";
      case '\'' -> "\\z";
      case 'b' -> "(?:(?<![\\w])(?=[\\w])|(?<=[\\w])(?![\\w]))";
      case 'B' -> "(?:(?<![\\w])(?![\\w])|(?<=[\\w])(?=[\\w]))";
      case '<' -> "(?<![\\w])(?=[\\w])";
      case '>' -> "(?<=[\\w])(?![\\w])";
      default -> "";
    };
  }

  private boolean isLastOfBranch(int next) {
    return next == pattern.length()
        || pattern.startsWith("\\|", next)
        || pattern.startsWith("\\)", next);
  }

  private void atom(int depth) {
    if (isOperator('(')) {
      skipOperator();
      group(depth);
      return;
    }
    if (!extended && isOperator(')')) {
      throw malformed("a \\) too many");
    }
    char c = pattern.charAt(at++);
    switch (c) {
      case '.' -> out.append(newline ? "[^\\n]" : "[\\x00-\\xFF]");
      case '[' -> {
        RegexBracket bracket = new RegexBracket(pattern, at, ignoreCase, newline);
        out.append(bracket.translate());
        at = bracket.end();
      }
      case '\\' -> escape();
      default -> literal(c);
    }
  }

  private void group(int depth) {
    int number = ++groups;
    out.append('(');
    alternatives(depth + 1);
    if (!isOperator(')')) {
      throw malformed("a ( without )");
    }
    skipOperator();
    out.append(')');
    if (number <= 9) {
      closedGroups |= 1 << number;
    }
  }

  private void escape() {
    if (at == pattern.length()) {
      throw malformed("a \\ at the end");
    }
    char c = pattern.charAt(at++);
    if (c >= '1' && c <= '9') {
      if ((closedGroups & 1 << (c - '0')) == 0) {
        throw malformed("\\" + c + " refers to no group");
      }
      // A digit that follows must not be read as a part of the number.
      out.append(ignoreCase ? "(?:(?i)\\" : "(?:\\").append(c).append(')');
      return;
    }
    switch (c) {
      case 'w', 'W', 's', 'S' -> out.append('\\').append(c);
      default -> literal(c);
    }
  }

  private void literal(char c) {
    if (ignoreCase && c < 0x80 && Character.isLetter(c)) {
      out.append('[').append(Character.toLowerCase(c)).append(Character.toUpperCase(c)).append(']');
    } else {
      out.append(String.format("\\x%02X", (int) c));
    }
  }

  private boolean isRepetition() {
    return pattern.charAt(at) == '*' || isOperator('+') || isOperator('?') || isOperator('{');
  }

  private void repeat(int start) {
    String repetition;
    if (pattern.charAt(at) == '*') {
      at++;
      repetition = "*";
    } else if (isOperator('{')) {
      skipOperator();
      repetition = interval();
    } else {
      repetition = isOperator('+') ? "+" : "?";
      skipOperator();
    }
    out.insert(start, "(?:").append(')').append(repetition);
  }

  /** Translates {@code m}, {@code m,}, {@code m,n} or {@code ,n} and the brace that ends it. */
  private String interval() {
    int least = number();
    int most = least;
    if (at < pattern.length() && pattern.charAt(at) == ',') {
      at++;
      most = number();
      least = Math.max(least, 0);
    }
    if (!isOperator('}') || least < 0) {
      throw malformed("a malformed {}");
    }
    skipOperator();
    if (least > MAX_REPEAT || most > MAX_REPEAT || (most >= 0 && least > most)) {
      throw malformed("a {} out of range");
    }
    return most < 0 ? "{" + least + ",}" : "{" + least + "," + most + "}";
  }

  /** Returns the number that comes next, -1 for none. */
  private int number() {
    int value = -1;
    while (at < pattern.length() && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9') {
      value = Math.min(Math.max(value, 0) * 10 + pattern.charAt(at++) - '0', MAX_REPEAT + 1);
    }
    return value;
  }

  /** Returns whether an operator comes next: bare when extended, behind a backslash otherwise. */
  private boolean isOperator(char operator) {
    return extended
        ? at < pattern.length() && pattern.charAt(at) == operator
        : at + 1 < pattern.length()
            && pattern.charAt(at) == '\\'
            && pattern.charAt(at + 1) == operator;
  }

  private void skipOperator() {
    at += extended ? 1 : 2;
  }

  private ProtocolException malformed(String why) {
    return new ProtocolException("regular expression '" + pattern + "' has " + why);
  }
}
