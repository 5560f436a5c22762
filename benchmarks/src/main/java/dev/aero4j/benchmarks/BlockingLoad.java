package dev.aero4j.benchmarks;

import java.util.concurrent.CountDownLatch;

/** Threads, each of which makes one blocking call after the other. */
final class BlockingLoad extends Load {
  private final BlockingContender contender;
  private final CountDownLatch gate = new CountDownLatch(1);

  BlockingLoad(Cell cell, int records, BlockingContender contender) {
    super(cell, records);
    this.contender = contender;
    Thread.Builder threads =
        cell.callers() == CallerKind.VIRTUAL
            ? Thread.ofVirtual().name("caller-", 0)
            : Thread.ofPlatform().daemon().name("caller-", 0);
    for (int i = 0; i < callers; i++) {
      int caller = i;
      threads.start(() -> run(caller));
    }
  }

  @Override
  void begin() {
    gate.countDown();
  }

  private void run(int caller) {
    try {
      gate.await();
      Dice dice = new Dice(caller);
      while (!isFinished()) {
        call(caller, dice);
      }
    } catch (InterruptedException e) {
      tally.failure(e);
    } finally {
      callerEnded();
    }
  }

  private void call(int caller, Dice dice) {
    int kind = dice.roll();
    int index = dice.roll(records);
    long start = System.nanoTime();
    try {
      if (workload.reads(kind)) {
        contender.get(index);
      } else {
        contender.put(index, kind);
      }
    } catch (RuntimeException e) {
      tally.failure(e);
      return;
    }
    tally.success(caller, System.nanoTime() - start);
  }
}
