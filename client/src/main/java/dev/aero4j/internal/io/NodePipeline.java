package dev.aero4j.internal.io;

import dev.aero4j.internal.command.RecordCommand;
import java.util.List;
import java.util.concurrent.Executor;
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
  /** With more commands in flight than this, no virtual thread reads for others. */
  private static final int CROWD = 2_048;

  private final PipelineSettings settings;
  private final SlotDriver driver;
  private final @Nullable NodePipeline largeRecords;
  private final Executor workers;
  private final SlotSet busy = new SlotSet();
  private final AtomicReferenceArray<@Nullable Slot> slots =
      new AtomicReferenceArray<>(SlotSet.MAX);
  private final Inbox inbox = new Inbox();
  private final ReentrantLock lock = new ReentrantLock();

  private final Suspects suspects;

  /** Guarded by {@link #lock}. */
  private final Backlog backlog;

  private final Pacer pacer;

  /** Busy slots that are held up by a slow record. */
  private final AtomicInteger heldUp = new AtomicInteger();

  /** Commands that came in here and are not done, those moved to the large records included. */
  private final AtomicInteger inFlight = new AtomicInteger();

  /** Connections last used before this may be dead like one that was seen to break. */
  private volatile long suspectBefore;

  private volatile boolean closed;

  NodePipeline(PipelineSettings settings, Executor workers, @Nullable NodePipeline largeRecords) {
    long now = System.nanoTime();
    this.settings = settings;
    this.workers = workers;
    this.largeRecords = largeRecords;
    this.suspects = new Suspects(now);
    this.backlog = new Backlog(suspects, settings.maxGroup() > 1);
    this.pacer = new Pacer(settings.normalSlots(), settings.maxSlots(), settings.maxGroup());
    this.suspectBefore = now;
    this.driver = new SlotDriver(this);
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
    } else if (isUsable(slot)) {
      slot.exchange.add(attempt);
      setApart(slot.exchange, attempt);
      driver.drive(slot, own, false);
    } else {
      inbox.push(attempt);
      workers.execute(slot.task);
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
      workers.execute(slot.task);
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
    return pacer.slotLimit(inFlight.get(), backlog.othersWait(), heldUp.get());
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
    Connection connection = slot.connection;
    return connection != null
        && System.nanoTime() - connection.lastUsedNanos < settings.idleNanos()
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
    return inbox.isEmpty() && backlog.size() == 0 ? null : acquire();
  }

  void delegate(Slot slot) {
    workers.execute(slot.task);
  }

  // ------------------------------------------------------------------ what waits

  /** Fills an exchange with what waits, if anything does. */
  void fill(Exchange exchange) {
    long now = System.nanoTime();
    lock.lock();
    try {
      backlog.absorb(inbox.takeAll(), now);
      backlog.take(exchange, pacer.groupLimit(now), mayServeConvicts());
    } finally {
      lock.unlock();
    }
    if (exchange.count == 1 && setApart(exchange, exchange.members[0])) {
      serveMore();
    }
  }

  void putBack(Attempt attempt) {
    lock.lock();
    try {
      backlog.putBack(attempt, System.nanoTime());
    } finally {
      lock.unlock();
    }
  }

  /** Keeps slots for those who are not known to be slow. */
  private boolean mayServeConvicts() {
    return heldUp.get() < Math.max(1, settings.maxSlots() - settings.normalSlots());
  }

  /** A slot that carries a convict does not count, so another one serves the rest. */
  private boolean setApart(Exchange exchange, Attempt attempt) {
    return suspects.isConvicted(attempt.command(), attempt.startNanos()) && holdUp(exchange);
  }

  private boolean holdUp(Exchange exchange) {
    boolean changed = exchange.heldUp.compareAndSet(false, true);
    if (changed) {
      heldUp.getAndIncrement();
    }
    return changed;
  }

  /** Looks for a slot for what waits, after the limit has gone up. */
  private void serveMore() {
    if (backlog.size() > 0 || !inbox.isEmpty()) {
      Slot slot = acquire();
      if (slot != null) {
        workers.execute(slot.task);
      }
    }
  }

  // ------------------------------------------------------------------ slow records

  boolean isCrowded() {
    return inFlight.get() > CROWD;
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
    if (exchange.heldUp.getAndSet(false)) {
      heldUp.getAndDecrement();
    }
    exchange.clear();
  }

  /**
   * For the ticker: an exchange that is held up makes suspects already, and its slot makes room for
   * another. By now it may be over and its successor be hit, which is harmless.
   *
   * @return whether it takes too long, held up or not
   */
  boolean watch(Exchange exchange, long now) {
    long sent = exchange.sentNanos;
    if (sent == 0 || !pacer.isTooLong(now - sent)) {
      return false;
    }
    if (pacer.isHeldUp(exchange.quickAtStart) && holdUp(exchange)) {
      blame(exchange, now);
    }
    return true;
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
        suspects.convict(member.command(), now);
      } else {
        suspects.suspect(member.command(), now);
      }
    }
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
    pacer.late(late);
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

  /** Closes connections that have idled too long or that the node has closed. */
  void maintain() {
    for (int i = 0; i < SlotSet.MAX; i++) {
      Slot slot = slots.get(i);
      if (slot == null || slot.connection == null || !busy.tryAcquireExactly(i)) {
        continue;
      }
      driver.probe(slot);
      Slot next = release(slot);
      if (next != null) {
        workers.execute(next.task);
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
