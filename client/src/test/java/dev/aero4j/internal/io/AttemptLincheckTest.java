package dev.aero4j.internal.io;

import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/** An answer, a failure and a deadline that race have exactly one winner. */
public class AttemptLincheckTest {
  private final Attempt attempt = Attempts.numbered(1, true);

  @Operation
  public boolean send() {
    return attempt.advance(Attempt.QUEUED, Attempt.SENT);
  }

  @Operation
  public boolean giveTheReaderRole() {
    return attempt.advance(Attempt.SENT, Attempt.READING);
  }

  @Operation
  public boolean answer() {
    return attempt.answer(Attempts.reply());
  }

  @Operation
  public boolean fail() {
    return attempt.fail(Attempts.FAILURE);
  }

  @Operation
  public boolean abandon() {
    return attempt.abandon(Attempts.FAILURE);
  }

  @Test
  void hasOneOutcome() {
    new StressOptions()
        .iterations(10)
        .invocationsPerIteration(200)
        .check(AttemptLincheckTest.class);
  }
}
