package dev.aero4j.internal.cluster;

import dev.aero4j.ClientConfig;
import dev.aero4j.wire.info.HostPort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tending takes from the configuration.
 *
 * @param seeds where to look for the cluster
 * @param clusterName what every node must answer, or null to take any
 * @param connectTimeoutMillis for a name to be looked up, and for a node to accept a connection
 * @param tendTimeoutMillis for a node to answer
 * @param tendIntervalMillis between two questions to the same node
 * @param servicesAlternate whether nodes are reached by their alternate addresses
 * @param racks whether the racks of the nodes matter
 * @param failIfNotConnected whether connecting fails when no node is found, or goes on looking
 */
record TendSettings(
    List<HostPort> seeds,
    @Nullable String clusterName,
    int connectTimeoutMillis,
    int tendTimeoutMillis,
    int tendIntervalMillis,
    boolean servicesAlternate,
    boolean racks,
    boolean failIfNotConnected) {

  static TendSettings of(ClientConfig config) {
    return new TendSettings(
        config.hosts().stream().map(host -> new HostPort(host.name(), host.port())).toList(),
        config.clusterName(),
        config.connectTimeoutMillis(),
        config.tendTimeoutMillis(),
        config.tendIntervalMillis(),
        config.useServicesAlternate(),
        !config.rackIds().isEmpty(),
        config.failIfNotConnected());
  }

  /** Returns how long it may take to meet one node: a lookup, a connection, two answers. */
  int meetingLimitMillis() {
    return (int)
        Math.min(Integer.MAX_VALUE / 4, 2L * connectTimeoutMillis + 2L * tendTimeoutMillis);
  }

  /** Returns how long it may take to connect to the cluster: a seed, its peers, and theirs. */
  int connectLimitMillis() {
    return 3 * meetingLimitMillis();
  }
}
