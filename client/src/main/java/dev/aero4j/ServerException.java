package dev.aero4j;

import org.jspecify.annotations.Nullable;

/**
 * The server answered with an error that is not about the state of one record, such as an unknown
 * namespace, a full device or a missing permission. {@link #resultCode()} tells which.
 */
public class ServerException extends AerospikeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public ServerException(int resultCode, String message, @Nullable Throwable cause) {
    super(resultCode, message, cause);
  }
}
