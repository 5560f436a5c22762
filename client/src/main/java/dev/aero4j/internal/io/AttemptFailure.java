package dev.aero4j.internal.io;

import org.jspecify.annotations.Nullable;

/**
 * Why an attempt has no answer. One instance can serve a whole exchange.
 *
 * @param kind what the executor decides by
 * @param message in words, for the exception
 * @param cause what the JVM said, if it did
 */
public record AttemptFailure(Kind kind, String message, @Nullable Throwable cause) {
  /** What happened, as far as it matters for what to do next. */
  public enum Kind {
    /** Nothing came in time. */
    TIMEOUT,
    /** The connection could not be made, broke, or spoke nonsense. */
    CONNECTION,
    /** The node refused the group, not the command; it has not been carried out. */
    GROUP_REFUSED,
    /** A read waits for a slow record in its group; it can be sent again alone. */
    HELD_UP,
    /** The command cannot be encoded. */
    INVALID,
    /** The waiting thread was interrupted. */
    INTERRUPTED,
    /** The client or the node's channel was closed. */
    CLOSED
  }

  /** Returns whether the cluster may have changed. */
  public boolean isAboutTheNode() {
    return switch (kind) {
      case TIMEOUT, CONNECTION, CLOSED -> true;
      case GROUP_REFUSED, HELD_UP, INVALID, INTERRUPTED -> false;
    };
  }
}
