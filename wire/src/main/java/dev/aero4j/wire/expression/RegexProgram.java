package dev.aero4j.wire.expression;

import dev.aero4j.wire.ProtocolException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A regular expression as instructions. Without references to groups, all ways through it are
 * followed side by side, one byte of the text after the other: the time is that of the pattern
 * times the text, whatever they are. With references, one way is tried after the other.
 *
 * <pre>
 *   a(?:b|c)*    0 BYTE a
 *                1 SPLIT 2 8        once more, or on
 *                2 LOOP
 *                3 SPLIT 4 6
 *                4 BYTE b
 *                5 JUMP 7
 *                6 BYTE c
 *                7 JUMP 1
 *                8 END
 * </pre>
 */
final class RegexProgram {
  /** Groups after these cannot be referred to. */
  static final int MAX_GROUP = 9;

  /** As many instructions as a repetition within a repetition may come to. */
  private static final int MAX_SIZE = 1 << 20;

  static final int BYTE = 0;
  static final int SET = 1;
  static final int PLACE = 2;
  static final int JUMP = 3;
  static final int SPLIT = 4;
  static final int BEGIN_GROUP = 5;
  static final int END_GROUP = 6;
  static final int REFERENCE = 7;

  /** Goes on only where the text has moved on since the same loop was here before. */
  static final int LOOP = 8;

  static final int END = 9;

  private static final List<RegexNode.Place> PLACES = List.of(RegexNode.Place.values());

  private final boolean ignoreCase;
  private final String pattern;
  private boolean hasReferences;
  private int loops;
  private int size;
  private byte[] codes = new byte[16];
  private int[] first = new int[16];
  private int[] second = new int[16];
  private BitSet[] sets = new BitSet[4];
  private int setCount;

  private RegexProgram(boolean ignoreCase, String pattern) {
    this.ignoreCase = ignoreCase;
    this.pattern = pattern;
  }

  /**
   * Compiles a pattern.
   *
   * @param pattern its text, for messages
   * @throws ProtocolException when it comes to too many instructions
   */
  static RegexProgram of(RegexNode parsed, boolean ignoreCase, String pattern) {
    RegexProgram program = new RegexProgram(ignoreCase, pattern);
    program.add(parsed);
    int unused = program.add(END, 0);
    return program;
  }

  private void add(RegexNode node) {
    switch (node) {
      case RegexNode.Literal(int value) -> add(BYTE, value);
      case RegexNode.OneOf(BitSet bytes) -> add(SET, setNumber(bytes));
      case RegexNode.Place place -> add(PLACE, PLACES.indexOf(place));
      case RegexNode.Sequence(var parts) -> parts.forEach(this::add);
      case RegexNode.Choice choice -> addChoice(choice);
      case RegexNode.Repeat repeat -> addRepeat(repeat);
      case RegexNode.Group(var part, int number) -> {
        add(BEGIN_GROUP, number);
        add(part);
        add(END_GROUP, number);
      }
      case RegexNode.Reference(int group) -> {
        hasReferences = true;
        add(REFERENCE, group);
      }
    }
  }

  private void addChoice(RegexNode.Choice choice) {
    int last = choice.options().size() - 1;
    int[] jumps = new int[last];
    for (int i = 0; i < last; i++) {
      int split = add(SPLIT, size + 1);
      add(choice.options().get(i));
      jumps[i] = add(JUMP, 0);
      second[split] = size;
    }
    add(choice.options().get(last));
    for (int jump : jumps) {
      first[jump] = size;
    }
  }

  private void addRepeat(RegexNode.Repeat repeat) {
    for (int i = 0; i < repeat.least(); i++) {
      add(repeat.part());
    }
    if (repeat.most() < 0) {
      int split = add(SPLIT, size + 1);
      add(LOOP, loops++);
      add(repeat.part());
      add(JUMP, split);
      second[split] = size;
      return;
    }
    int optional = repeat.most() - repeat.least();
    int[] splits = new int[optional];
    for (int i = 0; i < optional; i++) {
      splits[i] = add(SPLIT, size + 1);
      add(repeat.part());
    }
    for (int split : splits) {
      second[split] = size;
    }
  }

  private int add(int code, int operand) {
    if (size == MAX_SIZE) {
      throw PosixRegex.malformed(pattern, "too many repetitions within repetitions");
    }
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, 2 * size);
      first = Arrays.copyOf(first, 2 * size);
      second = Arrays.copyOf(second, 2 * size);
    }
    codes[size] = (byte) code;
    first[size] = operand;
    return size++;
  }

  private int setNumber(BitSet bytes) {
    if (setCount > 0 && sets[setCount - 1].equals(bytes)) {
      return setCount - 1;
    }
    if (setCount == sets.length) {
      sets = Arrays.copyOf(sets, 2 * setCount);
    }
    sets[setCount] = bytes;
    return setCount++;
  }

  /** Returns whether it is found anywhere in the text, in reasonable time. */
  boolean isIn(byte[] text) {
    return hasReferences
        ? new RegexTrial(this, text).succeeds()
        : new RegexSweep(this, text).succeeds();
  }

  int size() {
    return size;
  }

  int code(int at) {
    return codes[at];
  }

  /** Returns where a split or jump goes, or else what the instruction is about. */
  int operand(int at) {
    return first[at];
  }

  /** Returns where else a split goes. */
  int otherWay(int at) {
    return second[at];
  }

  int loops() {
    return loops;
  }

  boolean ignoresCase() {
    return ignoreCase;
  }

  /** Returns whether the instruction, {@link #BYTE} or {@link #SET}, takes a byte. */
  boolean takes(int at, byte value) {
    return codes[at] == BYTE ? first[at] == (value & 0xFF) : sets[first[at]].get(value & 0xFF);
  }

  /** Returns whether a {@link #PLACE} is before the byte at {@code position}. */
  boolean isPlace(int at, byte[] text, int position) {
    boolean wordBefore = position > 0 && RegexParser.isWord(text[position - 1]);
    boolean wordAfter = position < text.length && RegexParser.isWord(text[position]);
    return switch (PLACES.get(first[at])) {
      case TEXT_START -> position == 0;
      case TEXT_END -> position == text.length;
      case LINE_START -> position == 0 || text[position - 1] == '\n';
      case LINE_END -> position == text.length || text[position] == '\n';
      case WORD_START -> !wordBefore && wordAfter;
      case WORD_END -> wordBefore && !wordAfter;
      case WORD_EDGE -> wordBefore != wordAfter;
      case NO_WORD_EDGE -> wordBefore == wordAfter;
    };
  }
}
