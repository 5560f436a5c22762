package dev.aero4j.benchmarks;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Lanes of callbacks: the callback of a command issues the lane's next. No thread waits. */
final class AsyncLoad extends Load {
  private final Lane[] lanes;

  AsyncLoad(Cell cell, int records, AsyncContender contender) {
    super(cell, records);
    lanes = new Lane[callers];
    for (int i = 0; i < callers; i++) {
      lanes[i] = new Lane(i, contender);
    }
  }

  @Override
  void begin() {
    for (Lane lane : lanes) {
      lane.next();
    }
  }

  private final class Lane implements AsyncContender.Completion {
    private final int caller;
    private final Dice dice;
    private final AsyncContender.Port port;

    /** Commands to issue; who raises it from 0 issues them, so that no callback calls itself. */
    private final AtomicInteger due = new AtomicInteger();

    /** Of the command under way; written before it is issued. */
    private long start;

    Lane(int caller, AsyncContender contender) {
      this.caller = caller;
      this.dice = new Dice(caller);
      this.port = contender.port(caller, this);
    }

    void next() {
      if (due.getAndIncrement() > 0) {
        return;
      }
      do {
        try {
          issue();
        } catch (RuntimeException e) {
          done(e);
        }
      } while (due.decrementAndGet() > 0);
    }

    private void issue() {
      int kind = dice.roll();
      int index = dice.roll(records);
      start = System.nanoTime();
      if (workload.reads(kind)) {
        port.get(index);
      } else {
        port.put(index, kind);
      }
    }

    @Override
    public void done(@Nullable Throwable failure) {
      if (failure == null) {
        tally.success(caller, System.nanoTime() - start);
      } else {
        tally.failure(failure);
      }
      if (isFinished()) {
        callerEnded();
      } else {
        next();
      }
    }
  }
}
