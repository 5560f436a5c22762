package dev.aero4j.embedded.internal;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The records of one partition of a namespace on one node. Changes of one record are atomic: {@link
 * #change} runs under the map's lock for that digest, and does nothing that waits. Readers take no
 * lock, because records are immutable.
 */
final class Partition {
  private static final int FIRST_SWEEP = 64;

  private final int nsupPeriodSeconds;

  private final ConcurrentHashMap<Digest, StoredRecord> records = new ConcurrentHashMap<>(1);

  /** Size at which expired records are looked for next. Races only make a sweep come twice. */
  private volatile int sweepAt = FIRST_SWEEP;

  Partition(int nsupPeriodSeconds) {
    this.nsupPeriodSeconds = nsupPeriodSeconds;
  }

  /** Returns the record, even if it has expired but was not removed yet, or null. */
  @Nullable StoredRecord find(Digest digest, int nowSeconds) {
    return present(records.get(digest), nowSeconds);
  }

  private @Nullable StoredRecord present(@Nullable StoredRecord stored, int nowSeconds) {
    return stored == null || stored.isReaped(nowSeconds, nsupPeriodSeconds) ? null : stored;
  }

  /**
   * Replaces a record atomically. Nothing changes when {@code change} throws.
   *
   * @param change gets the present record, maybe expired, or null; returns the new one or null
   */
  void change(Digest digest, RecordChange change, int nowSeconds) {
    records.compute(digest, (key, stored) -> change.apply(present(stored, nowSeconds)));
    if (records.size() >= sweepAt) {
      records.values().removeIf(stored -> stored.isReaped(nowSeconds, nsupPeriodSeconds));
      sweepAt = Math.max(FIRST_SWEEP, records.size() * 2);
    }
  }

  Collection<StoredRecord> records() {
    return records.values();
  }

  /** Removes the records of a set, or all records if the set is empty. */
  void truncate(String set) {
    records.values().removeIf(stored -> set.isEmpty() || stored.set().equals(set));
  }
}
