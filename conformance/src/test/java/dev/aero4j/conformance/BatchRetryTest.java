package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.AerospikeException;
import dev.aero4j.AerospikeTimeoutException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.KeyBusyException;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.embedded.FaultRule;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record that fails for now is tried again, alone, as often as its policy says. */
class BatchRetryTest {
  private static final int KEYS = 30;

  private EmbeddedAerospike node;

  @BeforeEach
  void start() {
    node = EmbeddedAerospike.start();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private Client connect(Face face) {
    return face.open(Backend.config(node.seeds()).build()).connect();
  }

  private FaultRule busy(Key key) {
    return FaultRule.answer(ResultCode.KEY_BUSY).digest(key.digest());
  }

  /** Fails unless the result and its exception tell who refused it, and after how many attempts. */
  private void refused(BatchRecord failed, int attempts) {
    String name = node.nodeNames().get(0);
    assertThat(failed.node()).isEqualTo(name);
    assertThat(failed.exception())
        .isInstanceOfSatisfying(
            AerospikeException.class,
            e -> {
              assertThat(e.node()).isEqualTo(name);
              assertThat(e.attempts()).isEqualTo(attempts);
            })
        .hasMessageContaining(ResultCode.name(failed.resultCode()));
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aReadThatFailsForNowIsTriedAgainAlone(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, KEYS);
      for (int code :
          new int[] {
            ResultCode.KEY_BUSY,
            ResultCode.DEVICE_OVERLOAD,
            ResultCode.TIMEOUT,
            ResultCode.PARTITION_UNAVAILABLE
          }) {
        long rows = node.statistics().batchRows();
        FaultRule rule =
            node.faults().add(FaultRule.answer(code).digest(keys.get(7).digest()).times(2));
        assertThat(client.batchRead(keys).found()).hasSize(KEYS);
        assertThat(node.faults().hits(rule)).isEqualTo(2);
        assertThat(node.statistics().batchRows() - rows).isEqualTo(KEYS + 2);
        node.faults().remove(rule);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aReadIsTriedAgainAsOftenAsTheBatchsPolicySays(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, KEYS);
      FaultRule rule = node.faults().add(busy(keys.get(3)));
      for (int retries : new int[] {0, 1, 5}) {
        long hits = node.faults().hits(rule);
        BatchRecords results =
            client.batchRead(keys, Backend.batchPolicy().maxRetries(retries).build());
        assertThat(results.found()).hasSize(KEYS - 1);
        BatchRecord failed = results.get(3);
        assertThat(failed.resultCode()).isEqualTo(ResultCode.KEY_BUSY);
        assertThat(failed.inDoubt()).isFalse();
        assertThatThrownBy(failed::orThrow)
            .isInstanceOf(KeyBusyException.class)
            .hasMessageContaining(failed.key().digestHex());
        assertThat(node.faults().hits(rule) - hits).isEqualTo(retries + 1);
        refused(failed, retries + 1);
        ReadPolicy alone = ReadPolicy.builder().maxRetries(retries).build();
        assertThatThrownBy(() -> client.get(failed.key(), alone))
            .isInstanceOfSatisfying(
                KeyBusyException.class,
                e -> {
                  assertThat(e.node()).isEqualTo(failed.node());
                  assertThat(e.attempts()).isEqualTo(retries + 1);
                });
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aWriteIsNotTriedAgainByDefault(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, KEYS);
      FaultRule rule = node.faults().add(busy(keys.get(3)));
      BatchRecords results = client.batchOperate(keys, Operation.add("i", 1));
      assertThat(results.get(3).resultCode()).isEqualTo(ResultCode.KEY_BUSY);
      assertThat(results.get(3).inDoubt()).isFalse();
      assertThat(results.found()).hasSize(KEYS - 1);
      assertThat(node.faults().hits(rule)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aWriteIsTriedAgainAsOftenAsItsOwnPolicySays(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.fresh(2);
      FaultRule first = node.faults().add(busy(keys.get(0)).times(3));
      FaultRule second = node.faults().add(busy(keys.get(1)).times(3));
      WritePolicy thrice = WritePolicy.builder().maxRetries(3).build();
      WritePolicy once = WritePolicy.builder().maxRetries(1).build();
      BatchRecords results =
          client.batchWrite(
              List.of(
                  BatchWrite.put(keys.get(0), Bins.of("a", 1)),
                  BatchWrite.put(keys.get(1), Bins.of("a", 1), once)),
              Backend.batchPolicy().maxRetries(0).writePolicy(thrice).build());
      assertThat(results.get(0).found()).isTrue();
      assertThat(results.get(1).resultCode()).isEqualTo(ResultCode.KEY_BUSY);
      assertThat(node.faults().hits(first)).isEqualTo(3);
      assertThat(node.faults().hits(second)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aWriteThatTheServerTimedOutIsInDoubt(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, 3);
      node.faults()
          .add(FaultRule.applyThenAnswer(ResultCode.TIMEOUT).digest(keys.get(1).digest()).writes());
      BatchRecords results = client.batchOperate(keys, Operation.add("i", 1));
      BatchRecord late = results.get(1);
      assertThat(late.inDoubt()).isTrue();
      assertThatThrownBy(late::orThrow)
          .isInstanceOfSatisfying(
              AerospikeTimeoutException.class, e -> assertThat(e.inDoubt()).isTrue());
      assertThat(results.found()).hasSize(2).noneMatch(BatchRecord::inDoubt);
      assertThat(client.get(keys.get(1)).getLong("i")).isEqualTo(2);
    }
  }

  /** As the documentation warns: this is why writes are not repeated by default. */
  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aWriteThatIsRepeatedMayBeDoneTwiceAndNobodyReportsIt(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, 2);
      WritePolicy again = WritePolicy.builder().maxRetries(1).build();
      FaultRule lost = FaultRule.applyThenAnswer(ResultCode.TIMEOUT).writes().times(1);
      node.faults().add(lost);
      BatchRecords results =
          client.batchOperate(
              keys,
              List.of(Operation.add("i", 10)),
              Backend.batchPolicy().writePolicy(again).build());
      assertThat(results.found()).hasSize(2).noneMatch(BatchRecord::inDoubt);
      long sum = client.get(keys.get(0)).getLong("i") + client.get(keys.get(1)).getLong("i");
      assertThat(sum).isEqualTo(1 + 30);
      node.faults().remove(lost);
      Key single = BatchData.written(client, 1).get(0);
      node.faults().add(FaultRule.applyThenAnswer(ResultCode.TIMEOUT).writes().times(1));
      client.operate(single, List.of(Operation.add("i", 10)), again);
      assertThat(client.get(single).getLong("i")).isEqualTo(20);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aDoubtStaysWhenTheNextAttemptIsRefused(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, 3);
      node.faults()
          .add(
              FaultRule.applyThenAnswer(ResultCode.TIMEOUT)
                  .digest(keys.get(1).digest())
                  .writes()
                  .times(1));
      WritePolicy again = WritePolicy.builder().maxRetries(1).expectGeneration(1).build();
      BatchRecords results =
          client.batchOperate(
              keys,
              List.of(Operation.add("i", 1)),
              Backend.batchPolicy().writePolicy(again).build());
      assertThat(results.get(1).resultCode()).isEqualTo(ResultCode.GENERATION_MISMATCH);
      assertThat(results.get(1).inDoubt()).isTrue();
      refused(results.get(1), 2);
      assertThat(results.get(0).found()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aCodeThatIsAnAnswerIsNotTriedAgain(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, 3);
      for (int code :
          new int[] {
            ResultCode.SERVER_ERROR, ResultCode.OUT_OF_SPACE, ResultCode.ALWAYS_FORBIDDEN, 199
          }) {
        FaultRule rule = node.faults().add(FaultRule.answer(code).digest(keys.get(0).digest()));
        BatchRecord read = client.batchRead(keys).get(0);
        assertThat(read.resultCode()).isEqualTo(code);
        refused(read, 1);
        BatchRecord written = client.batchOperate(keys, Operation.touch()).get(0);
        assertThat(written.resultCode()).isEqualTo(code);
        assertThat(written.inDoubt()).isFalse();
        refused(written, 1);
        assertThat(node.faults().hits(rule)).isEqualTo(2);
        node.faults().remove(rule);
      }
    }
  }

  /** Also what is no failure tells who said so, and after how many attempts. */
  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void anAnswerToTheSecondAttemptSaysSo(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, 3);
      for (int code :
          new int[] {ResultCode.KEY_NOT_FOUND, ResultCode.FILTERED_OUT, ResultCode.UDF_ERROR}) {
        node.faults().add(FaultRule.answer(code));
        node.faults().add(busy(keys.get(1)).times(1));
        BatchRecords results = client.batchRead(keys);
        node.faults().clear();
        refused(results.get(0), 1);
        refused(results.get(1), 2);
        refused(results.get(2), 1);
        assertThat(results.get(1).resultCode()).isEqualTo(code);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void theTotalTimeoutEndsTheRetries(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, 3);
      node.faults().add(busy(keys.get(0)));
      long start = System.nanoTime();
      BatchRecords results =
          client.batchRead(
              keys,
              Backend.batchPolicy()
                  .totalTimeout(Duration.ofMillis(300))
                  .sleepBetweenRetries(Duration.ofMillis(50))
                  .maxRetries(1_000)
                  .build());
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(200), Duration.ofSeconds(10));
      // The last attempt may not be answered in time.
      assertThat(results.get(0).resultCode()).isIn(ResultCode.KEY_BUSY, ResultCode.TIMEOUT);
      assertThat(results.found()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aRecordThatIsAskedForTwiceIsTriedAgainForEach(Face face) {
    try (Client client = connect(face)) {
      Key key = BatchData.written(client, 1).get(0);
      FaultRule rule = node.faults().add(busy(key).times(2));
      assertThat(client.batchRead(List.of(key, key)).found()).hasSize(2);
      assertThat(node.faults().hits(rule)).isEqualTo(2);
    }
  }
}
