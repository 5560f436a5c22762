package dev.aero4j;

import org.jspecify.annotations.Nullable;

/**
 * The server answered, and the answer is about the state of this record. The write, if it was one,
 * was not applied.
 */
public class RecordException extends AerospikeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param message what went wrong, and with what
   * @param cause what led to it, or null
   */
  public RecordException(int resultCode, String message, @Nullable Throwable cause) {
    super(resultCode, message, cause);
  }
}
