package dev.aero4j.internal.batch;

import dev.aero4j.Key;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.internal.command.RecordReply;
import dev.aero4j.internal.command.RowCursor;
import dev.aero4j.model.ResultCode;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Collects the answers of a batch as records. It is filled by the thread that carries the batch
 * out, and given out as a result, not to be changed, when that is over.
 */
public final class RecordSink implements RowSink, BatchRecords {
  /** The outcome of a row that has no answer to keep, and how it came to it. */
  private record Failure(
      int resultCode, boolean inDoubt, @Nullable String node, @Nullable String message) {}

  private static final Failure MISSING = new Failure(ResultCode.KEY_NOT_FOUND, false, null, null);
  private static final Failure FILTERED_OUT =
      new Failure(ResultCode.FILTERED_OUT, false, null, null);

  private final List<Key> keys;

  /** For each row a {@link RecordReply} or a {@link Failure}. */
  private final Object[] outcomes;

  public RecordSink(List<Key> keys) {
    this.keys = keys;
    this.outcomes = new Object[keys.size()];
  }

  @Override
  public void answer(int row, RowCursor answer) {
    outcomes[row] =
        switch (answer.resultCode()) {
          case ResultCode.KEY_NOT_FOUND -> MISSING;
          case ResultCode.FILTERED_OUT -> FILTERED_OUT;
          default -> answer.copy();
        };
  }

  @Override
  public void fail(
      int row, int resultCode, boolean inDoubt, @Nullable String node, String message) {
    outcomes[row] = new Failure(resultCode, inDoubt, node, message);
  }

  @Override
  public int size() {
    return outcomes.length;
  }

  @Override
  public BatchRecord get(int index) {
    Object outcome = outcomes[index];
    Key key = keys.get(index);
    if (outcome instanceof RecordReply reply) {
      return new BatchRecord(
          key, reply.resultCode(), reply.toCheckedRecord(key), false, null, null);
    }
    Failure failure = (Failure) outcome;
    return new BatchRecord(
        key, failure.resultCode, null, failure.inDoubt, failure.node, failure.message);
  }

  @Override
  public Iterator<BatchRecord> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < size();
      }

      @Override
      public BatchRecord next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return get(next++);
      }
    };
  }

  @Override
  public String toString() {
    return "BatchRecords" + asList();
  }
}
