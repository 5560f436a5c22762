package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.FaultEffect;
import dev.aero4j.embedded.FaultEffect.When;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.WireWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What faults do to the request at hand of one connection: the only place where rules take effect,
 * but for the way the answer's bytes leave, see {@link AnswerChannel}. Confined to the connection's
 * thread.
 */
final class FaultSession {
  private static final FaultEffect DROPPED_REQUEST = new FaultEffect.DropAnswer(When.BEFORE_APPLY);

  private final FaultBoard board;
  private final String nodeName;

  private long startNanos;
  private boolean dropped;

  /** How the answer leaves: a reset, trickle, split or silence; null for as usual. */
  private @Nullable FaultEffect delivery;

  FaultSession(FaultBoard board, String nodeName) {
    this.board = board;
    this.nodeName = nodeName;
  }

  /** Begins a request. */
  void begin() {
    startNanos = System.nanoTime();
    dropped = false;
    delivery = null;
  }

  /** Returns when the request at hand arrived, as {@link System#nanoTime} shows it. */
  long startNanos() {
    return startNanos;
  }

  /**
   * Returns whether parts of a long answer may be sent before the rest is known. Not while there
   * are rules: one that matches later may concern the whole answer.
   */
  boolean maySendEarly() {
    return board.isEmpty() && delivery == null && !dropped;
  }

  /** Returns whether nothing must be sent. */
  boolean dropped() {
    return dropped;
  }

  @Nullable FaultEffect delivery() {
    return delivery;
  }

  /**
   * Begins a command on one record as the rules that match it demand.
   *
   * @param command appends its answer to {@code out}
   * @return how far it has come, with the code that the answer shows
   */
  Progress around(RecordRequest request, WireWriter out, RecordExecution command)
      throws InterruptedException {
    if (board.isEmpty()) {
      return command.begin(request);
    }
    List<FaultEffect> effects = board.match(nodeName, request);
    int start = out.position();
    int forced = enter(effects, When.BEFORE_APPLY);
    boolean skipped = forced >= 0 || effects.contains(DROPPED_REQUEST);
    // Nobody sees the code of what is dropped.
    Progress progress = skipped ? Progress.done(ResultCode.OK) : command.begin(request);
    if (progress.rest() == null) {
      return Progress.done(leave(effects, forced, progress.code(), request, out, start));
    }
    // It has not been applied yet, perhaps, and must be before anything comes after that.
    return Progress.waiting(at -> leave(effects, forced, progress.finish(at), request, out, at));
  }

  /**
   * Does what the rules demand between the end of a command and its answer.
   *
   * @param forced the code to answer with whatever the command came to, or -1
   * @param code what it came to
   * @param start where its answer begins in {@code out}, which ends with it
   * @return the code that the answer shows
   */
  private int leave(
      List<FaultEffect> effects,
      int forced,
      int code,
      RecordRequest request,
      WireWriter out,
      int start)
      throws InterruptedException {
    int replaced = enter(effects, When.AFTER_APPLY);
    int shown = replaced >= 0 ? replaced : forced;
    if (shown < 0) {
      return code;
    }
    out.truncate(start);
    RecordAnswer.writeCode(out, shown, 0, 0, request.batchIndex());
    return shown;
  }

  /** Applies the rules for info requests. */
  void aroundInfo(Runnable command) throws InterruptedException {
    List<FaultEffect> effects = board.isEmpty() ? List.of() : board.matchInfo(nodeName);
    enter(effects, When.BEFORE_APPLY);
    command.run();
    enter(effects, When.AFTER_APPLY);
  }

  /** Returns the result code to answer with, or -1. */
  private int enter(List<FaultEffect> effects, When phase) throws InterruptedException {
    int code = -1;
    for (FaultEffect effect : effects) {
      switch (effect) {
        case FaultEffect.Delay delay -> {
          if (delay.when() == phase) {
            sleepUntil(startNanos + delay.duration().toNanos());
          }
        }
        case FaultEffect.DropAnswer drop -> dropped |= drop.when() == phase;
        case FaultEffect.Answer answer ->
            code = answer.when() == phase ? answer.resultCode() : code;
        case FaultEffect.Reset reset -> delivery = reset;
        case FaultEffect.Trickle trickle -> delivery = trickle;
        case FaultEffect.Split split -> delivery = split;
        case FaultEffect.Silence silence -> delivery = silence;
      }
    }
    return code;
  }

  private static void sleepUntil(long deadlineNanos) throws InterruptedException {
    long left = deadlineNanos - System.nanoTime();
    if (left > 0) {
      Thread.sleep(java.time.Duration.ofNanos(left));
    }
  }
}
