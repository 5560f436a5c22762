package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.aerospike.client.Bin;
import com.aerospike.client.IAerospikeClient;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.batch.ColumnWriteException;
import dev.aero4j.batch.ColumnWriteResult;
import dev.aero4j.batch.ColumnWriteResult.Failure;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnBatchBuilder;
import dev.aero4j.columns.Schema;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.BothFaces;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.OfficialValues;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.embedded.FaultRule;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.RecordExistsAction;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes of so many columns' rows that they are done in several parts. */
class ColumnsWriteTest {
  /** How many rows are under way at most. */
  private static final int PART = 16_384;

  private static List<Key> keys(int count) {
    List<Key> keys = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      keys.add(Key.of(Keys.NAMESPACE, Keys.SET, (1L << 45) + Keys.freshNumber()));
    }
    return keys;
  }

  private static ColumnBatchBuilder rows(List<Key> keys) {
    return ColumnBatch.builder(Schema.of("_key", "i8", "n", "i8"), keys.size())
        .longs("_key", keys.stream().mapToLong(key -> (Long) key.userKey()).toArray())
        .longs("n", LongStream.range(0, keys.size()).toArray());
  }

  @BothFaces
  void failuresOfLaterPartsHaveTheirOwnRows(Client client) {
    List<Key> keys = keys(PART + 4_000);
    int[] there = {3, PART - 1, PART, PART + 7, PART + 3_999};
    for (int row : there) {
      client.put(keys.get(row), Bins.of("n", -1));
    }
    ColumnWriteResult result =
        client.batchWrite(
            rows(keys).build(),
            Keys.NAMESPACE,
            Keys.SET,
            "_key",
            Backend.batchPolicy().build(),
            WritePolicy.builder().recordExistsAction(RecordExistsAction.CREATE_ONLY).build());
    assertThat(result.failures().stream().mapToInt(Failure::row))
        .containsExactly(3, PART - 1, PART, PART + 7, PART + 3_999);
    assertThat(result.failures())
        .allMatch(one -> one.resultCode() == ResultCode.KEY_EXISTS)
        .allMatch(one -> one.message().contains(keys.get(one.row()).digestHex()));
    assertThat(result.written()).isEqualTo(keys.size() - there.length);
    assertThat(client.get(keys.get(PART + 8)).getLong("n")).isEqualTo(PART + 8);
    client.batchRemove(keys).orThrow();
  }

  @BothFaces
  void aWriteTakesOnePlaceAmongTheCommandsInFlightAndGivesItBack(Face face, Backend backend) {
    try (Client client = face.open(backend.config().maxCommandsInFlight(1).build()).connect()) {
      List<Key> keys = keys(2 * PART + 10);
      for (int i = 0; i < 2; i++) {
        assertThat(client.batchWrite(rows(keys).build(), Keys.NAMESPACE, Keys.SET).orThrow())
            .returns(keys.size(), ColumnWriteResult::written);
        // Refused before it enters.
        ColumnBatch keyless = rows(keys).invalid("_key", keys.size() - 1).build();
        assertThatThrownBy(() -> client.batchWrite(keyless, Keys.NAMESPACE, Keys.SET))
            .isInstanceOf(InvalidArgumentException.class);
      }
      assertThat(client.get(keys.get(2 * PART)).generation()).isEqualTo(2);
      client.batchRemove(keys).orThrow();
    }
  }

  @Test
  void anInterruptTellsWhichRowsAreWrittenAndWhichWereNeverSent() throws Exception {
    List<Key> keys = keys(3 * PART);
    ColumnBatch batch = rows(keys).build();
    try (EmbeddedAerospike cluster = EmbeddedAerospike.builder().nodes(3).start();
        Client client = Face.BLOCKING.open(Backend.config(cluster.seeds()).build()).connect()) {
      // A row of the second part whose node does not answer any more.
      FaultRule rule =
          cluster
              .faults()
              .add(
                  FaultRule.delayAnswer(Duration.ofSeconds(60))
                      .digest(keys.get(PART + 5).digest()));
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      Thread thread =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      client.batchWrite(batch, Keys.NAMESPACE, Keys.SET);
                      thrown.completeExceptionally(new AssertionError("it was written"));
                    } catch (Throwable e) {
                      thrown.complete(e);
                    }
                  });
      await().until(() -> cluster.faults().hits(rule) > 0);
      thread.interrupt();
      assertThat(thrown.get(30, TimeUnit.SECONDS)).isInstanceOf(ColumnWriteException.class);
      ColumnWriteException told = (ColumnWriteException) thrown.get();
      cluster.faults().clear();
      assertThat(told.inDoubt()).isTrue();
      ColumnWriteResult result = told.result();
      assertThat(result.unsentFrom()).isBetween(PART + 1, 2 * PART);
      assertThat(result.written()).isGreaterThanOrEqualTo(PART);
      ColumnBatch read = client.batchRead(keys, Schema.of("n", "i8"));
      boolean[] failed = new boolean[keys.size()];
      for (Failure failure : result.failures()) {
        failed[failure.row()] = true;
        if (!failure.inDoubt()) {
          assertThat(read.isValid(failure.row(), "n")).as("%s", failure).isFalse();
        }
      }
      assertThat(failed[PART + 5]).isTrue();
      assertThat(IntStream.range(0, failed.length).filter(row -> !failed[row]))
          .allMatch(row -> read.isValid(row, "n"));
      assertThat(result.failures())
          .anyMatch(Failure::inDoubt)
          .allMatch(one -> one.row() < result.unsentFrom() || !one.inDoubt());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void manyRowsForAServerBefore6GoOneByOne(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.builder().buildVersion("5.7.0.8").start();
        Client client = face.open(Backend.config(node.seeds()).build()).connect()) {
      List<Key> keys = keys(300);
      client.put(keys.get(299), Bins.of("n", -1));
      ColumnWriteResult result =
          client.batchWrite(
              rows(keys).invalid("n", 7).build(),
              Keys.NAMESPACE,
              Keys.SET,
              "_key",
              Backend.batchPolicy().build(),
              WritePolicy.builder().recordExistsAction(RecordExistsAction.CREATE_ONLY).build());
      assertThat(result.failures().stream().mapToInt(Failure::row)).containsExactly(7, 299);
      ColumnBatch read = client.batchRead(keys, Schema.of("n", "i8"));
      assertThat(read.found()).hasSize(299);
      assertThat(read.getLong(298, "n")).isEqualTo(298);
    }
  }

  @Everywhere(
      faces = {Face.BLOCKING, Face.ASYNC},
      realOnly = true)
  void generationsAndTimesToLiveAreThoseOfTheOfficialClient(
      Client client, IAerospikeClient official) {
    List<Key> keys = BatchData.fresh(4);
    com.aerospike.client.policy.WritePolicy policy =
        new com.aerospike.client.policy.WritePolicy(official.getWritePolicyDefault());
    int[] expirations = {1_000, -1, 5_000};
    for (int row = 0; row < expirations.length; row++) {
      policy.expiration = expirations[row];
      for (int i = 0; i <= row; i++) {
        official.put(policy, OfficialValues.toTheirs(keys.get(row)), new Bin("n", i));
      }
    }
    ColumnBatch read = client.batchRead(keys, Schema.of("n", "i8"));
    assertThat(read.generations()).containsExactly(1, 2, 3, 0);
    for (int row = 0; row < expirations.length; row++) {
      com.aerospike.client.Record record =
          official.get(null, OfficialValues.toTheirs(keys.get(row)));
      assertThat(read.generations()[row]).isEqualTo(record.generation);
      long theirs = record.getTimeToLive();
      // A second or more may pass between the two looks.
      assertThat(read.ttls()[row]).isBetween(theirs - 30, theirs < 0 ? theirs : theirs + 30);
    }
    assertThat(read.ttls()[1]).isEqualTo(-1);
    assertThat(read.ttls()[3]).isZero();
  }
}
