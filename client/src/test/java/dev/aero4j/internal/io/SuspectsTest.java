package dev.aero4j.internal.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.Key;
import dev.aero4j.internal.command.GetCommand;
import dev.aero4j.internal.command.RecordCommand;
import dev.aero4j.internal.command.RemoveCommand;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WritePolicy;
import org.junit.jupiter.api.Test;

class SuspectsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Key KEY = Key.of("test", "set", "slow");
  private static final Key OTHER = Key.of("test", "set", "quick");

  private final Suspects suspects = new Suspects(0);
  private final RecordCommand<?> read = new GetCommand(KEY, ReadPolicy.builder().build());
  private final RecordCommand<?> write = new RemoveCommand(KEY, WritePolicy.builder().build());
  private final RecordCommand<?> other = new GetCommand(OTHER, ReadPolicy.builder().build());

  @Test
  void nobodyIsSuspectedAtFirst() {
    assertThat(suspects.contains(read, 0)).isFalse();
  }

  @Test
  void aSuspicionIsAboutOnePartitionAndOneKindOfCommand() {
    suspects.suspect(read, 0);

    assertThat(suspects.contains(read, SECOND)).isTrue();
    assertThat(suspects.contains(write, SECOND)).isFalse();
    assertThat(suspects.contains(other, SECOND)).isFalse();
  }

  @Test
  void aSuspicionFadesAndAConvictionLastsLonger() {
    suspects.suspect(read, 0);
    convict(write, 0);

    assertThat(suspects.contains(read, 3 * SECOND)).isFalse();
    assertThat(suspects.contains(write, 3 * SECOND)).isTrue();
    assertThat(suspects.contains(write, 6 * SECOND)).isFalse();
  }

  @Test
  void aQuickAnswerClears() {
    convict(read, 0);
    suspects.clear(read);

    assertThat(suspects.contains(read, 1)).isFalse();
  }

  @Test
  void onlyASecondSlowAnswerAloneConvicts() {
    suspects.suspect(read, 0);
    assertThat(suspects.isConvicted(read, 1)).isFalse();
    suspects.slowAlone(read, 1);
    assertThat(suspects.isConvicted(read, 2)).isFalse();
    assertThat(suspects.contains(read, 2)).isTrue();

    suspects.slowAlone(read, 2);
    suspects.suspect(read, 3);

    assertThat(suspects.isConvicted(read, 4)).isTrue();
    assertThat(suspects.isConvicted(read, 6 * SECOND)).isFalse();
  }

  private void convict(RecordCommand<?> command, long now) {
    suspects.slowAlone(command, now);
    suspects.slowAlone(command, now);
  }
}
