package dev.aero4j.embedded.internal;

import dev.aero4j.wire.info.NamespacePartitions;
import dev.aero4j.wire.info.PartitionBitmap;
import java.util.ArrayList;
import java.util.List;

/**
 * Which node holds which partition of a namespace. Immutable.
 *
 * @param replicas for each partition the indexes of its nodes in the membership, master first
 */
record PartitionTable(List<List<Integer>> replicas) {
  /** Namespaces without strong consistency are in regime 0 for ever. */
  private static final int REGIME = 0;

  /** Returns how many copies there are now: fewer than configured when nodes are missing. */
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
    return new NamespacePartitions(namespace, REGIME, bitmaps);
  }
}
