package dev.aero4j.internal.io;

import dev.aero4j.internal.io.AttemptFailure.Kind;
import dev.aero4j.internal.log.Logging;
import dev.aero4j.wire.ProtocolException;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Drives a slot from one exchange to the next: fill, encode, write, read. Stateless; all state is
 * in the slot, and belongs to the thread that calls.
 */
final class SlotDriver implements Exchange.Rejects {
  private static final Logger LOG = Logging.logger(SlotDriver.class);

  /** What a caller may write for others: an idle socket takes it without blocking. */
  private static final int INLINE_WRITE_BYTES = 16 * 1024;

  /** How long a caller with its own answer in hand goes on reading for others. */
  private static final int PATIENCE_MILLIS = 1;

  private final NodePipeline pipeline;
  private final PipelineSettings settings;
  private final Connector connector;

  SlotDriver(NodePipeline pipeline, Connector connector) {
    this.connector = connector;
    this.pipeline = pipeline;
    this.settings = pipeline.settings();
  }

  static AttemptFailure timeoutFailure(PipelineSettings settings, String where) {
    return new AttemptFailure(Kind.TIMEOUT, where + " at " + describe(settings), null);
  }

  static AttemptFailure closedFailure(PipelineSettings settings) {
    return new AttemptFailure(
        Kind.CLOSED, "the connections to " + describe(settings) + " were closed", null);
  }

  private static String describe(PipelineSettings settings) {
    return "node " + settings.node() + " (" + settings.address() + ")";
  }

  /**
   * Goes on with a slot that the calling thread holds until it is handed on or released.
   *
   * @param own the attempt that the calling thread waits for, or null
   * @param worker whether the calling thread may connect, read and block for others
   */
  void drive(Slot held, @Nullable Attempt own, boolean worker) {
    Slot slot = held;
    while (slot != null) {
      try {
        slot = step(slot, own, worker);
      } catch (RuntimeException | Error e) {
        // A bug must neither hang the callers in the exchange nor lose the slot.
        LOG.error("{}: internal error", settings.node(), e);
        abort(slot, e);
        slot = pipeline.release(slot);
      }
    }
  }

  /** Takes the next step; returns the slot to go on with, or null when there is none. */
  private @Nullable Slot step(Slot slot, @Nullable Attempt own, boolean worker) {
    switch (slot.exchange.phase) {
      case EMPTY -> {
        if (!pipeline.isUsable(slot)) {
          if (!worker) {
            pipeline.delegate(slot);
            return null;
          }
          if (!connect(slot)) {
            return pipeline.release(slot);
          }
        }
        pipeline.fill(slot.exchange);
        return slot.exchange.phase == Exchange.Phase.EMPTY ? pipeline.release(slot) : slot;
      }
      case FILLED -> encode(slot, own);
      case ENCODED -> {
        if (!worker && !isReader(own, slot) && mayBlock(slot)) {
          pipeline.delegate(slot);
          return null;
        }
        write(slot, own);
      }
      case WRITTEN -> {
        if (!worker && !isReader(own, slot)) {
          pass(slot);
          return null;
        }
        return read(slot, own) ? slot : null;
      }
    }
    return slot;
  }

  /**
   * Returns whether the calling thread is the reader of this slot. Its attempt may have been taken
   * into another exchange meanwhile, and been given the role for that slot: then this one is to be
   * passed on first.
   */
  private static boolean isReader(@Nullable Attempt own, Slot slot) {
    return own != null && own.state() == Attempt.READING && own.role == slot;
  }

  private static boolean mayBlock(Slot slot) {
    Connection connection = slot.connection;
    return connection != null && connection.writer.position() > INLINE_WRITE_BYTES;
  }

  // ------------------------------------------------------------------ out

  private boolean connect(Slot slot) {
    slot.discardConnection();
    if (pipeline.isClosed()) {
      pipeline.failWaiting(closedFailure(settings));
      return false;
    }
    Socket socket = null;
    try {
      socket = connector.connect();
      slot.connection =
          new Connection(
              socket, Connection.NORMAL_CAPACITY, settings.maxResponseSize(), System.nanoTime());
      if (!pipeline.isClosed()) {
        return true;
      }
      slot.discardConnection();
      pipeline.failWaiting(closedFailure(settings));
    } catch (IOException e) {
      pipeline.failWaiting(
          new AttemptFailure(
              Kind.CONNECTION,
              "cannot connect to " + describe(settings) + ": " + e.getMessage(),
              e));
    }
    return false;
  }

  private void encode(Slot slot, @Nullable Attempt own) {
    Exchange exchange = slot.exchange;
    Connection connection = connectionOf(slot);
    Attempt reader = null;
    if (own != null && exchange.has(own) && mayRead(own, exchange)) {
      // A member of this exchange, so that no other thread can give it a role now.
      own.role = slot;
      reader = own;
    }
    Exchange.Rejects rejects = pipeline.hasLargeLane() ? this : null;
    if (!exchange.encode(connection.writer, reader, rejects)) {
      pipeline.watch.ended(exchange);
    }
  }

  @Override
  public void large(Attempt attempt) {
    pipeline.redirect(attempt);
  }

  @Override
  public void noRoom(Attempt attempt) {
    pipeline.putBack(attempt);
  }

  /** See the class comment of {@link NodePipeline} for what a virtual thread may read. */
  private boolean mayRead(Attempt attempt, Exchange exchange) {
    Thread waiter = attempt.waiter();
    return waiter != null
        && (!waiter.isVirtual()
            || exchange.count == 1
            || (!exchange.hasWrites() && !pipeline.isCrowded()));
  }

  private void write(Slot slot, @Nullable Attempt own) {
    Exchange exchange = slot.exchange;
    Connection connection = connectionOf(slot);
    pipeline.watch.begins(exchange);
    slot.takeOff();
    try {
      connection.flush();
      exchange.phase = Exchange.Phase.WRITTEN;
    } catch (IOException e) {
      broken(slot, isReader(own, slot) ? own : null, "a write failed", e);
    }
  }

  /** Hands the slot to the oldest blocking caller in the exchange, or else to a worker. */
  private void pass(Slot slot) {
    Exchange exchange = slot.exchange;
    for (int i = 0; i < exchange.count; i++) {
      Attempt member = exchange.members[i];
      Thread waiter = member.waiter();
      if (waiter != null && !member.isDone() && mayRead(member, exchange)) {
        member.role = slot;
        if (member.advance(Attempt.SENT, Attempt.READING)) {
          LockSupport.unpark(waiter);
          return;
        }
      }
    }
    pipeline.delegate(slot);
  }

  // ------------------------------------------------------------------ in

  /**
   * Reads the answers.
   *
   * @return false when the slot was handed on
   */
  private boolean read(Slot slot, @Nullable Attempt own) {
    Exchange exchange = slot.exchange;
    Connection connection = connectionOf(slot);
    for (; ; ) {
      try {
        while (connection.decoder.next()) {
          if (exchange.accept(connection.decoder, settings.maxResponseSize())) {
            complete(slot, connection);
            return true;
          }
        }
        if (!connection.read(exchange.isUntimed() ? 0 : readTimeoutMillis(exchange, own))) {
          throw new EOFException("the node closed the connection");
        }
      } catch (SocketTimeoutException e) {
        if (own != null) {
          if (leaves(own, exchange)) {
            return passAfterTimeout(slot);
          }
        } else if (System.nanoTime() - exchange.drainUntilNanos() >= 0) {
          broken(slot, null, "no answer came", e);
          return true;
        }
      } catch (IOException | ProtocolException e) {
        broken(slot, own, "the answer could not be read", e);
        return true;
      }
    }
  }

  /** After silence: returns whether the reader has its outcome, and so leaves. */
  private boolean leaves(Attempt own, Exchange exchange) {
    long now = System.nanoTime();
    if (now - own.deadlineNanos() >= 0) {
      own.fail(timeoutFailure(settings, "no answer came"));
    } else if (isHeldUp(own, exchange, now)) {
      own.fail(Exchange.HELD_UP);
    }
    return own.isDone();
  }

  private static boolean isHeldUp(Attempt own, Exchange exchange, long now) {
    return exchange.count > 1
        && !own.command().isWrite()
        && now - exchange.sentNanos > Watch.LONGEST_GROUP_READ_NANOS;
  }

  /** The reader leaves; returns true when the exchange left with it. */
  private boolean passAfterTimeout(Slot slot) {
    Exchange exchange = slot.exchange;
    if (exchange.hasLiveMembers() || System.nanoTime() - exchange.drainUntilNanos() < 0) {
      pass(slot);
      return false;
    }
    slot.land();
    slot.discardConnection();
    pipeline.watch.timedOut(exchange, System.nanoTime());
    return true;
  }

  /** How long to wait for bytes: a reader as long as it may, a worker as long as anyone may. */
  private static int readTimeoutMillis(Exchange exchange, @Nullable Attempt own) {
    if (own != null && own.isDone()) {
      return PATIENCE_MILLIS;
    }
    long until = own != null ? own.deadlineNanos() : exchange.drainUntilNanos();
    if (own != null && exchange.count > 1 && !own.command().isWrite()) {
      long released = exchange.sentNanos + Watch.LONGEST_GROUP_READ_NANOS + 1_000_000;
      until = until - released < 0 ? until : released;
    }
    long millis = (until - System.nanoTime() + 999_999) / 1_000_000;
    return Math.clamp(millis, 1, Integer.MAX_VALUE);
  }

  private void complete(Slot slot, Connection connection) {
    long now = System.nanoTime();
    pipeline.watch.answered(slot.exchange, now);
    connection.endExchange(now);
    if (!slot.land() || connection.decoder.pending() > 0) {
      slot.discardConnection();
    }
  }

  private void broken(Slot slot, @Nullable Attempt own, String what, Exception cause) {
    Exchange exchange = slot.exchange;
    long now = System.nanoTime();
    boolean cutOff = !slot.land();
    slot.discardConnection();
    if (cutOff || cause instanceof SocketTimeoutException) {
      exchange.failAll(timeoutFailure(settings, "no answer came"));
      pipeline.watch.timedOut(exchange, now);
      return;
    }
    if (own != null && Thread.currentThread().isInterrupted()) {
      own.fail(new AttemptFailure(Kind.INTERRUPTED, "the calling thread was interrupted", cause));
      exchange.failAll(connectionFailure("its reader was interrupted", cause));
    } else if (pipeline.isClosed()) {
      exchange.failAll(closedFailure(settings));
    } else {
      LOG.debug("{}: {}", settings.node(), what, cause);
      pipeline.suspect(now);
      exchange.failAll(connectionFailure(what + ": " + cause.getMessage(), cause));
    }
    pipeline.watch.ended(exchange);
  }

  private AttemptFailure connectionFailure(String what, Throwable cause) {
    return new AttemptFailure(
        Kind.CONNECTION, "the connection to " + describe(settings) + " broke: " + what, cause);
  }

  /** Ends the exchange of a slot after a failure that nobody foresaw. */
  void abort(Slot slot, Throwable why) {
    slot.land();
    slot.discardConnection();
    slot.exchange.failAll(connectionFailure("internal error: " + why, why));
    pipeline.watch.ended(slot.exchange);
  }

  private static Connection connectionOf(Slot slot) {
    Connection connection = slot.connection;
    if (connection == null) {
      throw new IllegalStateException("slot " + slot.index + " has no connection");
    }
    return connection;
  }

  // ------------------------------------------------------------------ time

  /**
   * Ends what is overdue on a slot that another thread holds.
   *
   * @return whether its exchange takes too long
   */
  boolean tick(Slot slot, long now) {
    Exchange exchange = slot.exchange;
    Attempt[] members = exchange.members;
    for (Attempt member : members) {
      if (member == null) {
        break;
      }
      if (now - member.deadlineNanos() >= 0) {
        member.abandon(timeoutFailure(settings, "no answer came"));
      }
    }
    boolean late = pipeline.watch.look(exchange, now);
    slot.cutOff(now);
    return late;
  }
}
