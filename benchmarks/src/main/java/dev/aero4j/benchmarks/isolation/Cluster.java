package dev.aero4j.benchmarks.isolation;

import com.aerospike.client.AerospikeClient;
import com.aerospike.client.AerospikeException;
import com.aerospike.client.Host;
import com.aerospike.client.Info;
import com.aerospike.client.cluster.Node;
import com.aerospike.client.policy.ClientPolicy;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The cluster whose node dies and comes back. */
final class Cluster {
  private static final int WHOLE_SECONDS = 180;
  private static final int LOOK_MILLIS = 500;

  private final String seeds;
  private final int nodes;

  /** Notes how many nodes there are; all should be up. */
  Cluster(String seeds) {
    this.seeds = seeds;
    try (AerospikeClient client = connect()) {
      this.nodes = client.getNodes().length;
    }
  }

  String seeds() {
    return seeds;
  }

  private AerospikeClient connect() {
    return new AerospikeClient(new ClientPolicy(), Host.parseHosts(seeds, 3000));
  }

  /** Waits until all nodes are back, agree with each other, and have moved all data. */
  void awaitWhole() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WHOLE_SECONDS);
    while (!isWhole()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "the cluster is not whole %d s after the restart".formatted(WHOLE_SECONDS));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  /** All nodes tell the same cluster key, which they do when they are stable and complete. */
  private boolean isWhole() {
    String question = "cluster-stable:size=" + nodes + ";ignore-migrations=false";
    try (AerospikeClient client = connect()) {
      Set<String> answers = new HashSet<>();
      for (Node node : client.getNodes()) {
        answers.add(Info.request(null, node, question).toUpperCase(Locale.ROOT));
      }
      return client.getNodes().length == nodes
          && answers.size() == 1
          && answers.iterator().next().matches("[0-9A-F]+");
    } catch (AerospikeException e) {
      return false;
    }
  }

  /** Runs a command of the shell to its end. */
  static void run(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException("the command ended with " + code + ": " + command);
    }
  }
}
