package dev.aero4j.embedded.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The nodes of a cluster: who lives, who has died, and what follows from that.
 *
 * <p>All changes are made under one lock, and no command ever takes it. A change goes
 *
 * <ol>
 *   <li>partition by partition through the {@link PartitionMap}, each under its own lock and with
 *       its records;
 *   <li>then into the {@link Membership}, which is what nodes say;
 *   <li>then into the {@link Generations}, by which clients notice;
 *   <li>and then wakes the commands that wait for it.
 * </ol>
 *
 * So a client that follows an old map meets a node that passes its command on, and one that follows
 * the new map meets a node that has the records.
 *
 * <p>A death is noticed later: until then nothing changes, and a dead node's partitions are served
 * by their replicas, as far as that can be.
 */
final class Members {
  private static final Logger LOG = LoggerFactory.getLogger(Members.class);

  /** Nodes are named A1, A2 and so on, in hexadecimal as real ones. */
  private static final int FIRST_NODE_ID = 0xA1;

  /** The place of a node, which outlives it. */
  private static final class Seat {
    final String name;
    final NodePort port;

    /** The last node in this place, dead or alive. Written under the lock. */
    volatile NodeServer node;

    Seat(Cluster cluster, String name, NodePort port) {
      this.name = name;
      this.port = port;
      this.node = new NodeServer(cluster, name, port.listen());
    }
  }

  private final Cluster cluster;
  private final ClusterOptions options;
  private final PartitionMap partitions;
  private final Signals signals;
  private final List<Seat> seats = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();

  /** Notices deaths; made with the first one. Guarded by {@link #lock}. */
  private @Nullable ScheduledThreadPoolExecutor detector;

  /** Threads of the detector, which are joined at the end. Guarded by {@link #lock}. */
  private final List<Thread> detectorThreads = new ArrayList<>();

  /** When a node died last, as {@link System#nanoTime} shows it. Guarded by {@link #lock}. */
  private long lastDeathNanos;

  /** Guarded by {@link #lock}. */
  private boolean closed;

  /** Replaced as a whole. Written under {@link #lock}. */
  private volatile Membership membership = Membership.none();

  Members(Cluster cluster, PartitionMap partitions, Signals signals) {
    this.cluster = cluster;
    this.options = cluster.options();
    this.partitions = partitions;
    this.signals = signals;
  }

  /** Starts all nodes, or none. */
  void start() {
    lock.lock();
    try {
      for (int i = 0; i < options.nodes(); i++) {
        String name = Integer.toHexString(FIRST_NODE_ID + i).toUpperCase(Locale.ROOT);
        int port = options.port() == 0 ? 0 : options.port() + i;
        seats.add(new Seat(cluster, name, new NodePort(options.host(), port)));
      }
      rebalance();
      seats.forEach(seat -> seat.node.start());
    } catch (RuntimeException e) {
      seats.forEach(seat -> seat.node.abandon());
      throw e;
    } finally {
      lock.unlock();
    }
  }

  Membership membership() {
    return membership;
  }

  /** Returns the last node of each name, dead or alive. */
  List<NodeServer> nodes() {
    return seats.stream().map(seat -> seat.node).toList();
  }

  /**
   * Finds a node, dead or alive.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  NodeServer node(String name) {
    return seat(name).node;
  }

  private Seat seat(String name) {
    return seats.stream()
        .filter(seat -> seat.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no node '"
                        + name
                        + "', only "
                        + seats.stream().map(seat -> seat.name).toList()));
  }

  /** Ends a node and loses its records; the others notice later. */
  void kill(String name) {
    Seat seat = seat(name);
    lock.lock();
    try {
      requireOpen();
      if (!seat.node.isRunning()) {
        throw new IllegalStateException("node " + name + " is dead already; restart it first");
      }
      seat.node.kill();
      seat.port.hold();
      lastDeathNanos = System.nanoTime();
      long delayNanos = options.failureDetection().toNanos();
      if (delayNanos == 0) {
        rebalance();
      } else {
        Future<?> unused =
            detector().schedule(this::noticeDeaths, delayNanos, TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Starts a dead node again, empty; when this returns, it has its partitions and is in the map.
   */
  void restart(String name) {
    Seat seat = seat(name);
    lock.lock();
    try {
      requireOpen();
      if (seat.node.isRunning()) {
        throw new IllegalStateException("node " + name + " is running; kill it first");
      }
      try {
        seat.node = new NodeServer(cluster, name, seat.port.listen());
      } catch (RuntimeException e) {
        seat.port.hold();
        throw e;
      }
      rebalance();
      seat.node.start();
    } finally {
      lock.unlock();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the cluster has been closed");
    }
  }

  private ScheduledThreadPoolExecutor detector() {
    ScheduledThreadPoolExecutor present = detector;
    if (present == null) {
      present = new ScheduledThreadPoolExecutor(1, this::newDetectorThread);
      detector = present;
    }
    return present;
  }

  /** The pool asks for it inside of {@code schedule}, so whoever calls that has the lock. */
  private Thread newDetectorThread(Runnable task) {
    Thread thread = Thread.ofPlatform().daemon().name("aero4j-failure-detector").unstarted(task);
    detectorThreads.add(thread);
    return thread;
  }

  private void noticeDeaths() {
    lock.lock();
    try {
      boolean quiet = System.nanoTime() - lastDeathNanos >= options.failureDetection().toNanos();
      // A cluster cannot agree while one of them is dying; the last death's own timer comes later.
      if (!closed && quiet && membership.nodes().stream().anyMatch(NodeServer::isKilled)) {
        rebalance();
      }
    } catch (RuntimeException e) {
      LOG.error("partitions could not be moved away from a dead node", e);
    } finally {
      lock.unlock();
    }
  }

  /** Moves partitions to the nodes that live. The caller has the lock. */
  private void rebalance() {
    Membership before = membership;
    List<NodeServer> living = nodes().stream().filter(node -> !node.isKilled()).toList();
    List<List<Integer>> succession =
        Succession.of(living.stream().map(NodeServer::name).toList(), options.replicationFactor());
    int moved = partitions.move(living, succession);
    membership = before.next(living, options.namespaces().keySet(), succession);
    for (NodeServer node : living) {
      boolean isNew = !before.nodes().contains(node);
      long known = isNew ? 1 : living.stream().filter(before.nodes()::contains).count();
      long gone =
          isNew ? 0 : before.nodes().stream().filter(other -> !living.contains(other)).count();
      node.alumni().meet(membership.peersOf(node));
      node.generations().peersChanged((int) (living.size() - known), (int) gone);
      // A cluster that starts has moved nothing.
      node.generations().rebalanced(before.nodes().isEmpty() ? 0 : moved);
    }
    signals.changed();
  }

  /** Stops all nodes; returns when the threads of all, dead ones too, have ended. */
  void close() {
    List<Thread> timers;
    lock.lock();
    try {
      closed = true;
      if (detector != null) {
        detector.shutdownNow();
      }
      timers = List.copyOf(detectorThreads);
      // First all are closed, so that none has to wait for another one's end.
      for (Seat seat : seats) {
        seat.port.release();
        seat.node.stop();
      }
      seats.forEach(seat -> seat.node.awaitEnd());
    } finally {
      lock.unlock();
    }
    // Not inside of the lock, which one that notices a death right now waits for.
    Joining.join(timers);
  }
}
