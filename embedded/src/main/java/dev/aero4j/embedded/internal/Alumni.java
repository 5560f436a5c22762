package dev.aero4j.embedded.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The nodes that one node has had as peers since its own start: those that have left stay. Safe for
 * use by several threads.
 */
final class Alumni {
  /** In the order of their names, each the last that had its name. Replaced as a whole. */
  private volatile List<NodeServer> nodes = List.of();

  List<NodeServer> nodes() {
    return nodes;
  }

  /** Remembers peers. */
  synchronized void meet(List<NodeServer> peers) {
    List<NodeServer> all = new ArrayList<>(peers);
    for (NodeServer old : nodes) {
      if (peers.stream().noneMatch(peer -> peer.name().equals(old.name()))) {
        all.add(old);
      }
    }
    all.sort(Comparator.comparing(NodeServer::name));
    nodes = List.copyOf(all);
  }

  /**
   * Forgets all but the present peers.
   *
   * @return how many were forgotten
   */
  synchronized int forget(List<NodeServer> peers) {
    int before = nodes.size();
    nodes = nodes.stream().filter(peers::contains).toList();
    return before - nodes.size();
  }
}
