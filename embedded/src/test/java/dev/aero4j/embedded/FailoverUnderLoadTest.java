package dev.aero4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aerospike.client.AerospikeClient;
import com.aerospike.client.AerospikeException;
import com.aerospike.client.Bin;
import com.aerospike.client.Host;
import com.aerospike.client.Key;
import com.aerospike.client.Record;
import com.aerospike.client.policy.ClientPolicy;
import com.aerospike.client.policy.Policy;
import com.aerospike.client.policy.WritePolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Nodes die and come back while the official client counts, by single commands and by batches. Each
 * thread has counters of its own and knows what they must show: every increment that was
 * acknowledged, and none twice unless its call failed in doubt.
 */
@Timeout(60)
class FailoverUnderLoadTest {
  private static final int ROUNDS = 100;
  private static final int THREADS = 4;
  private static final int BATCH_THREADS = 2;
  private static final int KEYS = 20;
  private static final int WRITES_BETWEEN = 20;

  private final AtomicLong acknowledged = new AtomicLong();
  private volatile boolean over;

  /** One thread's counters; confined to it until it has ended. */
  private final class Counter implements Runnable {
    private final AerospikeClient client;
    private final WritePolicy policy;
    private final Policy impatient;
    private final Key[] keys = new Key[KEYS];
    private final long[] sure = new long[KEYS];
    private final long[] doubtful = new long[KEYS];
    private final List<String> wrong = new ArrayList<>();
    private final Random random;

    Counter(AerospikeClient client, int thread) {
      this.client = client;
      this.random = new Random(thread);
      this.policy = new WritePolicy(client.getWritePolicyDefault());
      policy.setTimeouts(300, 300);
      policy.maxRetries = 0;
      this.impatient = new Policy(client.getReadPolicyDefault());
      impatient.setTimeouts(100, 100);
      impatient.maxRetries = 0;
      for (int i = 0; i < KEYS; i++) {
        keys[i] = new Key("test", "counters", thread + "-" + i);
      }
    }

    @Override
    public void run() {
      while (!over) {
        int i = random.nextInt(KEYS);
        try {
          client.add(policy, keys[i], new Bin("n", 1));
          sure[i]++;
          acknowledged.incrementAndGet();
        } catch (AerospikeException e) {
          doubtful[i] += e.getInDoubt() ? 1 : 0;
          continue;
        }
        try {
          check(i, client.get(impatient, keys[i]));
        } catch (AerospikeException e) {
          // A read that fails says nothing.
          assertThat(e.getResultCode()).isNotZero();
        }
      }
    }

    void check(int i, Record record) {
      long seen = record == null ? 0 : record.getLong("n");
      if (seen < sure[i] || seen > sure[i] + doubtful[i]) {
        wrong.add(keys[i] + ": " + sure[i] + " sure, " + doubtful[i] + " in doubt, seen " + seen);
      }
    }
  }

  private void awaitWrites() {
    long target = acknowledged.get() + WRITES_BETWEEN;
    await().pollInterval(Duration.ofMillis(2)).until(() -> acknowledged.get() >= target);
  }

  @Test
  void noAcknowledgedWriteIsLostAndNoneIsAppliedTwice() throws InterruptedException {
    try (EmbeddedAerospike server =
        EmbeddedAerospike.builder().nodes(3).failureDetection(Duration.ofMillis(10)).start()) {
      ClientPolicy clientPolicy = new ClientPolicy();
      clientPolicy.tendInterval = 250;
      clientPolicy.maxErrorRate = 0;
      try (AerospikeClient client = new AerospikeClient(clientPolicy, hosts(server))) {
        List<Counter> counters = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
          Counter counter = new Counter(client, t);
          counters.add(counter);
          threads.add(Thread.ofPlatform().start(counter));
        }
        List<OfficialBatches> batches = new ArrayList<>();
        for (int t = 0; t < BATCH_THREADS; t++) {
          OfficialBatches caller =
              new OfficialBatches(client, t, () -> over, acknowledged::incrementAndGet);
          batches.add(caller);
          threads.add(Thread.ofPlatform().start(caller));
        }
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
          List<String> nodes = new ArrayList<>(server.nodeNames());
          Collections.shuffle(nodes, random);
          server.kill(nodes.get(0));
          if (round % 12 == 0) {
            // The last node is on its own, once it has what the second one had.
            await().until(() -> clusterSize(server, nodes.get(2)) == 2);
            server.kill(nodes.get(1));
            awaitWrites();
            server.restart(nodes.get(1));
          }
          awaitWrites();
          server.restart(nodes.get(0));
          awaitWrites();
        }
        over = true;
        for (Thread thread : threads) {
          thread.join();
        }
        for (Counter counter : counters) {
          for (int i = 0; i < KEYS; i++) {
            counter.check(i, client.get(null, counter.keys[i]));
          }
          assertThat(counter.wrong).isEmpty();
        }
        batches.forEach(OfficialBatches::assertNothingWrong);
        assertThat(acknowledged.get()).isGreaterThan(ROUNDS * WRITES_BETWEEN);
        copiesAreEqual(server);
      }
    }
  }

  /** Whichever node dies now, the same records are left. */
  private static void copiesAreEqual(EmbeddedAerospike server) {
    long records = server.recordCount("test");
    for (String node : server.nodeNames()) {
      server.kill(node);
      String other = node.equals("A1") ? "A2" : "A1";
      await().until(() -> clusterSize(server, other) == 2);
      assertThat(server.recordCount("test")).isEqualTo(records);
      server.restart(node);
      assertThat(server.recordCount("test")).isEqualTo(records);
    }
  }

  private static int clusterSize(EmbeddedAerospike server, String node) throws IOException {
    try (RawClient client = ClusterMap.to(server, node)) {
      String statistics = client.info("statistics").get("statistics");
      return Integer.parseInt(statistics.replaceAll(".*;cluster_size=(\\d+);.*", "$1"));
    }
  }

  private static Host[] hosts(EmbeddedAerospike server) {
    return server.hosts().stream()
        .map(address -> new Host(address.getHostString(), address.getPort()))
        .toArray(Host[]::new);
  }
}
