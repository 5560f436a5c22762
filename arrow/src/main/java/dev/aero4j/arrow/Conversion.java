package dev.aero4j.arrow;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnBatchBuilder;
import dev.aero4j.columns.ColumnType;
import dev.aero4j.columns.ColumnType.Kind;
import dev.aero4j.columns.Schema;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.jspecify.annotations.Nullable;

/** Makes a column of a vector of another type, where its values fit. */
final class Conversion {
  private Conversion() {}

  /**
   * Reads the vector as what it is, and gives that to the builder, which checks ranges.
   *
   * @param type what the vector is
   */
  static void read(
      ColumnBatchBuilder builder, Column column, ColumnType type, FieldVector vector, int rows) {
    ColumnType wanted = column.type();
    if (!isPossible(type, wanted)) {
      throw new InvalidArgumentException(
          "field '" + column.name() + "' is of type " + type + " and cannot become " + wanted);
    }
    String name = column.name();
    Schema single = Schema.builder().column(name, type).build();
    ColumnBatchBuilder natural = ColumnBatch.builder(single, rows);
    VectorReader.read(natural, single.column(0), vector, rows);
    ColumnBatch batch = natural.build();
    builder.validity(name, batch.validity(name));
    if (type.kind().isBytes()) {
      builder.blobs(name, blobs(batch, name));
      return;
    }
    if (type.kind().isInteger()) {
      long[] values = batch.longs(name);
      clear(values, batch, name);
      checkSign(values, column, type);
      builder.longs(name, values);
    } else if (type.kind() == Kind.F8) {
      double[] values = batch.doubles(name);
      clear(values, batch, name);
      builder.doubles(name, values);
    } else {
      float[] values = batch.floats(name);
      clear(values, batch, name);
      builder.floats(name, values);
    }
  }

  private static boolean isPossible(ColumnType type, ColumnType wanted) {
    Kind from = type.kind();
    Kind to = wanted.kind();
    if (from.isBytes()) {
      return to.isBytes();
    }
    return !to.isBytes()
        && type.isArray() == wanted.isArray()
        && type.width() == wanted.width()
        && (from.isInteger() || to.isFloat());
  }

  private static List<byte @Nullable []> blobs(ColumnBatch batch, String name) {
    List<byte @Nullable []> blobs = new ArrayList<>(batch.size());
    for (int row = 0; row < batch.size(); row++) {
      blobs.add(batch.isValid(row, name) ? batch.getBytes(row, name) : null);
    }
    return blobs;
  }

  /** Longs with and without a sign are the same array to a builder. */
  private static void checkSign(long[] values, Column column, ColumnType type) {
    boolean fromUnsigned = type.kind() == Kind.U8;
    if (!fromUnsigned && column.type().kind() != Kind.U8) {
      return;
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0) {
        throw new InvalidArgumentException(
            "field '"
                + column.name()
                + "', row "
                + i / type.width()
                + ", is "
                + (fromUnsigned
                    ? Long.toUnsignedString(values[i]) + ", which only u8 can hold"
                    : values[i] + ", which u8 cannot hold"));
      }
    }
  }

  /** Where there is no value may be anything, and would perhaps not fit. */
  private static void clear(Object values, ColumnBatch batch, String name) {
    int width = batch.width(name);
    BitSet valid = batch.validity(name);
    Object zeros = Array.newInstance(values.getClass().componentType(), width);
    for (int row = valid.nextClearBit(0); row < batch.size(); row = valid.nextClearBit(row + 1)) {
      System.arraycopy(zeros, 0, values, row * width, width);
    }
  }
}
