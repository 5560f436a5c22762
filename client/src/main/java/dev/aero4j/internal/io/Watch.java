package dev.aero4j.internal.io;

import dev.aero4j.internal.command.RecordCommand;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Watches the exchanges with one node, so that a slow record does not hold up the others: joins the
 * clock ({@link Pacer}) and the memory ({@link Suspects}), and says how many may travel.
 *
 * <p>Safe for use by several threads; an exchange is given here by its holder, or by the ticker
 * where that is said.
 */
final class Watch {
  /**
   * A read that travels in a group is sent again alone after this time, whatever the reason: it is
   * long for a busy machine and short for a caller with the default timeout of a second.
   */
  static final long LONGEST_GROUP_READ_NANOS = 100_000_000L;

  /** The same when it is clear that a slow record holds the group up. */
  private static final long HELD_UP_READ_NANOS = 20_000_000L;

  /**
   * Commands in flight from which on callers are so many that a virtual thread waits long for its
   * turn to run, and what looks slow is often only that.
   */
  private static final int CROWD = 2_048;

  /** Convicts at the same time in a crowd. */
  private static final int CONVICTS_IN_A_CROWD = 3;

  private final Pacer pacer;
  private final Suspects suspects;
  private final int maxConvicts;

  /** Busy slots that carry a convict. */
  private final AtomicInteger convicts = new AtomicInteger();

  Watch(PipelineSettings settings, long now) {
    this.pacer = new Pacer(settings.normalSlots(), settings.maxSlots(), settings.maxGroup());
    this.suspects = new Suspects(now);
    // The rest of the slots are for those who are not known to be slow.
    this.maxConvicts = Math.max(1, settings.maxSlots() - settings.normalSlots());
  }

  Suspects suspects() {
    return suspects;
  }

  /** Returns how many slots may be busy now. */
  int slotLimit(int inFlight, boolean singlesWait) {
    int stuck = convicts.get();
    int apart = Math.min(stuck, convictLimit(inFlight));
    // Callers that wait for slow records do not make the others a crowd.
    return pacer.slotLimit(Math.max(0, inFlight - stuck), singlesWait, apart);
  }

  private int convictLimit(int inFlight) {
    return isCrowd(inFlight) ? Math.min(CONVICTS_IN_A_CROWD, maxConvicts) : maxConvicts;
  }

  static boolean isCrowd(int inFlight) {
    return inFlight > CROWD;
  }

  /** Returns how many commands may travel together now. */
  int groupLimit(long now) {
    return pacer.groupLimit(now);
  }

  /** Returns whether a slot may be given to a command that is known to be slow. */
  boolean mayServeConvicts(int inFlight) {
    return convicts.get() < convictLimit(inFlight);
  }

  /**
   * Marks an exchange of one command whose record is known to be slow: its slot does not count, so
   * that another one serves the rest.
   *
   * @return whether it is one
   */
  boolean setApart(Exchange exchange, Attempt only) {
    if (!suspects.isConvicted(only.command(), only.startNanos())) {
      return false;
    }
    exchange.apart = true;
    convicts.getAndIncrement();
    return true;
  }

  /** Says that an exchange is about to be written. */
  void begins(Exchange exchange) {
    exchange.quickAtStart = pacer.quick();
    exchange.sentNanos = System.nanoTime();
  }

  /** Ends an exchange that was answered; if it was held up its members become suspects. */
  void answered(Exchange exchange, long now) {
    if (exchange.wasRefused()) {
      pacer.refused(exchange.sizeThatMayFit(), now);
    }
    long nanos = now - exchange.sentNanos;
    RecordCommand<?> only = exchange.count == 1 ? exchange.members[0].command() : null;
    if (only != null && suspects.contains(only, now)) {
      if (pacer.isTooLong(nanos)) {
        blame(exchange, now);
      } else {
        suspects.clear(only);
      }
    } else if (pacer.completed(nanos)) {
      blame(exchange, now);
    }
    ended(exchange);
  }

  /** Ends an exchange whose answer did not come in time. */
  void timedOut(Exchange exchange, long now) {
    blame(exchange, now);
    ended(exchange);
  }

  /** Ends an exchange that says nothing about how fast the node is. */
  void ended(Exchange exchange) {
    if (exchange.apart) {
      exchange.apart = false;
      convicts.getAndDecrement();
    }
    exchange.clear();
  }

  /**
   * For the ticker: an exchange that is held up makes suspects already, and its reads need not wait
   * for it. By now it may be over and its successor be hit, which is harmless.
   *
   * @return whether it takes too long, and its slot counts
   */
  boolean look(Exchange exchange, long now) {
    long sent = exchange.sentNanos;
    if (sent == 0 || !pacer.isTooLong(now - sent)) {
      return false;
    }
    boolean heldUp = pacer.isHeldUp(exchange.quickAtStart);
    if (heldUp && !exchange.blamed) {
      exchange.blamed = true;
      blame(exchange, now);
    }
    if (now - sent > (heldUp ? HELD_UP_READ_NANOS : LONGEST_GROUP_READ_NANOS)) {
      exchange.releaseReads();
    }
    return !exchange.apart;
  }

  /** For the ticker: says for how many exchanges {@link #look} was true. */
  void late(int exchanges) {
    pacer.late(exchanges);
  }

  private void blame(Exchange exchange, long now) {
    if (!pacer.isHeldUp(exchange.quickAtStart)) {
      return;
    }
    boolean alone = exchange.count == 1;
    for (Attempt member : exchange.members) {
      if (member == null) {
        return;
      }
      if (alone) {
        suspects.slowAlone(member.command(), now);
      } else {
        suspects.suspect(member.command(), now);
      }
    }
  }
}
