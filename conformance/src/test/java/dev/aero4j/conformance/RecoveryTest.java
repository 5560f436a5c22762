package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aero4j.AerospikeException;
import dev.aero4j.AerospikeTimeoutException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.ClientException;
import dev.aero4j.Key;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.Leaks;
import dev.aero4j.conformance.harness.Relay;
import dev.aero4j.conformance.harness.ScriptedServer;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.embedded.FaultRule;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that go and come back; what was surely not sent, and what may have been. */
class RecoveryTest {
  private static final Duration LIMIT = Duration.ofMillis(600);

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC", "ASYNC_IN_COMPANY"})
  void theClientWorksAgainWhenTheServerDoes(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Relay relay = Relay.before(node.hosts().getFirst())) {
      Leaks leaks = Leaks.since();
      Key key = Keys.fresh();
      try (Client client = open(face, relay.seeds())) {
        client.put(key, Bins.of("a", 1));
        for (int round = 0; round < 3; round++) {
          relay.stop();
          long start = System.nanoTime();
          assertThatThrownBy(() -> client.get(key, read())).isInstanceOf(AerospikeException.class);
          assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.plusSeconds(1));
          await().atMost(Duration.ofSeconds(5)).until(() -> !client.isConnected());
          relay.restart();
          await()
              .atMost(Duration.ofSeconds(10))
              .ignoreException(AerospikeException.class)
              .until(() -> client.get(key, read()).getLong("a") == 1);
          assertThat(client.isConnected()).isTrue();
        }
      }
      await().atMost(Duration.ofSeconds(5)).until(() -> relay.connectionsOpen() == 0);
      leaks.assertNone();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aNodeThatIsStartedAnewOnItsPortIsUsedAgain(Face face) {
    int port = ScriptedServer.unusedPort();
    Key key = Keys.fresh();
    EmbeddedAerospike first = EmbeddedAerospike.builder().port(port).start();
    try (Client client = open(face, first.seeds())) {
      client.put(key, Bins.of("a", 1));
      first.close();
      try (EmbeddedAerospike second = EmbeddedAerospike.builder().port(port).start()) {
        await()
            .atMost(Duration.ofSeconds(10))
            .ignoreException(AerospikeException.class)
            .until(() -> !client.exists(key).found());
        client.put(key, Bins.of("a", 2));
        assertThat(second.recordCount(Keys.NAMESPACE)).isEqualTo(1);
      }
    } finally {
      first.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aWriteThatNeverLeftIsNotInDoubt(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Relay relay = Relay.before(node.hosts().getFirst());
        Client client = open(face, relay.seeds())) {
      assertThat(client.isConnected()).isTrue();
      relay.stop();
      // No connection for commands was made yet, so that every attempt is refused.
      Key key = Keys.fresh();
      assertThatThrownBy(
              () ->
                  client.put(
                      key, Bins.of("a", 1), WritePolicy.builder().totalTimeout(LIMIT).build()))
          .isInstanceOfSatisfying(AerospikeException.class, e -> assertThat(e.inDoubt()).isFalse())
          .hasMessageContaining(key.digestHex());
      assertThat(relay.takeRecorded()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aWriteThatNeverLeftIsTriedAgainUntilItsDeadline(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Relay relay = Relay.before(node.hosts().getFirst());
        Client client = open(face, relay.seeds())) {
      relay.stop();
      Key key = Keys.fresh();
      WritePolicy patient =
          WritePolicy.builder().totalTimeout(Duration.ofSeconds(15)).maxRetries(0).build();
      CompletableFuture<Void> write =
          CompletableFuture.runAsync(() -> client.put(key, Bins.of("a", 1), patient));
      await().pollDelay(Duration.ofMillis(200)).until(() -> !write.isDone());
      relay.restart();
      write.join();
      assertThat(client.get(key).getLong("a")).isEqualTo(1);
      assertThat(client.get(key).generation()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aWriteWithoutAnswerIsInDoubtAndNotRepeated(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = open(face, node.seeds())) {
      Key key = Keys.fresh();
      client.put(key, Bins.of("n", 0));
      FaultRule lost = node.faults().add(FaultRule.dropAnswer().digest(key.digest()).writes());
      WritePolicy write =
          WritePolicy.builder().totalTimeout(LIMIT).socketTimeout(Duration.ofMillis(150)).build();
      assertThatThrownBy(() -> client.increment(key, "n", 1, write))
          .isInstanceOfSatisfying(
              AerospikeTimeoutException.class,
              e -> {
                assertThat(e.inDoubt()).isTrue();
                assertThat(e.attempts()).isEqualTo(1);
              })
          .hasMessageContaining("in doubt");
      assertThat(node.faults().hits(lost)).isEqualTo(1);
      node.faults().clear();
      assertThat(client.get(key).getLong("n")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aWriteWithRetriesIsRepeatedAsOftenAsAllowed(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = open(face, node.seeds())) {
      Key key = Keys.fresh();
      client.put(key, Bins.of("n", 0));
      FaultRule lost = node.faults().add(FaultRule.dropRequest().digest(key.digest()).writes());
      WritePolicy write =
          WritePolicy.builder()
              .totalTimeout(Duration.ofSeconds(10))
              .socketTimeout(Duration.ofMillis(100))
              .maxRetries(2)
              .build();
      assertThatThrownBy(() -> client.increment(key, "n", 1, write))
          .isInstanceOfSatisfying(
              AerospikeTimeoutException.class,
              e -> {
                assertThat(e.attempts()).isEqualTo(3);
                assertThat(e.inDoubt()).isTrue();
              });
      assertThat(node.faults().hits(lost)).isEqualTo(3);
      node.faults().clear();
      node.faults().add(FaultRule.dropRequest().digest(key.digest()).writes().times(2));
      client.increment(key, "n", 1, write);
      assertThat(client.get(key).getLong("n")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void whatTheServerCallsTransientIsTriedAgainForReadsOnly(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = open(face, node.seeds())) {
      Key key = Keys.fresh();
      client.put(key, Bins.of("n", 0));
      int busy = ResultCode.KEY_BUSY;
      node.faults().add(FaultRule.answer(busy).digest(key.digest()).reads().times(2));
      assertThat(client.get(key).getLong("n")).isZero();
      FaultRule once =
          node.faults().add(FaultRule.answer(busy).digest(key.digest()).writes().times(1));
      assertThatThrownBy(() -> client.increment(key, "n", 1))
          .isInstanceOfSatisfying(
              AerospikeException.class,
              e -> {
                assertThat(e.resultCode()).isEqualTo(busy);
                assertThat(e.inDoubt()).isFalse();
              });
      assertThat(node.faults().hits(once)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aServersOwnTimeoutLeavesAWriteInDoubt(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = open(face, node.seeds())) {
      Key key = Keys.fresh();
      node.faults()
          .add(FaultRule.applyThenAnswer(ResultCode.TIMEOUT).digest(key.digest()).writes());
      assertThatThrownBy(() -> client.put(key, Bins.of("a", 1)))
          .isInstanceOfSatisfying(
              AerospikeTimeoutException.class, e -> assertThat(e.inDoubt()).isTrue());
      assertThat(client.get(key).getLong("a")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC", "ASYNC_IN_COMPANY"})
  void answersInPiecesAreReadAllTheSame(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = open(face, node.seeds())) {
      node.faults().add(FaultRule.split(3));
      Key key = Keys.fresh();
      client.put(key, Bins.of("a", 1, "text", "x".repeat(2_000)));
      assertThat(client.get(key).getString("text")).hasSize(2_000);
      assertThat(client.exists(Keys.fresh()).found()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void closingEndsTheCallsInFlight(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start()) {
      Leaks leaks = Leaks.since();
      Client client = open(face, node.seeds());
      Key key = Keys.fresh();
      client.put(key, Bins.of("a", 1));
      FaultRule silent = node.faults().add(FaultRule.dropAnswer().digest(key.digest()));
      ReadPolicy patient =
          ReadPolicy.builder().totalTimeout(Duration.ofSeconds(60)).maxRetries(0).build();
      CompletableFuture<?> call = CompletableFuture.supplyAsync(() -> client.get(key, patient));
      await().until(() -> node.faults().hits(silent) == 1);
      long start = System.nanoTime();
      client.close();
      assertThatThrownBy(call::join)
          .cause()
          .isInstanceOfSatisfying(
              ClientException.class,
              e -> assertThat(e.resultCode()).isEqualTo(ResultCode.CLIENT_CLOSED));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      await().atMost(Duration.ofSeconds(5)).until(() -> node.statistics().connectionsOpen() == 0);
      leaks.assertNone();
    }
  }

  private static ReadPolicy read() {
    return ReadPolicy.builder().totalTimeout(LIMIT).build();
  }

  private static Client open(Face face, String seeds) {
    return face.open(
            Backend.config(seeds)
                .tendInterval(Duration.ofMillis(200))
                .tendTimeout(Duration.ofMillis(500))
                .build())
        .connect();
  }
}
