package dev.aero4j.internal.io;

import dev.aero4j.internal.log.Logging;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The client's sense of time: one daemon thread that looks every few milliseconds for what is
 * overdue, so that no waiting command needs a timer of its own. When nothing has been in flight for
 * a while it sleeps, and the next command wakes it with {@link #nudge}.
 *
 * <p>A deadline is therefore met up to {@link #PERIOD_MILLIS} ms late, never early.
 */
public final class Ticker implements AutoCloseable {
  /** Something that is looked after from time to time. */
  public interface Ticked {
    /**
     * Does what is due; must not block.
     *
     * @param now on the scale of {@link System#nanoTime}
     * @return whether there is anything to look after
     */
    boolean tick(long now);

    /** Called about once a second; must not block. */
    default void maintain() {}
  }

  /** The distance between two looks. */
  public static final int PERIOD_MILLIS = 5;

  private static final Logger LOG = Logging.logger(Ticker.class);
  private static final long PERIOD_NANOS = PERIOD_MILLIS * 1_000_000L;
  private static final long SECOND_NANOS = 1_000_000_000L;

  /** How long the thread stays at most once it is closed. */
  private static final long LINGER_NANOS = 5 * SECOND_NANOS;

  /** Quiet looks before the thread sleeps. */
  private static final int QUIET_TICKS = 200;

  private final List<Ticked> ticked = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();

  /** Guarded by {@link #lock}. */
  private final PriorityQueue<Delayed> delayed =
      new PriorityQueue<>(Comparator.comparingLong(Delayed::order));

  private final long origin = System.nanoTime();
  private final Thread thread;

  private volatile boolean asleep;
  private volatile boolean closed;

  private record Delayed(long order, Runnable task) {}

  /**
   * @param name of the thread
   */
  public Ticker(String name) {
    thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  public void add(Ticked one) {
    ticked.add(one);
    nudge();
  }

  public void remove(Ticked one) {
    ticked.remove(one);
  }

  /**
   * Must be called when there is something new to look after, once a {@link Ticked} can see it;
   * costs a read of a field.
   */
  public void nudge() {
    if (asleep) {
      asleep = false;
      LockSupport.unpark(thread);
    }
  }

  /** Runs a task, which must not block, after a delay; at once when this is closed. */
  public void schedule(long delayNanos, Runnable task) {
    lock.lock();
    try {
      delayed.add(new Delayed(System.nanoTime() - origin + delayNanos, task));
    } finally {
      lock.unlock();
    }
    if (closed) {
      runAllDelayed();
    } else {
      nudge();
    }
  }

  private void run() {
    int quiet = 0;
    long maintained = System.nanoTime();
    while (!closed) {
      long now = System.nanoTime();
      quiet = look(now) ? 0 : quiet + 1;
      if (now - maintained > SECOND_NANOS) {
        maintained = now;
        for (Ticked one : ticked) {
          guarded(one::maintain);
        }
      }
      if (quiet < QUIET_TICKS) {
        LockSupport.parkNanos(this, PERIOD_NANOS);
      } else {
        asleep = true;
        // Whoever began before it could see the flag is found by this one look.
        if (!look(System.nanoTime()) && !closed) {
          LockSupport.parkNanos(this, SECOND_NANOS);
        }
        asleep = false;
        quiet = 0;
      }
    }
    finishUp();
  }

  /** Goes on for a little while, because callbacks that wait for each other may need a look. */
  private void finishUp() {
    long end = System.nanoTime() + LINGER_NANOS;
    while (look(System.nanoTime()) && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(this, PERIOD_NANOS);
    }
  }

  private boolean look(long now) {
    boolean[] busy = new boolean[1];
    for (Ticked one : ticked) {
      guarded(() -> busy[0] |= one.tick(now));
    }
    long sinceOrigin = now - origin;
    for (Delayed due = nextDue(sinceOrigin); due != null; due = nextDue(sinceOrigin)) {
      guarded(due.task);
      busy[0] = true;
    }
    return busy[0];
  }

  private @Nullable Delayed nextDue(long sinceOrigin) {
    lock.lock();
    try {
      Delayed first = delayed.peek();
      return first != null && first.order <= sinceOrigin ? delayed.poll() : null;
    } finally {
      lock.unlock();
    }
  }

  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      // One bad task must not stop the clock for all others.
      LOG.error("a task of the ticker failed", e);
    }
  }

  /** Ends the thread, and runs what was to run later at once: it will find the client closed. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    runAllDelayed();
  }

  private void runAllDelayed() {
    for (Delayed task = nextDue(Long.MAX_VALUE); task != null; task = nextDue(Long.MAX_VALUE)) {
      guarded(task.task);
    }
  }
}
