package dev.aero4j.internal.io;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A place for one connection to a node, and the exchange that is under way on it. Everything here
 * is confined to the thread that holds the slot (its bit in the {@link SlotSet}, or the role handed
 * over with {@link Attempt#role}), except for the fields that say otherwise.
 */
final class Slot {
  final int index;
  final NodePipeline pipeline;
  final Exchange exchange;

  /** What a worker runs to drive this slot. */
  final Runnable task;

  /** Written by the holder; the ticker and {@code close} read it to wake a stuck holder. */
  volatile @Nullable Connection connection;

  /**
   * The attempt of a lone caller that writes and reads without a time limit of its own. The ticker
   * takes it away (to null) before it closes the connection at the attempt's deadline; a holder
   * that can no longer take it away itself knows that its connection is lost.
   */
  private final AtomicReference<@Nullable Attempt> watched = new AtomicReference<>();

  /** Whether the exchange under way was put under watch; the holder's. */
  private boolean watching;

  /** When a write under way must end, 0 when none is; read by the ticker. */
  volatile long writeDeadlineNanos;

  Slot(int index, int maxGroup, NodePipeline pipeline) {
    this.index = index;
    this.pipeline = pipeline;
    this.exchange = new Exchange(maxGroup);
    this.task = () -> pipeline.work(this);
  }

  void watch(Attempt alone) {
    watching = true;
    watched.set(alone);
  }

  boolean isWatching() {
    return watching;
  }

  /** Ends the watch; returns false when the ticker has closed the connection. */
  boolean unwatch() {
    boolean intact = !watching || watched.getAndSet(null) != null;
    watching = false;
    return intact;
  }

  /** Closes the connection under a lone caller whose deadline has passed. For the ticker. */
  void cutOffOverdue(long now) {
    Attempt alone = watched.get();
    // Read while the attempt is watched, so it is the connection that the attempt travels on.
    Connection current = connection;
    if (alone != null
        && current != null
        && now - alone.deadlineNanos() >= 0
        && watched.compareAndSet(alone, null)) {
      current.close();
    }
  }

  void discardConnection() {
    Connection current = connection;
    connection = null;
    if (current != null) {
      current.close();
    }
  }
}
