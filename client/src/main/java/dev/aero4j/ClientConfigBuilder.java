package dev.aero4j;

import dev.aero4j.internal.command.Checks;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.InfoPolicy;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of a {@link ClientConfig}. A bad value is refused at once, with the field's
 * name. Not for use by several threads.
 */
public final class ClientConfigBuilder {
  final List<Host> hosts = new ArrayList<>();
  @Nullable String clusterName;
  int connectTimeoutMillis = 1_000;
  int tendIntervalMillis = 1_000;
  int tendTimeoutMillis = 1_000;
  int idleTimeoutMillis = 55_000;
  int slotsPerNode = 8;
  int maxConnectionsPerNode = 64;
  int maxStreamsPerNode = 64;
  int maxCommandsInFlight = 65_536;
  int maxCommandsInFlightPerNode = 16_384;
  int maxQueuedCommands = 65_536;
  int maxGroupSize = 128;
  int maxResponseSize = 128 * 1024 * 1024;
  boolean grouping = true;
  boolean useServicesAlternate;
  boolean failIfNotConnected = true;
  List<Integer> rackIds = List.of();
  ReadPolicy readPolicy = ReadPolicy.defaults();
  WritePolicy writePolicy = WritePolicy.defaults();
  BatchPolicy batchPolicy = BatchPolicy.defaults();
  InfoPolicy infoPolicy = InfoPolicy.defaults();
  @Nullable Executor callbackExecutor;

  ClientConfigBuilder() {}

  ClientConfigBuilder(ClientConfig config) {
    hosts.addAll(config.hosts());
    clusterName = config.clusterName();
    connectTimeoutMillis = config.connectTimeoutMillis();
    tendIntervalMillis = config.tendIntervalMillis();
    tendTimeoutMillis = config.tendTimeoutMillis();
    idleTimeoutMillis = config.idleTimeoutMillis();
    slotsPerNode = config.slotsPerNode();
    maxConnectionsPerNode = config.maxConnectionsPerNode();
    maxStreamsPerNode = config.maxStreamsPerNode();
    maxCommandsInFlight = config.maxCommandsInFlight();
    maxCommandsInFlightPerNode = config.maxCommandsInFlightPerNode();
    maxQueuedCommands = config.maxQueuedCommands();
    maxGroupSize = config.maxGroupSize();
    maxResponseSize = config.maxResponseSize();
    grouping = config.grouping();
    useServicesAlternate = config.useServicesAlternate();
    failIfNotConnected = config.failIfNotConnected();
    rackIds = config.rackIds();
    readPolicy = config.readPolicy();
    writePolicy = config.writePolicy();
    batchPolicy = config.batchPolicy();
    infoPolicy = config.infoPolicy();
    callbackExecutor = config.callbackExecutor();
  }

  /**
   * Adds a seed host: a place to look for the cluster.
   *
   * @param name a host name or an address
   * @param port 1 to 65535
   * @return this
   */
  public ClientConfigBuilder host(String name, int port) {
    hosts.add(new Host(name, port));
    return this;
  }

  /**
   * Adds a seed host.
   *
   * @param host {@code host}, {@code host:port} or {@code [IPv6]:port}
   * @return this
   */
  public ClientConfigBuilder host(String host) {
    hosts.add(Host.parse(host));
    return this;
  }

  /**
   * Sets the seed hosts, in place of those given before.
   *
   * @param hosts the hosts
   * @return this
   */
  public ClientConfigBuilder hosts(List<Host> hosts) {
    List<Host> copy = List.copyOf(hosts);
    this.hosts.clear();
    this.hosts.addAll(copy);
    return this;
  }

  /**
   * Sets the name that the cluster must have; nodes of another cluster are refused.
   *
   * @param name the name, or null (the default) for any
   * @return this
   */
  public ClientConfigBuilder clusterName(@Nullable String name) {
    if (name != null && name.isBlank()) {
      throw new InvalidArgumentException("clusterName is empty; allowed is a name, or null");
    }
    clusterName = name;
    return this;
  }

  /**
   * Sets how long a node may take to accept a connection. Default 1 s.
   *
   * @param timeout more than zero
   * @return this
   */
  public ClientConfigBuilder connectTimeout(Duration timeout) {
    connectTimeoutMillis = Checks.positiveMillis("connectTimeout", timeout);
    return this;
  }

  /**
   * Sets the pause between two looks at the cluster. Default 1 s.
   *
   * @param interval more than zero
   * @return this
   */
  public ClientConfigBuilder tendInterval(Duration interval) {
    tendIntervalMillis = Checks.positiveMillis("tendInterval", interval);
    return this;
  }

  /**
   * Sets how long a node may take to answer when it is looked after. Default 1 s.
   *
   * @param timeout more than zero
   * @return this
   */
  public ClientConfigBuilder tendTimeout(Duration timeout) {
    tendTimeoutMillis = Checks.positiveMillis("tendTimeout", timeout);
    return this;
  }

  /**
   * Sets after how long an unused connection is closed. Default 55 s, to be ahead of servers that
   * close after 60 s; zero for never.
   *
   * @param timeout zero or more
   * @return this
   */
  public ClientConfigBuilder idleTimeout(Duration timeout) {
    idleTimeoutMillis = Checks.millis("idleTimeout", timeout);
    return this;
  }

  /**
   * Sets how many connections to a node are used while it is healthy: so many commands travel at
   * the same time without waiting for each other. Default 8.
   *
   * @param limit 1 to 64
   * @return this
   */
  public ClientConfigBuilder slotsPerNode(int limit) {
    slotsPerNode = Checks.range("slotsPerNode", limit, 1, 64);
    return this;
  }

  /**
   * Sets how many connections to a node there may be when commands have to travel alone, because a
   * record is slow or groups are not allowed. Large records have up to {@link #slotsPerNode} of
   * their own besides. Default 64.
   *
   * @param limit 1 to 64
   * @return this
   */
  public ClientConfigBuilder maxConnectionsPerNode(int limit) {
    maxConnectionsPerNode = Checks.range("maxConnectionsPerNode", limit, 1, 64);
    return this;
  }

  /**
   * Sets how many connections to a node carry batches at most, besides those of single commands.
   * Default 64. Past it a batch waits, within its time.
   *
   * @param limit 1 to 10,000
   * @return this
   */
  public ClientConfigBuilder maxStreamsPerNode(int limit) {
    maxStreamsPerNode = Checks.range("maxStreamsPerNode", limit, 1, 10_000);
    return this;
  }

  /**
   * Sets how many commands may be in flight. A blocking call past it waits, an async one is queued.
   * Default 65,536.
   *
   * @param limit 1 to 10,000,000
   * @return this
   */
  public ClientConfigBuilder maxCommandsInFlight(int limit) {
    maxCommandsInFlight = Checks.range("maxCommandsInFlight", limit, 1, 10_000_000);
    return this;
  }

  /**
   * Sets how many commands may be in flight to one node. Default 16,384.
   *
   * @param limit 1 to 10,000,000
   * @return this
   */
  public ClientConfigBuilder maxCommandsInFlightPerNode(int limit) {
    maxCommandsInFlightPerNode = Checks.range("maxCommandsInFlightPerNode", limit, 1, 10_000_000);
    return this;
  }

  /**
   * Sets how many async commands may be queued past the limits in flight; more fail at once with
   * {@link BackpressureException}. Default 65,536.
   *
   * @param limit 0 to 100,000,000
   * @return this
   */
  public ClientConfigBuilder maxQueuedCommands(int limit) {
    maxQueuedCommands = Checks.range("maxQueuedCommands", limit, 0, 100_000_000);
    return this;
  }

  /**
   * Sets how many waiting commands may travel as one message. Default 128.
   *
   * @param limit 1 to 4,096
   * @return this
   */
  public ClientConfigBuilder maxGroupSize(int limit) {
    maxGroupSize = Checks.range("maxGroupSize", limit, 1, 4_096);
    return this;
  }

  /**
   * Sets the largest answer accepted, in bytes; a larger one is refused before anything is
   * allocated, and its connection closed. Default 128 MiB, which is also the most.
   *
   * @param limit 1_024 to 134,217,728
   * @return this
   */
  public ClientConfigBuilder maxResponseSize(int limit) {
    maxResponseSize = Checks.range("maxResponseSize", limit, 1_024, 128 * 1024 * 1024);
    return this;
  }

  /**
   * Sets whether commands that wait for the same node may travel as one message. Default true; a
   * policy can say no for single commands.
   *
   * @param grouping false to let every command travel alone
   * @return this
   */
  public ClientConfigBuilder grouping(boolean grouping) {
    this.grouping = grouping;
    return this;
  }

  /**
   * Sets whether nodes are reached by their alternate addresses, as from outside of their own
   * network. Default false.
   *
   * @param alternate true for the alternate addresses
   * @return this
   */
  public ClientConfigBuilder useServicesAlternate(boolean alternate) {
    useServicesAlternate = alternate;
    return this;
  }

  /**
   * Sets whether connect fails when no node can be reached. Default true; else the client goes on
   * looking for them.
   *
   * @param fail false to go on looking
   * @return this
   */
  public ClientConfigBuilder failIfNotConnected(boolean fail) {
    failIfNotConnected = fail;
    return this;
  }

  /**
   * Sets the racks to prefer with {@link dev.aero4j.policy.Replica#PREFER_RACK}. Default none.
   *
   * @param ids the nearest first
   * @return this
   */
  public ClientConfigBuilder rackIds(List<Integer> ids) {
    rackIds = List.copyOf(ids);
    for (int id : rackIds) {
      Checks.notNegative("rackIds", id);
    }
    return this;
  }

  /**
   * Sets the policy of reads that are given none.
   *
   * @param policy the policy
   * @return this
   */
  public ClientConfigBuilder readPolicy(ReadPolicy policy) {
    readPolicy = Objects.requireNonNull(policy, "readPolicy");
    return this;
  }

  /**
   * Sets the policy of writes that are given none.
   *
   * @param policy the policy
   * @return this
   */
  public ClientConfigBuilder writePolicy(WritePolicy policy) {
    writePolicy = Objects.requireNonNull(policy, "writePolicy");
    return this;
  }

  /**
   * Sets how batches are done that are given no policy. Default {@link BatchPolicy#defaults()}.
   *
   * @param policy the policy
   * @return this
   */
  public ClientConfigBuilder batchPolicy(BatchPolicy policy) {
    batchPolicy = Objects.requireNonNull(policy, "batchPolicy");
    return this;
  }

  /**
   * Sets the policy of info commands that are given none.
   *
   * @param policy the policy
   * @return this
   */
  public ClientConfigBuilder infoPolicy(InfoPolicy policy) {
    infoPolicy = Objects.requireNonNull(policy, "infoPolicy");
    return this;
  }

  /**
   * Sets what completes the futures of an async client, and so runs the callbacks on them. Default
   * null: the client's own threads for callbacks, never those that do I/O.
   *
   * @param executor the executor, or null
   * @return this
   */
  public ClientConfigBuilder callbackExecutor(@Nullable Executor executor) {
    callbackExecutor = executor;
    return this;
  }

  /**
   * {@return the configuration}
   *
   * @throws InvalidArgumentException when there is no host, or fields contradict each other
   */
  public ClientConfig build() {
    if (hosts.isEmpty()) {
      throw new InvalidArgumentException(
          "hosts: none is given; expected at least one, such as 127.0.0.1:3000");
    }
    if (slotsPerNode > maxConnectionsPerNode) {
      throw new InvalidArgumentException(
          "slotsPerNode is "
              + slotsPerNode
              + "; allowed are 1 to maxConnectionsPerNode, which is "
              + maxConnectionsPerNode);
    }
    return new ClientConfig(this);
  }
}
