package dev.aero4j.internal.io;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was taken out of the inbox and has not found a place in an exchange yet, oldest first.
 * Guarded by the pipeline's lock, except for {@link #size}.
 */
final class Backlog {
  /** How many commands that may not be grouped travel one after another. */
  private static final int MAX_SINGLES = Exchange.MIN_BATCH - 1;

  private final ArrayDeque<Attempt> groupable = new ArrayDeque<>();
  private final ArrayDeque<Attempt> others = new ArrayDeque<>();
  private final ArrayDeque<Attempt> alone = new ArrayDeque<>();
  private final ArrayDeque<Attempt> convicted = new ArrayDeque<>();
  private final List<ArrayDeque<Attempt>> queues = List.of(groupable, others, alone, convicted);
  private final List<Attempt> reversed = new ArrayList<>();
  private final Suspects suspects;
  private final boolean grouping;

  /** Written under the lock, read by anyone as a hint. */
  private volatile int size;

  private volatile boolean othersWait;

  Backlog(Suspects suspects, boolean grouping) {
    this.suspects = suspects;
    this.grouping = grouping;
  }

  int size() {
    return size;
  }

  /** Returns whether commands wait that cannot travel in a group. */
  boolean othersWait() {
    return othersWait;
  }

  /** Adds what an {@link Inbox} gave, which has the newest first. */
  void absorb(@Nullable Attempt newest, long now) {
    if (newest == null) {
      return;
    }
    for (Attempt attempt = newest; attempt != null; ) {
      reversed.add(attempt);
      Attempt older = attempt.next;
      attempt.next = null;
      attempt = older;
    }
    for (int i = reversed.size() - 1; i >= 0; i--) {
      Attempt attempt = reversed.get(i);
      queueOf(attempt, now).addLast(attempt);
    }
    reversed.clear();
    updateSize();
  }

  /** Puts an attempt back that was taken and did not travel. */
  void putBack(Attempt attempt, long now) {
    queueOf(attempt, now).addFirst(attempt);
    updateSize();
  }

  private ArrayDeque<Attempt> queueOf(Attempt attempt, long now) {
    if (suspects.isConvicted(attempt.command(), now)) {
      return convicted;
    }
    if (attempt.company() == Attempt.Company.NONE || suspects.contains(attempt.command(), now)) {
      return alone;
    }
    return grouping && attempt.company() == Attempt.Company.GROUP ? groupable : others;
  }

  private void updateSize() {
    size = groupable.size() + others.size() + alone.size() + convicted.size();
    othersWait = !others.isEmpty() || !alone.isEmpty();
  }

  /**
   * Moves the attempts that travel next: the kind whose oldest has waited longest.
   *
   * @param groupLimit how many may travel together, 1 for one at a time
   * @param convicts whether there is a slot to spare for one that is known to be slow
   */
  void take(Exchange exchange, int groupLimit, boolean convicts) {
    queues.forEach(Backlog::dropDone);
    ArrayDeque<Attempt> single = convicts && isOlder(convicted, alone) ? convicted : alone;
    if (isOlder(single, groupable) && isOlder(single, others)) {
      move(single, exchange, 1);
    } else if (isOlder(others, groupable)) {
      move(others, exchange, Math.min(groupLimit, MAX_SINGLES));
    } else {
      exchange.batch = groupable.size() >= Exchange.MIN_BATCH && groupLimit >= Exchange.MIN_BATCH;
      move(groupable, exchange, exchange.batch ? groupLimit : Math.min(groupLimit, MAX_SINGLES));
    }
    updateSize();
  }

  /** Returns whether the first queue's head has waited longer; an empty queue never has. */
  private static boolean isOlder(ArrayDeque<Attempt> one, ArrayDeque<Attempt> other) {
    Attempt head = one.peekFirst();
    Attempt rival = other.peekFirst();
    return head != null && (rival == null || head.startNanos() - rival.startNanos() < 0);
  }

  private static void move(ArrayDeque<Attempt> from, Exchange exchange, int limit) {
    while (exchange.count < limit) {
      Attempt attempt = from.pollFirst();
      if (attempt == null) {
        return;
      }
      if (!attempt.isDone()) {
        exchange.add(attempt);
      }
    }
  }

  private static void dropDone(ArrayDeque<Attempt> queue) {
    for (Attempt head = queue.peekFirst();
        head != null && head.isDone();
        head = queue.peekFirst()) {
      queue.pollFirst();
    }
  }

  /** Removes and returns everything. */
  List<Attempt> takeAll() {
    List<Attempt> all = new ArrayList<>();
    for (ArrayDeque<Attempt> queue : queues) {
      all.addAll(queue);
      queue.clear();
    }
    updateSize();
    return all;
  }

  /** Removes and returns those whose deadline has passed. */
  List<Attempt> takeOverdue(long now) {
    List<Attempt> overdue = new ArrayList<>();
    for (ArrayDeque<Attempt> queue : queues) {
      removeOverdue(queue, now, overdue);
    }
    updateSize();
    return overdue;
  }

  private static void removeOverdue(ArrayDeque<Attempt> queue, long now, List<Attempt> overdue) {
    queue.removeIf(
        attempt -> {
          boolean late = now - attempt.deadlineNanos() >= 0;
          if (late) {
            overdue.add(attempt);
          }
          return late;
        });
  }
}
