package dev.aero4j.embedded.internal;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for threads to end, be the one that waits interrupted or not: who is interrupted while it
 * closes something still wants it closed.
 */
final class Joining {
  private static final Logger LOG = LoggerFactory.getLogger(Joining.class);

  /** Far more than a thread needs that was interrupted and whose socket is closed. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private Joining() {}

  /**
   * Waits until threads have ended that have been told to; a started thread that hangs is named.
   */
  static void join(Collection<Thread> threads) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    boolean interrupted = false;
    for (Thread thread : threads) {
      boolean waiting = true;
      while (waiting) {
        try {
          TimeUnit.NANOSECONDS.timedJoin(thread, deadline - System.nanoTime());
          waiting = false;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (thread.isAlive()) {
        LOG.warn("{} was told to end and has not", thread);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
