package dev.aero4j.cli;

import dev.aero4j.ClientConfig;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to reach the cluster. */
final class ConnectionOptions {
  static final String DEFAULT_SEEDS = "127.0.0.1:3000";
  private static final String SCHEME = "aerospike://";
  private static final String SEEDS_VARIABLE = "AEROSPIKE_SEEDS";

  @Option(
      names = "--seeds",
      paramLabel = "HOST[:PORT][,...]",
      description = {
        "Where to look for the cluster: hosts, or a whole aerospike:// URI.",
        "Default: the variable AEROSPIKE_SEEDS, else 127.0.0.1:3000."
      })
  private @Nullable String seeds;

  @Option(
      names = {"-C", "--config"},
      paramLabel = "NAME=VALUE",
      description = {
        "A setting of the client, such as totalTimeout=5s or clusterName=prod;",
        "docs/configuration.md lists them all. May be repeated."
      })
  private Map<String, String> settings = new LinkedHashMap<>();

  /** Whether the user named a cluster on the command line. */
  boolean areGiven() {
    return seeds != null;
  }

  /** Gives a setting that the user has not given. */
  void setUnlessGiven(String name, String value) {
    settings.putIfAbsent(name, value);
  }

  /** The configuration for the cluster that the user means. */
  ClientConfig config() {
    return ClientConfig.fromUri(uri());
  }

  /** The URI of the cluster that the user means. */
  String uri() {
    String where = seeds;
    if (where == null) {
      where = System.getenv(SEEDS_VARIABLE);
    }
    return uri(where == null || where.isBlank() ? DEFAULT_SEEDS : where.strip());
  }

  /** The URI of a cluster, with the user's settings on top. */
  String uri(String where) {
    StringBuilder uri = new StringBuilder(where.startsWith(SCHEME) ? "" : SCHEME).append(where);
    settings.forEach(
        (name, value) ->
            uri.append(uri.indexOf("?") < 0 ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
    return uri.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
