package dev.aero4j.embedded;

import dev.aero4j.embedded.internal.Cluster;
import dev.aero4j.embedded.internal.ClusterOptions;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An Aerospike-compatible cluster inside this JVM, which any Aerospike client can talk to. Data
 * live in memory and are gone after {@link #close}.
 *
 * <pre>{@code
 * try (EmbeddedAerospike server = EmbeddedAerospike.start()) {
 *   connect(server.host(), server.port());
 * }
 * }</pre>
 *
 * Safe for use by several threads; several instances may run side by side.
 */
public final class EmbeddedAerospike implements AutoCloseable {
  private final Cluster cluster;

  private EmbeddedAerospike(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Starts one node with one namespace, {@code test}, on a free port of the loopback interface.
   *
   * @return the running server
   */
  public static EmbeddedAerospike start() {
    return builder().start();
  }

  /** {@return a builder with the same defaults as {@link #start}} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the address of the first node, in text} */
  public String host() {
    return hosts().get(0).getHostString();
  }

  /** {@return the port of the first node} */
  public int port() {
    return hosts().get(0).getPort();
  }

  /**
   * {@return the addresses of the nodes, in the order of {@link #nodeNames}; a dead node keeps its
   * address}
   */
  public List<InetSocketAddress> hosts() {
    return cluster.addresses();
  }

  /** {@return {@code host:port} of every node, separated by commas} */
  public String seeds() {
    return hosts().stream()
        .map(address -> address.getHostString() + ":" + address.getPort())
        .collect(Collectors.joining(","));
  }

  /** {@return the name of the cluster; empty when it has none} */
  public String clusterName() {
    return cluster.options().clusterName();
  }

  /** {@return the names of the nodes, dead or alive} */
  public List<String> nodeNames() {
    return cluster.nodeNames();
  }

  /** {@return the clock that decides on the life of records} */
  public InstantSource clock() {
    return cluster.options().clock();
  }

  /** {@return the switchboard for misbehaviour} */
  public Faults faults() {
    return cluster.faults();
  }

  /** {@return what all nodes together did, each since it was started last} */
  public Statistics statistics() {
    return nodeNames().stream().map(this::statistics).reduce(Statistics::plus).orElseThrow();
  }

  /**
   * {@return what one node did since it was started last}
   *
   * @param nodeName name of the node
   * @throws IllegalArgumentException when there is no node of that name
   */
  public Statistics statistics(String nodeName) {
    return cluster.statistics(nodeName);
  }

  /**
   * {@return the number of records that have not expired, in all sets; copies do not count}
   *
   * @param namespace name of the namespace
   * @throws IllegalArgumentException when there is no such namespace
   */
  public long recordCount(String namespace) {
    return cluster.recordCount(namespace, null);
  }

  /**
   * {@return the number of records that have not expired; copies do not count}
   *
   * @param namespace name of the namespace
   * @param set the empty string for records without a set
   * @throws IllegalArgumentException when there is no such namespace
   */
  public long recordCount(String namespace, String set) {
    return cluster.recordCount(namespace, Objects.requireNonNull(set, "set"));
  }

  /**
   * {@return whether a node runs, as opposed to having been killed}
   *
   * @param nodeName name of the node
   * @throws IllegalArgumentException when there is no node of that name
   */
  public boolean isRunning(String nodeName) {
    return cluster.isRunning(nodeName);
  }

  /**
   * Ends a node at once, as a crash does: its connections are reset, requests that it was working
   * on are not answered, and its records are lost. Where other nodes hold copies, these survive:
   * after the time set by {@link Builder#failureDetection} the other nodes notice, and the
   * partition map moves. Until then a write whose copy should go to the dead node waits, and is
   * answered with code 9 when the client's time is over first.
   *
   * <p>Clients see the move by {@code partition-generation}. The regime of the partitions stays 0,
   * as it does on a real cluster (learnt from server 8.1.2.0) in a namespace without strong
   * consistency.
   *
   * @param nodeName name of the node
   * @throws IllegalArgumentException when there is no node of that name
   * @throws IllegalStateException when it is dead already, or the cluster is closed
   */
  public void kill(String nodeName) {
    cluster.kill(nodeName);
  }

  /**
   * Starts a killed node again, under its name and address, without records. When this returns, it
   * has got copies of the records of its partitions, and the partition map names it.
   *
   * @param nodeName name of the node
   * @throws IllegalArgumentException when there is no node of that name
   * @throws IllegalStateException when it is running, or the cluster is closed
   * @throws java.io.UncheckedIOException when its port was taken meanwhile
   */
  public void restart(String nodeName) {
    cluster.restart(nodeName);
  }

  /** Removes every record of every namespace. */
  public void truncate() {
    cluster.truncate();
  }

  /**
   * Allows or forbids batch messages, on all nodes. While forbidden, they are answered with code
   * 150, as by a server with {@code batch-index-threads} 0.
   *
   * @param enabled whether batch messages are answered
   */
  public void setBatchEnabled(boolean enabled) {
    cluster.settings().setBatchEnabled(enabled);
  }

  /**
   * Sets {@code batch-max-requests} on all nodes. Larger batches are answered with code 151.
   *
   * @param rows 0 means that there is no limit
   */
  public void setBatchMaxRequests(int rows) {
    cluster.settings().setBatchMaxRequests(rows);
  }

  /** Closes every connection and stops; returns when nothing is left. Further calls do nothing. */
  @Override
  public void close() {
    cluster.close();
  }

  /** Collects settings; not safe for use by several threads. */
  public static final class Builder {
    private static final int DEFAULT_BATCH_MAX_REQUESTS = 0;
    private static final int DEFAULT_REPLICATION_FACTOR = 2;
    private static final Duration DEFAULT_FAILURE_DETECTION = Duration.ofMillis(100);

    private final Map<String, NamespaceOptions> namespaces = new LinkedHashMap<>();
    private int nodes = 1;
    private @Nullable Integer replicationFactor;
    private Duration failureDetection = DEFAULT_FAILURE_DETECTION;
    private String host = "127.0.0.1";
    private int port;
    private String clusterName = "";
    private InstantSource clock = InstantSource.system();
    private String buildVersion = ClusterOptions.DEFAULT_BUILD;
    private int batchMaxRequests = DEFAULT_BATCH_MAX_REQUESTS;
    private @Nullable String accessHost;
    private @Nullable String alternateHost;

    private Builder() {}

    /**
     * Adds a namespace with default options; the first call replaces the default {@code test}.
     *
     * @param name the name
     * @return this builder
     */
    public Builder namespace(String name) {
      return namespace(name, NamespaceOptions.defaults());
    }

    /**
     * Adds a namespace; the first call replaces the default {@code test}.
     *
     * @param name the name
     * @param options its settings
     * @return this builder
     */
    public Builder namespace(String name, NamespaceOptions options) {
      if (name.isEmpty() || name.length() > 31 || name.matches(".*[:;,/\\s].*")) {
        throw new IllegalArgumentException("not a name for a namespace: '" + name + "'");
      }
      namespaces.put(name, Objects.requireNonNull(options, "options"));
      return this;
    }

    /**
     * Sets the number of nodes, 1 to 64; partitions are spread over them.
     *
     * @param count the number, at least 1
     * @return this builder
     */
    public Builder nodes(int count) {
      if (count < 1 || count > 64) {
        throw new IllegalArgumentException("a cluster has 1 to 64 nodes, not " + count);
      }
      this.nodes = count;
      return this;
    }

    /**
     * Sets {@code replication-factor}, how many nodes hold each record; 2 unless set, or 1 for a
     * single node.
     *
     * @param copies 1 to the number of nodes
     * @return this builder
     */
    public Builder replicationFactor(int copies) {
      if (copies < 1) {
        throw new IllegalArgumentException("a record has at least one copy, not " + copies);
      }
      this.replicationFactor = copies;
      return this;
    }

    /**
     * Sets the time from {@link EmbeddedAerospike#kill} to the new partition map, in real time; 100
     * milliseconds unless set. A real cluster needs about two seconds.
     *
     * @param delay zero has {@code kill} return with the new map
     * @return this builder
     */
    public Builder failureDetection(Duration delay) {
      if (delay.isNegative()) {
        throw new IllegalArgumentException("a death cannot be noticed before it: " + delay);
      }
      this.failureDetection = delay;
      return this;
    }

    /**
     * Sets the address to listen on; {@code 127.0.0.1} unless set.
     *
     * @param address a host name or address
     * @return this builder
     */
    public Builder host(String address) {
      this.host = Objects.requireNonNull(address, "address");
      return this;
    }

    /**
     * Sets the port of the first node; further nodes take the next ports. 0 takes free ports.
     *
     * @param first 0 to 65535
     * @return this builder
     */
    public Builder port(int first) {
      if (first < 0 || first > 65535) {
        throw new IllegalArgumentException("not a port: " + first);
      }
      this.port = first;
      return this;
    }

    /**
     * Sets the address that nodes tell clients to connect to, instead of the one listened on.
     *
     * @param address a host name or address
     * @return this builder
     */
    public Builder accessHost(String address) {
      this.accessHost = Objects.requireNonNull(address, "address");
      return this;
    }

    /**
     * Sets the address that nodes tell clients which ask for alternate services.
     *
     * @param address a host name or address
     * @return this builder
     */
    public Builder alternateHost(String address) {
      this.alternateHost = Objects.requireNonNull(address, "address");
      return this;
    }

    /**
     * Sets the name of the cluster; none unless set.
     *
     * @param name the name
     * @return this builder
     */
    public Builder clusterName(String name) {
      this.clusterName = Objects.requireNonNull(name, "name");
      return this;
    }

    /**
     * Sets the clock that decides on the life of records, such as a {@link VirtualClock}.
     *
     * @param source the clock
     * @return this builder
     */
    public Builder clock(InstantSource source) {
      this.clock = Objects.requireNonNull(source, "source");
      return this;
    }

    /**
     * Sets the version that nodes claim and, where a client would notice, keep to: before 6.0 a
     * batch message may only read.
     *
     * @param version such as 8.1.2.0
     * @return this builder
     */
    public Builder buildVersion(String version) {
      this.buildVersion = Objects.requireNonNull(version, "version");
      return this;
    }

    /**
     * Sets the first value of {@link EmbeddedAerospike#setBatchMaxRequests}; no limit unless set.
     *
     * @param rows largest number of rows, 0 for no limit
     * @return this builder
     */
    public Builder batchMaxRequests(int rows) {
      this.batchMaxRequests = rows;
      return this;
    }

    /**
     * Starts the nodes.
     *
     * @return the running server
     * @throws IllegalArgumentException when there are fewer nodes than copies of a record
     * @throws java.io.UncheckedIOException when an address cannot be bound
     */
    public EmbeddedAerospike start() {
      int copies =
          replicationFactor == null
              ? Math.min(DEFAULT_REPLICATION_FACTOR, nodes)
              : replicationFactor;
      if (copies > nodes) {
        throw new IllegalArgumentException(
            "replicationFactor("
                + copies
                + ") needs as many nodes, but there are only nodes("
                + nodes
                + ")");
      }
      Map<String, NamespaceOptions> all =
          namespaces.isEmpty() ? Map.of("test", NamespaceOptions.defaults()) : namespaces;
      return new EmbeddedAerospike(
          Cluster.start(
              new ClusterOptions(
                  new LinkedHashMap<>(all),
                  nodes,
                  copies,
                  failureDetection,
                  host,
                  port,
                  accessHost == null ? host : accessHost,
                  alternateHost,
                  clusterName,
                  clock,
                  buildVersion,
                  batchMaxRequests)));
    }
  }
}
