package dev.aero4j.batch;

import dev.aero4j.ClientException;
import org.jspecify.annotations.Nullable;

/**
 * A batch of columns stopped being written before all of its rows had been: the calling thread was
 * interrupted, say, which is the cause then. {@link #result()} tells of every row what became of
 * it.
 *
 * <p>It is thrown only if some row may have been written; a write that ends before that throws what
 * ended it. An {@link Error}, or an exception that nobody foresaw, is thrown itself, and has one of
 * these among its suppressed ones.
 */
public final class ColumnWriteException extends ClientException {
  private static final long serialVersionUID = 1L;

  // Not written when the exception is serialized: it is as large as the batch's failures.
  private final transient ColumnWriteResult result;

  /**
   * Makes an exception, for a test double, say.
   *
   * @param resultCode one of {@link dev.aero4j.model.ResultCode}
   * @param message what ended the write
   * @param cause what led to it, or null
   * @param result what became of the rows
   */
  public ColumnWriteException(
      int resultCode, String message, @Nullable Throwable cause, ColumnWriteResult result) {
    super(resultCode, message, cause);
    this.result = result;
  }

  /**
   * {@return what became of the rows} Those before {@link ColumnWriteResult#unsentFrom} are written
   * unless they are among its failures, which are in doubt where they may have been written; those
   * from there on were never sent. Null in an exception that was serialized.
   */
  public ColumnWriteResult result() {
    return result;
  }
}
