package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.ClientException;
import dev.aero4j.Key;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.BothFaces;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.Relay;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.embedded.FaultRule;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.RecordExistsAction;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What fails in a batch fails alone, is told apart from what is missing, and is in doubt rightly.
 */
class BatchFailuresTest {
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
  void aNodeThatIsSilentFailsOnlyItsOwnRecords(Face face) {
    try (EmbeddedAerospike cluster = cluster(1);
        Client client = connect(face, cluster.seeds())) {
      List<Key> keys = BatchData.written(client, KEYS);
      cluster.faults().pause("A2");
      long start = System.nanoTime();
      BatchRecords reads = client.batchRead(keys, SHORT);
      BatchRecords writes = client.batchOperate(keys, List.of(Operation.add("i", 1)), SHORT);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
      cluster.faults().resume("A2");
      for (BatchRecords results : List.of(reads, writes)) {
        assertThat(results.found()).hasSizeBetween(KEYS / 2, KEYS * 4 / 5);
        assertThat(results.missing()).isEmpty();
        assertThat(results.failed())
            .hasSize(KEYS - results.found().size())
            .allMatch(one -> "A2".equals(one.node()))
            .allMatch(one -> one.resultCode() == ResultCode.TIMEOUT);
      }
      assertThat(reads.failed()).noneMatch(BatchRecord::inDoubt);
      assertThat(writes.failed()).allMatch(BatchRecord::inDoubt);
    }
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
  void anAnswerThatBreaksOffIsReadAgainAndLeavesWritesInDoubt(Face face) {
    try (EmbeddedAerospike cluster = cluster(1);
        Client client = connect(face, cluster.seeds())) {
      List<Key> keys = BatchData.written(client, KEYS);
      cluster.faults().add(FaultRule.reset(500).node("A3").reads().times(1));
      assertThat(client.batchRead(keys).found()).hasSize(KEYS);
      cluster.faults().add(FaultRule.reset(500).node("A3").writes().times(1));
      BatchRecords writes = client.batchOperate(keys, Operation.add("i", 1));
      assertThat(writes.failed())
          .isNotEmpty()
          .allMatch(BatchRecord::inDoubt)
          .allMatch(one -> one.resultCode() == ResultCode.CONNECTION_ERROR);
      // They were applied once, whether their answers arrived or not.
      BatchRecords after = client.batchRead(keys);
      for (int i = 0; i < KEYS; i++) {
        assertThat(after.get(i).orThrow().getLong("i")).isEqualTo(i + 1L);
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

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void closingTheClientEndsABatchThatWaits(Face face) throws Exception {
    try (EmbeddedAerospike cluster = cluster(1)) {
      Client client = connect(face, cluster.seeds());
      List<Key> keys = BatchData.written(client, KEYS);
      cluster.faults().pause("A1");
      long before = cluster.statistics().batches();
      CompletableFuture<BatchRecords> batch =
          CompletableFuture.supplyAsync(() -> client.batchRead(keys));
      await().until(() -> cluster.statistics().batches() > before);
      client.close();
      BatchRecords results = batch.get(10, TimeUnit.SECONDS);
      assertThat(results.failed())
          .isNotEmpty()
          .allMatch(one -> one.resultCode() == ResultCode.CLIENT_CLOSED);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING"})
  void anInterruptedVirtualThreadGetsItsExceptionAtOnce(Face face) throws Exception {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = connect(face, node.seeds())) {
      List<Key> keys = BatchData.written(client, 10);
      node.faults().pause(node.nodeNames().getFirst());
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      Thread caller =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      client.batchOperate(keys, Operation.add("i", 1));
                    } catch (RuntimeException e) {
                      thrown.set(e);
                    }
                  });
      await().until(() -> caller.getState() == Thread.State.WAITING);
      caller.interrupt();
      assertThat(caller.join(Duration.ofSeconds(5))).isTrue();
      assertThat(thrown.get())
          .isInstanceOfSatisfying(ClientException.class, e -> assertThat(e.inDoubt()).isTrue())
          .hasMessageContaining("interrupted");
      node.faults().clear();
      assertThat(client.batchRead(keys).found()).hasSize(10);
    }
  }

  /** A change to a node's answer. */
  private interface Spoil {
    byte[] change(byte[] answer);
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void anAnswerThatMakesNoSenseFailsItsRecordsAndTheConnection(Face face) {
    checkSpoilt(face, answer -> with(answer, 8 + 14, 99)); // a row that was not asked for
    checkSpoilt(face, answer -> with(answer, 8 + 17, 1)); // row 1 twice, row 0 never
    checkSpoilt(face, answer -> with(answer, 8 + 3, 1)); // the last mark on the first row
    checkSpoilt(face, answer -> with(answer, 8, 21)); // a header of another size
    checkSpoilt(face, answer -> with(answer, 8 + 22, 0x7F)); // a bin that reaches past the end
    checkSpoilt(face, answer -> with(answer, 1, 1)); // an answer of another kind
  }

  private static byte[] with(byte[] answer, int at, int value) {
    byte[] changed = answer.clone();
    changed[at] = (byte) value;
    return changed;
  }

  private static void checkSpoilt(Face face, Spoil spoil) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Relay relay = Relay.before(node.hosts().getFirst());
        Client client = connect(face, relay.seeds())) {
      List<Key> keys = BatchData.written(client, 4);
      relay.script(
          (request, asked, socket, answer) -> {
            answer.write(spoil.change(asked.ask(request)));
            return true;
          });
      BatchRecords reads = client.batchRead(keys, SHORT);
      assertThat(reads.failed())
          .isNotEmpty()
          .allMatch(one -> one.resultCode() == ResultCode.CONNECTION_ERROR)
          .noneMatch(BatchRecord::inDoubt);
      BatchRecords writes = client.batchOperate(keys, Operation.add("i", 1));
      assertThat(writes.failed()).isNotEmpty().allMatch(BatchRecord::inDoubt);
      relay.pass();
      assertThat(client.batchRead(keys).found()).hasSize(4);
    }
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
