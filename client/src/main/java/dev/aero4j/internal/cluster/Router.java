package dev.aero4j.internal.cluster;

import dev.aero4j.ClientConfig;
import dev.aero4j.ServerException;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.ReadModeSc;
import dev.aero4j.policy.Replica;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Chooses the node for one attempt of a command. Allocates nothing. */
public final class Router {
  private final int[] preferredRacks;

  /**
   * Prefers some racks under {@link Replica#PREFER_RACK}.
   *
   * @param preferredRacks the client's own rack first; none is fine
   */
  public Router(int... preferredRacks) {
    this.preferredRacks = preferredRacks.clone();
  }

  /** Prefers the racks of the configuration. */
  public static Router of(ClientConfig config) {
    return new Router(config.rackIds().stream().mapToInt(Integer::intValue).toArray());
  }

  /**
   * Chooses where an attempt goes.
   *
   * <p>Writes go to the master; when they are repeated under a policy that allows it, to the next
   * replica in turn, which is the one that becomes the master when the first has died.
   *
   * @param attempt 0 for the first, then 1, 2 and so on
   * @param previous where the last attempt went, so that another node is taken where there is a
   *     choice
   * @return the node, or null when nobody is known to own the partition at the moment
   * @throws ServerException with {@link ResultCode#INVALID_NAMESPACE} when no node serves the
   *     namespace
   */
  public @Nullable Node choose(
      ClusterSnapshot snapshot,
      String namespace,
      int partitionId,
      boolean write,
      Replica replica,
      ReadModeSc readModeSc,
      int attempt,
      @Nullable Node previous) {
    PartitionTable table = table(snapshot, namespace);
    return table == null
        ? null
        : choose(table, partitionId, write, replica, readModeSc, attempt, previous);
  }

  /**
   * Returns who owns what in a namespace, or null when nothing is known of the cluster.
   *
   * @throws ServerException with {@link ResultCode#INVALID_NAMESPACE} when no node serves the
   *     namespace
   */
  public static @Nullable PartitionTable table(ClusterSnapshot snapshot, String namespace) {
    PartitionTable table = snapshot.partitions(namespace);
    if (table == null && !snapshot.tables().isEmpty()) {
      throw new ServerException(
          ResultCode.INVALID_NAMESPACE,
          "the cluster has no namespace \""
              + namespace
              + "\"; it has "
              + String.join(", ", snapshot.namespaces()),
          null);
    }
    return table;
  }

  /** As {@link #choose}, in a namespace that is known. */
  public @Nullable Node choose(
      PartitionTable table,
      int partitionId,
      boolean write,
      Replica replica,
      ReadModeSc readModeSc,
      int attempt,
      @Nullable Node previous) {
    Replica effective =
        write
            ? ofWrite(replica)
            : table.strongConsistency(partitionId) ? ofStrongRead(replica, readModeSc) : replica;
    return switch (effective) {
      case MASTER -> table.node(0, partitionId);
      case SEQUENCE -> inSequence(table, partitionId, attempt);
      case PREFER_RACK -> nearest(table, partitionId, attempt, previous);
      case ANY -> any(table, partitionId, previous);
    };
  }

  private static Replica ofWrite(Replica replica) {
    return switch (replica) {
      case MASTER, ANY -> Replica.MASTER;
      case SEQUENCE, PREFER_RACK -> Replica.SEQUENCE;
    };
  }

  private static Replica ofStrongRead(Replica replica, ReadModeSc mode) {
    return switch (mode) {
      // Only the master knows the last write of every client.
      case SESSION, LINEARIZE -> Replica.MASTER;
      case ALLOW_REPLICA, ALLOW_UNAVAILABLE -> replica;
    };
  }

  private static @Nullable Node inSequence(PartitionTable table, int partitionId, int attempt) {
    int replicas = table.replicas();
    for (int i = 0; i < replicas; i++) {
      Node node = table.node(Math.floorMod(attempt + i, replicas), partitionId);
      if (node != null) {
        return node;
      }
    }
    return null;
  }

  private @Nullable Node nearest(
      PartitionTable table, int partitionId, int attempt, @Nullable Node previous) {
    for (int rack : preferredRacks) {
      for (int replica = 0; replica < table.replicas(); replica++) {
        Node node = table.node(replica, partitionId);
        if (node != null && node != previous && table.rack(node) == rack) {
          return node;
        }
      }
    }
    Node node = inSequence(table, partitionId, attempt);
    return node == previous ? inSequence(table, partitionId, attempt + 1) : node;
  }

  private static @Nullable Node any(
      PartitionTable table, int partitionId, @Nullable Node previous) {
    int replicas = table.replicas();
    int start = replicas == 1 ? 0 : ThreadLocalRandom.current().nextInt(replicas);
    Node last = null;
    for (int i = 0; i < replicas; i++) {
      Node node = table.node((start + i) % replicas, partitionId);
      if (node != null && node != previous) {
        return node;
      }
      last = node == null ? last : node;
    }
    return last;
  }
}
