package dev.aero4j.wire.expression;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.expression.RegexNode.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a POSIX regular expression, basic or extended and with GNU's additions. Chars are bytes.
 */
final class RegexParser {
  /** The most that an interval may repeat. */
  private static final int MAX_REPEAT = 0x7FFF;

  /** How deep groups may lie in each other here; the library has no such limit but its stack. */
  private static final int MAX_DEPTH = 200;

  /** How many repetitions may follow each other here, those that come to one not counted. */
  private static final int MAX_REPETITIONS = 8;

  private static final int BYTES = 256;
  private static final BitSet WORD_BYTES = setOf(RegexParser::isWord);
  private static final BitSet BLANKS = setOf(c -> c == ' ' || (c >= '\t' && c <= '\r'));
  private static final BitSet NO_WORD_BYTES = setOf(c -> !isWord(c));
  private static final BitSet NO_BLANKS = setOf(c -> !BLANKS.get(c));
  private static final BitSet ANY = setOf(c -> true);
  private static final BitSet ANY_BUT_NEWLINE = setOf(c -> c != '\n');

  private final String pattern;
  private final boolean extended;
  private final boolean ignoreCase;
  private final boolean newline;
  private int at;

  /** How many groups have been opened, and which are closed and may be referred to. */
  private int groups;

  private int closedGroups;

  private RegexParser(String pattern, int flags) {
    this.pattern = pattern;
    this.extended = (flags & PosixRegex.EXTENDED) != 0;
    this.ignoreCase = (flags & PosixRegex.IGNORE_CASE) != 0;
    this.newline = (flags & PosixRegex.NEWLINE) != 0;
  }

  /**
   * Reads a pattern.
   *
   * @throws ProtocolException when it is malformed
   */
  static RegexNode parse(String pattern, int flags) {
    return new RegexParser(pattern, flags).alternatives(0);
  }

  private static BitSet setOf(IntPredicate members) {
    BitSet set = new BitSet(BYTES);
    for (int c = 0; c < BYTES; c++) {
      set.set(c, members.test(c));
    }
    return set;
  }

  /** Returns whether a byte belongs to words. */
  static boolean isWord(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private RegexNode alternatives(int depth) {
    RegexNode first = branch(depth);
    if (!isOperator('|')) {
      return first;
    }
    List<RegexNode> options = new ArrayList<>();
    options.add(first);
    while (isOperator('|')) {
      skipOperator();
      options.add(branch(depth));
    }
    return new RegexNode.Choice(options);
  }

  /** Reads up to the next alternative, the end of the group, or the end. */
  private RegexNode branch(int depth) {
    int start = at;
    boolean first = true;
    List<RegexNode> parts = new ArrayList<>();
    while (at < pattern.length() && !isOperator('|') && !(depth > 0 && isOperator(')'))) {
      first = piece(depth, first, at == start, parts);
    }
    return parts.size() == 1 ? parts.getFirst() : new RegexNode.Sequence(parts);
  }

  /**
   * Reads one atom and its repetitions.
   *
   * @param first whether nothing that can be repeated stands before it
   * @param atStart whether nothing at all stands before it in its branch
   * @param parts where it goes
   * @return whether nothing that can be repeated stands before the next one
   */
  private boolean piece(int depth, boolean first, boolean atStart, List<RegexNode> parts) {
    RegexNode piece;
    if (first && isRepetition()) {
      if (extended || isOperator('{')) {
        throw malformed("nothing to repeat");
      }
      at += pattern.charAt(at) == '\\' ? 1 : 0;
      piece = literal(pattern.charAt(at++));
    } else {
      RegexNode place = place(atStart);
      if (place != null) {
        parts.add(place);
        return true;
      }
      piece = atom(depth);
    }
    boolean repeated = false;
    int repetitions = 0;
    while (at < pattern.length() && isRepetition()) {
      if (repeated && !extended && (pattern.charAt(at) == '*' || isOperator('{'))) {
        throw malformed("a repetition of a repetition");
      }
      RegexNode.Repeat repeat = repeat(piece);
      RegexNode.Repeat merged = merged(repeat);
      if (merged == null && ++repetitions > MAX_REPETITIONS) {
        throw malformed("more repetitions of repetitions than " + MAX_REPETITIONS);
      }
      piece = merged == null ? repeat : merged;
      repeated = true;
    }
    parts.add(piece);
    return false;
  }

  private @Nullable RegexNode place(boolean atStart) {
    char c = pattern.charAt(at);
    if (c == '^' && (extended || atStart)) {
      at++;
      return newline ? Place.LINE_START : Place.TEXT_START;
    }
    if (c == '$' && (extended || isLastOfBranch(at + 1))) {
      at++;
      return newline ? Place.LINE_END : Place.TEXT_END;
    }
    Place place = c == '\\' && at + 1 < pattern.length() ? place(pattern.charAt(at + 1)) : null;
    at += place == null ? 0 : 2;
    return place;
  }

  private static @Nullable Place place(char escaped) {
    return switch (escaped) {
      case '`' -> Place.TEXT_START;
      case '\'' -> Place.TEXT_END;
      case 'b' -> Place.WORD_EDGE;
      case 'B' -> Place.NO_WORD_EDGE;
      case '<' -> Place.WORD_START;
      case '>' -> Place.WORD_END;
      default -> null;
    };
  }

  private boolean isLastOfBranch(int next) {
    return next == pattern.length()
        || pattern.startsWith("\\|", next)
        || pattern.startsWith("\\)", next);
  }

  private RegexNode atom(int depth) {
    if (isOperator('(')) {
      skipOperator();
      return group(depth);
    }
    if (!extended && isOperator(')')) {
      throw malformed("a \\) too many");
    }
    char c = pattern.charAt(at++);
    return switch (c) {
      case '.' -> new RegexNode.OneOf(newline ? ANY_BUT_NEWLINE : ANY);
      case '[' -> {
        RegexBracket bracket = new RegexBracket(pattern, at, ignoreCase, newline);
        RegexNode one = new RegexNode.OneOf(bracket.members());
        at = bracket.end();
        yield one;
      }
      case '\\' -> escape();
      default -> literal(c);
    };
  }

  private RegexNode group(int depth) {
    if (depth == MAX_DEPTH) {
      throw malformed("groups that are nested deeper than " + MAX_DEPTH);
    }
    int number = ++groups;
    RegexNode inside = alternatives(depth + 1);
    if (!isOperator(')')) {
      throw malformed("a ( without )");
    }
    skipOperator();
    if (number > RegexProgram.MAX_GROUP) {
      return inside;
    }
    closedGroups |= 1 << number;
    return new RegexNode.Group(inside, number);
  }

  private RegexNode escape() {
    if (at == pattern.length()) {
      throw malformed("a \\ at the end");
    }
    char c = pattern.charAt(at++);
    if (c >= '1' && c <= '9') {
      if ((closedGroups & 1 << (c - '0')) == 0) {
        throw malformed("\\" + c + " refers to no group");
      }
      return new RegexNode.Reference(c - '0');
    }
    return switch (c) {
      case 'w' -> new RegexNode.OneOf(WORD_BYTES);
      case 'W' -> new RegexNode.OneOf(NO_WORD_BYTES);
      case 's' -> new RegexNode.OneOf(BLANKS);
      case 'S' -> new RegexNode.OneOf(NO_BLANKS);
      default -> literal(c);
    };
  }

  private RegexNode literal(char c) {
    char upper = c < 0x80 ? Character.toUpperCase(c) : c;
    char lower = c < 0x80 ? Character.toLowerCase(c) : c;
    if (!ignoreCase || upper == lower) {
      return new RegexNode.Literal(c);
    }
    BitSet both = new BitSet(BYTES);
    both.set(upper);
    both.set(lower);
    return new RegexNode.OneOf(both);
  }

  private boolean isRepetition() {
    return pattern.charAt(at) == '*' || isOperator('+') || isOperator('?') || isOperator('{');
  }

  /** Returns one repetition for two that come to one, as {@code a+*} does, or null. */
  private static RegexNode.@Nullable Repeat merged(RegexNode.Repeat outer) {
    if (!(outer.part() instanceof RegexNode.Repeat inner)) {
      return null;
    } else if (outer.least() == 1 && outer.most() == 1) {
      return inner;
    }
    boolean simple = isSimple(outer) && isSimple(inner);
    return simple
        ? new RegexNode.Repeat(
            inner.part(),
            Math.min(outer.least(), inner.least()),
            outer.most() == inner.most() ? outer.most() : -1)
        : null;
  }

  /** Returns whether it is one of {@code *}, {@code +} and {@code ?}. */
  private static boolean isSimple(RegexNode.Repeat repeat) {
    return repeat.most() < 0 ? repeat.least() <= 1 : repeat.least() == 0 && repeat.most() == 1;
  }

  private RegexNode.Repeat repeat(RegexNode piece) {
    if (pattern.charAt(at) == '*') {
      at++;
      return new RegexNode.Repeat(piece, 0, -1);
    } else if (isOperator('{')) {
      skipOperator();
      return interval(piece);
    }
    boolean plus = isOperator('+');
    skipOperator();
    return plus ? new RegexNode.Repeat(piece, 1, -1) : new RegexNode.Repeat(piece, 0, 1);
  }

  /** Reads {@code m}, {@code m,}, {@code m,n} or {@code ,n} and the brace that ends it. */
  private RegexNode.Repeat interval(RegexNode piece) {
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
    return new RegexNode.Repeat(piece, least, most);
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
    return PosixRegex.malformed(pattern, why);
  }
}
