package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.Faults;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Everything that one embedded server consists of. Safe for use by several threads. */
public final class Cluster {
  /** Nodes are named A1, A2 and so on, in hexadecimal as real ones. */
  private static final int FIRST_NODE_ID = 0xA1;

  private final ClusterOptions options;
  private final ServerClock clock;
  private final Settings settings;
  private final FaultBoard faults;

  /** Replaced as a whole, never changed. */
  private volatile Membership membership;

  private final AtomicBoolean closed = new AtomicBoolean();

  private Cluster(ClusterOptions options) {
    this.options = options;
    this.clock = new ServerClock(options.clock());
    this.settings = new Settings(options.batchMaxRequests());
    this.faults = new FaultBoard(this::node, this::resumeAll);
    this.membership = Membership.initial(newNodes(), options.namespaces().keySet());
  }

  /** Starts the nodes. */
  public static Cluster start(ClusterOptions options) {
    Cluster cluster = new Cluster(options);
    cluster.membership().nodes().forEach(NodeServer::start);
    return cluster;
  }

  private List<NodeServer> newNodes() {
    List<NodeServer> nodes = new ArrayList<>();
    try {
      for (int i = 0; i < options.nodes(); i++) {
        String name = Integer.toHexString(FIRST_NODE_ID + i).toUpperCase(Locale.ROOT);
        int port = options.port() == 0 ? 0 : options.port() + i;
        nodes.add(new NodeServer(this, name, options.host(), port));
      }
      return nodes;
    } catch (RuntimeException e) {
      nodes.forEach(NodeServer::abandon);
      throw e;
    }
  }

  /** Returns what the cluster was started with. */
  public ClusterOptions options() {
    return options;
  }

  /** Returns what may change while the nodes run. */
  public Settings settings() {
    return settings;
  }

  /** Returns the switchboard for misbehaviour. */
  public Faults faults() {
    return faults;
  }

  FaultBoard faultBoard() {
    return faults;
  }

  ServerClock clock() {
    return clock;
  }

  Membership membership() {
    return membership;
  }

  /** Returns the names of the nodes. */
  public List<String> nodeNames() {
    return membership().nodes().stream().map(NodeServer::name).toList();
  }

  /** Returns the addresses listened on, in the order of the names. */
  public List<InetSocketAddress> addresses() {
    return membership().nodes().stream().map(NodeServer::address).toList();
  }

  /**
   * Finds a node.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public NodeServer node(String name) {
    return membership().nodes().stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no node '" + name + "', only " + nodeNames()));
  }

  /**
   * Counts records that have not expired.
   *
   * @param set null for all sets, empty for records without a set
   */
  public long recordCount(String namespace, @Nullable String set) {
    int now = clock.seconds();
    return membership().nodes().stream()
        .flatMap(node -> node.store(namespace).liveRecords(now))
        .filter(stored -> set == null || stored.set().equals(set))
        .count();
  }

  /** Removes every record. */
  public void truncate() {
    for (NodeServer node : membership().nodes()) {
      node.stores().forEach(store -> store.truncate(""));
    }
  }

  private void resumeAll() {
    membership().nodes().forEach(NodeServer::resume);
  }

  /** Stops the nodes; returns when their threads have ended. */
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    // A node may wait for another one that is paused.
    resumeAll();
    boolean interrupted = false;
    for (NodeServer node : membership().nodes()) {
      try {
        node.stop();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
