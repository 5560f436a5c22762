package dev.aero4j.internal.cluster;

import dev.aero4j.wire.info.NamespacePartitions;
import dev.aero4j.wire.info.PartitionBitmap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next table of a namespace from the one before and what the nodes claim.
 *
 * <ul>
 *   <li>A claim of a higher regime wins. Of claims of the same regime the last wins: nodes of
 *       available namespaces do not count regimes, and a new owner tells of itself later than the
 *       old one did.
 *   <li>A claim of a lower regime is old news, and is only taken while nobody else is known.
 * </ul>
 *
 * Confined to one step.
 */
final class PartitionTableEditor {
  private static final int PARTITIONS = PartitionTable.PARTITIONS;

  private final String namespace;
  private final @Nullable PartitionTable before;
  private @Nullable Node[][] nodes;
  private int[] regimes;
  private boolean changed;

  PartitionTableEditor(String namespace, @Nullable PartitionTable before) {
    this.namespace = namespace;
    this.before = before;
    this.nodes = before == null ? new Node[0][] : before.copyNodes();
    this.regimes = before == null ? new int[PARTITIONS] : before.copyRegimes();
  }

  /**
   * Takes in what a node says it owns.
   *
   * @param displaced gets the nodes that lost a place to this one
   */
  void claim(Node node, NamespacePartitions claims, Set<Node> displaced) {
    List<PartitionBitmap> replicas = claims.replicas();
    if (replicas.isEmpty()) {
      return; // a node that serves nothing says nothing about the others
    }
    resize(replicas.size());
    for (int partition = 0; partition < PARTITIONS; partition++) {
      boolean placed = false;
      for (int replica = 0; replica < nodes.length; replica++) {
        if (replicas.get(replica).owns(partition)) {
          placed |= place(node, replica, partition, claims.regime(), displaced);
        } else if (placed && nodes[replica][partition] == node) {
          // It has risen from here. One that has sunk keeps its higher place, until the next owner
          // claims that: nobody must be without a master meanwhile.
          nodes[replica][partition] = null;
          changed = true;
        }
      }
    }
  }

  private boolean place(Node node, int replica, int partition, int regime, Set<Node> displaced) {
    if (regime < regimes[partition] && isOwned(partition)) {
      return false;
    }
    if (regime != regimes[partition]) {
      regimes[partition] = regime;
      changed = true;
    }
    Node old = nodes[replica][partition];
    if (old != node) {
      nodes[replica][partition] = node;
      changed = true;
      if (old != null) {
        displaced.add(old);
      }
    }
    return true;
  }

  private boolean isOwned(int partition) {
    for (@Nullable Node[] replica : nodes) {
      if (replica[partition] != null) {
        return true;
      }
    }
    return false;
  }

  private void resize(int replicas) {
    int old = nodes.length;
    if (replicas != old) {
      nodes = Arrays.copyOf(nodes, replicas);
      for (int replica = old; replica < replicas; replica++) {
        nodes[replica] = new Node[PARTITIONS];
      }
      changed = true;
    }
  }

  boolean lists(Node node) {
    return PartitionTable.lists(nodes, node);
  }

  /** Takes a node that has left out of all its places. */
  void drop(Node node) {
    for (@Nullable Node[] replica : nodes) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        if (replica[partition] == node) {
          replica[partition] = null;
          changed = true;
        }
      }
    }
  }

  /**
   * Returns the next table, the same object when nothing has changed, or null when nobody is left
   * who serves the namespace.
   */
  @Nullable PartitionTable build(Map<Node, Integer> racks) {
    if (!changed && before != null && before.racks().equals(racks)) {
      return before;
    }
    for (int partition = 0; partition < PARTITIONS; partition++) {
      if (isOwned(partition)) {
        return new PartitionTable(namespace, nodes, regimes, Map.copyOf(racks));
      }
    }
    return null;
  }
}
