package dev.aero4j.embedded.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What nodes say about their cluster at one moment. Immutable: a change makes a new one. It follows
 * the {@link PartitionMap}: partitions have moved by the time that nodes say so.
 *
 * @param clusterKey changes with the membership
 * @param number how often the membership has changed
 * @param nodes in the order of the partition tables' indexes
 * @param tables by namespace, in the order of the configuration
 */
record Membership(
    long clusterKey, long number, List<NodeServer> nodes, Map<String, PartitionTable> tables) {
  private static final long KEY_BASE = 0x8EC0_0000_0000L;

  /** Spreads the keys, so that they do not look like each other. */
  private static final long KEY_STEP = 0x1_0F35_79BDL;

  /** Returns the state before there is any node. */
  static Membership none() {
    return new Membership(0, 0, List.of(), Map.of());
  }

  /** Returns the members other than one. */
  List<NodeServer> peersOf(NodeServer node) {
    return nodes.stream().filter(peer -> peer != node).toList();
  }

  /** Returns the name of the node that leads the cluster, the highest one; 0 when there is none. */
  String principal() {
    return nodes.stream().map(NodeServer::name).max(Comparator.naturalOrder()).orElse("0");
  }

  /**
   * Returns the membership after this one.
   *
   * @param succession for each partition indexes of the nodes that hold it, master first
   */
  Membership next(
      List<NodeServer> newNodes, Iterable<String> namespaces, List<List<Integer>> succession) {
    Map<String, PartitionTable> newTables = new LinkedHashMap<>();
    for (String namespace : namespaces) {
      newTables.put(namespace, new PartitionTable(succession));
    }
    return new Membership(
        KEY_BASE + (number + 1) * KEY_STEP, number + 1, List.copyOf(newNodes), newTables);
  }
}
