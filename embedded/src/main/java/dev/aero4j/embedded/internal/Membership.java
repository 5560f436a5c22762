package dev.aero4j.embedded.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a cluster and what each of them holds, at one moment. Immutable: a change makes a
 * new one with larger generations, and every node answers from one of them at a time.
 *
 * @param clusterKey changes with the membership
 * @param peersGeneration grows when nodes come, go or move
 * @param partitionGeneration grows when partitions move
 * @param nodes in the order of the partition tables' indexes
 * @param tables by namespace, in the order of the configuration
 */
record Membership(
    long clusterKey,
    long peersGeneration,
    long partitionGeneration,
    List<NodeServer> nodes,
    Map<String, PartitionTable> tables) {

  /** Returns the first membership of a cluster. */
  static Membership initial(List<NodeServer> nodes, Iterable<String> namespaces) {
    Map<String, PartitionTable> tables = new LinkedHashMap<>();
    for (String namespace : namespaces) {
      tables.put(namespace, PartitionTable.spread(nodes.size()));
    }
    // A single node has seen no peer come yet; with peers, one event per peer.
    int events = nodes.size() - 1;
    return new Membership(
        0x8EC0_0000_0000L + nodes.size(), events, events, List.copyOf(nodes), tables);
  }

  /** Returns the node that serves a partition of a namespace that exists. */
  NodeServer master(String namespace, int partitionId) {
    PartitionTable table = tables.get(namespace);
    if (table == null) {
      throw new IllegalArgumentException("no namespace " + namespace);
    }
    return nodes.get(table.master(partitionId));
  }
}
