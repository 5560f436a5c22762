package dev.aero4j.internal.cluster;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cluster at one moment. Immutable; replaced as a whole when something changes. */
public final class ClusterSnapshot {
  /** No node is known. */
  public static final ClusterSnapshot EMPTY = new ClusterSnapshot(List.of(), Map.of(), 0);

  private final List<Node> nodes;
  private final Map<String, PartitionTable> partitions;
  private final long version;

  ClusterSnapshot(List<Node> nodes, Map<String, PartitionTable> partitions, long version) {
    this.nodes = List.copyOf(nodes);
    this.partitions = Map.copyOf(partitions);
    this.version = version;
  }

  /** Returns the nodes, sorted by name. */
  public List<Node> nodes() {
    return nodes;
  }

  /** Returns the node of a name, or null when there is none. */
  public @Nullable Node node(String name) {
    for (Node node : nodes) {
      if (node.name().equals(name)) {
        return node;
      }
    }
    return null;
  }

  /** Returns whether this very incarnation of a node is in the cluster. */
  public boolean contains(Node node) {
    return node(node.name()) == node;
  }

  /** Returns who owns what in a namespace, or null when no node serves it. */
  public @Nullable PartitionTable partitions(String namespace) {
    return partitions.get(namespace);
  }

  /** Returns the namespaces that some node serves, sorted. */
  public List<String> namespaces() {
    return partitions.keySet().stream().sorted().toList();
  }

  /** Returns a number that grows with each change. */
  public long version() {
    return version;
  }

  Map<String, PartitionTable> tables() {
    return partitions;
  }
}
