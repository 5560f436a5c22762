package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.InvalidArgumentException;
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
import dev.aero4j.embedded.Statistics;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.Replica;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a batch is cut into messages, and in which order its nodes are asked. */
class BatchPolicyTest {
  private static Client connect(Face face, EmbeddedAerospike servers) {
    return face.open(Backend.config(servers.seeds()).build()).connect();
  }

  private static BatchPolicy.Builder policy() {
    return Backend.batchPolicy();
  }

  private static long batches(EmbeddedAerospike servers, Runnable call) {
    Statistics before = servers.statistics();
    call.run();
    Statistics after = servers.statistics();
    assertThat(after.commands()).isEqualTo(before.commands());
    return after.batches() - before.batches();
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aMessageHasAtMostAsManyRowsAsThePolicySays(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = connect(face, node)) {
      List<Key> keys = BatchData.written(client, 100);
      for (int rows : new int[] {1, 7, 50, 100, 1_000}) {
        BatchPolicy policy = policy().maxRowsPerMessage(rows).build();
        long sent =
            batches(
                node,
                () -> {
                  BatchRecords records = client.batchRead(keys, policy);
                  for (int i = 0; i < 100; i++) {
                    assertThat(records.get(i).orThrow().getLong("i")).isEqualTo(i);
                  }
                });
        int messages = (100 + rows - 1) / rows;
        assertThat(sent).isEqualTo(messages);
        assertThat(batches(node, () -> client.batchRead(keys, policy, Operation.get("i"))))
            .isEqualTo(messages);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aMessageEndsAfterAQuarterOfAMebibyte(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = connect(face, node)) {
      List<Key> keys = BatchData.fresh(40);
      List<BatchWrite> different = new ArrayList<>();
      List<BatchWrite> alike = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        byte[] bytes = new byte[100_000];
        alike.add(BatchWrite.put(keys.get(i), Bins.of("b", bytes.clone())));
        bytes[0] = (byte) i;
        different.add(BatchWrite.put(keys.get(i), Bins.of("b", bytes)));
      }
      assertThat(batches(node, () -> client.batchWrite(different).orThrow())).isBetween(13L, 14L);
      // Rows that are alike but for their keys take a few bytes each.
      assertThat(batches(node, () -> client.batchWrite(alike).orThrow())).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void eachNodeGetsItsRowsAndNoOthers(Face face) {
    try (EmbeddedAerospike cluster = EmbeddedAerospike.builder().nodes(3).start();
        Client client = connect(face, cluster)) {
      List<Key> keys = BatchData.written(client, 90);
      assertThat(batches(cluster, () -> client.batchRead(keys).orThrow())).isEqualTo(3);
      assertThat(cluster.statistics().proxied()).isZero();
    }
  }

  /** While any one node says nothing, all others do their work, also when it takes a place. */
  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void nodesAreAskedSideBySide(Face face) {
    try (EmbeddedAerospike cluster =
            EmbeddedAerospike.builder().nodes(3).replicationFactor(1).start();
        Client client = connect(face, cluster)) {
      List<Key> keys = BatchData.written(client, 90);
      for (int atOnce : new int[] {0, 3, 99, 2}) {
        for (String silent : cluster.nodeNames()) {
          long own = rowsAt(cluster, silent, () -> all(client, keys, policy().build()));
          long before = cluster.statistics().batchRows();
          cluster.faults().pause(silent);
          CompletableFuture<Void> call =
              CompletableFuture.runAsync(
                  () -> all(client, keys, policy().maxConcurrentNodes(atOnce).build()));
          await().until(() -> cluster.statistics().batchRows() == before + keys.size() - own);
          assertThat(call).isNotDone();
          cluster.faults().resume(silent);
          assertThat(call).succeedsWithin(Duration.ofSeconds(15));
        }
      }
    }
  }

  /** Answers that are held back one after another take at least their sum. */
  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void noMoreNodesAreAskedAtATimeThanThePolicySays(Face face) {
    try (EmbeddedAerospike cluster =
            EmbeddedAerospike.builder().nodes(3).replicationFactor(1).start();
        Client client = connect(face, cluster)) {
      List<Key> keys = BatchData.written(client, 90);
      cluster.faults().add(FaultRule.delayAnswer(Duration.ofMillis(200)).reads());
      assertThat(millis(() -> all(client, keys, policy().maxConcurrentNodes(1).build())))
          .isGreaterThanOrEqualTo(590L);
      assertThat(millis(() -> all(client, keys, policy().maxConcurrentNodes(2).build())))
          .isGreaterThanOrEqualTo(390L);
    }
  }

  private static void all(Client client, List<Key> keys, BatchPolicy policy) {
    BatchRecords records = client.batchRead(keys, policy);
    for (int i = 0; i < keys.size(); i++) {
      assertThat(records.get(i).orThrow().getLong("i")).isEqualTo(i);
    }
  }

  private static long millis(Runnable call) {
    long start = System.nanoTime();
    call.run();
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void oneAfterAnotherANodeThatFailsDoesNotEndTheBatch(Face face) {
    try (EmbeddedAerospike cluster =
            EmbeddedAerospike.builder().nodes(3).replicationFactor(1).start();
        Client client = connect(face, cluster)) {
      List<Key> keys = BatchData.written(client, 90);
      cluster.faults().add(FaultRule.reset(0).node(cluster.nodeNames().get(0)));
      BatchRecords records =
          client.batchRead(keys, policy().maxConcurrentNodes(1).maxRetries(0).build());
      assertThat(records.found()).hasSizeBetween(40, 80);
      assertThat(records.failed()).allMatch(one -> cluster.nodeNames().get(0).equals(one.node()));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void replicasAreReadWhenThePolicySaysSoAndWritesGoToTheMaster(Face face) {
    try (EmbeddedAerospike cluster = EmbeddedAerospike.builder().nodes(2).start();
        Client client = connect(face, cluster)) {
      List<Key> keys = BatchData.written(client, 200);
      String first = cluster.nodeNames().get(0);
      long master = rowsAt(cluster, first, () -> all(client, keys, policy().build()));
      long any =
          rowsAt(cluster, first, () -> all(client, keys, policy().replica(Replica.ANY).build()));
      assertThat(any).isBetween(60L, 140L);
      assertThat(
              rowsAt(
                  cluster,
                  first,
                  () ->
                      client
                          .batchOperate(
                              keys,
                              List.of(Operation.touch()),
                              policy().replica(Replica.ANY).build())
                          .orThrow()))
          .isEqualTo(master);
      assertThat(cluster.statistics().proxied()).isZero();
    }
  }

  private static long rowsAt(EmbeddedAerospike cluster, String node, Runnable call) {
    long before = cluster.statistics(node).batchRows();
    call.run();
    return cluster.statistics(node).batchRows() - before;
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aServersLimitOfOneRowStillLetsEverythingThrough(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.builder().batchMaxRequests(1).start();
        Client client = connect(face, node)) {
      List<Key> keys = BatchData.written(client, 20);
      List<Operation> add = List.of(Operation.add("i", 100));
      client.batchOperate(keys, add, policy().build()).orThrow();
      for (BatchRecord one : client.batchRead(keys)) {
        assertThat(one.orThrow().generation()).isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void theConfigurationsPolicyIsThatOfBatchesThatAreGivenNone(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client =
            face.open(
                    Backend.config(node.seeds())
                        .batchPolicy(
                            policy()
                                .maxRowsPerMessage(5)
                                .writePolicy(WritePolicy.builder().ttl(4_000).build())
                                .build())
                        .build())
                .connect()) {
      List<Key> keys = BatchData.fresh(10);
      assertThat(batches(node, () -> BatchData.write(client, keys))).isEqualTo(2);
      assertThat(batches(node, () -> client.batchRead(keys, "i"))).isEqualTo(2);
      assertThat(client.get(keys.get(0)).ttlSeconds()).isBetween(3_990L, 4_001L);
      assertThat(batches(node, () -> client.batchRead(keys, policy().build()))).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void theClientsWritePolicyIsThatOfWritesThatAreGivenNone(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client =
            face.open(
                    Backend.config(node.seeds())
                        .writePolicy(WritePolicy.builder().ttl(6_000).build())
                        .build())
                .connect()) {
      List<Key> keys = BatchData.written(client, 2);
      assertThat(client.get(keys.get(1)).ttlSeconds()).isBetween(5_990L, 6_001L);
    }
  }

  @BothFaces
  void untilOneFailsReadsWithoutAnAnswerAreNotInDoubt(Client client) {
    List<Key> keys = BatchData.written(client, 30);
    Key impostor = Key.ofDigest(Keys.NAMESPACE, Keys.SET + "x", keys.get(4).digest());
    List<Key> asked = new ArrayList<>(keys);
    asked.set(4, impostor);
    BatchRecords records = client.batchRead(asked, policy().respondAllKeys(false).build());
    assertThat(records.get(4).failed()).isTrue();
    assertThat(records.failed())
        .allMatch(
            one ->
                one.resultCode() == ResultCode.PARAMETER_ERROR
                    || one.resultCode() == ResultCode.NO_RESPONSE)
        .noneMatch(BatchRecord::inDoubt);
    assertThat(records.missing()).isEmpty();
  }

  @BothFaces
  void untilOneFailsWritesAreDoneAllTheSame(Client client) {
    List<Key> keys = BatchData.written(client, 30);
    List<BatchWrite> writes = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      String bin = i == 3 ? "s" : "i";
      writes.add(BatchWrite.operate(keys.get(i), List.of(Operation.add(bin, 1_000))));
    }
    BatchRecords results = client.batchWrite(writes, policy().respondAllKeys(false).build());
    assertThat(results.get(3).failed()).isTrue();
    List<Long> done = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      BatchRecord one = results.get(i);
      done.add(i == 3 ? 3L : i + 1_000);
      if (i != 3) {
        assertThat(one.found() || (one.resultCode() == ResultCode.NO_RESPONSE && one.inDoubt()))
            .as("%s", one)
            .isTrue();
      }
    }
    // A server may end its answer before it has done what it does not answer.
    await()
        .untilAsserted(
            () ->
                assertThat(client.batchRead(keys))
                    .extracting(one -> one.orThrow().getLong("i"))
                    .isEqualTo(done));
  }

  @BothFaces
  void untilOneFailsMissingRecordsAreNoFailures(Client client) {
    List<Key> keys = BatchData.written(client, 10);
    keys.set(2, Keys.fresh());
    BatchRecords records = client.batchRead(keys, policy().respondAllKeys(false).build());
    assertThat(records.found()).hasSize(9);
    assertThat(records.missing()).hasSize(1);
  }

  @Test
  void valuesThatCannotBeAreRefusedByName() {
    refused("maxRowsPerMessage", () -> policy().maxRowsPerMessage(0));
    refused("maxRowsPerMessage", () -> policy().maxRowsPerMessage(1_000_001));
    refused("maxConcurrentNodes", () -> policy().maxConcurrentNodes(-1));
    refused("readTouchTtlPercent", () -> policy().readTouchTtlPercent(101));
    refused("maxRetries", () -> policy().maxRetries(-1));
    refused("totalTimeout", () -> policy().totalTimeout(Duration.ofMillis(-1)));
  }

  private static void refused(String name, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining(name);
  }
}
