package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.NamespaceOptions;
import dev.aero4j.embedded.Statistics;
import dev.aero4j.wire.info.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node from its start to its end: a listener, its connections with a thread each, and the
 * records it holds. A node that is started again is another object. Safe for use by several
 * threads.
 *
 * <p>They are platform threads, because the node stands in for a server: virtual ones would queue
 * for the same few carriers as the callers in this JVM, and a node among 10,000 virtual callers
 * would answer only when its turn comes.
 */
public final class NodeServer {
  private static final Logger LOG = LoggerFactory.getLogger(NodeServer.class);

  private final Cluster cluster;
  private final String name;
  private final ServerSocket listener;
  private final NodeCounters counters = new NodeCounters();
  private final Map<String, NamespaceStore> stores = new LinkedHashMap<>();
  private final RecordService records;
  private final InfoService info;
  private final Map<Connection, Thread> connections = new ConcurrentHashMap<>();

  /** Threads of connections that have ended, and which are about to end; maybe they have. */
  private final Queue<Thread> leaving = new ConcurrentLinkedQueue<>();

  private final Thread acceptor;
  private final long startNanos = System.nanoTime();

  private final Generations generations = new Generations();
  private final Alumni alumni = new Alumni();
  private final Signals signals;

  /** Set and reset by anyone; every change is followed by a signal. */
  private volatile boolean paused;

  /** Set once, by whoever ends the node, and followed by a signal. */
  private volatile boolean stopping;

  /** Set once, before {@link #stopping}, by {@link #kill}. */
  private volatile boolean killed;

  NodeServer(Cluster cluster, String name, ServerSocket listener) {
    this.cluster = cluster;
    this.name = name;
    this.listener = listener;
    this.signals = cluster.signals();
    cluster
        .options()
        .namespaces()
        .forEach((namespace, options) -> stores.put(namespace, newStore(namespace, options)));
    this.records = new RecordService(cluster, this);
    this.info = new InfoService(cluster, this);
    this.acceptor =
        Thread.ofPlatform().daemon().name("aero4j-" + name + "-acceptor").unstarted(this::accept);
  }

  private static NamespaceStore newStore(String namespace, NamespaceOptions options) {
    return new NamespaceStore(namespace, options);
  }

  void start() {
    acceptor.start();
  }

  String name() {
    return name;
  }

  NodeCounters counters() {
    return counters;
  }

  /** Returns what this node shows of the changes that it has seen. */
  Generations generations() {
    return generations;
  }

  /** Returns the peers that this node has or had. */
  Alumni alumni() {
    return alumni;
  }

  /** Returns what this node did. */
  public Statistics statistics() {
    return counters.statistics();
  }

  long uptimeSeconds() {
    return (System.nanoTime() - startNanos) / 1_000_000_000L;
  }

  InetSocketAddress address() {
    return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
  }

  /** Returns what clients are told to connect to. */
  HostPort access() {
    return new HostPort(cluster.options().accessHost(), listener.getLocalPort());
  }

  /** Returns what clients are told that ask for alternate services, or null. */
  @Nullable HostPort alternate() {
    String host = cluster.options().alternateHost();
    return host == null ? null : new HostPort(host, listener.getLocalPort());
  }

  RecordService records() {
    return records;
  }

  InfoService info() {
    return info;
  }

  Collection<NamespaceStore> stores() {
    return stores.values();
  }

  NamespaceStore store(String namespace) {
    NamespaceStore store = stores.get(namespace);
    if (store == null) {
      throw new IllegalArgumentException(
          "there is no namespace '" + namespace + "', only " + stores.keySet());
    }
    return store;
  }

  private void accept() {
    while (!stopping) {
      try {
        serve(listener.accept());
      } catch (IOException e) {
        if (!stopping) {
          LOG.warn("{} could not accept a connection", name, e);
        }
      }
    }
  }

  private void serve(Socket socket) {
    Connection connection = new Connection(cluster, this, socket);
    Thread thread =
        Thread.ofPlatform().daemon().name("aero4j-" + name + "-connection").unstarted(connection);
    counters.connectionsOpened().increment();
    connections.put(connection, thread);
    thread.start();
    leaving.removeIf(ended -> !ended.isAlive());
  }

  /** Called by a connection's thread when it has nothing else to do. */
  void closed(Connection connection) {
    // First, so that a thread is always found in one of them.
    leaving.add(Thread.currentThread());
    connections.remove(connection);
    counters.connectionsClosed().increment();
  }

  void pause() {
    paused = true;
  }

  void resume() {
    paused = false;
    signals.changed();
  }

  /** Returns whether the node died, as opposed to being closed. */
  boolean isKilled() {
    return killed;
  }

  /** Returns whether the node has not ended. */
  boolean isRunning() {
    return !stopping;
  }

  /** Returns whether the node would answer another one now. */
  boolean isResponsive() {
    return !killed && !paused;
  }

  /** Waits for the end of a pause, if there is one. */
  void awaitResumed() throws InterruptedException {
    if (paused) {
      signals.await(() -> !paused || stopping);
    }
  }

  /** Ends at once: connections are reset, and what is under way is not answered. */
  void kill() {
    killed = true;
    stop();
    awaitEnd();
  }

  /** Closes listener and connections, and tells their threads to end; may be repeated. */
  void stop() {
    stopping = true;
    signals.changed();
    abandon();
    closeConnections();
  }

  /** Waits until the threads have ended, after {@link #stop}; an interrupt does not keep it. */
  void awaitEnd() {
    Joining.join(List.of(acceptor));
    // It may have accepted one more on its way; from now on there are no new ones.
    closeConnections();
    Joining.join(List.copyOf(connections.values()));
    Joining.join(List.copyOf(leaving));
  }

  private void closeConnections() {
    connections.forEach(
        (connection, thread) -> {
          connection.close(killed);
          thread.interrupt();
        });
  }

  /** Closes the listener, which is all there is to close of a node that was never started. */
  void abandon() {
    try {
      listener.close();
    } catch (IOException e) {
      LOG.warn("{} did not close its listener cleanly", name, e);
    }
  }
}
