package dev.aero4j;

import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.InfoPolicy;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How a client finds its cluster and how it uses it. Immutable; made by a builder, or from text: a
 * URI, properties or environment variables, which share the names of {@link #settingNames()}.
 *
 * <pre>{@code
 * ClientConfig.builder().host("db1", 3000).host("db2").clusterName("prod").build();
 * ClientConfig.fromUri("aerospike://db1:3000,db2/?clusterName=prod&totalTimeout=2s");
 * }</pre>
 *
 * <p>In text, a time is a number of milliseconds, or one with {@code ms}, {@code s}, {@code m} or
 * {@code h}; a field of both default policies has its own name ({@code totalTimeout}), of one a
 * prefix ({@code read.totalTimeout}, {@code write.ttl}). A bad value, and a name that does not
 * exist, is an {@link InvalidArgumentException} that says what is allowed.
 */
public final class ClientConfig {
  private final List<Host> hosts;
  private final @Nullable String clusterName;
  private final int connectTimeoutMillis;
  private final int tendIntervalMillis;
  private final int tendTimeoutMillis;
  private final int idleTimeoutMillis;
  private final int slotsPerNode;
  private final int maxConnectionsPerNode;
  private final int maxStreamsPerNode;
  private final int maxCommandsInFlight;
  private final int maxCommandsInFlightPerNode;
  private final int maxQueuedCommands;
  private final int maxGroupSize;
  private final int maxResponseSize;
  private final boolean grouping;
  private final boolean useServicesAlternate;
  private final boolean failIfNotConnected;
  private final List<Integer> rackIds;
  private final ReadPolicy readPolicy;
  private final WritePolicy writePolicy;
  private final BatchPolicy batchPolicy;
  private final InfoPolicy infoPolicy;
  private final @Nullable Executor callbackExecutor;

  ClientConfig(ClientConfigBuilder builder) {
    hosts = List.copyOf(builder.hosts);
    clusterName = builder.clusterName;
    connectTimeoutMillis = builder.connectTimeoutMillis;
    tendIntervalMillis = builder.tendIntervalMillis;
    tendTimeoutMillis = builder.tendTimeoutMillis;
    idleTimeoutMillis = builder.idleTimeoutMillis;
    slotsPerNode = builder.slotsPerNode;
    maxConnectionsPerNode = builder.maxConnectionsPerNode;
    maxStreamsPerNode = builder.maxStreamsPerNode;
    maxCommandsInFlight = builder.maxCommandsInFlight;
    maxCommandsInFlightPerNode = builder.maxCommandsInFlightPerNode;
    maxQueuedCommands = builder.maxQueuedCommands;
    maxGroupSize = builder.maxGroupSize;
    maxResponseSize = builder.maxResponseSize;
    grouping = builder.grouping;
    useServicesAlternate = builder.useServicesAlternate;
    failIfNotConnected = builder.failIfNotConnected;
    rackIds = builder.rackIds;
    readPolicy = builder.readPolicy;
    writePolicy = builder.writePolicy;
    batchPolicy = builder.batchPolicy;
    infoPolicy = builder.infoPolicy;
    callbackExecutor = builder.callbackExecutor;
  }

  /** {@return a builder with every field at its default and no host} */
  public static ClientConfigBuilder builder() {
    return new ClientConfigBuilder();
  }

  /**
   * Reads a URI: {@code aerospike://host[:port][,host…][/][?name=value[&name=value…]]}. The default
   * port is 3000; IPv6 addresses stand in brackets; values may be percent-encoded.
   *
   * @param uri the URI
   * @return the configuration
   * @throws InvalidArgumentException when it is not of this form, or a name or value is not allowed
   */
  public static ClientConfig fromUri(String uri) {
    return ConfigSettings.fromUri(uri);
  }

  /**
   * Reads the properties whose names start with {@code aero4j.}, such as {@code
   * aero4j.hosts=db1:3000,db2} and {@code aero4j.read.totalTimeout=2s}; others are left alone.
   *
   * @param properties from a file, or {@link System#getProperties()}
   * @return the configuration
   * @throws InvalidArgumentException when a name or value is not allowed, or no host is given
   */
  public static ClientConfig fromProperties(Properties properties) {
    return ConfigSettings.fromProperties(properties);
  }

  /**
   * Reads the variables whose names start with {@code AERO4J_}, such as {@code AERO4J_HOSTS} and
   * {@code AERO4J_READ_TOTAL_TIMEOUT}; others are left alone, but {@code AEROSPIKE_SEEDS} gives the
   * hosts when {@code AERO4J_HOSTS} is not there.
   *
   * @param environment usually {@link System#getenv()}
   * @return the configuration
   * @throws InvalidArgumentException when a name or value is not allowed, or no host is given
   */
  public static ClientConfig fromEnvironment(Map<String, String> environment) {
    return ConfigSettings.fromEnvironment(environment);
  }

  /** {@return the names that a URI, properties and the environment share} */
  public static List<String> settingNames() {
    return ConfigSettings.names();
  }

  /** {@return a builder that starts from this configuration} */
  public ClientConfigBuilder toBuilder() {
    return new ClientConfigBuilder(this);
  }

  /** {@return where to look for the cluster, in the order in which they are tried} */
  public List<Host> hosts() {
    return hosts;
  }

  /** {@return the name that the cluster must have, or null for any} */
  public @Nullable String clusterName() {
    return clusterName;
  }

  /** {@return how long a node may take to accept a connection} */
  public Duration connectTimeout() {
    return Duration.ofMillis(connectTimeoutMillis);
  }

  /** {@return {@link #connectTimeout()} in milliseconds} */
  public int connectTimeoutMillis() {
    return connectTimeoutMillis;
  }

  /** {@return the pause between two looks at the cluster} */
  public Duration tendInterval() {
    return Duration.ofMillis(tendIntervalMillis);
  }

  /** {@return {@link #tendInterval()} in milliseconds} */
  public int tendIntervalMillis() {
    return tendIntervalMillis;
  }

  /** {@return how long a node may take to answer when it is looked after} */
  public Duration tendTimeout() {
    return Duration.ofMillis(tendTimeoutMillis);
  }

  /** {@return {@link #tendTimeout()} in milliseconds} */
  public int tendTimeoutMillis() {
    return tendTimeoutMillis;
  }

  /** {@return after how long an unused connection is closed; zero for never} */
  public Duration idleTimeout() {
    return Duration.ofMillis(idleTimeoutMillis);
  }

  /** {@return {@link #idleTimeout()} in milliseconds} */
  public int idleTimeoutMillis() {
    return idleTimeoutMillis;
  }

  /** {@return how many connections to a node are used while it is healthy} */
  public int slotsPerNode() {
    return slotsPerNode;
  }

  /** {@return how many connections to a node there may be} */
  public int maxConnectionsPerNode() {
    return maxConnectionsPerNode;
  }

  /** {@return how many connections to a node carry batches at most} */
  public int maxStreamsPerNode() {
    return maxStreamsPerNode;
  }

  /** {@return how many commands may be in flight} */
  public int maxCommandsInFlight() {
    return maxCommandsInFlight;
  }

  /** {@return how many commands may be in flight to one node} */
  public int maxCommandsInFlightPerNode() {
    return maxCommandsInFlightPerNode;
  }

  /** {@return how many async commands may be queued} */
  public int maxQueuedCommands() {
    return maxQueuedCommands;
  }

  /** {@return how many waiting commands may travel as one} */
  public int maxGroupSize() {
    return maxGroupSize;
  }

  /** {@return the largest answer accepted, in bytes} */
  public int maxResponseSize() {
    return maxResponseSize;
  }

  /** {@return whether commands that wait for the same node may travel as one message} */
  public boolean grouping() {
    return grouping;
  }

  /** {@return whether nodes are reached by their alternate addresses} */
  public boolean useServicesAlternate() {
    return useServicesAlternate;
  }

  /** {@return whether connect fails when no node can be reached} */
  public boolean failIfNotConnected() {
    return failIfNotConnected;
  }

  /** {@return the racks to prefer, the nearest first; none when racks do not matter} */
  public List<Integer> rackIds() {
    return rackIds;
  }

  /** {@return the policy of reads that are given none} */
  public ReadPolicy readPolicy() {
    return readPolicy;
  }

  /** {@return the policy of writes that are given none} */
  public WritePolicy writePolicy() {
    return writePolicy;
  }

  /** {@return how batches are done that are given no policy} */
  public BatchPolicy batchPolicy() {
    return batchPolicy;
  }

  /** {@return the policy of info commands that are given none} */
  public InfoPolicy infoPolicy() {
    return infoPolicy;
  }

  /** {@return what completes futures, or null for the client's own threads} */
  public @Nullable Executor callbackExecutor() {
    return callbackExecutor;
  }
}
