package dev.aero4j.internal.io;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The way of point commands to one node.
 *
 * <p><b>Design.</b> A node has a few slots, each with a connection that carries one {@link
 * Exchange} at a time. Three rules (the measurements behind them are in the architecture document):
 *
 * <ol>
 *   <li><b>Spread first.</b> A command that finds a free slot takes it. A lone blocking caller
 *       encodes, writes, reads and decodes on its own thread: no hand-off, no wake-up.
 *   <li><b>Group what waits.</b> A command that finds none goes to the inbox. Whoever finishes with
 *       a slot takes what waits and sends it as one exchange, then hands slot and exchange to its
 *       oldest blocking caller, which reads the answers for all; if only async commands are in it,
 *       to a worker. Nothing is delayed in order to be grouped.
 *   <li><b>Streams apart.</b> A command too large to be in front of others goes to a pipeline of
 *       its own.
 * </ol>
 *
 * <p><b>No lost wake-up.</b> Who enqueues pushes first and then looks for a free slot; who releases
 * a slot frees it first and then looks into the inbox. Both pairs of steps are sequentially
 * consistent, so at least one of the two sees the other, and a command waits only while some slot
 * is busy. The one further way to wait, a connection that must be made, is a worker's task that
 * holds its slot.
 *
 * <p><b>Who may do what.</b> A slot's fields belong to whoever holds its bit in {@link SlotSet}.
 * The backlog is guarded by {@link #lock}, which is never held during I/O. Threads that may block
 * for others are workers; a caller never connects, and never writes more than a socket buffer
 * holds, for others. A virtual thread reads for others only if they read too, because if it is
 * interrupted, the JDK closes its socket, which a read survives by being sent again and a write
 * does not; and only while callers are not so many that it would wait long for its turn to run.
 */
final class NodePipeline {
  private final PipelineSettings settings;
  private final SlotDriver driver;
  private final @Nullable NodePipeline largeRecords;
  private final Executor workers;
  private final SlotSet busy = new SlotSet();
  private final AtomicReferenceArray<@Nullable Slot> slots =
      new AtomicReferenceArray<>(SlotSet.MAX);
  private final Inbox inbox = new Inbox();
  private final ReentrantLock lock = new ReentrantLock();

  /** Guarded by {@link #lock}. */
  private final Backlog backlog;

  final Watch watch;

  /** Commands that came in here and are not done, those moved to the large records included. */
  private final AtomicInteger inFlight = new AtomicInteger();

  /** Connections last used before this may be dead like one that was seen to break. */
  private volatile long suspectBefore;

  private volatile boolean closed;

  NodePipeline(
      PipelineSettings settings,
      Connector connector,
      Executor workers,
      @Nullable NodePipeline largeRecords) {
    long now = System.nanoTime();
    this.settings = settings;
    this.workers = workers;
    this.largeRecords = largeRecords;
    this.watch = new Watch(settings, now);
    this.backlog = new Backlog(watch.suspects(), settings.maxGroup() > 1);
    this.suspectBefore = now;
    this.driver = new SlotDriver(this, connector);
  }

  PipelineSettings settings() {
    return settings;
  }

  boolean isClosed() {
    return closed;
  }

  // ------------------------------------------------------------------ commands come in

  /** Runs an attempt for the calling thread, which is its waiter, and returns when it is done. */
  void run(Attempt attempt) {
    inFlight.getAndIncrement();
    start(attempt, attempt);
    await(attempt);
    inFlight.getAndDecrement();
  }

  /** Starts an attempt whose listener will be told; does not block. */
  void submit(Attempt attempt) {
    inFlight.getAndIncrement();
    start(attempt, null);
  }

  /** Must be called once for each attempt that was submitted, when its listener was told. */
  void ended() {
    inFlight.getAndDecrement();
  }

  private void start(Attempt attempt, @Nullable Attempt own) {
    Slot slot = acquire();
    if (slot == null) {
      enqueue(attempt, own);
    } else if (isUsable(slot, attempt.startNanos())) {
      slot.exchange.add(attempt);
      watch.setApart(slot.exchange, attempt);
      driver.drive(slot, own, false);
    } else {
      inbox.push(attempt);
      delegate(slot);
    }
  }

  /** Adds an attempt to those that wait, and serves them if a slot has become free. */
  private void enqueue(Attempt attempt, @Nullable Attempt own) {
    inbox.push(attempt);
    if (closed) {
      failWaiting(SlotDriver.closedFailure(settings));
      return;
    }
    Slot slot = acquire();
    if (slot == null) {
      return;
    }
    if (isUsable(slot)) {
      driver.drive(slot, own, false);
    } else {
      delegate(slot);
    }
  }

  /** Waits for the end of an attempt, and reads for its group when it is given the role. */
  private static void await(Attempt attempt) {
    while (!attempt.isDone()) {
      if (attempt.state() == Attempt.READING) {
        Slot slot = attempt.role;
        if (slot == null) {
          throw new IllegalStateException("a reader has no slot");
        }
        slot.pipeline.driver.drive(slot, attempt, false);
      } else if (Thread.currentThread().isInterrupted()) {
        attempt.abandon(
            new AttemptFailure(
                AttemptFailure.Kind.INTERRUPTED, "the calling thread was interrupted", null));
      } else {
        LockSupport.park(attempt);
      }
    }
  }

  /** A worker's task: makes the connection if there is none, and serves what waits. */
  void work(Slot slot) {
    driver.drive(slot, null, true);
  }

  // ------------------------------------------------------------------ slots

  private int slotLimit() {
    return watch.slotLimit(inFlight.get(), backlog.othersWait());
  }

  private @Nullable Slot acquire() {
    int index = busy.tryAcquire(slotLimit());
    return index < 0 ? null : slot(index);
  }

  private Slot slot(int index) {
    Slot slot = slots.get(index);
    if (slot == null) {
      slot = new Slot(index, settings.maxGroup(), this);
      slots.set(index, slot);
    }
    return slot;
  }

  boolean isUsable(Slot slot) {
    return isUsable(slot, System.nanoTime());
  }

  private boolean isUsable(Slot slot, long now) {
    Connection connection = slot.connection;
    return connection != null
        && now - connection.lastUsedNanos < settings.idleNanos()
        && connection.lastUsedNanos - suspectBefore >= 0
        && !closed;
  }

  /** Says that a connection broke: others that have idled since may be just as dead. */
  void suspect(long now) {
    suspectBefore = now;
  }

  /**
   * Gives a slot back.
   *
   * @return a slot to go on with, because commands wait that nobody else may see, or null
   */
  @Nullable Slot release(Slot slot) {
    busy.release(slot.index);
    return nothingWaits() ? null : acquire();
  }

  /** Hands a slot to a worker. */
  void delegate(Slot slot) {
    try {
      workers.execute(slot.task);
    } catch (RejectedExecutionException e) {
      // The client was closed meanwhile, and there are no workers any more.
      AttemptFailure closing = SlotDriver.closedFailure(settings);
      slot.discardConnection();
      slot.exchange.failAll(closing);
      watch.ended(slot.exchange);
      busy.release(slot.index);
      failWaiting(closing);
    }
  }

  // ------------------------------------------------------------------ what waits

  /** Fills an exchange with what waits, if anything does. */
  void fill(Exchange exchange) {
    if (nothingWaits()) {
      return;
    }
    long now = System.nanoTime();
    lock.lock();
    try {
      backlog.absorb(inbox.takeAll(), now);
      backlog.take(exchange, watch.groupLimit(now), watch.mayServeConvicts(inFlight.get()));
    } finally {
      lock.unlock();
    }
    if (exchange.count == 1 && watch.setApart(exchange, exchange.members[0])) {
      serveMore();
    }
  }

  private boolean nothingWaits() {
    return inbox.isEmpty() && backlog.size() == 0;
  }

  void putBack(Attempt attempt) {
    lock.lock();
    try {
      backlog.putBack(attempt, System.nanoTime());
    } finally {
      lock.unlock();
    }
  }

  /** Looks for a slot for what waits, after the limit has gone up. */
  private void serveMore() {
    if (!nothingWaits()) {
      Slot slot = acquire();
      if (slot != null) {
        delegate(slot);
      }
    }
  }

  boolean isCrowded() {
    return Watch.isCrowd(inFlight.get());
  }

  /** Returns whether a command of this size must leave this pipeline. */
  boolean hasLargeLane() {
    return largeRecords != null;
  }

  /** Moves an attempt that is too large to the pipeline for large records. */
  void redirect(Attempt attempt) {
    if (largeRecords != null) {
      largeRecords.enqueue(attempt, null);
    }
  }

  void failWaiting(AttemptFailure why) {
    List<Attempt> waiting;
    lock.lock();
    try {
      backlog.absorb(inbox.takeAll(), System.nanoTime());
      waiting = backlog.takeAll();
    } finally {
      lock.unlock();
    }
    for (Attempt attempt : waiting) {
      attempt.fail(why);
    }
  }

  // ------------------------------------------------------------------ time and end

  /** Called by the ticker every few milliseconds: ends what is overdue. */
  void tick(long now) {
    int late = 0;
    for (int i = 0; i < SlotSet.MAX; i++) {
      Slot slot = slots.get(i);
      if (slot != null && busy.isBusy(i) && driver.tick(slot, now)) {
        late++;
      }
    }
    watch.late(late);
    List<Attempt> overdue;
    lock.lock();
    try {
      backlog.absorb(inbox.takeAll(), now);
      overdue = backlog.takeOverdue(now);
    } finally {
      lock.unlock();
    }
    for (Attempt attempt : overdue) {
      attempt.fail(SlotDriver.timeoutFailure(settings, "it waited for a free connection"));
    }
    serveMore();
  }

  /** Closes connections that will not be used again, because they have idled or are suspect. */
  void maintain() {
    for (int i = 0; i < SlotSet.MAX; i++) {
      Slot slot = slots.get(i);
      if (slot == null || slot.connection == null || !busy.tryAcquireExactly(i)) {
        continue;
      }
      if (!isUsable(slot)) {
        slot.discardConnection();
      }
      Slot next = release(slot);
      if (next != null) {
        delegate(next);
      }
    }
  }

  int openConnections() {
    int open = 0;
    for (int i = 0; i < SlotSet.MAX; i++) {
      Slot slot = slots.get(i);
      if (slot != null && slot.connection != null) {
        open++;
      }
    }
    return open;
  }

  int inFlight() {
    return inFlight.get();
  }

  /** Ends everything: what waits fails as never sent, what is under way as broken. */
  void close() {
    closed = true;
    failWaiting(SlotDriver.closedFailure(settings));
    for (int i = 0; i < SlotSet.MAX; i++) {
      Slot slot = slots.get(i);
      Connection connection = slot == null ? null : slot.connection;
      if (connection != null) {
        connection.close();
      }
    }
  }
}
