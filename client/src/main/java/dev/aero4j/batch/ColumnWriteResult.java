package dev.aero4j.batch;

import dev.aero4j.AerospikeException;
import dev.aero4j.internal.command.Errors;
import dev.aero4j.model.ResultCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rows of a {@link dev.aero4j.columns.ColumnBatch} that was written.
 *
 * @param rows how many rows the batch has
 * @param failures the rows that are not reported as written, in order
 */
public record ColumnWriteResult(int rows, List<Failure> failures) {
  /** Makes a result; the list is copied. */
  public ColumnWriteResult {
    failures = List.copyOf(failures);
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

  /**
   * A row that is not reported as written.
   *
   * @param row its number, from 0
   * @param resultCode one of {@link ResultCode}
   * @param inDoubt whether it may have been written all the same
   * @param node the node that was asked last, or null
   * @param attempts how often it was tried
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
