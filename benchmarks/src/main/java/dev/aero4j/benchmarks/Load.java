package dev.aero4j.benchmarks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The callers of one slice. They start together at {@link #begin}, and after {@link #finish} each
 * ends the command it is in and no more.
 */
abstract class Load {
  /** Far over any timeout of a command; it ends a run that a client has hung. */
  private static final long END_SECONDS = 90;

  final Workload workload;
  final int callers;
  final int records;
  final Tally tally;
  private final CountDownLatch running;
  private volatile boolean finished;

  Load(Cell cell, int records) {
    this.workload = cell.workload();
    this.callers = cell.count();
    this.records = records;
    this.tally = new Tally(callers);
    this.running = new CountDownLatch(callers);
  }

  abstract void begin();

  final boolean isFinished() {
    return finished;
  }

  final void callerEnded() {
    running.countDown();
  }

  final void finish() throws InterruptedException {
    finished = true;
    if (!running.await(END_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "%d of %d callers still wait for their command after %d s"
              .formatted(running.getCount(), callers, END_SECONDS));
    }
  }

  /** Picks the next key. Every caller has a sequence of its own, the same in each slice. */
  static final class Dice {
    private long state;

    Dice(int caller) {
      state = 0x9E37_79B9_7F4A_7C15L * (caller + 1);
    }

    /** Returns 32 random bits (xorshift64*, Vigna 2016). */
    int roll() {
      state ^= state >>> 12;
      state ^= state << 25;
      state ^= state >>> 27;
      return (int) ((state * 0x2545_F491_4F6C_DD1DL) >>> 32);
    }

    int roll(int bound) {
      return (int) (((roll() & 0xFFFF_FFFFL) * bound) >>> 32);
    }
  }
}
