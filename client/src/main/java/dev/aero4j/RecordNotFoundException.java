package dev.aero4j;

import org.jspecify.annotations.Nullable;

/** There is no record of this key. */
public final class RecordNotFoundException extends RecordException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public RecordNotFoundException(int resultCode, String message, @Nullable Throwable cause) {
    super(resultCode, message, cause);
  }
}
