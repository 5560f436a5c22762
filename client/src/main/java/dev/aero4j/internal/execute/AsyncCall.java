package dev.aero4j.internal.execute;

import dev.aero4j.AerospikeException;
import dev.aero4j.internal.cluster.Node;
import dev.aero4j.internal.io.Attempt;
import dev.aero4j.internal.io.AttemptListener;
import dev.aero4j.internal.io.Bound;
import dev.aero4j.internal.io.NodeLink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A call whose caller has a future, which is this very object. Each step is started by whatever
 * ended the step before: a permit, a pause, the end of an attempt. Steps after an attempt run on
 * the completion queue, never on a thread that does I/O; so a chain of failures cannot recurse
 * either.
 */
final class AsyncCall<T> extends CompletableFuture<T>
    implements AttemptListener, Bound.Waiter, Runnable {
  private final CommandExecutor executor;
  private final Trial<T> trial;

  // Owned by the step under way; steps follow each other, ordered by the queues between them.
  private boolean holdsPermit;
  private @Nullable NodeLink link;
  private @Nullable Node target;
  private @Nullable Attempt ended;

  /** Whether a wait for a permit is over: admitted or given up, whichever comes first. */
  private volatile @Nullable AtomicBoolean waitOver;

  AsyncCall(CommandExecutor executor, Trial<T> trial) {
    this.executor = executor;
    this.trial = trial;
  }

  CompletableFuture<T> start() {
    if (executor.isClosed()) {
      trial.fail(Failures.closed(trial.command));
      finish();
    } else if (executor.bound().tryEnter()) {
      holdsPermit = true;
      route();
    } else {
      queueAt(executor.bound());
    }
    return this;
  }

  /** What callers derive from the future are plain futures. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }

  private void queueAt(Bound bound) {
    waitOver = new AtomicBoolean();
    if (!bound.enqueue(this)) {
      waitOver = null;
      trial.fail(Failures.crowded(trial.command, bound));
      executor.completeLater(this::finish);
    }
  }

  @Override
  public void admitted() {
    AtomicBoolean over = waitOver;
    Bound bound = target == null ? executor.bound() : linkOf().bound();
    if (over == null || !over.compareAndSet(false, true)) {
      bound.exit();
    } else if (target == null) {
      holdsPermit = true;
      executor.completeLater(this::route);
    } else {
      executor.completeLater(this::send);
    }
  }

  @Override
  public boolean gaveUp() {
    AtomicBoolean over = waitOver;
    return over != null && over.get();
  }

  @Override
  public void tick(long now) {
    AtomicBoolean over = waitOver;
    if (over != null && now - trial.deadlineNanos() >= 0 && over.compareAndSet(false, true)) {
      link = null;
      trial.fail(
          Failures.crowded(trial.command, target == null ? executor.bound() : boundOf(target)));
      executor.completeLater(this::finish);
    }
  }

  private static Bound boundOf(Node node) {
    return node.channel(NodeLink.class).bound();
  }

  private void route() {
    if (executor.isClosed()) {
      trial.fail(Failures.closed(trial.command));
      finish();
      return;
    }
    try {
      target = executor.route(trial);
    } catch (AerospikeException e) {
      trial.fail(e);
      finish();
      return;
    }
    if (target == null) {
      goOn(trial.noNode());
      return;
    }
    link = target.channel(NodeLink.class);
    if (link.bound().tryEnter()) {
      send();
    } else {
      queueAt(link.bound());
    }
  }

  private NodeLink linkOf() {
    NodeLink current = link;
    if (current == null) {
      throw new IllegalStateException("a call has no node");
    }
    return current;
  }

  private void send() {
    Node node = target;
    if (node == null) {
      throw new IllegalStateException("a call has no node");
    }
    linkOf().submit(trial.begin(node, null, this));
  }

  @Override
  public void finished(Attempt attempt) {
    ended = attempt;
    executor.completeLater(this);
  }

  /** After an attempt, on the completion queue. */
  @Override
  public void run() {
    Attempt attempt = ended;
    NodeLink used = linkOf();
    ended = null;
    link = null;
    target = null;
    used.ended();
    used.bound().exit();
    if (attempt != null) {
      goOn(executor.judge(trial, attempt));
    }
  }

  private void goOn(long wait) {
    if (wait == Trial.OVER) {
      finish();
    } else if (wait == 0) {
      route();
    } else {
      executor.later(wait, () -> executor.completeLater(this::route));
    }
  }

  private void finish() {
    if (holdsPermit) {
      holdsPermit = false;
      executor.bound().exit();
    }
    T result;
    try {
      result = trial.result();
    } catch (Throwable e) {
      completeExceptionally(e);
      return;
    }
    complete(result);
  }
}
