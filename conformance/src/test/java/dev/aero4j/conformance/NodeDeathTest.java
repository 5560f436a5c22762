package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aerospike.client.AerospikeClient;
import com.aerospike.client.Host;
import com.aerospike.client.Record;
import com.aerospike.client.policy.BatchPolicy;
import dev.aero4j.Client;
import dev.aero4j.ClientConfig;
import dev.aero4j.Key;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.OfficialValues;
import dev.aero4j.embedded.EmbeddedAerospike;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Nodes of a cluster with two copies die and come back, a hundred times, under reads and writes of
 * all kinds. What the callers were told must hold of what the official client finds at the end:
 * every write that was reported as done, and none that was not, but for those in doubt.
 */
class NodeDeathTest {
  private static final int KILLS = 100;

  /** How much must be done, with a node dead or alive, before the next thing happens to a node. */
  private static final int PROGRESS = 30;

  private final AtomicBoolean over = new AtomicBoolean();

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void noWriteIsLostAndNoneIsDoneTwiceUnlessItIsInDoubt(Face face) throws Exception {
    try (EmbeddedAerospike cluster =
            EmbeddedAerospike.builder()
                .nodes(3)
                .replicationFactor(2)
                .failureDetection(Duration.ofMillis(20))
                .start();
        Client client = face.open(config(cluster));
        ExecutorService callers = Executors.newCachedThreadPool()) {
      client.connect();
      DeathLoad load = new DeathLoad(client);
      List<Future<?>> workers = new ArrayList<>();
      List<Runnable> steps =
          List.of(
              load::increment,
              load::increment,
              load::incrementStubbornly,
              load::incrementMany,
              load::incrementManyStubbornly,
              load::read,
              load::readMany);
      steps.forEach(step -> workers.add(callers.submit(() -> repeat(step))));
      workers.add(callers.submit(() -> repeat(load::writeRecordsInAllWays)));
      killAndRestart(cluster, load);
      over.set(true);
      for (Future<?> worker : workers) {
        worker.get();
      }
      check(cluster, load);
    }
  }

  private static ClientConfig config(EmbeddedAerospike cluster) {
    return ClientConfig.fromUri(
        "aerospike://" + cluster.seeds() + "/?tendInterval=50ms&totalTimeout=300ms");
  }

  private static void killAndRestart(EmbeddedAerospike cluster, DeathLoad load) {
    List<String> names = cluster.nodeNames();
    for (int i = 0; i < KILLS; i++) {
      String name = names.get(ThreadLocalRandom.current().nextInt(names.size()));
      load.allowMoreRecords();
      cluster.kill(name);
      awaitProgress(load);
      cluster.restart(name);
      awaitProgress(load);
    }
  }

  private static void awaitProgress(DeathLoad load) {
    int goal = load.done() + PROGRESS;
    await()
        .pollInterval(Duration.ofMillis(2))
        .atMost(Duration.ofSeconds(20))
        .until(() -> load.done() - goal >= 0);
  }

  private void repeat(Runnable step) {
    while (!over.get()) {
      step.run();
    }
  }

  private static void check(EmbeddedAerospike cluster, DeathLoad load) {
    try (AerospikeClient official = new AerospikeClient(null, hosts(cluster))) {
      long all = 0;
      List<Tally> tallies = load.tallies();
      Record[] counters = read(official, Tally.keys(tallies));
      for (int i = 0; i < counters.length; i++) {
        long seen = counters[i] == null ? 0 : counters[i].getLong("n");
        tallies.get(i).checkEnd(seen);
        all += seen;
      }
      assertThat(all).isGreaterThan((long) KILLS * PROGRESS);
      Fates fates = load.fates();
      List<Key> keys = fates.keys();
      Record[] records = read(official, keys);
      for (int i = 0; i < records.length; i++) {
        Long seen = records[i] == null ? null : (Long) records[i].getLong("n");
        assertThat(seen).as("%s", keys.get(i)).isEqualTo(fates.expected(keys.get(i)));
      }
      assertThat(fates.countOfPresent()).isGreaterThan(KILLS);
      assertThat(fates.countOfAbsent()).isGreaterThan(KILLS);
      assertThat(load.reads()).isGreaterThan(KILLS);
    }
  }

  private static Host[] hosts(EmbeddedAerospike cluster) {
    return cluster.hosts().stream()
        .map(address -> new Host(address.getHostString(), address.getPort()))
        .toArray(Host[]::new);
  }

  /** Reads with patience: a time limit is for the load, not for looking at what became of it. */
  private static Record[] read(AerospikeClient official, List<Key> keys) {
    BatchPolicy patient = new BatchPolicy(official.getBatchPolicyDefault());
    patient.setTimeouts(20_000, 20_000);
    return official.get(
        patient,
        keys.stream().map(OfficialValues::toTheirs).toArray(com.aerospike.client.Key[]::new));
  }
}
