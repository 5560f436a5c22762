package dev.aero4j.embedded.internal;

import dev.aero4j.model.ResultCode;
import java.util.Map;

/** Removes all records of a set or namespace, on all nodes. */
final class InfoTruncate {
  private final Cluster cluster;

  InfoTruncate(Cluster cluster) {
    this.cluster = cluster;
  }

  String truncateSet(InfoRequest request) {
    Map<String, String> parameters = request.parameters();
    String namespace = parameters.getOrDefault("namespace", "");
    String set = parameters.getOrDefault("set", "");
    if (namespace.isEmpty()) {
      return InfoService.error(ResultCode.INVALID_NAMESPACE, "missing 'namespace'");
    }
    if (set.isEmpty()) {
      return InfoService.error(ResultCode.PARAMETER_ERROR, "missing 'set'");
    }
    return truncate(namespace, set, parameters);
  }

  String truncateNamespace(InfoRequest request) {
    Map<String, String> parameters = request.parameters();
    String namespace = parameters.getOrDefault("namespace", "");
    return namespace.isEmpty()
        ? InfoService.error(ResultCode.INVALID_NAMESPACE, "missing 'namespace'")
        : truncate(namespace, "", parameters);
  }

  /** The server says ok even where it knows neither namespace nor set. */
  private String truncate(String namespace, String set, Map<String, String> parameters) {
    if (parameters.containsKey("lut")) {
      return InfoService.error(
          ResultCode.UNSUPPORTED_FEATURE, "truncation up to a point in time is not supported");
    }
    if (cluster.options().namespaces().containsKey(namespace)) {
      cluster.truncate(namespace, set);
    }
    return "ok";
  }
}
