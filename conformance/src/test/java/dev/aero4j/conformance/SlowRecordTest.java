package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.AerospikeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.embedded.FaultRule;
import dev.aero4j.policy.ReadPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record that is slow does not hold up the others. */
class SlowRecordTest {
  private static final Duration SLOW = Duration.ofMillis(300);
  private static final int CALLERS = 64;
  private static final int CALLS = 2_000;

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void readsOfOtherRecordsAreDoneMeanwhile(Face face) throws Exception {
    measure(face, (client, key) -> client.get(key), (client, key) -> client.get(key));
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void writesOfOtherRecordsAreDoneMeanwhile(Face face) throws Exception {
    measure(
        face,
        (client, key) -> client.put(key, Bins.of("a", 2)),
        (client, key) -> client.put(key, Bins.of("a", 2)));
  }

  @FunctionalInterface
  private interface Call {
    void on(Client client, Key key);
  }

  private static void measure(Face face, Call slowCall, Call call) throws Exception {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = face.open(Backend.config(node.seeds()).build()).connect();
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS + 1)) {
      Key slow = Keys.fresh();
      client.put(slow, Bins.of("a", 1));
      List<Key> keys = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        keys.add(Keys.fresh());
        client.put(keys.get(i), Bins.of("a", 1));
      }
      node.faults().add(FaultRule.delay(SLOW).digest(slow.digest()));
      AtomicBoolean over = new AtomicBoolean();
      AtomicInteger slowCalls = new AtomicInteger();
      AtomicInteger failures = new AtomicInteger();
      threads.execute(
          () -> {
            while (!over.get()) {
              slowCall.on(client, slow);
              slowCalls.incrementAndGet();
            }
          });
      long start = System.nanoTime();
      List<Long> latencies = Collections.synchronizedList(new ArrayList<>());
      CountDownLatch done = new CountDownLatch(CALLERS);
      for (int caller = 0; caller < CALLERS; caller++) {
        int first = caller;
        threads.execute(
            () -> {
              try {
                for (int i = first; i < CALLS; i += CALLERS) {
                  long begin = System.nanoTime();
                  call.on(client, keys.get(i % keys.size()));
                  latencies.add(System.nanoTime() - begin);
                }
              } catch (AerospikeException e) {
                failures.incrementAndGet();
              } finally {
                done.countDown();
              }
            });
      }
      assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      over.set(true);
      assertThat(failures).hasValue(0);
      // Were they held up, each of a caller's 31 calls would take the slow record's time: 9
      // seconds.
      assertThat(elapsed).isLessThan(SLOW.multipliedBy(8));
      List<Long> sorted = latencies.stream().sorted().toList();
      assertThat(sorted).hasSize(CALLS);
      assertThat(Duration.ofNanos(sorted.get(CALLS * 90 / 100))).isLessThan(SLOW);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void readsOfOtherRecordsDoNotTimeOutWithThoseOfAStuckRecord(Face face) throws Exception {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Client client = face.open(Backend.config(node.seeds()).build()).connect();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Key lost = Keys.fresh();
      client.put(lost, Bins.of("a", 1));
      List<Key> keys = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        keys.add(Keys.fresh());
        client.put(keys.get(i), Bins.of("a", i));
      }
      node.faults().add(FaultRule.delay(Duration.ofSeconds(5)).digest(lost.digest()));
      ReadPolicy hasty =
          ReadPolicy.builder().totalTimeout(Duration.ofMillis(200)).maxRetries(0).build();
      AtomicInteger failures = new AtomicInteger();
      AtomicInteger timeouts = new AtomicInteger();
      for (int i = 0; i < 2_000; i++) {
        int index = i;
        threads.execute(
            () -> {
              try {
                if (index % 200 == 0) {
                  client.get(lost, hasty);
                } else if (client.get(keys.get(index % 50), ReadPolicy.defaults()).getLong("a")
                    != index % 50) {
                  failures.incrementAndGet();
                }
              } catch (AerospikeException e) {
                (index % 200 == 0 ? timeouts : failures).incrementAndGet();
              }
            });
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
      assertThat(failures).hasValue(0);
      assertThat(timeouts).hasValue(10);
    }
  }
}
