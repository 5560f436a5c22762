package dev.aero4j.embedded.internal;

import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.info.HostPort;
import dev.aero4j.wire.info.InfoError;
import dev.aero4j.wire.info.InfoText;
import dev.aero4j.wire.info.NamespacePartitions;
import dev.aero4j.wire.info.Peers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers info requests of one node, as the community edition does. Immutable. */
final class InfoService {
  /** What peers say about ports; the server says this even where it listens elsewhere. */
  private static final int DEFAULT_PORT = 3000;

  /** What nodes of one cluster must have in common. */
  static final String COMPATIBILITY_ID = "15";

  private static final String EDITION = "Aerospike Community Edition";

  private static final String FEATURES =
      "batch-any;batch-index;blob-bits;cdt-index;cdt-list;cdt-map;cluster-stable;float;geo;"
          + "sindex-exists;peers;pipelining;pquery;pscans;query-show;relaxed-sc;replicas;"
          + "replicas-all;replicas-master;replicas-max;truncate-namespace;udf";

  /** Commands of the enterprise edition. */
  private static final List<String> ENTERPRISE =
      List.of(
          "peers-tls-std",
          "peers-tls-alt",
          "service-tls-std",
          "service-tls-alt",
          "rack-ids",
          "racks",
          "roster",
          "feature-key",
          "quiesce",
          "quiesce-undo",
          "masking",
          "masking-show");

  /** What a request without any command is answered with. */
  private static final List<String> SUMMARY =
      List.of(
          "features",
          "node",
          "compatibility-id",
          "edition",
          "build",
          "version",
          "statistics",
          "services",
          "partition-generation");

  private final Cluster cluster;
  private final NodeServer node;
  private final Map<String, Function<InfoRequest, String>> commands = new HashMap<>();

  InfoService(Cluster cluster, NodeServer node) {
    this.cluster = cluster;
    this.node = node;
    InfoStatistics statistics = new InfoStatistics(cluster, node);
    InfoConfig config = new InfoConfig(cluster, node.name());
    registerIdentity();
    registerCluster();
    commands.put(
        "namespaces", request -> String.join(";", cluster.options().namespaces().keySet()));
    commands.put("namespace", request -> statistics.namespace(request.arguments()));
    commands.put("sets", request -> statistics.sets(request.arguments()));
    commands.put("statistics", request -> statistics.server());
    commands.put("get-config", request -> config.get(request.parameters()));
    commands.put("set-config", request -> config.set(request.parameters()));
    commands.put("truncate", new InfoTruncate(cluster)::truncateSet);
    commands.put("truncate-namespace", new InfoTruncate(cluster)::truncateNamespace);
    for (String name : ENTERPRISE) {
      commands.put(name, request -> error(ResultCode.ENTERPRISE_ONLY, "enterprise only"));
    }
    for (String name :
        List.of("health-outliers", "sindex-list", "sindex", "udf-list", "query-show")) {
      commands.put(name, request -> "");
    }
    for (String name : List.of("status", "recluster", "truncate-undo", "user-agent-set")) {
      commands.put(name, request -> "ok");
    }
  }

  private void registerIdentity() {
    String build = cluster.options().build();
    commands.put("node", request -> node.name());
    commands.put("name", request -> node.name());
    commands.put("build", request -> build);
    commands.put("edition", request -> EDITION);
    commands.put("version", request -> EDITION + " build " + build);
    commands.put("release", request -> "edition=" + EDITION + ";version=" + build);
    commands.put("compatibility-id", request -> COMPATIBILITY_ID);
    commands.put("connection", request -> "admin=false");
    commands.put(
        "features",
        request ->
            cluster.options().batchMayWrite() ? FEATURES : FEATURES.replace("batch-any;", ""));
  }

  private void registerCluster() {
    commands.put("cluster-name", request -> clusterName());
    commands.put("cluster-stable", request -> clusterStable(request.parameters()));
    commands.put("partitions", request -> "4096");
    commands.put("partition-generation", request -> "" + node.generations().partitions());
    commands.put("peers-generation", request -> "" + node.generations().peers());
    commands.put("rebalance-generation", request -> "" + node.generations().rebalances());
    commands.put("replicas", request -> NamespacePartitions.formatReplicas(partitions()));
    commands.put("replicas-all", request -> NamespacePartitions.formatReplicasAll(partitions()));
    commands.put(
        "replicas-master", request -> NamespacePartitions.formatReplicasMaster(partitions()));
    commands.put("service", request -> node.access().format());
    commands.put("service-clear-std", request -> node.access().format());
    commands.put("service-clear-alt", request -> hosts(node.alternate()));
    registerNodes("peers", () -> cluster.membership().peersOf(node));
    registerNodes("alumni", node.alumni()::nodes);
    commands.put("services", request -> services(cluster.membership().peersOf(node), false));
    commands.put(
        "services-alternate", request -> services(cluster.membership().peersOf(node), true));
    commands.put("services-alumni", request -> services(node.alumni().nodes(), false));
    commands.put("services-alumni-reset", request -> resetAlumni());
  }

  private void registerNodes(String list, Supplier<List<NodeServer>> nodes) {
    commands.put(list + "-clear-std", request -> nodes(nodes, false));
    commands.put(list + "-clear-alt", request -> nodes(nodes, true));
  }

  /** Reads the body of a request and appends the body of the answer. */
  void answer(WireReader request, WireWriter out) {
    if (request.remaining() == 0) {
      SUMMARY.forEach(command -> answer(command, out));
      return;
    }
    String text = request.readUtf8(request.remaining());
    int start = 0;
    // What follows the last line break is no command.
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      answer(text.substring(start, end), out);
      start = end + 1;
    }
  }

  private void answer(String command, WireWriter out) {
    InfoRequest request = InfoRequest.parse(command);
    Function<InfoRequest, String> known = commands.get(request.name());
    String value =
        known == null
            ? error(ResultCode.PARAMETER_ERROR, "unrecognized command")
            : known.apply(request);
    out.putBytes((command + "\t" + value + "\n").getBytes(StandardCharsets.UTF_8));
  }

  static String error(int code, String text) {
    return new InfoError(code, text).format();
  }

  private String clusterName() {
    String name = cluster.options().clusterName();
    return name.isEmpty() ? "null" : name;
  }

  private String clusterStable(Map<String, String> parameters) {
    Membership membership = cluster.membership();
    String size = parameters.get("size");
    return size == null || size.equals("" + membership.nodes().size())
        ? Long.toHexString(membership.clusterKey()).toUpperCase(java.util.Locale.ROOT)
        : error(ResultCode.CLUSTER_KEY_MISMATCH, "cluster not specified size");
  }

  private List<NamespacePartitions> partitions() {
    Membership membership = cluster.membership();
    int self = membership.nodes().indexOf(node);
    List<NamespacePartitions> views = new ArrayList<>();
    membership.tables().forEach((name, table) -> views.add(table.view(name, self)));
    return views;
  }

  /** Only nodes that have an address of that kind are told. */
  private String nodes(Supplier<List<NodeServer>> nodes, boolean alternate) {
    // First the number: a client that gets it with newer nodes only asks once too often.
    long generation = node.generations().peers();
    List<Peers.Peer> peers = new ArrayList<>();
    for (NodeServer peer : nodes.get()) {
      HostPort host = alternate ? peer.alternate() : peer.access();
      if (host != null) {
        peers.add(new Peers.Peer(peer.name(), "", List.of(host)));
      }
    }
    return new Peers(generation, DEFAULT_PORT, peers).format();
  }

  private static String services(List<NodeServer> nodes, boolean alternate) {
    List<String> hosts = new ArrayList<>();
    for (NodeServer peer : nodes) {
      HostPort host = alternate ? peer.alternate() : peer.access();
      if (host != null) {
        hosts.add(host.format());
      }
    }
    return InfoText.formatList(hosts);
  }

  /** Has the node forget peers that have left, which counts as a change of its peers. */
  private String resetAlumni() {
    if (node.alumni().forget(cluster.membership().peersOf(node)) > 0) {
      node.generations().peersChanged(0, 1);
    }
    return "ok";
  }

  private static String hosts(@Nullable HostPort host) {
    return host == null ? "" : host.format();
  }
}
