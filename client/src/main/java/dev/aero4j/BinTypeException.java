package dev.aero4j;

import org.jspecify.annotations.Nullable;

/**
 * A bin holds a value of another type than the operation, or the typed read of a {@link Record},
 * works on.
 */
public final class BinTypeException extends RecordException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public BinTypeException(int resultCode, String message, @Nullable Throwable cause) {
    super(resultCode, message, cause);
  }
}
