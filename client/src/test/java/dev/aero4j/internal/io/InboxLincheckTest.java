package dev.aero4j.internal.io;

import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/** Every order in which threads push and take is explained by some order of whole operations. */
public class InboxLincheckTest {
  private final Inbox inbox = new Inbox();

  @Operation
  public void push(int number) {
    inbox.push(Attempts.numbered(number, true));
  }

  @Operation
  public List<Long> takeAll() {
    List<Long> taken = new ArrayList<>();
    for (Attempt attempt = inbox.takeAll(); attempt != null; attempt = attempt.next) {
      taken.add(attempt.startNanos());
    }
    return taken;
  }

  @Operation
  public boolean isEmpty() {
    return inbox.isEmpty();
  }

  @Test
  void isLinearizableUnderStress() {
    new StressOptions().iterations(10).invocationsPerIteration(200).check(InboxLincheckTest.class);
  }

  @Test
  void isLinearizableInEveryExploredSchedule() {
    new ModelCheckingOptions()
        .iterations(4)
        .invocationsPerIteration(200)
        .check(InboxLincheckTest.class);
  }
}
