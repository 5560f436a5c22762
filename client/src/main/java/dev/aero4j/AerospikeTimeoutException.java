package dev.aero4j;

import org.jspecify.annotations.Nullable;

/**
 * No answer came within the time that the policy allows, counted over all attempts, or the server
 * said that its own time limit for the command has passed.
 */
public final class AerospikeTimeoutException extends AerospikeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public AerospikeTimeoutException(int resultCode, String message, @Nullable Throwable cause) {
    super(resultCode, message, cause);
  }
}
