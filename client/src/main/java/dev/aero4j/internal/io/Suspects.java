package dev.aero4j.internal.io;

import dev.aero4j.internal.command.RecordCommand;
import dev.aero4j.wire.digest.Digests;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * The partitions of a node whose records may be slow, for reads and for writes apart.
 *
 * <p><b>Design.</b> The server answers a group when its slowest record is done, and nothing tells
 * which record that was. So when a group takes too long, the partitions of all its members become
 * suspects for a while, and commands on a suspect travel alone. An innocent one is cleared by its
 * first quick answer; one that is slow twice even so is convicted. Convicts (a hot key, a device
 * that hangs, a replica that has just died) get connections beyond those of the rest, where they
 * delay nobody but their own callers, while the rest of the traffic goes on in groups. One
 * partition is a 4,096th of the keys, so being wrong about it costs next to nothing.
 *
 * <p>Entries are set and cleared without a lock: each is one integer, the time until which it
 * counts, and a lost update only delays a verdict by one exchange.
 */
final class Suspects {
  private static final int SUSPECTED_MILLIS = 2_000;
  private static final int CONVICTED_MILLIS = 5_000;

  /** The lowest two bits of an entry; times are multiples of four. */
  private static final int VERDICT = 3;

  private static final int SLOW_ONCE = 1;
  private static final int CONVICTED = 2;

  private final long origin;

  /** Made when the first partition falls under suspicion; reads first, then writes. */
  private volatile @Nullable AtomicIntegerArray until;

  Suspects(long now) {
    origin = now;
  }

  /** Returns whether the command has to travel alone. */
  boolean contains(RecordCommand<?> command, long now) {
    return isCurrent(entry(command), now);
  }

  /** Returns whether the command is known to be slow. */
  boolean isConvicted(RecordCommand<?> command, long now) {
    int entry = entry(command);
    return (entry & VERDICT) == CONVICTED && isCurrent(entry, now);
  }

  private int entry(RecordCommand<?> command) {
    AtomicIntegerArray entries = until;
    return entries == null ? 0 : entries.get(index(command));
  }

  private boolean isCurrent(int entry, long now) {
    return entry != 0 && millis(now) < entry;
  }

  /** A member of a group that took too long. */
  void suspect(RecordCommand<?> command, long now) {
    AtomicIntegerArray entries = entries();
    int index = index(command);
    int entry = entries.get(index);
    if (!isCurrent(entry, now)) {
      entries.set(index, millis(now) + SUSPECTED_MILLIS);
    }
  }

  /** A command that took too long though it travelled alone; the second time convicts. */
  void slowAlone(RecordCommand<?> command, long now) {
    AtomicIntegerArray entries = entries();
    int index = index(command);
    int entry = entries.get(index);
    boolean again = isCurrent(entry, now) && (entry & VERDICT) != 0;
    entries.set(
        index,
        again
            ? millis(now) + CONVICTED_MILLIS | CONVICTED
            : millis(now) + SUSPECTED_MILLIS | SLOW_ONCE);
  }

  /** A command that travelled alone and was quick. */
  void clear(RecordCommand<?> command) {
    AtomicIntegerArray entries = until;
    if (entries != null) {
      entries.set(index(command), 0);
    }
  }

  private AtomicIntegerArray entries() {
    AtomicIntegerArray entries = until;
    if (entries == null) {
      entries = new AtomicIntegerArray(2 * Digests.PARTITIONS);
      until = entries;
    }
    return entries;
  }

  private static int index(RecordCommand<?> command) {
    int partition = Digests.partitionId(command.digest());
    return command.isWrite() ? Digests.PARTITIONS + partition : partition;
  }

  /**
   * A multiple of four, never 0; runs for 24 days before it wraps, which clears suspicions once.
   */
  private int millis(long now) {
    return 4 + ((int) ((now - origin) / 1_000_000) & ~VERDICT);
  }
}
