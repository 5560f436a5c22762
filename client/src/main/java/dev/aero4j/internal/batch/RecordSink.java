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
  private final List<Key> keys;

  /** For each row a {@link RecordReply} or a {@link RowFailure}. */
  private final Object[] outcomes;

  private @Nullable RecordReply lastWithoutBins;

  public RecordSink(List<Key> keys) {
    this.keys = keys;
    this.outcomes = new Object[keys.size()];
  }

  @Override
  public void answer(int row, RowCursor answer) {
    outcomes[row] = answer.bins() > 0 ? answer.copy() : withoutBins(answer);
  }

  /** The answers to a batch of writes are mostly the same. */
  private RecordReply withoutBins(RowCursor answer) {
    RecordReply last = lastWithoutBins;
    if (last == null
        || last.generation() != answer.generation()
        || last.voidTime() != Integer.toUnsignedLong(answer.voidTime())) {
      last = answer.copy();
      lastWithoutBins = last;
    }
    return last;
  }

  @Override
  public void fail(int row, RowFailure failure) {
    outcomes[row] = failure;
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
      return new BatchRecord(key, ResultCode.OK, reply.toCheckedRecord(key), false, null, 1, null);
    }
    RowFailure failure = (RowFailure) outcome;
    return new BatchRecord(
        key,
        failure.resultCode(),
        null,
        failure.inDoubt(),
        failure.node(),
        failure.attempts(),
        failure.message());
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
