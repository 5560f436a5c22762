package dev.aero4j;

import dev.aero4j.model.ResultCode;
import org.jspecify.annotations.Nullable;

/**
 * The caller gave something that cannot be sent: an empty bin name, a value of a class that the
 * database does not know, a setting out of range. The message names what was seen and what is
 * allowed. Nothing was sent.
 */
public final class InvalidArgumentException extends AerospikeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception with {@link ResultCode#INVALID_ARGUMENT}.
   *
   * @param message what was given, and what is allowed
   */
  public InvalidArgumentException(String message) {
    this(ResultCode.INVALID_ARGUMENT, message, null);
  }

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public InvalidArgumentException(int resultCode, String message, @Nullable Throwable cause) {
    super(resultCode, message, cause);
  }
}
