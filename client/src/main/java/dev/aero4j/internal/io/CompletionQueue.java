package dev.aero4j.internal.io;

import dev.aero4j.internal.log.Logging;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/**
 * Completes futures away from the threads that do I/O, because completing runs the caller's
 * callbacks.
 *
 * <p><b>Design.</b> Finished calls go into a queue; one drainer task on the callback executor takes
 * them out one by one, so that a whole group of answers costs one hand-over. If a callback blocks,
 * the drainer stops making progress; the ticker sees that and starts a further drainer. So a
 * callback that waits for another call of the same client delays the others by a few milliseconds
 * at worst and can never lock them up.
 */
public final class CompletionQueue implements Ticker.Ticked {
  /** More blocked callbacks than this at once are the caller's mistake; the rest has to wait. */
  private static final int MAX_DRAINERS = 256;

  private static final Logger LOG = Logging.logger(CompletionQueue.class);

  private final Executor executor;
  private final ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger drainers = new AtomicInteger();
  private final AtomicLong taken = new AtomicLong();

  /** What {@link #taken} was at the last look; the ticker's. */
  private long takenAtLastTick;

  /**
   * @param executor runs the callbacks
   */
  public CompletionQueue(Executor executor) {
    this.executor = executor;
  }

  /** Adds a completion; never runs it on the calling thread. */
  public void add(Runnable completion) {
    queue.add(completion);
    if (drainers.get() == 0 && drainers.compareAndSet(0, 1)) {
      startDrainer();
    }
  }

  private void startDrainer() {
    try {
      executor.execute(this::drain);
    } catch (RejectedExecutionException e) {
      // The caller's executor is shut down or full; its futures must complete all the same.
      Thread.ofVirtual().name("aero4j-callback").start(this::drain);
    }
  }

  private void drain() {
    for (; ; ) {
      for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
        taken.lazySet(taken.get() + 1);
        run(next);
      }
      drainers.getAndDecrement();
      // Whoever added after the last poll may have seen this drainer as still at work.
      if (queue.isEmpty() || !drainers.compareAndSet(0, 1)) {
        return;
      }
    }
  }

  private static void run(Runnable completion) {
    try {
      completion.run();
    } catch (RuntimeException e) {
      LOG.error("a completion failed", e);
    }
  }

  @Override
  public boolean tick(long now) {
    if (queue.isEmpty()) {
      return drainers.get() > 0;
    }
    long seen = taken.get();
    int running = drainers.get();
    if (seen == takenAtLastTick && running < MAX_DRAINERS) {
      drainers.getAndIncrement();
      startDrainer();
    }
    takenAtLastTick = seen;
    return true;
  }
}
