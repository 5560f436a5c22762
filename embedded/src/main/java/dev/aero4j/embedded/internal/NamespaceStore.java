package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.NamespaceOptions;
import dev.aero4j.wire.digest.Digests;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** What one node holds of a namespace. */
final class NamespaceStore {
  private final String name;
  private final NamespaceOptions options;
  private final Partition[] partitions = new Partition[Digests.PARTITIONS];

  /** Names of sets ever written to; they stay known when empty, as on the server. */
  private final Set<String> sets = new ConcurrentSkipListSet<>();

  NamespaceStore(String name, NamespaceOptions options) {
    this.name = name;
    this.options = options;
    Arrays.setAll(partitions, id -> new Partition(options.nsupPeriodSeconds(), sets));
  }

  String name() {
    return name;
  }

  NamespaceOptions options() {
    return options;
  }

  Partition partition(Digest digest) {
    return partitions[digest.partitionId()];
  }

  Partition partition(int id) {
    return partitions[id];
  }

  Set<String> sets() {
    return sets;
  }

  /** Returns the records of all partitions that this node holds, as master or not. */
  Stream<StoredRecord> liveRecords(int nowSeconds) {
    return Arrays.stream(partitions)
        .flatMap(partition -> partition.records().stream())
        .filter(stored -> stored.isLive(nowSeconds));
  }
}
