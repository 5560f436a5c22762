package dev.aero4j;

import org.jspecify.annotations.Nullable;

/** Too many commands wait for this one record (a hot key). Try again later. */
public final class KeyBusyException extends RecordException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public KeyBusyException(int resultCode, String message, @Nullable Throwable cause) {
    super(resultCode, message, cause);
  }
}
