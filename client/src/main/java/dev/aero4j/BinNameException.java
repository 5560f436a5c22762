package dev.aero4j;

import org.jspecify.annotations.Nullable;

/** The server does not accept the name of a bin; names are 1 to 15 bytes of UTF-8. */
public final class BinNameException extends RecordException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public BinNameException(int resultCode, String message, @Nullable Throwable cause) {
    super(resultCode, message, cause);
  }
}
