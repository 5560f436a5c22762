package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.Aerospike;
import dev.aero4j.AerospikeException;
import dev.aero4j.AsyncClient;
import dev.aero4j.BackpressureException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.ClientConfigBuilder;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.embedded.FaultRule;
import dev.aero4j.embedded.Statistics;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WriteMeta;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands that wait together travel together, where they may, and nobody can tell. */
class GroupingTest {
  private static final int COMMANDS = 400;

  @Test
  void readsAndWritesThatWaitTravelInBatches() {
    try (EmbeddedAerospike node = EmbeddedAerospike.start()) {
      everythingIsDone(node, config(node));
      Statistics done = node.statistics();
      assertThat(done.batches()).isPositive();
      assertThat(done.batchRows()).isGreaterThan(done.batches() * 3);
      assertThat(done.commands()).isLessThan(2L * COMMANDS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSuitesFacesInCompanyTravelInBatchesAndTheOthersDoNot(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = face.open(Backend.config(node.seeds()).build()).connect()) {
      for (int i = 0; i < 100; i++) {
        Key key = Keys.fresh();
        client.put(key, Bins.of("i", i));
        assertThat(client.get(key).getLong("i")).isEqualTo(i);
      }
      boolean grouped = face == Face.BLOCKING_IN_COMPANY || face == Face.ASYNC_IN_COMPANY;
      assertThat(node.statistics().batches()).isBetween(grouped ? 20L : 0L, grouped ? 300L : 0L);
    }
  }

  @Test
  void groupingIsSwitchedOffInTheConfiguration() {
    try (EmbeddedAerospike node = EmbeddedAerospike.start()) {
      everythingIsDone(node, config(node).grouping(false));
      assertThat(node.statistics().batches()).isZero();
    }
  }

  @Test
  void groupingIsSwitchedOffInThePolicy() {
    try (EmbeddedAerospike node = EmbeddedAerospike.start()) {
      everythingIsDone(
          node,
          config(node)
              .readPolicy(ReadPolicy.builder().grouping(false).build())
              .writePolicy(WritePolicy.builder().grouping(false).build()));
      assertThat(node.statistics().batches()).isZero();
    }
  }

  @Test
  void groupsAreNoLargerThanTheConfigurationSays() {
    try (EmbeddedAerospike node = EmbeddedAerospike.start()) {
      everythingIsDone(node, config(node).maxGroupSize(5));
      Statistics done = node.statistics();
      assertThat(done.batches()).isPositive();
      assertThat(done.batchRows()).isLessThanOrEqualTo(done.batches() * 5);
    }
  }

  @Test
  void aServerBeforeVersionSixGetsNoGroupedWrites() {
    try (EmbeddedAerospike node = EmbeddedAerospike.builder().buildVersion("5.7.0.8").start()) {
      everythingIsDone(node, config(node));
    }
  }

  @Test
  void aServerWhoseBatchesAreSwitchedOffIsServedWithoutThem() {
    try (EmbeddedAerospike node = EmbeddedAerospike.start()) {
      node.setBatchEnabled(false);
      everythingIsDone(node, config(node));
      assertThat(node.statistics().batchRows()).isZero();
    }
  }

  @Test
  void aServerThatSwitchesBatchesOffUnderLoadIsServedOn() {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        AsyncClient client = connect(config(node))) {
      for (int round = 0; round < 6; round++) {
        node.setBatchEnabled(round % 2 == 0);
        work(client);
      }
    }
  }

  @Test
  void aServerThatLimitsBatchesIsServedWithinItsLimit() {
    try (EmbeddedAerospike node = EmbeddedAerospike.builder().batchMaxRequests(6).start()) {
      everythingIsDone(node, config(node));
    }
  }

  @Test
  void everyCommandOfAGroupGetsItsOwnResultOrException() {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        AsyncClient grouped = connect(config(node));
        AsyncClient single = connect(config(node).grouping(false))) {
      List<String> one = outcomes(grouped);
      List<String> other = outcomes(single);
      assertThat(node.statistics().batches()).isPositive();
      assertThat(one).isEqualTo(other);
    }
  }

  /**
   * Tells what became of commands of all kinds, many of which fail, without what differs by key.
   */
  private static List<String> outcomes(AsyncClient client) {
    List<CompletableFuture<String>> calls = new ArrayList<>();
    for (int round = 0; round < 20; round++) {
      Key key = Keys.fresh();
      client.put(key, Bins.of("n", round, "s", "text", "l", List.of(1L, "x"))).join();
      calls.add(told(key, client.get(key)));
      calls.add(told(key, client.select(key, "s", "none")));
      calls.add(told(key, client.exists(key)));
      calls.add(told(key, client.operate(key, Operation.get("n"), Operation.get("n"))));
      Key absent = Keys.fresh();
      calls.add(told(absent, client.get(absent)));
      calls.add(told(absent, client.exists(absent)));
      calls.add(told(absent, client.remove(absent)));
      calls.add(told(absent, client.touch(absent, 100)));
      Key own = Keys.fresh();
      client.put(own, Bins.of("n", 1, "s", "text")).join();
      calls.add(told(own, client.increment(own, "s", 1)));
      calls.add(told(own, client.put(own, Bins.of("n", 5), WriteMeta.generation(9))));
      calls.add(told(own, client.operate(own, Operation.get("n"), Operation.append("n", "x"))));
      Key written = Keys.fresh();
      calls.add(told(written, client.operate(written, Operation.put("a", 1), Operation.get("a"))));
      Key ordered = Keys.fresh();
      calls.add(
          told(ordered, client.operateOrdered(ordered, Operation.add("a", 7), Operation.get("a"))));
      Key large = Keys.fresh();
      calls.add(told(large, client.put(large, Bins.of("b", new byte[1_100_000]))));
      Key elsewhere = Key.of("nowhere", Keys.SET, round);
      calls.add(told(elsewhere, client.get(elsewhere)));
    }
    return calls.stream().map(CompletableFuture::join).toList();
  }

  private static CompletableFuture<String> told(Key key, CompletableFuture<?> call) {
    return call.handle(
        (result, failure) -> {
          if (failure instanceof AerospikeException e) {
            return e.getClass().getSimpleName()
                + " "
                + e.resultCode()
                + " "
                + e.inDoubt()
                + " "
                + e.attempts()
                + " "
                + e.node()
                + " "
                + e.getMessage().replace(key.toString(), "KEY");
          } else if (result instanceof Record record) {
            return record.generation() + " " + record.meta().voidTime() + " " + record.bins();
          }
          return String.valueOf(result).replace(key.toString(), "KEY");
        });
  }

  @Test
  void pastTheLimitsAnAsyncCallFailsFastAndTheOthersAreDone() {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        AsyncClient client = connect(config(node).maxCommandsInFlight(4).maxQueuedCommands(6))) {
      Key key = Keys.fresh();
      client.put(key, Bins.of("a", 1)).join();
      node.faults().add(FaultRule.delay(Duration.ofMillis(300)).digest(key.digest()));
      long start = System.nanoTime();
      List<CompletableFuture<Record>> calls = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        calls.add(client.get(key));
      }
      for (CompletableFuture<Record> late : calls.subList(10, 20)) {
        assertThatThrownBy(late::join)
            .isInstanceOf(CompletionException.class)
            .cause()
            .isInstanceOfSatisfying(
                BackpressureException.class, e -> assertThat(e.inDoubt()).isFalse())
            .hasMessageContaining(key.digestHex());
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(290));
      for (CompletableFuture<Record> admitted : calls.subList(0, 10)) {
        assertThat(admitted.join().getLong("a")).isEqualTo(1);
      }
    }
  }

  private static void everythingIsDone(EmbeddedAerospike node, ClientConfigBuilder config) {
    try (AsyncClient client = connect(config)) {
      work(client);
      assertThat(node.recordCount(Keys.NAMESPACE)).isEqualTo(COMMANDS);
    }
  }

  private static void work(AsyncClient client) {
    List<Key> keys = new ArrayList<>();
    List<CompletableFuture<Void>> puts = new ArrayList<>();
    for (int i = 0; i < COMMANDS; i++) {
      keys.add(Keys.fresh());
      puts.add(client.put(keys.get(i), Bins.of("i", i)));
    }
    puts.forEach(CompletableFuture::join);
    List<CompletableFuture<Record>> gets = new ArrayList<>();
    keys.forEach(key -> gets.add(client.get(key)));
    for (int i = 0; i < COMMANDS; i++) {
      assertThat(gets.get(i).join().getLong("i")).isEqualTo(i);
    }
  }

  private static ClientConfigBuilder config(EmbeddedAerospike node) {
    return Backend.config(node.seeds()).slotsPerNode(2);
  }

  private static AsyncClient connect(ClientConfigBuilder config) {
    AsyncClient client = Aerospike.asyncClient(config.build());
    return client.connect().join();
  }
}
