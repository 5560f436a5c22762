package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aero4j.AerospikeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.ClientConfig;
import dev.aero4j.Key;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Nodes of a cluster with two copies die and come back, a hundred times, under writes that may not
 * be lost and must not be done twice. What the callers were told must hold of what is there at the
 * end: every write that was reported as done, and none that was not, but for those in doubt.
 */
class NodeDeathTest {
  private static final int KILLS = 100;
  private static final int COUNTERS = 200;
  private static final int BATCH = 40;

  /** How much must be done, with a node dead or alive, before the next thing happens to a node. */
  private static final int PROGRESS = 30;

  private final List<Key> counters = new ArrayList<>();
  private final LongAdder[] sure = new LongAdder[COUNTERS];
  private final LongAdder[] doubtful = new LongAdder[COUNTERS];
  private final Map<Key, Integer> written = new ConcurrentHashMap<>();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void noWriteIsLostAndNoneIsDoneTwiceUnlessItIsInDoubt(Face face) throws Exception {
    for (int i = 0; i < COUNTERS; i++) {
      counters.add(Keys.fresh());
      sure[i] = new LongAdder();
      doubtful[i] = new LongAdder();
    }
    try (EmbeddedAerospike cluster =
            EmbeddedAerospike.builder()
                .nodes(3)
                .replicationFactor(2)
                .failureDetection(Duration.ofMillis(20))
                .start();
        Client client = face.open(config(cluster));
        ExecutorService callers = Executors.newCachedThreadPool()) {
      client.connect();
      List<Future<?>> workers = new ArrayList<>();
      workers.add(callers.submit(() -> repeat(() -> incrementOne(client))));
      workers.add(callers.submit(() -> repeat(() -> incrementOne(client))));
      workers.add(callers.submit(() -> repeat(() -> incrementMany(client))));
      workers.add(callers.submit(() -> repeat(() -> writeMany(client))));
      killAndRestart(cluster);
      over.set(true);
      for (Future<?> worker : workers) {
        worker.get();
      }
      check(client);
    }
  }

  private static ClientConfig config(EmbeddedAerospike cluster) {
    return ClientConfig.fromUri(
        "aerospike://" + cluster.seeds() + "/?tendInterval=50ms&totalTimeout=300ms");
  }

  private void killAndRestart(EmbeddedAerospike cluster) {
    List<String> names = cluster.nodeNames();
    for (int i = 0; i < KILLS; i++) {
      String name = names.get(ThreadLocalRandom.current().nextInt(names.size()));
      cluster.kill(name);
      awaitProgress();
      cluster.restart(name);
      awaitProgress();
    }
  }

  private void awaitProgress() {
    int goal = done.get() + PROGRESS;
    await()
        .pollInterval(Duration.ofMillis(2))
        .atMost(Duration.ofSeconds(20))
        .until(() -> done.get() - goal >= 0);
  }

  private void repeat(Runnable step) {
    while (!over.get()) {
      step.run();
    }
  }

  private void incrementOne(Client client) {
    int counter = ThreadLocalRandom.current().nextInt(COUNTERS);
    try {
      client.increment(counters.get(counter), "n", 1);
      sure[counter].increment();
      done.incrementAndGet();
    } catch (AerospikeException e) {
      note(counter, e.inDoubt());
    }
  }

  private void incrementMany(Client client) {
    int first = ThreadLocalRandom.current().nextInt(COUNTERS - BATCH);
    BatchRecords results =
        client.batchOperate(counters.subList(first, first + BATCH), Operation.add("n", 1));
    for (int i = 0; i < BATCH; i++) {
      BatchRecord result = results.get(i);
      if (result.found()) {
        sure[first + i].increment();
      } else {
        note(first + i, result.inDoubt());
      }
    }
    done.incrementAndGet();
  }

  private void note(int counter, boolean inDoubt) {
    if (inDoubt) {
      doubtful[counter].increment();
    }
  }

  private void writeMany(Client client) {
    List<BatchWrite> writes = new ArrayList<>();
    int round = done.get();
    for (int i = 0; i < BATCH; i++) {
      writes.add(BatchWrite.put(Keys.fresh(), Bins.of("round", round)));
    }
    for (BatchRecord result : client.batchWrite(writes)) {
      if (result.found()) {
        written.put(result.key(), round);
      }
    }
    done.incrementAndGet();
  }

  private void check(Client client) {
    // The short time limit of the rest is for the load, not for looking at what became of it.
    BatchPolicy patient = Backend.batchPolicy().build();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> client.batchRead(counters, patient).failed().isEmpty());
    BatchRecords values = client.batchRead(counters, patient);
    long all = 0;
    for (int i = 0; i < COUNTERS; i++) {
      BatchRecord value = values.get(i);
      long seen = value.missing() ? 0 : value.orThrow().getLong("n");
      assertThat(seen)
          .as("counter %d: reported as done %s, in doubt %s", i, sure[i], doubtful[i])
          .isBetween(sure[i].sum(), sure[i].sum() + doubtful[i].sum());
      all += seen;
    }
    assertThat(all).isGreaterThan((long) KILLS * PROGRESS);
    List<Key> keys = List.copyOf(written.keySet());
    assertThat(keys).hasSizeGreaterThan(KILLS);
    for (int from = 0; from < keys.size(); from += 1_000) {
      List<Key> part = keys.subList(from, Math.min(keys.size(), from + 1_000));
      for (BatchRecord result : client.batchRead(part, patient)) {
        assertThat(result.orThrow().getLong("round")).isEqualTo((long) written.get(result.key()));
      }
    }
  }
}
