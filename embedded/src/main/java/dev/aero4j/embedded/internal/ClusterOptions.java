package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.NamespaceOptions;
import dev.aero4j.wire.info.BuildVersion;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster is started with.
 *
 * @param namespaces options by name, in the order of the configuration
 * @param replicationFactor how many nodes hold each record, 1 to {@code nodes}
 * @param failureDetection from a node's death to the new partition map
 * @param port of the first node, 0 for free ports
 * @param accessHost what clients are told to connect to
 * @param alternateHost what clients are told that ask for alternate services, or null
 */
public record ClusterOptions(
    Map<String, NamespaceOptions> namespaces,
    int nodes,
    int replicationFactor,
    Duration failureDetection,
    String host,
    int port,
    String accessHost,
    @Nullable String alternateHost,
    String clusterName,
    InstantSource clock,
    String build,
    int batchMaxRequests) {

  /** The version whose behaviour is followed. */
  public static final String DEFAULT_BUILD = "8.1.2.0";

  /** Returns whether rows of a batch may write: since version 6.0. */
  boolean batchMayWrite() {
    return BuildVersion.parse(build).atLeast(6, 0, 0);
  }
}
