package dev.aero4j.embedded.internal;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The numbers by which a client sees that it must ask again. Each node counts for itself, from its
 * own start: so a node that was started again shows other numbers, and smaller ones.
 *
 * <p>They grow after the {@link Membership} has been replaced: who sees the new number also gets
 * the new answer.
 */
final class Generations {
  /** A node counts a peer that comes twice: once for its name, once for its address. */
  private static final int EVENTS_OF_A_NEW_PEER = 2;

  private final AtomicLong peers = new AtomicLong();
  private final AtomicLong partitions = new AtomicLong();
  private final AtomicLong rebalances = new AtomicLong();

  long peers() {
    return peers.get();
  }

  long partitions() {
    return partitions.get();
  }

  long rebalances() {
    return rebalances.get();
  }

  void peersChanged(int come, int gone) {
    peers.addAndGet((long) EVENTS_OF_A_NEW_PEER * come + gone);
  }

  /**
   * Counts a change of the map.
   *
   * @param moved how many partitions have moved, anywhere in the cluster
   */
  void rebalanced(int moved) {
    partitions.addAndGet(moved);
    rebalances.incrementAndGet();
  }
}
