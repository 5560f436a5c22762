package dev.aero4j;

import org.jspecify.annotations.Nullable;

/**
 * More commands wait than the configuration allows ({@code maxCommandsInFlight} and {@code
 * maxQueuedCommands}). The command was not sent; slow down and call again.
 */
public final class BackpressureException extends AerospikeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public BackpressureException(int resultCode, String message, @Nullable Throwable cause) {
    super(resultCode, message, cause);
  }
}
