package dev.aero4j.embedded.internal;

import java.util.List;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Predicate;

/**
 * Who holds one partition of a namespace at this moment, and the lock that orders commands against
 * changes of that.
 *
 * <p>A command holds the lock shared while it looks up who serves and applies itself to all copies;
 * it waits for nothing meanwhile. A move of the partition holds it alone while it copies records to
 * new holders and changes the list: so it copies either all of a write or nothing of it, and a
 * write finds either the old holders or the new ones. All holders have the same records whenever
 * somebody holds the lock alone.
 *
 * <p>A holder may be dead: nodes keep a dead one in the list until they have noticed. What is
 * written to its copy is lost with it.
 */
final class Ownership {
  private final String namespace;
  private final int partitionId;
  private final StampedLock lock = new StampedLock();

  /** Master first; empty when no node is left. Written while {@link #lock} is held alone. */
  private volatile List<NodeServer> holders = List.of();

  Ownership(String namespace, int partitionId) {
    this.namespace = namespace;
    this.partitionId = partitionId;
  }

  /** Lets a command in; what is returned goes to {@link #leave}. */
  long enter() {
    return lock.readLock();
  }

  void leave(long stamp) {
    lock.unlockRead(stamp);
  }

  /** Returns the nodes that hold a copy, master first. */
  List<NodeServer> holders() {
    return holders;
  }

  boolean isMaster(NodeServer node) {
    List<NodeServer> present = holders;
    return !present.isEmpty() && present.get(0) == node;
  }

  /**
   * Gives the partition to other holders, which get the records first.
   *
   * @param next the holders to be, master first
   * @param alive whether a present holder is there to copy from
   * @return whether anything changed
   */
  boolean move(List<NodeServer> next, Predicate<NodeServer> alive) {
    if (next.equals(holders)) {
      return false;
    }
    long stamp = lock.writeLock();
    try {
      List<NodeServer> present = holders;
      List<NodeServer> sources = present.stream().filter(alive).toList();
      for (NodeServer holder : next) {
        if (!sources.contains(holder) && !sources.isEmpty()) {
          copy(holder).fillFrom(copy(sources.get(0)));
        }
      }
      for (NodeServer holder : sources) {
        if (!next.contains(holder)) {
          copy(holder).leave();
        }
      }
      List<Partition> copies = next.stream().map(this::copy).toList();
      if (!copies.isEmpty()) {
        copies.get(0).lead(copies.subList(1, copies.size()));
      }
      holders = List.copyOf(next);
      return true;
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  /** Removes the records of a set, or all records if the set is empty, from all copies at once. */
  void truncate(String set) {
    long stamp = lock.writeLock();
    try {
      holders.forEach(holder -> copy(holder).truncate(set));
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  /** Counts records on one copy: the master's, unless it has just died. */
  long count(Predicate<StoredRecord> condition) {
    long stamp = lock.readLock();
    try {
      for (NodeServer holder : holders) {
        if (!holder.isKilled()) {
          return copy(holder).records().stream().filter(condition).count();
        }
      }
      return 0;
    } finally {
      lock.unlockRead(stamp);
    }
  }

  private Partition copy(NodeServer holder) {
    return holder.store(namespace).partition(partitionId);
  }
}
