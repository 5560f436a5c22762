package dev.aero4j.internal.cluster;

import dev.aero4j.wire.info.NamespacePartitions;
import dev.aero4j.wire.info.Peers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one node said when it was tended. The long lists are only asked for when their generation is
 * another than the one known before.
 *
 * @param name who answered
 * @param generations as they are now
 * @param peers the other nodes it knows, or null when that has not changed
 * @param partitions what it owns, or null when that has not changed
 * @param racks its rack in each namespace, or null when that has not changed
 */
record NodeAnswer(
    String name,
    Generations generations,
    @Nullable List<Peers.Peer> peers,
    @Nullable List<NamespacePartitions> partitions,
    @Nullable Map<String, Integer> racks) {

  /**
   * Counters by which a node shows that something has changed.
   *
   * @param peers of the list of peers
   * @param partitions of the partition map
   * @param rebalance of the racks
   */
  record Generations(long peers, long partitions, long rebalance) {
    /** Of a node that has told nothing yet. */
    static final Generations UNKNOWN = new Generations(-1, -1, -1);

    Generations withPartitions(long generation) {
      return new Generations(peers, generation, rebalance);
    }
  }
}
