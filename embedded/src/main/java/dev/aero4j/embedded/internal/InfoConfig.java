package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.NamespaceOptions;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.info.InfoText;
import java.util.LinkedHashMap;
import java.util.Map;

/** The part of the configuration that a client can ask for, and change. */
final class InfoConfig {
  private static final String BATCH_MAX_REQUESTS = "batch-max-requests";
  private static final String BATCH_THREADS = "batch-index-threads";

  private final Cluster cluster;
  private final String nodeName;

  InfoConfig(Cluster cluster, String nodeName) {
    this.cluster = cluster;
    this.nodeName = nodeName;
  }

  String get(Map<String, String> parameters) {
    return switch (parameters.getOrDefault("context", "service")) {
      case "service" -> InfoText.formatKeyValues(service());
      case "namespace" -> {
        String name = parameters.getOrDefault("namespace", parameters.getOrDefault("id", ""));
        NamespaceOptions options = cluster.options().namespaces().get(name);
        yield options == null
            ? InfoService.error(ResultCode.INVALID_NAMESPACE, "namespace not found on node")
            : InfoText.formatKeyValues(namespace(cluster.options(), options));
      }
      default -> InfoService.error(ResultCode.PARAMETER_ERROR, "invalid context");
    };
  }

  /** Changes what can be changed: whether and how large batches may be. */
  String set(Map<String, String> parameters) {
    if (!"service".equals(parameters.get("context"))) {
      return InfoService.error(ResultCode.PARAMETER_ERROR, "invalid context");
    }
    try {
      if (parameters.containsKey(BATCH_MAX_REQUESTS)) {
        cluster
            .settings()
            .setBatchMaxRequests(Integer.parseInt(parameters.get(BATCH_MAX_REQUESTS)));
        return "ok";
      }
      if (parameters.containsKey(BATCH_THREADS)) {
        cluster.settings().setBatchEnabled(Integer.parseInt(parameters.get(BATCH_THREADS)) > 0);
        return "ok";
      }
    } catch (IllegalArgumentException e) {
      return InfoService.error(ResultCode.PARAMETER_ERROR, "bad value");
    }
    return InfoService.error(ResultCode.PARAMETER_ERROR, "invalid set-config parameter");
  }

  private Map<String, Object> service() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(BATCH_THREADS, cluster.settings().batchEnabled() ? 1 : 0);
    values.put(BATCH_MAX_REQUESTS, cluster.settings().batchMaxRequests());
    values.put("cluster-name", cluster.options().clusterName());
    values.put("node-id", nodeName);
    values.put("proto-fd-idle-ms", 0);
    return values;
  }

  static Map<String, Object> namespace(ClusterOptions cluster, NamespaceOptions options) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("allow-ttl-without-nsup", options.allowTtlWithoutNsup());
    values.put("default-read-touch-ttl-pct", options.defaultReadTouchPercent());
    values.put("default-ttl", options.defaultTtlSeconds());
    values.put("max-record-size", options.maxRecordSize());
    values.put("nsup-period", options.nsupPeriodSeconds());
    values.put("replication-factor", cluster.replicationFactor());
    values.put("strong-consistency", false);
    values.put("storage-engine", "memory");
    return values;
  }
}
