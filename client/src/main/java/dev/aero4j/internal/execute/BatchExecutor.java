package dev.aero4j.internal.execute;

import dev.aero4j.AerospikeException;
import dev.aero4j.ClientConfig;
import dev.aero4j.internal.batch.BatchRunner;
import dev.aero4j.internal.batch.BatchTask;
import dev.aero4j.internal.batch.RowSink;
import dev.aero4j.internal.batch.Rows;
import dev.aero4j.internal.cluster.Cluster;
import dev.aero4j.internal.cluster.ClusterSnapshot;
import dev.aero4j.internal.cluster.Router;
import dev.aero4j.internal.io.Bound;
import dev.aero4j.internal.io.CompletionQueue;
import dev.aero4j.internal.io.Ticker;
import dev.aero4j.policy.BatchPolicy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs batches. A blocking call carries its batch out on its own thread; an async one has a virtual
 * thread of its own, which costs little beside a batch, and blocks no platform thread while it
 * waits. So both faces run the same code, {@link BatchCall}. A batch counts as one command against
 * the limit of those in flight.
 */
final class BatchExecutor implements BatchCall.Host {
  private final Cluster cluster;
  private final Router router;
  private final Ticker ticker;
  private final CompletionQueue completions;
  private final Bound bound;
  private final CountDownLatch closed;
  private final ThreadFactory threads;

  /** Async batches that have not ended. */
  private final AtomicInteger submitted = new AtomicInteger();

  /**
   * @param bound on what is in flight, shared with single commands
   * @param closed is open once the client is closed
   * @param number of the client, for the names of threads
   */
  BatchExecutor(
      ClientConfig config,
      Cluster cluster,
      Ticker ticker,
      CompletionQueue completions,
      Bound bound,
      CountDownLatch closed,
      int number) {
    this.cluster = cluster;
    this.router = Router.of(config);
    this.ticker = ticker;
    this.completions = completions;
    this.bound = bound;
    this.closed = closed;
    this.threads = Thread.ofVirtual().name("aero4j-batch-" + number).factory();
  }

  <R> R execute(BatchTask<R> task) {
    return execute(task, new Runner(System.nanoTime()));
  }

  private <R> R execute(BatchTask<R> task, Runner runner) {
    try {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      runner.prepare(task);
      return task.run(runner);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      AerospikeException interrupted = Failures.interrupted(task.name(), e);
      Failures.addContext(interrupted, null, runner.wrote ? 1 : 0, runner.wrote);
      throw task.interrupted(interrupted);
    } finally {
      runner.exit();
    }
  }

  <R> CompletableFuture<R> submit(BatchTask<R> task) {
    CompletableFuture<R> future = new CompletableFuture<>();
    int limit = bound.permits() + bound.maxQueued();
    if (submitted.incrementAndGet() > limit) {
      submitted.decrementAndGet();
      future.completeExceptionally(Failures.crowded(task.name(), bound));
      return future;
    }
    Runner runner = new Runner(System.nanoTime());
    Runnable run =
        () -> {
          Runnable outcome;
          try {
            R result = execute(task, runner);
            outcome = () -> future.complete(result);
          } catch (Throwable e) {
            outcome = () -> future.completeExceptionally(e);
          } finally {
            submitted.decrementAndGet();
          }
          completions.add(outcome);
        };
    threads.newThread(run).start();
    return future;
  }

  /**
   * The batches of one task. It enters the bound with the first of them, so that none of the others
   * has to wait at it, and remembers whether any wrote.
   */
  private final class Runner implements BatchRunner {
    private long startNanos;
    private boolean entered;
    private boolean wrote;

    /**
     * @param startNanos when the caller called
     */
    Runner(long startNanos) {
      this.startNanos = startNanos;
    }

    void prepare(BatchTask<?> task) {
      long before = System.nanoTime();
      task.prepare();
      startNanos += System.nanoTime() - before;
    }

    @Override
    public void run(Rows rows, BatchPolicy policy, RowSink sink) throws InterruptedException {
      if (rows.size() == 0) {
        return;
      }
      long start = entered ? System.nanoTime() : startNanos;
      BatchCall call = new BatchCall(BatchExecutor.this, rows, policy, sink, start);
      if (!entered) {
        if (!bound.tryEnter() && !bound.enter(call.deadlineNanos() - System.nanoTime())) {
          throw Failures.crowded("a batch of " + rows.size() + " rows", bound);
        }
        entered = true;
      }
      try {
        ticker.nudge();
        call.run();
      } finally {
        wrote |= call.wrote();
      }
    }

    void exit() {
      if (entered) {
        bound.exit();
      }
    }
  }

  @Override
  public ClusterSnapshot snapshot() {
    return cluster.snapshot();
  }

  @Override
  public boolean isClosed() {
    return closed.getCount() == 0;
  }

  @Override
  public Router router() {
    return router;
  }

  @Override
  public void requestTend() {
    cluster.requestTend();
  }

  @Override
  public void pause(long nanos) throws InterruptedException {
    closed.await(nanos, TimeUnit.NANOSECONDS);
  }
}
