package dev.aero4j.embedded;

import dev.aero4j.wire.digest.Digests;
import dev.aero4j.wire.info.NamespacePartitions;
import dev.aero4j.wire.info.PartitionBitmap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the running nodes of a cluster say about namespace {@code test}. */
record ClusterMap(Map<String, List<PartitionBitmap>> byNode) {
  static ClusterMap of(EmbeddedAerospike server) throws IOException {
    Map<String, List<PartitionBitmap>> byNode = new TreeMap<>();
    for (String name : server.nodeNames()) {
      if (server.isRunning(name)) {
        try (RawClient client = to(server, name)) {
          byNode.put(
              name,
              NamespacePartitions.parseReplicas(client.info("replicas").get("replicas"))
                  .get(0)
                  .replicas());
        }
      }
    }
    return new ClusterMap(byNode);
  }

  static RawClient to(EmbeddedAerospike server, String node) throws IOException {
    return new RawClient(server.hosts().get(server.nodeNames().indexOf(node)));
  }

  /** Returns the nodes that hold a partition, master first. */
  List<String> holders(int partition) {
    List<String> holders = new ArrayList<>();
    for (int replica = 0; replica < byNode.size(); replica++) {
      for (Map.Entry<String, List<PartitionBitmap>> node : byNode.entrySet()) {
        if (replica < node.getValue().size() && node.getValue().get(replica).owns(partition)) {
          holders.add(node.getKey());
        }
      }
    }
    return holders;
  }

  /** Returns the partition of a key in set {@code s}. */
  static int partition(String key) {
    return Digests.partitionId(Digests.of("s", key));
  }

  /** Returns a key in set {@code s} whose holders are these, master first. */
  String key(String... holders) {
    for (int i = 0; i < 100_000; i++) {
      String key = "key-" + i;
      if (holders(partition(key)).equals(List.of(holders))) {
        return key;
      }
    }
    throw new AssertionError("no key with holders " + List.of(holders));
  }
}
