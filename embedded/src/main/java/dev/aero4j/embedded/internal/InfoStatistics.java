package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.NamespaceOptions;
import dev.aero4j.embedded.Statistics;
import dev.aero4j.wire.info.InfoText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The figures that a node tells about itself, its namespaces and sets. */
final class InfoStatistics {
  private final Cluster cluster;
  private final NodeServer node;

  InfoStatistics(Cluster cluster, NodeServer node) {
    this.cluster = cluster;
    this.node = node;
  }

  String server() {
    Statistics statistics = node.statistics();
    Membership membership = cluster.membership();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("failed_best_practices", false);
    values.put("cluster_size", membership.nodes().size());
    values.put("cluster_key", Long.toHexString(membership.clusterKey()).toUpperCase(Locale.ROOT));
    values.put("cluster_generation", node.generations().rebalances());
    values.put("cluster_principal", membership.principal());
    values.put("cluster_min_compatibility_id", InfoService.COMPATIBILITY_ID);
    values.put("cluster_integrity", true);
    values.put("cluster_is_member", true);
    values.put("uptime", node.uptimeSeconds());
    values.put("objects", node.stores().stream().mapToLong(store -> objects(store)).sum());
    values.put("client_connections", statistics.connectionsOpen());
    values.put("client_connections_opened", statistics.connectionsOpened());
    values.put(
        "client_connections_closed", statistics.connectionsOpened() - statistics.connectionsOpen());
    values.put("info_complete", statistics.infoRequests());
    values.put("batch_index_initiate", statistics.batches());
    values.put("batch_index_complete", statistics.batches());
    values.put("migrate_allowed", true);
    values.put("migrate_partitions_remaining", 0);
    return InfoText.formatKeyValues(values);
  }

  String namespace(String name) {
    NamespaceOptions options = cluster.options().namespaces().get(name);
    if (options == null) {
      return "type=unknown";
    }
    Membership membership = cluster.membership();
    PartitionTable table = membership.tables().get(name);
    long objects = objects(node.store(name));
    int now = cluster.clock().seconds();
    long masters = cluster.partitions().countOfMaster(name, node, stored -> stored.isLive(now));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("ns_cluster_size", membership.nodes().size());
    values.put("effective_replication_factor", table == null ? 0 : table.replicationFactor());
    values.put("objects", objects);
    values.put("tombstones", 0);
    values.put("master_objects", masters);
    values.put("prole_objects", Math.max(0, objects - masters));
    values.put("unavailable_partitions", 0);
    values.put("dead_partitions", 0);
    values.put("stop_writes", false);
    values.put("hwm_breached", false);
    values.put("current_time", cluster.clock().seconds());
    values.put("migrate_tx_partitions_remaining", 0);
    values.put("migrate_rx_partitions_remaining", 0);
    values.putAll(InfoConfig.namespace(cluster.options(), options));
    return InfoText.formatKeyValues(values);
  }

  /** Answers {@code sets}, {@code sets/namespace} and {@code sets/namespace/set}. */
  String sets(String arguments) {
    if (arguments.isEmpty()) {
      StringBuilder all = new StringBuilder();
      node.stores().forEach(store -> all.append(sets(store)));
      return all.toString();
    }
    int slash = arguments.indexOf('/');
    String namespace = slash < 0 ? arguments : arguments.substring(0, slash);
    if (!cluster.options().namespaces().containsKey(namespace)) {
      return "ns_type=unknown";
    }
    NamespaceStore store = node.store(namespace);
    if (slash < 0) {
      return sets(store);
    }
    String set = arguments.substring(slash + 1);
    return store.sets().contains(set) ? properties(counts(store).getOrDefault(set, 0L)) : "";
  }

  private String sets(NamespaceStore store) {
    Map<String, Long> counts = counts(store);
    StringBuilder text = new StringBuilder();
    for (String set : store.sets()) {
      text.append("ns=").append(store.name()).append(":set=").append(set).append(':');
      text.append(properties(counts.getOrDefault(set, 0L)));
    }
    return text.toString();
  }

  private static String properties(long objects) {
    return "objects="
        + objects
        + ":tombstones=0:truncate_lut=0:sindexes=0:index_populating=false:truncating=false"
        + ":default-read-touch-ttl-pct=0:default-ttl=0:disable-eviction=false:enable-index=false"
        + ":stop-writes-count=0:stop-writes-size=0;";
  }

  private Map<String, Long> counts(NamespaceStore store) {
    Map<String, Long> counts = new TreeMap<>();
    store
        .liveRecords(cluster.clock().seconds())
        .forEach(stored -> counts.merge(stored.set(), 1L, Long::sum));
    return counts;
  }

  private long objects(NamespaceStore store) {
    return store.liveRecords(cluster.clock().seconds()).count();
  }
}
