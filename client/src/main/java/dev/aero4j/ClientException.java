package dev.aero4j;

import org.jspecify.annotations.Nullable;

/**
 * The client itself could not serve a call: it is not connected yet, is closed, or met a failure of
 * its own. Nothing was asked of a server unless {@link #inDoubt()} says so.
 */
public class ClientException extends AerospikeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public ClientException(int resultCode, String message, @Nullable Throwable cause) {
    super(resultCode, message, cause);
  }
}
