package dev.aero4j.embedded.internal;

import dev.aero4j.wire.digest.Digests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which nodes shall hold a partition, best first: each node draws a number for each partition, and
 * the order of the numbers is the succession. So a node that goes leaves the places of the others
 * as they are, and one that comes back gets what it had, as in a real cluster.
 */
final class Succession {
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
  private static final int PRIME = 31;

  private Succession() {}

  /**
   * Returns the holders of each partition, master first.
   *
   * @param names of the nodes
   * @param replicationFactor how many copies there shall be; with fewer nodes, one on each
   * @return for each partition indexes of {@code names}
   */
  static List<List<Integer>> of(List<String> names, int replicationFactor) {
    int copies = Math.min(replicationFactor, names.size());
    List<List<Integer>> holders = new ArrayList<>(Digests.PARTITIONS);
    if (names.size() <= 1) {
      // The answer is the same for all, and a lone node shall start fast.
      for (int id = 0; id < Digests.PARTITIONS; id++) {
        holders.add(names.isEmpty() ? List.of() : List.of(0));
      }
      return List.copyOf(holders);
    }
    long[] seeds = names.stream().mapToLong(Succession::seed).toArray();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < seeds.length; i++) {
      order.add(i);
    }
    for (int id = 0; id < Digests.PARTITIONS; id++) {
      long partition = id * GOLDEN;
      order.sort(
          Comparator.<Integer>comparingLong(i -> mix(seeds[i] ^ partition))
              .thenComparing(names::get));
      holders.add(List.copyOf(order.subList(0, copies)));
    }
    return List.copyOf(holders);
  }

  private static long seed(String name) {
    long seed = 0;
    for (int i = 0; i < name.length(); i++) {
      seed = seed * PRIME + name.charAt(i);
    }
    return mix(seed);
  }

  /** Spreads any input evenly over all longs (the finalizer of SplitMix64). */
  private static long mix(long value) {
    long z = value + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }
}
