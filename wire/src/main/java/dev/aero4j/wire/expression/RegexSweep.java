package dev.aero4j.wire.expression;

import java.util.Arrays;

/**
 * Goes through a text once, and follows all ways through a program without references at the same
 * time. Confined to one search.
 */
final class RegexSweep {
  /** Steps that nobody waits for. */
  private static final long MAX_STEPS = 200_000_000;

  private final RegexProgram program;
  private final byte[] text;

  /** The instructions that wait for the next byte, and those that are reached behind it. */
  private int[] waiting;

  private int[] next;
  private int waitingCount;
  private int nextCount;

  /** The position, plus 1, at which an instruction was reached last. */
  private final int[] reachedAt;

  private int[] pending = new int[16];
  private int pendingCount;
  private long steps;

  RegexSweep(RegexProgram program, byte[] text) {
    this.program = program;
    this.text = text;
    this.waiting = new int[program.size()];
    this.next = new int[program.size()];
    this.reachedAt = new int[program.size()];
  }

  boolean succeeds() {
    for (int position = 0; position <= text.length; position++) {
      // A match may begin anywhere.
      if (reach(0, position)) {
        return true;
      }
      int[] current = next;
      next = waiting;
      waiting = current;
      waitingCount = nextCount;
      nextCount = 0;
      steps += waitingCount + 1L;
      if (position == text.length || steps > MAX_STEPS) {
        return false;
      }
      for (int i = 0; i < waitingCount; i++) {
        int at = waiting[i];
        if (program.takes(at, text[position]) && reach(at + 1, position + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Goes on to all instructions that wait for a byte; returns whether the end is among them. */
  private boolean reach(int start, int position) {
    push(start);
    while (pendingCount > 0) {
      int at = pending[--pendingCount];
      if (reachedAt[at] == position + 1) {
        continue;
      }
      reachedAt[at] = position + 1;
      steps++;
      switch (program.code(at)) {
        case RegexProgram.BYTE, RegexProgram.SET -> next[nextCount++] = at;
        case RegexProgram.PLACE -> {
          if (program.isPlace(at, text, position)) {
            push(at + 1);
          }
        }
        case RegexProgram.JUMP -> push(program.operand(at));
        case RegexProgram.SPLIT -> {
          push(program.otherWay(at));
          push(program.operand(at));
        }
        case RegexProgram.END -> {
          return true;
        }
        // Nobody refers to groups, and no instruction is reached twice at a position.
        default -> push(at + 1);
      }
    }
    return false;
  }

  private void push(int at) {
    if (pendingCount == pending.length) {
      pending = Arrays.copyOf(pending, 2 * pendingCount);
    }
    pending[pendingCount++] = at;
  }
}
