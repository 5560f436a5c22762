package dev.aero4j;

import org.jspecify.annotations.Nullable;

/** The filter expression of the policy is false for this record; the command did nothing. */
public final class FilteredOutException extends RecordException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public FilteredOutException(int resultCode, String message, @Nullable Throwable cause) {
    super(resultCode, message, cause);
  }
}
