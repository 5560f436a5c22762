package dev.aero4j.internal.io;

import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * The agreement between those who enqueue and those who release, with the inbox and the slots that
 * the pipeline uses: push, then look for a slot; release, then look into the inbox. Whatever the
 * schedule, nothing is left in the inbox when everyone has gone.
 */
public class WakeUpLincheckTest {
  private static final int LIMIT = 2;

  private final Inbox inbox = new Inbox();
  private final SlotSet slots = new SlotSet();
  private final AtomicInteger pushed = new AtomicInteger();
  private final AtomicInteger served = new AtomicInteger();

  @Operation
  public void submit() {
    inbox.push(Attempts.numbered(pushed.incrementAndGet(), true));
    int slot = slots.tryAcquire(LIMIT);
    while (slot >= 0) {
      for (Attempt attempt = inbox.takeAll(); attempt != null; attempt = attempt.next) {
        served.incrementAndGet();
      }
      slots.release(slot);
      slot = inbox.isEmpty() ? -1 : slots.tryAcquire(LIMIT);
    }
  }

  @Validate
  public void nothingIsLeftBehind() {
    if (!inbox.isEmpty() || slots.busyCount() != 0 || pushed.get() != served.get()) {
      throw new AssertionError(
          pushed + " pushed, " + served + " served, " + slots.busyCount() + " slots busy");
    }
  }

  @Test
  void noCommandIsForgottenInAnyExploredSchedule() {
    new ModelCheckingOptions()
        .threads(3)
        .iterations(4)
        .invocationsPerIteration(150)
        .check(WakeUpLincheckTest.class);
  }
}
