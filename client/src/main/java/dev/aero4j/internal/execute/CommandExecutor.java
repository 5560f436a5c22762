package dev.aero4j.internal.execute;

import dev.aero4j.AerospikeException;
import dev.aero4j.ClientConfig;
import dev.aero4j.internal.cluster.Cluster;
import dev.aero4j.internal.cluster.Node;
import dev.aero4j.internal.cluster.Router;
import dev.aero4j.internal.command.RecordCommand;
import dev.aero4j.internal.io.Attempt;
import dev.aero4j.internal.io.AttemptFailure;
import dev.aero4j.internal.io.Bound;
import dev.aero4j.internal.io.CompletionQueue;
import dev.aero4j.internal.io.NodeLink;
import dev.aero4j.internal.io.Ticker;
import dev.aero4j.policy.CommandPolicy;
import dev.aero4j.wire.digest.Digests;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands on records: the only place with deadlines, retries, in-doubt and back-pressure. The
 * rules are in {@link Trial}; here is how a blocking call ({@link #execute}) and a future ({@link
 * #submit}, {@link AsyncCall}) wait for them.
 */
final class CommandExecutor implements RecordExecutor, Ticker.Ticked {
  private final Cluster cluster;
  private final Router router;
  private final Ticker ticker;
  private final CompletionQueue completions;
  private final Bound bound;
  private final CountDownLatch closed = new CountDownLatch(1);

  CommandExecutor(
      ClientConfig config, Cluster cluster, Ticker ticker, CompletionQueue completions) {
    this.cluster = cluster;
    this.router = Router.of(config);
    this.ticker = ticker;
    this.completions = completions;
    this.bound = new Bound(config.maxCommandsInFlight(), config.maxQueuedCommands());
  }

  Bound bound() {
    return bound;
  }

  /** Is open once the client is closed. */
  CountDownLatch closed() {
    return closed;
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  @Override
  public <T> T execute(RecordCommand<T> command) {
    if (Thread.currentThread().isInterrupted()) {
      throw Failures.interrupted(command, null);
    }
    Trial<T> trial = new Trial<>(command, System.nanoTime());
    enter(bound, trial);
    try {
      // Only now, when the ticker that is about to fall asleep can see that there is something.
      ticker.nudge();
      while (attempt(trial)) {
        // The trial says when it is over.
      }
    } catch (AerospikeException e) {
      // An earlier attempt may have left the write in doubt, which the trial knows.
      trial.fail(e);
    } finally {
      bound.exit();
    }
    return trial.result();
  }

  /** Makes one attempt and the pause after it; returns whether there is to be another. */
  private boolean attempt(Trial<?> trial) {
    if (isClosed()) {
      throw Failures.closed(trial.command);
    }
    Node node = route(trial);
    long wait;
    if (node == null) {
      wait = trial.noNode();
    } else {
      NodeLink link = node.channel(NodeLink.class);
      enter(link.bound(), trial);
      Attempt attempt = trial.begin(node, Thread.currentThread(), null);
      try {
        link.run(attempt);
      } finally {
        link.bound().exit();
      }
      wait = judge(trial, attempt);
    }
    if (wait > 0) {
      pause(trial, wait);
    }
    return wait != Trial.OVER;
  }

  private void pause(Trial<?> trial, long nanos) {
    try {
      closed.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.interrupted(trial.command, e);
    }
  }

  private void enter(Bound limit, Trial<?> trial) {
    if (limit.tryEnter()) {
      return;
    }
    try {
      if (!limit.enter(trial.deadlineNanos() - System.nanoTime())) {
        throw Failures.crowded(trial.command, limit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.interrupted(trial.command, e);
    }
  }

  @Override
  public <T> CompletableFuture<T> submit(RecordCommand<T> command) {
    CompletableFuture<T> call =
        new AsyncCall<>(this, new Trial<>(command, System.nanoTime())).start();
    ticker.nudge();
    return call;
  }

  /** Picks the node for the next attempt, or null when none serves the partition now. */
  @Nullable Node route(Trial<?> trial) {
    RecordCommand<?> command = trial.command;
    CommandPolicy policy = command.policy();
    return router.choose(
        cluster.snapshot(),
        command.key().namespace(),
        Digests.partitionId(command.digest()),
        command.isWrite(),
        policy.replica(),
        policy.readModeSc(),
        trial.position(),
        trial.previousNode());
  }

  /** Takes an attempt's outcome, and has the cluster looked at when the node let us down. */
  long judge(Trial<?> trial, Attempt attempt) {
    AttemptFailure failure = attempt.failure();
    if (failure != null && failure.isAboutTheNode()) {
      cluster.requestTend();
    }
    return trial.judge(attempt, isClosed());
  }

  void later(long nanos, Runnable task) {
    ticker.schedule(nanos, task);
  }

  void completeLater(Runnable completion) {
    completions.add(completion);
  }

  @Override
  public boolean tick(long now) {
    bound.tick(now);
    return bound.inUse() > 0;
  }

  /** Ends every call that waits here; those on a connection end with their node's link. */
  void close() {
    closed.countDown();
    bound.open();
  }
}
