package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.BothFaces;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.embedded.FaultRule;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.RecordExistsAction;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What fails in a batch fails alone, is told apart from what is missing, and is in doubt rightly.
 */
class BatchRetriesTest {
  private static final int KEYS = 300;
  private static final BatchPolicy SHORT =
      BatchPolicy.builder().totalTimeout(Duration.ofMillis(500)).build();

  private static EmbeddedAerospike cluster(int copies) {
    return EmbeddedAerospike.builder()
        .nodes(3)
        .replicationFactor(copies)
        .failureDetection(Duration.ofSeconds(30))
        .start();
  }

  private static Client connect(Face face, String seeds) {
    return face.open(Backend.config(seeds).build()).connect();
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void whatASilentNodeLeavesUnreadIsReadFromAReplica(Face face) {
    try (EmbeddedAerospike cluster = cluster(2);
        Client client = connect(face, cluster.seeds())) {
      List<Key> keys = BatchData.written(client, KEYS);
      cluster.faults().pause("A1");
      BatchPolicy policy =
          BatchPolicy.builder()
              .totalTimeout(Duration.ofSeconds(10))
              .socketTimeout(Duration.ofMillis(200))
              .build();
      BatchRecords results = client.batchRead(keys, policy);
      cluster.faults().clear();
      assertThat(results.found()).hasSize(KEYS);
      for (int i = 0; i < KEYS; i++) {
        assertThat(results.get(i).orThrow().getLong("i")).isEqualTo(i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void whatNeverLeftIsNotInDoubt(Face face) {
    try (EmbeddedAerospike cluster = cluster(1);
        Client client = connect(face, cluster.seeds())) {
      cluster.kill("A1");
      BatchRecords writes =
          client.batchOperate(BatchData.fresh(KEYS), List.of(Operation.add("i", 1)), SHORT);
      assertThat(writes.found()).isNotEmpty();
      assertThat(writes.failed())
          .hasSize(KEYS - writes.found().size())
          .noneMatch(BatchRecord::inDoubt)
          .allMatch(one -> one.exception() != null && one.exception().getMessage() != null);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void onlyTheRecordThatFailedForNowIsTriedAgain(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = connect(face, node.seeds())) {
      List<Key> keys = BatchData.written(client, 20);
      Key busy = keys.get(7);
      FaultRule once = FaultRule.answer(ResultCode.KEY_BUSY).digest(busy.digest()).times(1);
      node.faults().add(once);
      long before = node.statistics().batchRows();
      assertThat(client.batchRead(keys).found()).hasSize(20);
      assertThat(node.statistics().batchRows() - before).isEqualTo(21);

      // A write is repeated only if its own policy says so.
      node.faults().add(FaultRule.answer(ResultCode.KEY_BUSY).digest(busy.digest()).times(1));
      BatchRecords given = client.batchOperate(keys, Operation.add("i", 1));
      assertThat(given.failed()).extracting(BatchRecord::key).containsExactly(busy);
      assertThat(given.get(7).resultCode()).isEqualTo(ResultCode.KEY_BUSY);
      assertThat(given.get(7).inDoubt()).isFalse();

      node.faults().add(FaultRule.answer(ResultCode.KEY_BUSY).digest(busy.digest()).times(1));
      WritePolicy again = WritePolicy.builder().maxRetries(1).build();
      assertThat(
              client
                  .batchOperate(
                      keys, List.of(Operation.add("i", 1)), Backend.batchPolicy().build(), again)
                  .found())
          .hasSize(20);
      assertThat(client.get(busy).getLong("i")).isEqualTo(7 + 1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aServerThatTimedOutLeavesItsRecordInDoubt(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = connect(face, node.seeds())) {
      List<Key> keys = BatchData.fresh(5);
      node.faults().add(FaultRule.applyThenAnswer(ResultCode.TIMEOUT).digest(keys.get(2).digest()));
      BatchRecords results = client.batchOperate(keys, Operation.add("i", 1));
      assertThat(results.failed()).extracting(BatchRecord::key).containsExactly(keys.get(2));
      assertThat(results.get(2).inDoubt()).isTrue();
      assertThat(results.get(2).exception().inDoubt()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aServersLimitDividesABatchAndItsRefusalFailsIt(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = connect(face, node.seeds())) {
      List<Key> keys = BatchData.written(client, 100);
      node.setBatchMaxRequests(7);
      assertThat(client.batchRead(keys).found()).hasSize(100);
      assertThat(client.batchOperate(keys, Operation.add("i", 1)).found()).hasSize(100);
      assertThat(client.get(keys.get(50)).getLong("i")).isEqualTo(51);
      node.setBatchEnabled(false);
      assertThat(client.batchOperate(keys, Operation.add("i", 1)).failed())
          .hasSize(100)
          .allMatch(one -> one.resultCode() == ResultCode.BATCH_DISABLED && !one.inDoubt());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aServerBefore6IsWrittenToOneByOne(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.builder().buildVersion("5.7.0.8").start();
        Client client = connect(face, node.seeds())) {
      List<Key> keys = BatchData.written(client, 10);
      assertThat(node.statistics().batches()).isZero();
      assertThat(client.batchRead(keys).found()).hasSize(10);
      assertThat(node.statistics().batches()).isEqualTo(1);
    }
  }

  @BothFaces
  void withoutAllAnswersTheRestIsInDoubt(Client client) {
    List<Key> keys = BatchData.fresh(4);
    client.put(keys.get(1), Bins.of("i", 1));
    WritePolicy create =
        WritePolicy.builder().recordExistsAction(RecordExistsAction.CREATE_ONLY).build();
    List<BatchWrite> writes =
        keys.stream().map(key -> BatchWrite.put(key, Bins.of("i", 2), create)).toList();
    BatchPolicy policy = Backend.batchPolicy().respondAllKeys(false).build();
    BatchRecords results = client.batchWrite(writes, policy);
    assertThat(results.get(1).resultCode()).isEqualTo(ResultCode.KEY_EXISTS);
    assertThat(results.get(1).inDoubt()).isFalse();
    assertThat(results.failed().stream().filter(one -> !one.key().equals(keys.get(1))))
        .allMatch(one -> one.resultCode() == ResultCode.NO_RESPONSE && one.inDoubt())
        .allMatch(one -> one.exception().getMessage().contains("code 5"));
    assertThat(client.get(keys.get(1)).getLong("i")).isEqualTo(1);
  }

  @BothFaces
  void anUnknownNamespaceFailsOnlyItsOwnRecords(Client client) {
    List<Key> keys =
        List.of(Keys.fresh(), Key.of("nowhere", Keys.SET, 1), BatchData.written(client, 1).get(0));
    BatchRecords results = client.batchRead(keys);
    assertThat(results.get(0).missing()).isTrue();
    assertThat(results.get(1).resultCode()).isEqualTo(ResultCode.INVALID_NAMESPACE);
    assertThat(results.get(2).found()).isTrue();
    assertThatThrownBy(results::orThrow).hasMessageContaining("nowhere");
  }
}
