package dev.aero4j.embedded.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One node's copy of one partition of a namespace.
 *
 * <p>Changes of one record are atomic: {@link #change} runs under the map's lock for that digest,
 * and does nothing that waits. Readers take no lock, because records are immutable.
 *
 * <p>In a cluster one copy leads, and the others follow: a change is made on the leader and handed
 * to the followers before the leader's lock is released, so that all copies see the changes of a
 * record in one order. The locks of a leader's and then of a follower's map are held together,
 * never the other way round: roles change only while nobody else is in the partition (see {@link
 * Ownership}).
 */
final class Partition {
  private static final int FIRST_SWEEP = 64;

  private final int nsupPeriodSeconds;

  /** Names of the sets of the namespace on this node; safe for use by several threads. */
  private final Set<String> sets;

  private final ConcurrentHashMap<Digest, StoredRecord> records = new ConcurrentHashMap<>(1);

  /** Size at which expired records are looked for next. Races only make a sweep come twice. */
  private volatile int sweepAt = FIRST_SWEEP;

  /** Written with {@link #followers} by whoever has the partition's {@link Ownership} alone. */
  private volatile Partition leader = this;

  private volatile List<Partition> followers = List.of();

  Partition(int nsupPeriodSeconds, Set<String> sets) {
    this.nsupPeriodSeconds = nsupPeriodSeconds;
    this.sets = sets;
  }

  /** Returns the record, even if it has expired but was not removed yet, or null. */
  @Nullable StoredRecord find(Digest digest, int nowSeconds) {
    return present(records.get(digest), nowSeconds);
  }

  private @Nullable StoredRecord present(@Nullable StoredRecord stored, int nowSeconds) {
    return stored == null || stored.isReaped(nowSeconds, nsupPeriodSeconds) ? null : stored;
  }

  /**
   * Replaces a record atomically, on all copies. Nothing changes when {@code change} throws.
   *
   * @param change gets the present record, maybe expired, or null; returns the new one or null
   */
  void change(Digest digest, RecordChange change, int nowSeconds) {
    leader.lead(digest, change, nowSeconds);
  }

  private void lead(Digest digest, RecordChange change, int nowSeconds) {
    List<Partition> others = followers;
    records.compute(
        digest,
        (key, stored) -> {
          StoredRecord next = change.apply(present(stored, nowSeconds));
          if (next != null) {
            registerSet(next.set());
          }
          for (int i = 0; i < others.size(); i++) {
            others.get(i).follow(digest, next, nowSeconds);
          }
          return next;
        });
    sweep(nowSeconds);
  }

  private void follow(Digest digest, @Nullable StoredRecord next, int nowSeconds) {
    if (next == null) {
      records.remove(digest);
    } else {
      registerSet(next.set());
      records.put(digest, next);
    }
    sweep(nowSeconds);
  }

  private void registerSet(String set) {
    if (!set.isEmpty() && !sets.contains(set)) {
      sets.add(set);
    }
  }

  private void sweep(int nowSeconds) {
    if (records.size() >= sweepAt) {
      records.values().removeIf(stored -> stored.isReaped(nowSeconds, nsupPeriodSeconds));
      sweepAt = Math.max(FIRST_SWEEP, records.size() * 2);
    }
  }

  /** Makes this copy the leader of others. The caller has the partition alone. */
  void lead(List<Partition> others) {
    leader = this;
    followers = List.copyOf(others);
    for (Partition other : others) {
      other.leader = this;
      other.followers = List.of();
    }
  }

  /** Takes over all records of another copy. The caller has the partition alone. */
  void fillFrom(Partition source) {
    records.clear();
    records.putAll(source.records);
    source.records.values().forEach(stored -> registerSet(stored.set()));
  }

  /** Forgets records and role: this node holds the partition no more. The caller has it alone. */
  void leave() {
    records.clear();
    leader = this;
    followers = List.of();
  }

  Collection<StoredRecord> records() {
    return records.values();
  }

  /** Removes the records of a set, or all records if the set is empty, from this copy. */
  void truncate(String set) {
    records.values().removeIf(stored -> set.isEmpty() || stored.set().equals(set));
  }
}
