package dev.aero4j.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.expression.Expression;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PolicyTest {
  private static final Expression FILTER = Expression.fromBytes(new byte[] {(byte) 0x91, 1});

  @Test
  void timesAreWholeMilliseconds() {
    ReadPolicy.Builder builder = ReadPolicy.builder();
    for (Duration bad :
        new Duration[] {
          Duration.ofMillis(-1),
          Duration.ofNanos(1),
          Duration.ofDays(25),
          Duration.ofSeconds(Long.MAX_VALUE)
        }) {
      assertThatThrownBy(() -> builder.totalTimeout(bad))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageStartingWith("totalTimeout is " + bad);
    }
    assertThat(builder.totalTimeout(Duration.ZERO).build().totalTimeoutMillis()).isZero();
  }

  @Test
  void numbersOutOfRangeAreRefusedByName() {
    assertThatThrownBy(() -> ReadPolicy.builder().maxRetries(-1))
        .hasMessage("maxRetries is -1; allowed is 0 or more");
    assertThatThrownBy(() -> ReadPolicy.builder().readTouchTtlPercent(-2))
        .hasMessageStartingWith("readTouchTtlPercent is -2");
    assertThatThrownBy(() -> WritePolicy.builder().generation(-1))
        .hasMessageStartingWith("generation is -1");
    assertThatThrownBy(() -> WritePolicy.builder().ttl(Ttl.MAX_SECONDS + 1L))
        .hasMessageStartingWith("ttl is 315360001 seconds");
    assertThatThrownBy(() -> WriteMeta.ttl(-3)).isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> WriteMeta.generation(-1)).isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> InfoPolicy.timeout(Duration.ofMillis(-1)))
        .hasMessageStartingWith("timeout is");
  }

  @Test
  void aCopyOfAWritePolicyKeepsEverything() {
    WritePolicy policy =
        WritePolicy.builder()
            .socketTimeout(Duration.ofMillis(1))
            .totalTimeout(Duration.ofMillis(2))
            .timeoutDelay(Duration.ofMillis(3))
            .maxRetries(4)
            .sleepBetweenRetries(Duration.ofMillis(5))
            .replica(Replica.ANY)
            .readModeAp(ReadModeAp.ALL)
            .readModeSc(ReadModeSc.LINEARIZE)
            .filterExpression(FILTER)
            .grouping(false)
            .compress(true)
            .recordExistsAction(RecordExistsAction.REPLACE)
            .expectGeneration(6)
            .ttl(7)
            .commitLevel(CommitLevel.MASTER)
            .keyPolicy(KeyPolicy.SEND)
            .durableDelete(true)
            .readTouchTtlPercent(8)
            .build();
    assertThat(policy.toBuilder().build()).usingRecursiveComparison().isEqualTo(policy);
    assertThat(policy.socketTimeout()).isEqualTo(Duration.ofMillis(1));
    assertThat(policy.sleepBetweenRetriesMillis()).isEqualTo(5);
    assertThat(policy.timeoutDelayMillis()).isEqualTo(3);
  }

  @Test
  void aReadingOperateTakesWhatReadsHave() {
    ReadPolicy read =
        ReadPolicy.builder()
            .totalTimeout(Duration.ofMillis(2))
            .maxRetries(4)
            .readTouchTtlPercent(9)
            .filterExpression(FILTER)
            .build();
    WritePolicy operate = WritePolicy.forReads(read);
    assertThat(operate.totalTimeoutMillis()).isEqualTo(2);
    assertThat(operate.maxRetries()).isEqualTo(4);
    assertThat(operate.readTouchTtlPercent()).isEqualTo(9);
    assertThat(operate.filterExpression()).isEqualTo(FILTER);
    assertThat(read.toBuilder().build()).usingRecursiveComparison().isEqualTo(read);
  }

  @Test
  void aMetaChangesOnlyWhatItSays() {
    WritePolicy policy = WritePolicy.builder().ttl(60).expectGeneration(2).maxRetries(3).build();
    WritePolicy changed = WriteMeta.ttl(5).applyTo(policy);
    assertThat(changed).usingRecursiveComparison().isEqualTo(policy.toBuilder().ttl(5).build());
    assertThat(WriteMeta.ttl(5).withGeneration(3))
        .isEqualTo(WriteMeta.generation(3).withTtl(5))
        .hasToString("WriteMeta[ttl=5, generation=3]");
  }

  @Test
  void anExpressionIsBytesOrBase64() {
    assertThat(Expression.fromBase64(FILTER.toBase64())).isEqualTo(FILTER);
    assertThat(FILTER.toBytes()).containsExactly(0x91, 1);
    assertThatThrownBy(() -> Expression.fromBase64("*"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("Base64");
    assertThatThrownBy(() -> Expression.fromBytes(new byte[0]))
        .isInstanceOf(InvalidArgumentException.class);
  }
}
