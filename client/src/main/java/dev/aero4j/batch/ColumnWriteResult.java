package dev.aero4j.batch;

import dev.aero4j.AerospikeException;
import dev.aero4j.internal.batch.ColumnFailures;
import dev.aero4j.internal.command.Errors;
import dev.aero4j.model.ResultCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rows of a {@link dev.aero4j.columns.ColumnBatch} that was written.
 *
 * <p>Failures are kept as numbers, and become objects when they are asked for: a result of millions
 * of them needs a few bytes for each. Their messages name the row's key, which is read from the
 * batch's arrays then.
 *
 * @param rows how many rows the batch has
 * @param failures the rows that are not reported as written, in order; those from {@link
 *     #unsentFrom} on among them
 * @param unsentFrom the first of the rows at the end that were never sent, because the write
 *     {@linkplain ColumnWriteException ended early}; {@link #rows} when it went on to the end. A
 *     write that is taken up again begins with this row, once it is settled what to do about the
 *     failures before it.
 */
public record ColumnWriteResult(int rows, List<Failure> failures, int unsentFrom) {
  /** Makes a result; the list is copied. */
  public ColumnWriteResult {
    if (!(failures instanceof ColumnFailures)) {
      failures = List.copyOf(failures);
    }
  }

  /**
   * Makes the result of a write that went on to the end; the list is copied.
   *
   * @param rows how many rows the batch has
   * @param failures the rows that are not reported as written, in order
   */
  public ColumnWriteResult(int rows, List<Failure> failures) {
    this(rows, failures, rows);
  }

  /** {@return how many rows are written for sure} */
  public int written() {
    return rows - failures.size();
  }

  /**
   * Does nothing if all rows are written.
   *
   * @return this
   * @throws AerospikeException that of the first failure
   */
  public ColumnWriteResult orThrow() {
    if (!failures.isEmpty()) {
      throw failures.get(0).exception();
    }
    return this;
  }

  /** {@return how many rows are written and have failed, and the first failure} */
  @Override
  public String toString() {
    String text = written() + " of " + rows + " rows written";
    return failures.isEmpty() ? text : text + "; first failure: " + failures.get(0);
  }

  /**
   * A row that is not reported as written.
   *
   * @param row its number, from 0
   * @param resultCode one of {@link ResultCode}
   * @param inDoubt whether it may have been written all the same
   * @param node the node that was asked last, or null
   * @param attempts how often it was tried; 0 for a row that was never tried
   * @param message what happened, with the row's key, in words
   */
  public record Failure(
      int row,
      int resultCode,
      boolean inDoubt,
      @Nullable String node,
      int attempts,
      String message) {
    /** {@return the failure as an exception} */
    public AerospikeException exception() {
      return Errors.withContext(
          Errors.of(resultCode, "row " + row + ": " + message), node, attempts, inDoubt);
    }
  }
}
