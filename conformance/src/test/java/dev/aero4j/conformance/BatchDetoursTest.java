package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.batch.BatchCommand;
import dev.aero4j.batch.BatchRead;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.batch.BatchRemove;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.Relay;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.embedded.FaultRule;
import dev.aero4j.expression.Expression;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.KeyPolicy;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.message.BatchRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What fails in a batch fails alone, is told apart from what is missing, and is in doubt rightly.
 */
class BatchDetoursTest {
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

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void batchesOfAllKindsAreDoneOnAServerBefore6(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.builder().buildVersion("5.7.0.8").start();
        Client client = connect(face, node.seeds())) {
      List<Key> keys = BatchData.written(client, 10);
      client.batchOperate(keys, Operation.add("i", 100), Operation.get("i")).orThrow();
      BatchRecords mixed =
          client.batch(
              List.of(
                  BatchRead.of(keys.get(0), "i"),
                  BatchWrite.put(keys.get(1), Bins.of("i", 7)),
                  BatchRemove.of(keys.get(2)),
                  BatchRead.of(keys.get(3), List.of()),
                  BatchRead.operate(keys.get(4), Operation.get("i")),
                  BatchRemove.of(Keys.fresh())));
      assertThat(mixed.get(0).orThrow().getLong("i")).isEqualTo(100);
      assertThat(mixed.get(3).orThrow().binNames()).isEmpty();
      assertThat(mixed.get(4).orThrow().getLong("i")).isEqualTo(104);
      assertThat(mixed.get(5).missing()).isTrue();
      assertThat(mixed.found()).hasSize(5);
      BatchRecords after = client.batchRead(keys.subList(1, 3));
      assertThat(after.get(0).orThrow().getLong("i")).isEqualTo(7);
      assertThat(after.get(1).missing()).isTrue();
      assertThat(client.batchRemove(keys).found()).hasSize(9);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aServerBefore6GetsNoFilterInABatch(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.builder().buildVersion("5.7.0.8").start();
        Client client = connect(face, node.seeds())) {
      List<Key> keys = BatchData.written(client, 10);
      BatchPolicy filtered =
          BatchPolicy.builder().filterExpression(Expression.fromBytes(new byte[] {1})).build();
      client.batchRead(keys, filtered);
      assertThat(node.statistics().batches()).isZero();
    }
  }

  /** Two messages to one node: a record that is slow in one keeps the other's answers from none. */
  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aSlowRecordHoldsUpItsOwnMessageOnly(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = connect(face, node.seeds())) {
      List<Key> keys = BatchData.written(client, 400);
      for (int slow : List.of(10, 390)) {
        FaultRule rule =
            node.faults()
                .add(FaultRule.delay(Duration.ofSeconds(20)).digest(keys.get(slow).digest()));
        BatchRecords results = client.batchOperate(keys, List.of(Operation.add("i", 1)), SHORT);
        node.faults().remove(rule);
        assertThat(results.failed())
            .as("slow: %d", slow)
            .hasSize(200)
            .allMatch(one -> one.resultCode() == ResultCode.TIMEOUT && one.inDoubt());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aSilentNodeHoldsUpNothingOfOthersThatTravelsAlone(Face face) {
    try (EmbeddedAerospike cluster = cluster(1);
        Client client = connect(face, cluster.seeds())) {
      // Each that travels alone costs a turn of the loop, which the silent node makes longer.
      int few = 60;
      BatchPolicy brief = BatchPolicy.builder().totalTimeout(Duration.ofSeconds(2)).build();
      List<Key> keys = BatchData.written(client, few);
      WritePolicy large =
          WritePolicy.builder().expectGeneration(BatchRow.MAX_GENERATION + 1).build();
      List<BatchCommand> commands = new ArrayList<>();
      keys.forEach(key -> commands.add(BatchRead.of(key)));
      keys.forEach(key -> commands.add(BatchWrite.put(key, Bins.of("i", 1), large)));
      cluster.faults().pause("A1");
      BatchRecords results = client.batch(commands, brief);
      cluster.faults().clear();
      for (int i = 0; i < few; i++) {
        BatchRecord write = results.get(few + i);
        assertThat(write.resultCode())
            .isEqualTo(
                results.get(i).found() ? ResultCode.GENERATION_MISMATCH : ResultCode.TIMEOUT);
      }
      assertThat(results.found()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aKeyThatIsToTravelDoesSoAfterOneOfWhichOnlyTheDigestIsKnown(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Relay relay = Relay.before(node.hosts().getFirst());
        Client client = connect(face, relay.seeds())) {
      Key first = Keys.fresh();
      Key known = Key.of(Keys.NAMESPACE, Keys.SET, "the key that travels");
      WritePolicy send = WritePolicy.builder().keyPolicy(KeyPolicy.SEND).build();
      List<byte[]> unused = relay.takeRecorded();
      client.batchOperate(
          List.of(Key.ofDigest(Keys.NAMESPACE, Keys.SET, first.digest()), known),
          List.of(Operation.put("i", 1)),
          SHORT,
          send);
      assertThat(relay.takeRecorded())
          .anyMatch(
              frame ->
                  new String(frame, StandardCharsets.ISO_8859_1).contains("the key that travels"));
    }
  }
}
