package dev.aero4j.embedded;

import java.time.Duration;

/** What happens to a request that a {@link FaultRule} matches. */
public sealed interface FaultEffect {

  /** Whether an effect comes before the command has changed the record, or after. */
  enum When {
    /** The command has not been applied yet. */
    BEFORE_APPLY,
    /** The command has been applied, but not answered. */
    AFTER_APPLY
  }

  /**
   * Waits in real time. Several delayed rows of one batch wait together, not one after another. As
   * on a real server a command whose turn comes after the client's time is not applied, but
   * answered with code 9.
   *
   * @param duration counted from the arrival of the request
   * @param when before the command is applied, or between that and the answer
   */
  record Delay(Duration duration, When when) implements FaultEffect {}

  /**
   * Sends no answer to this request; the connection goes on with the next one.
   *
   * @param when {@link When#BEFORE_APPLY}: the command is not applied at all
   */
  record DropAnswer(When when) implements FaultEffect {}

  /**
   * Answers with a result code instead of the true result.
   *
   * @param resultCode 0 to 255
   * @param when {@link When#BEFORE_APPLY}: the command is not applied at all
   */
  record Answer(int resultCode, When when) implements FaultEffect {
    /** Checks the code. */
    public Answer {
      if (resultCode < 0 || resultCode > 255) {
        throw new IllegalArgumentException("not a result code of a server: " + resultCode);
      }
    }
  }

  /**
   * Applies the command, sends the first bytes of the answer and resets the connection. Of many
   * bytes, those that the client does not read at once may be lost with it.
   *
   * @param afterBytes bytes sent first, of all frames together; at least one byte of the answer is
   *     held back
   */
  record Reset(int afterBytes) implements FaultEffect {}

  /**
   * Sends the answer in small pieces, with a pause in real time after each.
   *
   * @param bytes size of a piece, at least 1
   * @param interval the pause
   */
  record Trickle(int bytes, Duration interval) implements FaultEffect {
    /** Checks the size. */
    public Trickle {
      requirePiece(bytes);
    }
  }

  /**
   * Sends the answer in small pieces without pauses.
   *
   * @param bytes size of a piece, at least 1
   */
  record Split(int bytes) implements FaultEffect {
    /** Checks the size. */
    public Split {
      requirePiece(bytes);
    }
  }

  /** Applies the command, and never says anything on this connection again; it stays open. */
  record Silence() implements FaultEffect {}

  private static void requirePiece(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("a piece has at least one byte, not " + bytes);
    }
  }
}
