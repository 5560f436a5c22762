package dev.aero4j;

import org.jspecify.annotations.Nullable;

/**
 * An administrative command was refused: a user or role is unknown, exists already, or lacks a
 * permission.
 */
public final class AdminException extends ServerException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public AdminException(int resultCode, String message, @Nullable Throwable cause) {
    super(resultCode, message, cause);
  }
}
