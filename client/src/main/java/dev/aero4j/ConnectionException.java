package dev.aero4j;

import org.jspecify.annotations.Nullable;

/** A connection to one node could not be made, or broke while a command was on it. */
public final class ConnectionException extends AerospikeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public ConnectionException(int resultCode, String message, @Nullable Throwable cause) {
    super(resultCode, message, cause);
  }
}
