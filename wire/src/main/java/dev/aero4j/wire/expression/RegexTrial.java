package dev.aero4j.wire.expression;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Tries one way through a program with references after the other, for as long as is reasonable:
 * there may be more of them than anybody can try. Confined to one search.
 */
final class RegexTrial {
  private static final long MAX_STEPS = 2_000_000;

  private final RegexProgram program;
  private final byte[] text;
  private final Deque<Way> ways = new ArrayDeque<>();
  private long steps;

  RegexTrial(RegexProgram program, byte[] text) {
    this.program = program;
    this.text = text;
  }

  /**
   * A way that is still to be tried.
   *
   * @param places where groups begin and end, -1 for nowhere yet, and then where loops were entered
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Way(int at, int position, int[] places) {}

  boolean succeeds() {
    for (int start = 0; start <= text.length; start++) {
      int[] places = new int[2 * (RegexProgram.MAX_GROUP + 1) + program.loops()];
      Arrays.fill(places, -1);
      ways.push(new Way(0, start, places));
      while (!ways.isEmpty()) {
        if (leadsToEnd(ways.pop())) {
          return true;
        }
        if (steps > MAX_STEPS) {
          return false;
        }
      }
    }
    return false;
  }

  private boolean leadsToEnd(Way way) {
    int at = way.at();
    int position = way.position();
    int[] places = way.places();
    while (true) {
      steps++;
      int operand = program.operand(at);
      switch (program.code(at)) {
        case RegexProgram.END -> {
          return true;
        }
        case RegexProgram.JUMP -> {
          at = operand;
          continue;
        }
        case RegexProgram.SPLIT -> {
          ways.push(new Way(program.otherWay(at), position, places));
          at = operand;
          continue;
        }
        case RegexProgram.BYTE, RegexProgram.SET -> {
          if (position == text.length || !program.takes(at, text[position])) {
            return false;
          }
          position++;
        }
        case RegexProgram.PLACE -> {
          if (!program.isPlace(at, text, position)) {
            return false;
          }
        }
        case RegexProgram.REFERENCE -> {
          int length = referred(operand, position, places);
          if (length < 0) {
            return false;
          }
          position += length;
        }
        case RegexProgram.LOOP -> {
          int place = 2 * (RegexProgram.MAX_GROUP + 1) + operand;
          if (places[place] == position) {
            return false;
          }
          places = with(places, place, position);
        }
        case RegexProgram.BEGIN_GROUP -> places = with(places, 2 * operand, position);
        default -> places = with(places, 2 * operand + 1, position);
      }
      at++;
    }
  }

  private int[] with(int[] places, int place, int position) {
    steps += places.length / Long.BYTES;
    int[] changed = places.clone();
    changed[place] = position;
    return changed;
  }

  /** Returns how many bytes from {@code position} on are those of a group, or -1. */
  private int referred(int group, int position, int[] places) {
    int begin = places[2 * group];
    int end = places[2 * group + 1];
    if (begin < 0 || end < begin || end - begin > text.length - position) {
      return -1;
    }
    steps += (end - begin) / Long.BYTES;
    for (int i = 0; i < end - begin; i++) {
      int one = text[begin + i];
      int other = text[position + i];
      if (one != other && !(program.ignoresCase() && lower(one) == lower(other))) {
        return -1;
      }
    }
    return end - begin;
  }

  private static int lower(int c) {
    return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
  }
}
