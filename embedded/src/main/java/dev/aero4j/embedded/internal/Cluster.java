package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.Faults;
import dev.aero4j.embedded.Statistics;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that one embedded server consists of. Safe for use by several threads. */
public final class Cluster {
  private final ClusterOptions options;
  private final ServerClock clock;
  private final Settings settings;
  private final Signals signals = new Signals();
  private final PartitionMap partitions;
  private final Members members;
  private final FaultBoard faults;

  private Cluster(ClusterOptions options) {
    this.options = options;
    this.clock = new ServerClock(options.clock());
    this.settings = new Settings(options.batchMaxRequests());
    this.partitions = new PartitionMap(options.namespaces().keySet());
    this.members = new Members(this, partitions, signals);
    this.faults = new FaultBoard(members::node, this::resumeAll);
  }

  /** Starts the nodes. */
  public static Cluster start(ClusterOptions options) {
    Cluster cluster = new Cluster(options);
    cluster.members.start();
    return cluster;
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

  Signals signals() {
    return signals;
  }

  PartitionMap partitions() {
    return partitions;
  }

  Membership membership() {
    return members.membership();
  }

  /** Returns the names of the nodes, dead or alive. */
  public List<String> nodeNames() {
    return members.nodes().stream().map(NodeServer::name).toList();
  }

  /** Returns the addresses of the nodes, dead or alive, in the order of the names. */
  public List<InetSocketAddress> addresses() {
    return members.nodes().stream().map(NodeServer::address).toList();
  }

  /** Returns whether a node runs; throws IllegalArgumentException when there is no such node. */
  public boolean isRunning(String nodeName) {
    return members.node(nodeName).isRunning();
  }

  /** Returns what a node did; throws IllegalArgumentException when there is no such node. */
  public Statistics statistics(String nodeName) {
    return members.node(nodeName).statistics();
  }

  /** Ends a node at once, with its records. */
  public void kill(String nodeName) {
    members.kill(nodeName);
  }

  /** Starts a dead node again, without records, and gives it its partitions. */
  public void restart(String nodeName) {
    members.restart(nodeName);
  }

  /**
   * Counts records that have not expired, each once.
   *
   * @param set null for all sets, empty for records without a set
   */
  public long recordCount(String namespace, @Nullable String set) {
    int now = clock.seconds();
    return partitions.count(
        namespace, stored -> stored.isLive(now) && (set == null || stored.set().equals(set)));
  }

  /** Removes every record. */
  public void truncate() {
    options.namespaces().keySet().forEach(namespace -> truncate(namespace, ""));
  }

  /** Removes the records of a set, or all records if the set is empty. */
  void truncate(String namespace, String set) {
    partitions.truncate(namespace, set);
  }

  private void resumeAll() {
    members.nodes().forEach(NodeServer::resume);
  }

  /** Stops the nodes; returns when their threads have ended. */
  public void close() {
    members.close();
  }
}
