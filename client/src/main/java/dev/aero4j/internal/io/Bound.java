package dev.aero4j.internal.io;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A limit on how many commands are in flight. Past it a blocking caller waits, and an async one is
 * queued up to a limit of its own.
 *
 * <p><b>Design.</b> A permit that is given back goes to the oldest queued async command, if there
 * is one, and to the semaphore otherwise. Who queues looks for a permit once more afterwards, so a
 * permit that was given back in between is not missed.
 */
public final class Bound {
  /** A command that waits for a permit without a thread. */
  public interface Waiter {
    /** Called once with a permit; must not block. */
    void admitted();

    /** Returns whether it has given up waiting, in which case it needs no permit. */
    boolean gaveUp();

    /** Gives up if its deadline has passed; must not block. */
    void tick(long now);
  }

  private final int permits;
  private final int maxQueued;
  private final Semaphore semaphore;
  private final ConcurrentLinkedQueue<Waiter> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger queued = new AtomicInteger();

  public Bound(int permits, int maxQueued) {
    this.permits = permits;
    this.maxQueued = maxQueued;
    this.semaphore = new Semaphore(permits, true);
  }

  public int permits() {
    return permits;
  }

  public int maxQueued() {
    return maxQueued;
  }

  /** Takes a permit if there is one and nobody waits for it already. */
  public boolean tryEnter() {
    return !semaphore.hasQueuedThreads() && semaphore.tryAcquire();
  }

  /** Waits for a permit; returns false when none came in time. */
  public boolean enter(long timeoutNanos) throws InterruptedException {
    return semaphore.tryAcquire(timeoutNanos, TimeUnit.NANOSECONDS);
  }

  /** Queues a waiter, which may be admitted before this returns; returns false when it is full. */
  public boolean enqueue(Waiter waiter) {
    if (queued.incrementAndGet() > maxQueued) {
      queued.decrementAndGet();
      return false;
    }
    queue.add(waiter);
    if (semaphore.tryAcquire()) {
      exit();
    }
    return true;
  }

  /** Gives a permit back. */
  public void exit() {
    for (Waiter next = poll(); next != null; next = poll()) {
      if (!next.gaveUp()) {
        next.admitted();
        return;
      }
    }
    semaphore.release();
    if (!queue.isEmpty() && semaphore.tryAcquire()) {
      exit();
    }
  }

  private @Nullable Waiter poll() {
    if (queued.get() == 0) {
      return null;
    }
    Waiter next = queue.poll();
    if (next != null) {
      queued.decrementAndGet();
    }
    return next;
  }

  public int inUse() {
    return permits - semaphore.availablePermits();
  }

  /** Returns how many wait without a thread. */
  public int queued() {
    return queued.get();
  }

  /** Lets everyone queued look at the time. */
  public void tick(long now) {
    for (Waiter waiter : queue) {
      waiter.tick(now);
    }
  }

  /** Lets everyone in who waits, because the client closes and they will fail at once. */
  public void open() {
    semaphore.release(permits);
    for (Waiter next = poll(); next != null; next = poll()) {
      next.admitted();
    }
  }
}
