package dev.aero4j.internal.cluster;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who owns which partition of one namespace. Immutable; lookups allocate nothing.
 *
 * <p>A node may be listed for a partition that it has just given up: it stays until another node
 * claims the place, since a server passes on what it no longer owns, and that is better than no
 * node.
 */
public final class PartitionTable {
  /** How many partitions every namespace has. */
  public static final int PARTITIONS = 4096;

  private final String namespace;
  private final @Nullable Node[][] nodes;
  private final int[] regimes;
  private final Map<Node, Integer> racks;

  PartitionTable(
      String namespace, @Nullable Node[][] nodes, int[] regimes, Map<Node, Integer> racks) {
    this.namespace = namespace;
    this.nodes = nodes;
    this.regimes = regimes;
    this.racks = racks;
  }

  public String namespace() {
    return namespace;
  }

  /** Returns how many copies the namespace keeps, the master's included. */
  public int replicas() {
    return nodes.length;
  }

  /**
   * Returns who holds a copy.
   *
   * @param replica 0 for the master
   * @return the node, or null when none is known
   */
  public @Nullable Node node(int replica, int partitionId) {
    return nodes[replica][partitionId];
  }

  /** Returns the regime of a partition: it grows each time a strongly consistent master moves. */
  public int regime(int partitionId) {
    return regimes[partitionId];
  }

  /** Returns whether the partition is strongly consistent; only then do servers count regimes. */
  public boolean strongConsistency(int partitionId) {
    return regimes[partitionId] > 0;
  }

  /** Returns the rack on which a node keeps this namespace, or -1 when it told none. */
  public int rack(Node node) {
    Integer rack = racks.get(node);
    return rack == null ? -1 : rack;
  }

  /** Returns whether a node has any place. */
  boolean lists(Node node) {
    return lists(nodes, node);
  }

  static boolean lists(@Nullable Node[][] nodes, Node wanted) {
    for (@Nullable Node[] replica : nodes) {
      for (Node node : replica) {
        if (node == wanted) {
          return true;
        }
      }
    }
    return false;
  }

  Map<Node, Integer> racks() {
    return racks;
  }

  @Nullable Node[][] copyNodes() {
    @Nullable Node[][] copy = new Node[nodes.length][];
    for (int replica = 0; replica < copy.length; replica++) {
      copy[replica] = nodes[replica].clone();
    }
    return copy;
  }

  int[] copyRegimes() {
    return regimes.clone();
  }
}
