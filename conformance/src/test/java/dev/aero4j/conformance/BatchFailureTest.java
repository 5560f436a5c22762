package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
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
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node that fails in the middle of a batch fails only its own keys. */
class BatchFailureTest {
  private static final int KEYS = 90;
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration LONG = Duration.ofSeconds(20);

  private EmbeddedAerospike cluster;
  private String bad;

  @BeforeEach
  void start() {
    // One copy of each record: what a node fails at, no other can do in its place.
    cluster = EmbeddedAerospike.builder().nodes(3).replicationFactor(1).start();
    bad = cluster.nodeNames().get(1);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private Client connect(Face face) {
    return face.open(Backend.config(cluster.seeds()).build()).connect();
  }

  /** Those of the keys that the bad node holds. */
  private Set<Key> held(Client client, List<Key> keys) {
    FaultRule mark = cluster.faults().add(FaultRule.answer(ResultCode.SERVER_ERROR).node(bad));
    Set<Key> held = new HashSet<>();
    for (BatchRecord one : client.batchRead(keys)) {
      assertThat(one.node()).isEqualTo(one.found() ? null : bad);
      if (one.failed()) {
        held.add(one.key());
      }
    }
    cluster.faults().remove(mark);
    assertThat(held).hasSizeBetween(10, 60);
    return held;
  }

  private static BatchPolicy.Builder reads(Duration total) {
    return BatchPolicy.builder().totalTimeout(total);
  }

  /** Fails unless the held keys, and no others, have one of the codes. */
  private static void onlyFail(
      BatchRecords results, Set<Key> held, boolean inDoubt, Integer... codes) {
    for (BatchRecord one : results) {
      if (held.contains(one.key())) {
        assertThat(one.resultCode()).as(one.toString()).isIn((Object[]) codes);
        assertThat(one.inDoubt()).as(one.toString()).isEqualTo(inDoubt);
        assertThat(one.missing()).isFalse();
        assertThat(one.exception()).isNotNull();
      } else {
        assertThat(one.found()).as(one.toString()).isTrue();
        assertThat(one.inDoubt()).isFalse();
      }
    }
  }

  private static void within(Duration most, Runnable call) {
    long start = System.nanoTime();
    call.run();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(most);
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aNodeThatIsPausedFailsOnlyItsOwnKeysAndInTime(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, KEYS);
      Set<Key> held = held(client, keys);
      cluster.faults().pause(bad);
      within(
          Duration.ofSeconds(2),
          () -> onlyFail(client.batchRead(keys, reads(SHORT).build()), held, false, 9));
      List<Operation> add = List.of(Operation.add("i", 1));
      within(
          Duration.ofSeconds(2),
          () -> onlyFail(client.batchOperate(keys, add, reads(SHORT).build()), held, true, 9));
      cluster.faults().resume(bad);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aNodeThatIsPausedBeforeItsFirstBatchFailsOnlyItsOwnKeys(Face face) {
    List<Key> keys;
    Set<Key> held;
    try (Client before = connect(face)) {
      keys = BatchData.written(before, KEYS);
      held = held(before, keys);
    }
    try (Client client = connect(face)) {
      cluster.faults().pause(bad);
      within(
          Duration.ofSeconds(2),
          () -> onlyFail(client.batchRead(keys, reads(SHORT).build()), held, false, 9));
      cluster.faults().resume(bad);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void readsWhoseConnectionIsResetAreTriedAgainAndNoOthers(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, KEYS);
      Set<Key> held = held(client, keys);
      long rows = cluster.statistics().batchRows();
      cluster.faults().add(FaultRule.reset(0).node(bad).times(1));
      assertThat(client.batchRead(keys).found()).hasSize(KEYS);
      assertThat(cluster.statistics().batchRows() - rows).isEqualTo(KEYS + held.size());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void rowsThatWereAnsweredBeforeAResetAreNotAskedForAgain(Face face) {
    try (Client client = connect(face)) {
      // Of one node, so that its answer is sure to reach the byte at which it is cut.
      List<Key> keys = held(client, BatchData.written(client, KEYS)).stream().limit(9).toList();
      client
          .batchWrite(
              keys.stream()
                  .map(key -> BatchWrite.put(key, Bins.of("b", new byte[90_000])))
                  .toList())
          .orThrow();
      // Each answer is a frame of its own, as it is larger than half a frame of the server.
      long rows = cluster.statistics().batchRows();
      cluster.faults().add(FaultRule.reset(150_000).node(bad).times(1));
      assertThat(client.batchRead(keys).orThrow().found()).hasSize(9);
      assertThat(cluster.statistics().batchRows() - rows).isBetween(10L, 17L);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void readsWithoutRetriesFailWhenTheConnectionIsReset(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, KEYS);
      Set<Key> held = held(client, keys);
      cluster.faults().add(FaultRule.reset(0).node(bad));
      BatchPolicy once = reads(LONG).maxRetries(0).build();
      onlyFail(client.batchRead(keys, once), held, false, ResultCode.CONNECTION_ERROR);
      onlyFail(client.batchRead(keys), held, false, ResultCode.CONNECTION_ERROR);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void writesWhoseConnectionIsResetAreInDoubtAndNotTriedAgain(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, KEYS);
      Set<Key> held = held(client, keys);
      cluster.faults().add(FaultRule.reset(0).node(bad).times(1));
      BatchRecords results = client.batchOperate(keys, Operation.add("i", 1));
      onlyFail(results, held, true, ResultCode.CONNECTION_ERROR);
      for (BatchRecord one : client.batchRead(keys)) {
        assertThat(one.orThrow().generation()).isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void writesAreTriedAgainAsOftenAsTheirPolicySays(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, KEYS);
      Set<Key> held = held(client, keys);
      BatchPolicy twice =
          reads(LONG).writePolicy(WritePolicy.builder().maxRetries(1).build()).build();
      List<Operation> add = List.of(Operation.add("i", 1));
      cluster.faults().add(FaultRule.reset(0).node(bad).times(1));
      BatchRecords results = client.batchOperate(keys, add, twice);
      assertThat(results.orThrow().found()).hasSize(KEYS);
      for (BatchRecord one : client.batchRead(keys)) {
        assertThat(one.orThrow().generation()).isEqualTo(held.contains(one.key()) ? 3 : 2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void anAnswerThatIsDroppedIsAskedForAgainAfterTheSocketTimeout(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, KEYS);
      BatchPolicy impatient = reads(LONG).socketTimeout(Duration.ofMillis(150)).build();
      for (FaultRule rule :
          List.of(FaultRule.dropAnswer(), FaultRule.dropRequest(), FaultRule.silence())) {
        FaultRule added = cluster.faults().add(rule.node(bad).times(1));
        within(
            Duration.ofSeconds(5),
            () -> assertThat(client.batchRead(keys, impatient).found()).hasSize(KEYS));
        cluster.faults().remove(added);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void writesWithoutAnAnswerAreInDoubtAfterTheSocketTimeout(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, KEYS);
      Set<Key> held = held(client, keys);
      cluster.faults().add(FaultRule.dropAnswer().node(bad).times(1));
      BatchPolicy impatient = reads(LONG).socketTimeout(Duration.ofMillis(150)).build();
      onlyFail(
          client.batchOperate(keys, List.of(Operation.add("i", 1)), impatient),
          held,
          true,
          ResultCode.TIMEOUT);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void theSocketTimeoutIsAboutSilenceAndNotAboutSlowness(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, KEYS);
      cluster.faults().add(FaultRule.trickle(100, Duration.ofMillis(20)).node(bad));
      BatchPolicy patient = reads(LONG).socketTimeout(Duration.ofMillis(500)).maxRetries(0).build();
      assertThat(client.batchRead(keys, patient).found()).hasSize(KEYS);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aSlowNodeDoesNotKeepTheOthersFromBeingAnswered(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, 3_000);
      cluster.faults().add(FaultRule.delayAnswer(Duration.ofMillis(300)).node(bad));
      within(
          Duration.ofSeconds(5), () -> assertThat(client.batchRead(keys).found()).hasSize(3_000));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void allNodesMayBeSilent(Face face) {
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, KEYS);
      cluster.nodeNames().forEach(cluster.faults()::pause);
      within(
          Duration.ofSeconds(2),
          () -> {
            BatchRecords records = client.batchRead(keys, reads(SHORT).build());
            assertThat(records.stream().map(BatchRecord::resultCode))
                .containsOnly(ResultCode.TIMEOUT);
          });
      cluster.faults().clear();
      assertThat(client.batchRead(keys).found()).hasSize(KEYS);
    }
  }
}
