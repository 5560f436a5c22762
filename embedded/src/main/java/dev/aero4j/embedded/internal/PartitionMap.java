package dev.aero4j.embedded.internal;

import dev.aero4j.wire.digest.Digests;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The partitions of all namespaces as they are, where a {@link Membership} is what nodes say about
 * them. Safe for use by several threads.
 */
final class PartitionMap {
  private final Map<String, Ownership[]> namespaces = new LinkedHashMap<>();

  PartitionMap(Iterable<String> names) {
    for (String name : names) {
      Ownership[] partitions = new Ownership[Digests.PARTITIONS];
      Arrays.setAll(partitions, id -> new Ownership(name, id));
      namespaces.put(name, partitions);
    }
  }

  /** Returns a partition of a namespace that exists. */
  Ownership partition(String namespace, int id) {
    return partitions(namespace)[id];
  }

  private Ownership[] partitions(String namespace) {
    Ownership[] partitions = namespaces.get(namespace);
    if (partitions == null) {
      throw new IllegalArgumentException(
          "there is no namespace '" + namespace + "', only " + namespaces.keySet());
    }
    return partitions;
  }

  /**
   * Moves every partition to the nodes that its succession names.
   *
   * @param members the nodes of the cluster to be
   * @param succession for each partition indexes of {@code members}, master first
   * @return how many partitions of all namespaces changed
   */
  int move(List<NodeServer> members, List<List<Integer>> succession) {
    int changed = 0;
    for (Ownership[] partitions : namespaces.values()) {
      for (int id = 0; id < partitions.length; id++) {
        List<NodeServer> next = succession.get(id).stream().map(members::get).toList();
        changed += partitions[id].move(next, members::contains) ? 1 : 0;
      }
    }
    return changed;
  }

  /** Counts records of a namespace, each once. */
  long count(String namespace, Predicate<StoredRecord> condition) {
    return Arrays.stream(partitions(namespace))
        .mapToLong(partition -> partition.count(condition))
        .sum();
  }

  /** Counts the records of a namespace whose master a node is. */
  long countOfMaster(String namespace, NodeServer node, Predicate<StoredRecord> condition) {
    return Arrays.stream(partitions(namespace))
        .filter(partition -> partition.isMaster(node))
        .mapToLong(partition -> partition.count(condition))
        .sum();
  }

  /** Removes the records of a set, or all records if the set is empty. */
  void truncate(String namespace, String set) {
    for (Ownership partition : partitions(namespace)) {
      partition.truncate(set);
    }
  }
}
