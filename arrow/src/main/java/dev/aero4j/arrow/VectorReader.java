package dev.aero4j.arrow;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnBatchBuilder;
import dev.aero4j.columns.ColumnType;
import java.util.BitSet;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;

/** Makes a column of a vector of the same type. */
final class VectorReader {
  private VectorReader() {}

  static void read(ColumnBatchBuilder builder, Column column, FieldVector vector, int rows) {
    String name = column.name();
    BitSet valid = validity(vector, rows);
    builder.validity(name, valid);
    if (vector instanceof BaseVariableWidthVector text) {
      builder.bytes(name, text(column, text, rows, valid));
      return;
    }
    FieldVector elements = vector;
    if (vector instanceof FixedSizeListVector list) {
      elements = list.getDataVector();
      checkElements(list, valid);
    }
    ArrowBuf data = elements.getDataBuffer();
    int length = length(column, rows);
    switch (column.type().kind()) {
      case I1, U1, S, V -> builder.bytes(name, filled(data, new byte[length], length));
      case I2, U2, F2 -> builder.shorts(name, filled(data, new short[length], length));
      case I4, U4 -> builder.ints(name, filled(data, new int[length], length));
      case I8, U8 -> builder.longs(name, filled(data, new long[length], length));
      case F4 -> builder.floats(name, filled(data, new float[length], length));
      case F8 -> builder.doubles(name, filled(data, new double[length], length));
    }
  }

  private static <T> T filled(ArrowBuf data, T array, int length) {
    Memory.read(data, array, length);
    return array;
  }

  static BitSet validity(FieldVector vector, int rows) {
    if (vector.getNullCount() > 0) {
      return Memory.readValidity(vector.getValidityBuffer(), rows);
    }
    BitSet all = new BitSet(rows);
    all.set(0, rows);
    return all;
  }

  /** A list in a blob has no nulls inside. */
  private static void checkElements(FixedSizeListVector list, BitSet valid) {
    FieldVector elements = list.getDataVector();
    if (elements.getNullCount() == 0) {
      return;
    }
    int width = list.getListSize();
    for (int row = valid.nextSetBit(0); row >= 0; row = valid.nextSetBit(row + 1)) {
      for (int i = 0; i < width; i++) {
        if (elements.isNull(row * width + i)) {
          throw new InvalidArgumentException(
              "field '"
                  + list.getName()
                  + "', row "
                  + row
                  + ", has a null at element "
                  + i
                  + "; arrays have none");
        }
      }
    }
  }

  /** The longest text, in bytes. */
  static int longest(BaseVariableWidthVector vector) {
    int longest = 0;
    for (int row = 0; row < vector.getValueCount(); row++) {
      if (!vector.isNull(row)) {
        longest = Math.max(longest, vector.getValueLength(row));
      }
    }
    return longest;
  }

  private static byte[] text(
      Column column, BaseVariableWidthVector vector, int rows, BitSet valid) {
    int width = column.type().width();
    byte[] cells = new byte[length(column, rows)];
    for (int row = valid.nextSetBit(0); row >= 0; row = valid.nextSetBit(row + 1)) {
      int length = vector.getValueLength(row);
      if (length > width) {
        throw new InvalidArgumentException(
            "field '"
                + column.name()
                + "', row "
                + row
                + ", has "
                + length
                + " bytes; column type "
                + column.type()
                + " allows "
                + width);
      }
      vector.getDataBuffer().getBytes(vector.getStartOffset(row), cells, row * width, length);
    }
    return cells;
  }

  private static int length(Column column, int rows) {
    ColumnType type = column.type();
    long length = (long) rows * type.width();
    if (length > Integer.MAX_VALUE - 8) {
      throw new InvalidArgumentException(
          "field '"
              + column.name()
              + "' as "
              + type
              + " would have "
              + length
              + " elements in "
              + rows
              + " rows, and an array of Java holds "
              + (Integer.MAX_VALUE - 8)
              + "; use batches of fewer rows");
    }
    return (int) length;
  }
}
