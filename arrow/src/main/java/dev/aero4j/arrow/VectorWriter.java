package dev.aero4j.arrow;

import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnType;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;

/** Makes a vector of a column of numbers or of bytes that are all part of their value. */
final class VectorWriter {
  private VectorWriter() {}

  static FieldVector write(ColumnBatch batch, Column column, BufferAllocator allocator) {
    ColumnType type = column.type();
    FieldVector vector =
        ArrowTypes.field(column.name(), type, /* isBinary= */ false).createVector(allocator);
    try {
      int size = batch.size();
      if (vector instanceof FixedSizeListVector list) {
        list.setInitialCapacity(size);
        list.allocateNew();
        list.setValueCount(size);
        fill(
            (BaseFixedWidthVector) list.getDataVector(), array(batch, column), size * type.width());
      } else {
        fill((BaseFixedWidthVector) vector, array(batch, column), size, size * type.width());
      }
      Memory.writeValidity(batch.validity(column.name()), size, vector.getValidityBuffer());
      return vector;
    } catch (RuntimeException | Error e) {
      vector.close();
      throw e;
    }
  }

  /** The elements of lists: all of them are there. */
  private static void fill(BaseFixedWidthVector elements, Object array, int count) {
    fill(elements, array, count, count);
    elements.getValidityBuffer().setOne(0L, (count + 7L) / 8);
  }

  private static void fill(BaseFixedWidthVector vector, Object array, int values, int elements) {
    vector.allocateNew(values);
    vector.setValueCount(values);
    Memory.write(array, elements, vector.getDataBuffer());
  }

  /** The column's own array. */
  private static Object array(ColumnBatch batch, Column column) {
    String name = column.name();
    return switch (column.type().kind()) {
      case I1, U1, S, V -> batch.bytes(name);
      case I2, U2, F2 -> batch.shorts(name);
      case I4, U4 -> batch.ints(name);
      case I8, U8 -> batch.longs(name);
      case F4 -> batch.floats(name);
      case F8 -> batch.doubles(name);
    };
  }
}
