package dev.aero4j.internal.io;

import java.util.concurrent.atomic.AtomicLong;
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

  /** In {@link #flight}: the ticker has closed the connection. */
  private static final long CUT = -1;

  /**
   * The number of the exchange that is under way, 0 for none. The holder sets it; the ticker
   * replaces the very number that it has judged by {@link #CUT} before it closes the connection, so
   * that it can never hit a later exchange.
   */
  private final AtomicLong flight = new AtomicLong();

  /** How many exchanges there were; the holder's. */
  private long flights;

  Slot(int index, int maxGroup, NodePipeline pipeline) {
    this.index = index;
    this.pipeline = pipeline;
    this.exchange = new Exchange(maxGroup);
    this.task = () -> pipeline.work(this);
  }

  /** Says that the exchange is about to be written. */
  void takeOff() {
    flight.set(++flights);
  }

  /** Says that the exchange is over; returns false when the ticker has closed the connection. */
  boolean land() {
    return flight.getAndSet(0) != CUT;
  }

  /** For the ticker: closes the connection if there is nothing to be hoped for from it. */
  void cutOff(long now) {
    long number = flight.get();
    // Read while the exchange is under way, so it is the connection that it travels on.
    Connection current = connection;
    if (number > 0
        && current != null
        && exchange.isHopeless(now)
        && flight.compareAndSet(number, CUT)) {
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
