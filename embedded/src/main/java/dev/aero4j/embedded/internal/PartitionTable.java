package dev.aero4j.embedded.internal;

import dev.aero4j.wire.digest.Digests;
import dev.aero4j.wire.info.NamespacePartitions;
import dev.aero4j.wire.info.PartitionBitmap;
import java.util.ArrayList;
import java.util.List;

/**
 * Which node holds which partition of a namespace. Immutable.
 *
 * @param regime grows with each change of masters
 * @param replicas for each partition the indexes of its nodes in the membership, master first
 */
record PartitionTable(int regime, List<List<Integer>> replicas) {

  /** Spreads partitions evenly over nodes, one copy each. */
  static PartitionTable spread(int nodes) {
    List<List<Integer>> replicas = new ArrayList<>(Digests.PARTITIONS);
    for (int id = 0; id < Digests.PARTITIONS; id++) {
      replicas.add(List.of(id % nodes));
    }
    return new PartitionTable(0, List.copyOf(replicas));
  }

  int master(int partitionId) {
    return replicas.get(partitionId).get(0);
  }

  int replicationFactor() {
    return replicas.get(0).size();
  }

  /** Returns what a node says about the partitions that it holds. */
  NamespacePartitions view(String namespace, int node) {
    List<PartitionBitmap> bitmaps = new ArrayList<>();
    for (int i = 0; i < replicationFactor(); i++) {
      int replica = i;
      bitmaps.add(PartitionBitmap.of(id -> replicas.get(id).get(replica) == node));
    }
    return new NamespacePartitions(namespace, regime, bitmaps);
  }
}
