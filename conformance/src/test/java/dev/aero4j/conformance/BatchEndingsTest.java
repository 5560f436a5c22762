package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aero4j.Aerospike;
import dev.aero4j.AsyncClient;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.ClientException;
import dev.aero4j.Key;
import dev.aero4j.batch.BatchCommand;
import dev.aero4j.batch.BatchRead;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.batch.ColumnWriteResult;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Schema;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.Leaks;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.embedded.FaultRule;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a batch ends, it ends, with all its records, and leaves nothing behind. */
class BatchEndingsTest {
  private static final FaultRule SLOW = FaultRule.delayAnswer(Duration.ofSeconds(30));

  private EmbeddedAerospike cluster;

  @BeforeEach
  void start() {
    cluster = EmbeddedAerospike.builder().nodes(3).replicationFactor(1).start();
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private Client connect(Face face) {
    return face.open(Backend.config(cluster.seeds()).build()).connect();
  }

  /** A call under way on a thread of its own. */
  private record Call<T>(Thread thread, CompletableFuture<T> result, AtomicBoolean interrupted) {
    static <T> Call<T> start(boolean virtual, Function<Thread, T> call) {
      CompletableFuture<T> result = new CompletableFuture<>();
      AtomicBoolean interrupted = new AtomicBoolean();
      Thread.Builder threads = virtual ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
      Thread thread =
          threads.start(
              () -> {
                try {
                  T done = call.apply(Thread.currentThread());
                  interrupted.set(Thread.currentThread().isInterrupted());
                  result.complete(done);
                } catch (Throwable e) {
                  interrupted.set(Thread.currentThread().isInterrupted());
                  result.completeExceptionally(e);
                }
              });
      return new Call<>(thread, result, interrupted);
    }

    /** Much sooner than the policy's time is over. */
    T get() throws InterruptedException, ExecutionException, TimeoutException {
      return result.get(5, TimeUnit.SECONDS);
    }
  }

  private void whileUnderWay(FaultRule rule) {
    await().until(() -> cluster.faults().hits(rule) > 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void closingTheClientEndsBatchesUnderWay(Face face) throws Exception {
    Client client = connect(face);
    List<Key> keys = BatchData.written(client, 60);
    FaultRule rule = cluster.faults().add(SLOW.node(cluster.nodeNames().get(0)));
    Call<BatchRecords> read = Call.start(false, thread -> client.batchRead(keys));
    Call<BatchRecords> write =
        Call.start(true, thread -> client.batchOperate(keys, Operation.add("i", 1)));
    await().until(() -> cluster.faults().hits(rule) > 1);
    client.close();
    BatchRecords records = read.get();
    BatchRecords written = write.get();
    cluster.faults().clear();
    assertThat(records.size()).isEqualTo(60);
    assertThat(records.failed())
        .isNotEmpty()
        .allMatch(one -> one.resultCode() == ResultCode.CLIENT_CLOSED)
        .noneMatch(BatchRecord::inDoubt);
    assertThat(written.failed())
        .isNotEmpty()
        .allMatch(one -> one.resultCode() == ResultCode.CLIENT_CLOSED)
        .allMatch(BatchRecord::inDoubt)
        .allMatch(one -> cluster.nodeNames().get(0).equals(one.node()));
    assertThatThrownBy(records::orThrow).isInstanceOf(ClientException.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aBatchOfAClosedClientFails(Face face) {
    Client client = connect(face);
    client.close();
    List<Key> keys = BatchData.fresh(3);
    assertThatThrownBy(() -> client.batchRead(keys))
        .isInstanceOfSatisfying(
            ClientException.class,
            e -> assertThat(e.resultCode()).isEqualTo(ResultCode.CLIENT_CLOSED));
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aBatchOfAClientThatIsNotConnectedFails(Face face) {
    try (Client client = face.open(Backend.config(cluster.seeds()).build())) {
      assertThatThrownBy(() -> client.batchRead(BatchData.fresh(3)).orThrow())
          .isInstanceOf(ClientException.class)
          .hasMessageContaining("connect");
    }
  }

  /** Whether the caller waits for one node or looks after several. */
  @ParameterizedTest
  @CsvSource({"true, 1", "false, 1", "true, 60", "false, 60"})
  void anInterruptEndsAReadAndIsNotInDoubt(boolean virtual, int count) throws Exception {
    try (Client client = connect(Face.BLOCKING)) {
      List<Key> keys = BatchData.written(client, count);
      FaultRule rule = cluster.faults().add(FaultRule.delayAnswer(Duration.ofSeconds(30)));
      Call<BatchRecords> call = Call.start(virtual, thread -> client.batchRead(keys));
      await().until(() -> cluster.faults().hits(rule) == Math.min(count, 3));
      interrupted(call, false);
      cluster.faults().clear();
      assertThat(client.batchRead(keys).found()).hasSize(count);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anInterruptEndsTheWaitForTheTimeToTryAgain(boolean virtual) throws Exception {
    try (Client client = connect(Face.BLOCKING)) {
      List<Key> keys = BatchData.written(client, 3);
      FaultRule rule = cluster.faults().add(FaultRule.answer(ResultCode.KEY_BUSY));
      BatchPolicy patient =
          Backend.batchPolicy().sleepBetweenRetries(Duration.ofSeconds(15)).build();
      Call<BatchRecords> call = Call.start(virtual, thread -> client.batchRead(keys, patient));
      await().until(() -> cluster.faults().hits(rule) == 3);
      interrupted(call, false);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anInterruptIsInDoubtWhereverInTheBatchTheWriteStands(boolean virtual) throws Exception {
    try (Client client = connect(Face.BLOCKING)) {
      Key key = Keys.fresh();
      FaultRule rule = cluster.faults().add(SLOW.times(1));
      Call<BatchRecords> call =
          Call.start(
              virtual,
              thread ->
                  client.batch(
                      List.<BatchCommand>of(
                          BatchRead.of(key), BatchWrite.put(key, Bins.of("a", 1)))));
      whileUnderWay(rule);
      interrupted(call, true);
    }
  }

  private static void interrupted(Call<?> call, boolean inDoubt) {
    call.thread().interrupt();
    assertThatThrownBy(call::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            ClientException.class, e -> assertThat(e.inDoubt()).isEqualTo(inDoubt))
        .hasMessageContaining("interrupted");
    assertThat(call.interrupted()).isTrue();
  }

  @Test
  void anInterruptBeforeTheCallSendsNothingAndStays() throws Exception {
    try (Client client = connect(Face.BLOCKING)) {
      Key key = Keys.fresh();
      Call<Boolean> call =
          Call.start(
              false,
              thread -> {
                thread.interrupt();
                assertThatThrownBy(
                        () -> client.batchWrite(List.of(BatchWrite.put(key, Bins.of("a", 1)))))
                    .isInstanceOfSatisfying(
                        ClientException.class, e -> assertThat(e.inDoubt()).isFalse());
                return thread.isInterrupted();
              });
      assertThat(call.get()).isTrue();
      assertThat(client.exists(key).found()).isFalse();
    }
  }

  @Test
  void theFaceWithFuturesDoesNotBlockItsCaller() {
    try (Client client = connect(Face.BLOCKING)) {
      List<Key> keys = BatchData.written(client, 60);
      try (AsyncClient async = Aerospike.asyncClient(Backend.config(cluster.seeds()).build())) {
        async.connect().join();
        cluster.nodeNames().forEach(cluster.faults()::pause);
        // A call that waited for an answer would not return before it has failed.
        CompletableFuture<BatchRecords> records = async.batchRead(keys);
        assertThat(records).isNotDone();
        cluster.faults().clear();
        assertThat(records.join().found()).hasSize(60);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void failuresLeaveNoConnectionAndNoThreadBehind(Face face) {
    try (Client warmUp = connect(face)) {
      BatchData.written(warmUp, 60);
    }
    Leaks leaks = Leaks.since();
    try (Client client = connect(face)) {
      List<Key> keys = BatchData.written(client, 60);
      BatchPolicy impatient =
          BatchPolicy.builder()
              .totalTimeout(Duration.ofSeconds(5))
              .socketTimeout(Duration.ofMillis(30))
              .maxRetries(1)
              .build();
      for (int i = 0; i < 25; i++) {
        cluster.faults().add(FaultRule.reset(i).times(1));
        client.batchRead(keys, impatient);
        cluster.faults().add(FaultRule.dropAnswer().times(1));
        client.batchOperate(keys, List.of(Operation.touch()), impatient);
        cluster.faults().add(FaultRule.silence().times(1));
        client.batchRead(keys, Schema.of("i", "i8"), impatient);
      }
      cluster.faults().clear();
      assertThat(client.batchRead(keys).found()).hasSize(60);
    }
    leaks.assertNone();
    await().until(() -> cluster.statistics().connectionsOpen() == 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void manyBatchesAtOnceShareAFewConnections(Face face) throws Exception {
    try (Client client =
        face.open(Backend.config(cluster.seeds()).maxStreamsPerNode(2).build()).connect()) {
      List<Key> keys = BatchData.written(client, 300);
      long before = cluster.statistics().connectionsOpen();
      List<Call<BatchRecords>> calls = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        calls.add(Call.start(true, thread -> client.batchRead(keys)));
      }
      for (Call<BatchRecords> call : calls) {
        assertThat(call.get().found()).hasSize(300);
      }
      assertThat(cluster.statistics().connectionsOpen() - before).isLessThanOrEqualTo(3 * 2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void closingTheClientEndsAWriteOfColumns(Face face) throws Exception {
    Client client = connect(face);
    ColumnBatch rows =
        ColumnBatch.builder(Schema.of("_key", "i8", "a", "i8"), 40_000)
            .longs("_key", LongStream.range(0, 40_000).toArray())
            .longs("a", new long[40_000])
            .build();
    FaultRule rule = cluster.faults().add(SLOW.node(cluster.nodeNames().get(0)).times(1));
    Call<ColumnWriteResult> call =
        Call.start(false, thread -> client.batchWrite(rows, Keys.NAMESPACE, Keys.SET));
    whileUnderWay(rule);
    client.close();
    assertThat(call.get().failures())
        .allMatch(one -> one.resultCode() == ResultCode.CLIENT_CLOSED)
        .anyMatch(ColumnWriteResult.Failure::inDoubt)
        .anyMatch(one -> !one.inDoubt());
  }
}
