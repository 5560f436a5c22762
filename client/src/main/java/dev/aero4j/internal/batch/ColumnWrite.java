package dev.aero4j.internal.batch;

import dev.aero4j.Key;
import dev.aero4j.batch.ColumnWriteResult;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.internal.columns.ColumnRows;
import dev.aero4j.internal.command.RowCursor;
import dev.aero4j.internal.command.TouchCommand;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.WritePolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the rows of a batch of columns, a window of them after another. */
final class ColumnWrite implements BatchTask<ColumnWriteResult>, RowSink {
  /** How many rows are under way at most. */
  private static final int WINDOW = 16_384;

  private final BatchPolicy policy;
  private final ColumnRows columns;
  private final ColumnWindow window;
  private final List<ColumnWriteResult.Failure> failures = new ArrayList<>();

  /** Where the window begins. */
  private int start;

  ColumnWrite(
      ColumnBatch batch,
      String namespace,
      String set,
      String keyColumn,
      BatchPolicy policy,
      WritePolicy writes) {
    this.policy = policy;
    this.columns = new ColumnRows(batch, namespace, set, keyColumn);
    columns.check();
    // What it does is not sent: a touch has the bits of any write, and no more.
    TouchCommand template = new TouchCommand(Key.of(namespace, set, 0), writes);
    this.window = new ColumnWindow(columns, namespace, template.key().set(), template, WINDOW);
  }

  @Override
  public String name() {
    return "batchWrite";
  }

  @Override
  public ColumnWriteResult run(BatchRunner runner) throws InterruptedException {
    for (start = 0; start < columns.size(); start += WINDOW) {
      window.moveTo(start, Math.min(WINDOW, columns.size() - start));
      runner.run(window, policy, this);
    }
    failures.sort(Comparator.comparingInt(ColumnWriteResult.Failure::row));
    return new ColumnWriteResult(columns.size(), failures);
  }

  @Override
  public void answer(int row, RowCursor answer) {
    int code = answer.resultCode();
    if (code != ResultCode.OK) {
      fail(row, new RowFailure(code, false, null, 1, null));
    }
  }

  @Override
  public void fail(int row, RowFailure failure) {
    String message = failure.message();
    failures.add(
        new ColumnWriteResult.Failure(
            start + row,
            failure.resultCode(),
            failure.inDoubt(),
            failure.node(),
            failure.attempts(),
            window.describe(row)
                + ": "
                + (message == null ? ResultCode.text(failure.resultCode()) : message)));
  }
}
