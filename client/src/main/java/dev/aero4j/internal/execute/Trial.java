package dev.aero4j.internal.execute;

import dev.aero4j.AerospikeException;
import dev.aero4j.internal.cluster.Node;
import dev.aero4j.internal.command.RecordCommand;
import dev.aero4j.internal.command.RecordReply;
import dev.aero4j.internal.io.Attempt;
import dev.aero4j.internal.io.AttemptFailure;
import dev.aero4j.internal.io.AttemptListener;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.CommandPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One call of a user from beginning to end: its deadline, what has been tried, and what is to be
 * done next. Both faces run on it; they differ only in how they wait.
 *
 * <p>Confined to the thread that drives the call at the moment; hand-overs between threads are
 * ordered by the attempt's state and the completion queue.
 *
 * @param <T> the result
 */
final class Trial<T> {
  /** Returned by {@link #judge}: there is a result, or an exception. */
  static final long OVER = -1;

  final RecordCommand<T> command;
  private final long startNanos;
  private final long deadlineNanos;

  /** Attempts whose bytes may have left, and so count against the retries. */
  private int counted;

  /** Attempts that provably never left; they only cost time. */
  private int unsent;

  private boolean inDoubt;
  private boolean alone;
  private @Nullable Node node;
  private @Nullable RecordReply reply;
  private @Nullable AerospikeException error;

  Trial(RecordCommand<T> command, long now) {
    this.command = command;
    this.startNanos = now;
    this.deadlineNanos = Retries.deadlineNanos(command.policy(), now);
  }

  long startNanos() {
    return startNanos;
  }

  long deadlineNanos() {
    return deadlineNanos;
  }

  /** Returns how far along the replicas the next attempt goes. */
  int position() {
    return counted + unsent;
  }

  @Nullable Node previousNode() {
    return node;
  }

  /** Begins the next attempt on a node. */
  Attempt begin(Node on, @Nullable Thread waiter, @Nullable AttemptListener listener) {
    node = on;
    long now = counted + unsent == 0 ? startNanos : System.nanoTime();
    long deadline = Retries.attemptDeadlineNanos(command.policy(), now, deadlineNanos);
    return new Attempt(command, waiter, listener, company(), now, deadline);
  }

  private Attempt.Company company() {
    if (alone) {
      return Attempt.Company.NONE;
    }
    return command.groupable() ? Attempt.Company.GROUP : Attempt.Company.SINGLES;
  }

  /**
   * Takes the outcome of an attempt.
   *
   * @return how long to wait before the next attempt, in nanoseconds, or {@link #OVER}
   */
  long judge(Attempt attempt, boolean clientClosed) {
    RecordReply answered = attempt.reply();
    AttemptFailure failure = attempt.failure();
    if (answered != null) {
      counted++;
      reply = answered;
      return Retries.isTransient(answered.resultCode()) ? repeat() : OVER;
    }
    if (failure == null) {
      throw new IllegalStateException("an attempt ended with neither answer nor failure");
    }
    reply = null;
    boolean closed = failure.kind() == AttemptFailure.Kind.CLOSED && clientClosed;
    error = closed ? Failures.closed(command) : Failures.of(command, failure);
    boolean sentBack =
        switch (failure.kind()) {
          case GROUP_REFUSED, HELD_UP -> true;
          default -> false;
        };
    if (attempt.sent() && !sentBack) {
      counted++;
      inDoubt |= command.isWrite();
    } else {
      unsent++;
    }
    return switch (failure.kind()) {
      case GROUP_REFUSED, HELD_UP -> {
        alone = true;
        yield 0;
      }
      case INVALID, INTERRUPTED -> OVER;
      case TIMEOUT, CONNECTION -> attempt.sent() ? repeat() : pause();
      case CLOSED -> clientClosed ? OVER : attempt.sent() ? repeat() : pause();
    };
  }

  /** Takes note that no node serves the partition now; returns like {@link #judge}. */
  long noNode() {
    unsent++;
    reply = null;
    error = Failures.noNode(command);
    return pause();
  }

  /** Ends the trial with an exception. */
  void fail(AerospikeException why) {
    reply = null;
    error = why;
  }

  /** After an attempt that counts: again, if the policy has retries left. */
  private long repeat() {
    CommandPolicy policy = command.policy();
    long wait = Retries.pauseNanos(policy);
    return counted <= policy.maxRetries() && fits(wait) ? wait : OVER;
  }

  /** After an attempt that never left: again while there is time, with growing pauses. */
  private long pause() {
    long wait = Retries.pauseAfterUnsentNanos(command.policy(), unsent);
    return fits(wait) ? wait : OVER;
  }

  private boolean fits(long wait) {
    return System.nanoTime() + wait - deadlineNanos < 0;
  }

  /**
   * Returns the result.
   *
   * @throws AerospikeException when the command failed
   */
  T result() {
    Node on = node;
    try {
      if (reply == null) {
        throw error != null ? error : new IllegalStateException("a call ended without outcome");
      }
      // A server that timed out may have applied the write all the same.
      inDoubt |= command.isWrite() && reply.resultCode() == ResultCode.TIMEOUT;
      return command.decode(reply);
    } catch (AerospikeException e) {
      Failures.addContext(e, on == null ? null : on.name(), counted + unsent, inDoubt);
      throw e;
    }
  }
}
