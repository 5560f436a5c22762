package dev.aero4j.internal.batch;

import dev.aero4j.AerospikeException;
import dev.aero4j.Key;
import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnType;
import dev.aero4j.columns.Schema;
import dev.aero4j.internal.columns.ColumnSink;
import dev.aero4j.internal.columns.Ranges;
import dev.aero4j.internal.command.ApiBridge;
import dev.aero4j.internal.command.RowCursor;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.wire.value.ParticleType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads bins into columns: from the buffer of the connection straight into primitive arrays. */
final class ColumnRead implements BatchTask<ColumnBatch>, RowSink {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle DOUBLE =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);

  private final Key[] keys;
  private final Schema schema;
  private final BatchPolicy policy;
  private final @Nullable Rows rows;
  private final ColumnSink sink;

  ColumnRead(Key[] keys, Schema schema, BatchPolicy policy, RowCommands commands) {
    this.keys = keys;
    this.schema = schema;
    this.policy = policy;
    this.sink = new ColumnSink(schema, keys.length, policy.narrowing());
    this.rows =
        keys.length == 0 ? null : commands.rows(keys, commands.select(keys[0], sink.bins()));
  }

  @Override
  public String name() {
    return "batchRead";
  }

  @Override
  public ColumnBatch run(BatchRunner runner) throws InterruptedException {
    if (rows != null) {
      runner.run(rows, policy, this);
    }
    if (schema.has(Column.KEY)) {
      fillKeys(schema.position(Column.KEY));
    }
    AerospikeException problem = sink.problem(Arrays.asList(keys));
    if (problem != null) {
      throw problem;
    }
    return sink.toBatch(Arrays.asList(keys));
  }

  /**
   * So that what was read can be written back: a key has a cell only where the column's type gives
   * the very same key back, however lenient the policy is.
   */
  private void fillKeys(int column) {
    ApiBridge api = ApiBridge.instance();
    ColumnType type = schema.column(column).type();
    for (int row = 0; row < keys.length; row++) {
      switch (api.userKey(keys[row])) {
        case Long number -> {
          if (type.kind().isInteger() && Ranges.holds(type.kind(), number)) {
            sink.integer(row, column, number);
          } else {
            sink.otherType(row, column, ParticleType.INTEGER);
          }
        }
        case String text -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          boolean same = bytes.length <= type.width() && !text.endsWith("\0");
          if (type.kind() == ColumnType.Kind.S && same) {
            sink.text(row, column, bytes, 0, bytes.length);
          } else {
            sink.otherType(row, column, ParticleType.STRING);
          }
        }
        case byte[] bytes -> {
          if (type.kind() == ColumnType.Kind.V && bytes.length == type.width()) {
            sink.blob(row, column, bytes, 0, bytes.length);
          } else {
            sink.otherType(row, column, ParticleType.BLOB);
          }
        }
        case null, default -> {
          // Of a key made from a digest nothing else is known.
        }
      }
    }
  }

  @Override
  public void answer(int row, RowCursor answer) {
    sink.meta(row, ResultCode.OK, answer.generation(), answer.voidTime() & 0xFFFF_FFFFL);
    int hint = 0;
    while (answer.nextBin()) {
      int column = sink.columnOf(answer.array(), answer.nameOffset(), answer.nameLength(), hint);
      if (column >= 0) {
        cell(row, column, answer);
        hint = column + 1;
      }
    }
  }

  private void cell(int row, int column, RowCursor answer) {
    byte[] array = answer.array();
    int at = answer.valueOffset();
    int length = answer.valueLength();
    int type = answer.type();
    switch (type) {
      case ParticleType.INTEGER -> {
        if (length == Long.BYTES) {
          sink.integer(row, column, (long) LONG.get(array, at));
        } else {
          sink.otherType(row, column, type);
        }
      }
      case ParticleType.DOUBLE -> {
        if (length == Double.BYTES) {
          sink.real(row, column, (double) DOUBLE.get(array, at));
        } else {
          sink.otherType(row, column, type);
        }
      }
      case ParticleType.STRING -> sink.text(row, column, array, at, length);
      case ParticleType.BLOB -> sink.blob(row, column, array, at, length);
      case ParticleType.BOOL -> sink.bool(row, column, length == 1 && array[at] != 0);
      default -> sink.otherType(row, column, type);
    }
  }

  @Override
  public void fail(int row, RowFailure failure) {
    sink.meta(row, failure.resultCode(), 0, 0);
  }
}
