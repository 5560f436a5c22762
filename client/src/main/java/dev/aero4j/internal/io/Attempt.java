package dev.aero4j.internal.io;

import dev.aero4j.internal.command.RecordCommand;
import dev.aero4j.internal.command.RecordReply;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One try of one command on one node. A retry is a new attempt, so that a late answer to an old one
 * can never be taken for an answer to the new.
 *
 * <p><b>States.</b>
 *
 * <pre>
 *             claimed by the owner of a slot,          the answer, a failure,
 *             right before it is encoded               or the deadline
 *   QUEUED ────────────────────────────────► SENT ───────────────────────────► DONE
 *     │                                       │ ▲                                ▲
 *     │                          gets the     │ │                                │
 *     │                          reader role  ▼ │                                │
 *     │                                      READING ────────────────────────────┤
 *     └──────────────────────────────────────────────────────────────────────────┘
 *                      deadline or closing, provably never sent
 * </pre>
 *
 * Whoever finishes an attempt first moves it to CLAIMED, writes the outcome, and publishes it with
 * DONE; so a reply and a deadline that race have one winner, and the outcome is written once. An
 * attempt in READING is finished only by the thread that reads, which is the attempt's own waiter:
 * the role cannot get lost between a hand-over and a deadline.
 */
public final class Attempt {
  /** What a command may travel with. */
  public enum Company {
    /** Others, in one batch message. */
    GROUP,
    /** Others, as messages one after another. */
    SINGLES,
    /** Nothing: the last attempt was held up, or refused, with others. */
    NONE
  }

  static final int QUEUED = 0;
  static final int SENT = 1;
  static final int READING = 2;
  private static final int CLAIMED = 3;
  static final int DONE = 4;

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Attempt.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final RecordCommand<?> command;
  private final @Nullable Thread waiter;
  private final @Nullable AttemptListener listener;
  private final Company company;
  private final long startNanos;
  private final long deadlineNanos;

  /** Changed only through {@link #STATE}. */
  private volatile int state;

  /** The next older attempt in an {@link Inbox}: its pusher writes it, then its taker. */
  @Nullable Attempt next;

  /**
   * The slot to read from, for a waiter that is given the role by another thread: written by that
   * thread, which holds the slot that the attempt travels on, before the move to READING; read by
   * the waiter after it.
   */
  @Nullable Slot role;

  /** The outcome: written in CLAIMED by the finisher, read after DONE. */
  private @Nullable RecordReply reply;

  private @Nullable AttemptFailure failure;
  private boolean sent;

  /**
   * @param waiter the blocking caller, or null when {@code listener} is to be told
   * @param company what the command may travel with
   * @param startNanos now, on the scale of {@link System#nanoTime}
   * @param deadlineNanos when to give up, on the same scale
   */
  public Attempt(
      RecordCommand<?> command,
      @Nullable Thread waiter,
      @Nullable AttemptListener listener,
      Company company,
      long startNanos,
      long deadlineNanos) {
    this.command = command;
    this.waiter = waiter;
    this.listener = listener;
    this.company = company;
    this.startNanos = startNanos;
    this.deadlineNanos = deadlineNanos;
  }

  public RecordCommand<?> command() {
    return command;
  }

  @Nullable Thread waiter() {
    return waiter;
  }

  Company company() {
    return company;
  }

  /** When the attempt began; the older goes first. */
  long startNanos() {
    return startNanos;
  }

  long deadlineNanos() {
    return deadlineNanos;
  }

  int state() {
    return state;
  }

  boolean isDone() {
    return state == DONE;
  }

  /** Moves from one unfinished state to another; the caller must act on false. */
  boolean advance(int from, int to) {
    return STATE.compareAndSet(this, from, to);
  }

  /** Finishes with the server's answer, unless it is finished already. */
  boolean answer(RecordReply answer) {
    return finish(answer, null, false);
  }

  /** Finishes without an answer, unless it is finished already. */
  boolean fail(AttemptFailure why) {
    return finish(null, why, false);
  }

  /** Finishes without an answer, unless it is finished or its own waiter reads. */
  boolean abandon(AttemptFailure why) {
    return finish(null, why, true);
  }

  private boolean finish(
      @Nullable RecordReply answer, @Nullable AttemptFailure why, boolean sparesReader) {
    int from;
    do {
      from = state;
      if (from >= CLAIMED || (sparesReader && from == READING)) {
        return false;
      }
    } while (!STATE.compareAndSet(this, from, CLAIMED));
    reply = answer;
    failure = why;
    sent = from != QUEUED;
    state = DONE;
    if (waiter != null) {
      if (waiter != Thread.currentThread()) {
        LockSupport.unpark(waiter);
      }
    } else if (listener != null) {
      listener.finished(this);
    }
    return true;
  }

  /** Returns the answer, or null when there is a {@link #failure}; valid once done. */
  public @Nullable RecordReply reply() {
    return reply;
  }

  /** Returns why there is no answer, or null when there is a {@link #reply}; valid once done. */
  public @Nullable AttemptFailure failure() {
    return failure;
  }

  /** Returns whether bytes of the command may have reached a socket; valid once done. */
  public boolean sent() {
    return sent;
  }
}
