package dev.aero4j;

import org.jspecify.annotations.Nullable;

/**
 * The record has no bin of this name. Thrown when the server says so, and by the typed reads of
 * {@link Record}.
 */
public final class BinNotFoundException extends RecordException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public BinNotFoundException(int resultCode, String message, @Nullable Throwable cause) {
    super(resultCode, message, cause);
  }
}
