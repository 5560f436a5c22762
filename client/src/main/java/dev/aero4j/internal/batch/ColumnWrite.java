package dev.aero4j.internal.batch;

import dev.aero4j.AerospikeException;
import dev.aero4j.Key;
import dev.aero4j.batch.ColumnWriteException;
import dev.aero4j.batch.ColumnWriteResult;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.internal.columns.ColumnRows;
import dev.aero4j.internal.command.Errors;
import dev.aero4j.internal.command.RowCursor;
import dev.aero4j.internal.command.TouchCommand;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.WritePolicy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a batch of columns, a window of them after another. What became of the rows of
 * the window is kept by row, as answers come in any order, and a later one counts; from one window
 * to the next only the failures are kept.
 */
final class ColumnWrite implements BatchTask<ColumnWriteResult>, RowSink {
  /** How many rows are under way at most. */
  private static final int WINDOW = 16_384;

  /** No outcome yet. Other outcomes are a success, or a kind of failure from 0. */
  private static final int NONE = -2;

  private static final int WRITTEN = -1;

  private final BatchPolicy policy;
  private final ColumnRows columns;
  private final ColumnWindow window;
  private final ColumnFailures.Builder failures;

  // Of the window; made when the write begins, on the thread that carries it out.
  private int[] outcomes = {};

  /** Where the window begins, and how many rows it has. */
  private int start;

  private int size;

  ColumnWrite(
      ColumnBatch batch,
      String namespace,
      String set,
      String keyColumn,
      BatchPolicy policy,
      WritePolicy writes) {
    this.policy = policy;
    this.columns = new ColumnRows(batch, namespace, set, keyColumn);
    this.failures = new ColumnFailures.Builder(columns);
    // What it does is not sent: a touch has the bits of any write, and no more.
    TouchCommand template = new TouchCommand(Key.of(namespace, set, 0), writes);
    this.window = new ColumnWindow(columns, namespace, template.key().set(), template, WINDOW);
  }

  @Override
  public String name() {
    return "batchWrite";
  }

  @Override
  public void prepare() {
    columns.check();
  }

  @Override
  public ColumnWriteResult run(BatchRunner runner) throws InterruptedException {
    outcomes = new int[Math.min(WINDOW, columns.size())];
    try {
      // Never past the last row: a whole window more could be past the largest int.
      for (; start < columns.size(); start += size) {
        size = Math.min(WINDOW, columns.size() - start);
        window.moveTo(start, size);
        Arrays.fill(outcomes, 0, size, NONE);
        runner.run(window, policy, this);
        keepFailures();
      }
    } catch (RuntimeException | Error e) {
      if (mayHaveWritten()) {
        e.addSuppressed(endedBy(null, "the write ended early"));
      }
      throw e;
    }
    return result(columns.size());
  }

  @Override
  public AerospikeException interrupted(AerospikeException plain) {
    return mayHaveWritten() ? endedBy(plain, plain.getMessage()) : plain;
  }

  private boolean mayHaveWritten() {
    return start > 0 || window.isAnyEncoded();
  }

  private ColumnWriteException endedBy(@Nullable Throwable cause, String message) {
    int unsent = failures.kind(ColumnFailures.UNSENT);
    int lost =
        failures.kind(
            new RowFailure(
                ResultCode.CLIENT_ERROR, true, null, 1, "the write ended before its answer came"));
    int last = 0;
    for (int row = 0; row < size; row++) {
      if (outcomes[row] == NONE) {
        // Encoded is what is about to be sent.
        outcomes[row] = window.isEncoded(row) ? lost : unsent;
      }
      if (outcomes[row] != unsent) {
        last = row + 1;
      }
    }
    size = last;
    keepFailures();
    ColumnWriteResult result = result(start + size);
    return Errors.withContext(
        new ColumnWriteException(
            ResultCode.CLIENT_ERROR,
            message
                + "; of "
                + result.rows()
                + " rows "
                + result.written()
                + " are written, and those from "
                + result.unsentFrom()
                + " on were never sent",
            cause,
            result),
        null,
        1,
        true);
  }

  private ColumnWriteResult result(int unsentFrom) {
    return new ColumnWriteResult(columns.size(), failures.build(unsentFrom), unsentFrom);
  }

  private void keepFailures() {
    for (int row = 0; row < size; row++) {
      if (outcomes[row] != WRITTEN) {
        failures.add(start + row, outcomes[row]);
      }
    }
  }

  @Override
  public void answer(int row, RowCursor answer) {
    outcomes[row] = WRITTEN;
  }

  @Override
  public void fail(int row, RowFailure failure) {
    outcomes[row] = failures.kind(failure);
  }
}
