package dev.aero4j;

import org.jspecify.annotations.Nullable;

/** The record would grow over the server's limit ({@code max-record-size}). */
public final class RecordTooBigException extends RecordException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public RecordTooBigException(int resultCode, String message, @Nullable Throwable cause) {
    super(resultCode, message, cause);
  }
}
