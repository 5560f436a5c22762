package dev.aero4j;

import org.jspecify.annotations.Nullable;

/** There is no secondary index of this name. */
public final class IndexNotFoundException extends IndexException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public IndexNotFoundException(int resultCode, String message, @Nullable Throwable cause) {
    super(resultCode, message, cause);
  }
}
