package dev.aero4j.arrow;

import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;

/** Makes a vector of a column. */
final class VectorWriter {
  private VectorWriter() {}

  static FieldVector write(ColumnBatch batch, Column column, BufferAllocator allocator) {
    ColumnType type = column.type();
    if (type.kind() == ColumnType.Kind.S) {
      return TextWriter.write(batch, column, allocator);
    }
    FieldVector vector =
        ArrowTypes.field(column.name(), type, /* isText= */ false).createVector(allocator);
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

  /** Text: of each cell as much as there is, one behind the other. */
  private static final class TextWriter {
    private TextWriter() {}

    static FieldVector write(ColumnBatch batch, Column column, BufferAllocator allocator) {
      int size = batch.size();
      int width = column.type().width();
      byte[] cells = batch.bytes(column.name());
      int[] offsets = new int[size + 1];
      byte[] text = new byte[cells.length];
      boolean isText = true;
      for (int row = 0; row < size; row++) {
        int length = batch.isValid(row, column.name()) ? length(cells, row * width, width) : 0;
        System.arraycopy(cells, row * width, text, offsets[row], length);
        offsets[row + 1] = offsets[row] + length;
        isText = isText && isUtf8(cells, row * width, length);
      }
      BaseVariableWidthVector vector =
          (BaseVariableWidthVector)
              ArrowTypes.field(column.name(), column.type(), isText).createVector(allocator);
      try {
        vector.allocateNew(offsets[size], size);
        vector.setLastSet(size - 1);
        vector.setValueCount(size);
        Memory.write(text, offsets[size], vector.getDataBuffer());
        Memory.write(offsets, size == 0 ? 0 : size + 1, vector.getOffsetBuffer());
        Memory.writeValidity(batch.validity(column.name()), size, vector.getValidityBuffer());
        return vector;
      } catch (RuntimeException | Error e) {
        vector.close();
        throw e;
      }
    }

    private static int length(byte[] cells, int first, int width) {
      int length = width;
      while (length > 0 && cells[first + length - 1] == 0) {
        length--;
      }
      return length;
    }

    private static boolean isUtf8(byte[] cells, int first, int length) {
      for (int i = first; i < first + length; i++) {
        if (cells[i] < 0) {
          return decodes(ByteBuffer.wrap(cells, i, first + length - i));
        }
      }
      return true;
    }

    private static boolean decodes(ByteBuffer bytes) {
      try {
        // A new decoder reports, where that of String replaces.
        StandardCharsets.UTF_8.newDecoder().decode(bytes);
        return true;
      } catch (CharacterCodingException e) {
        return false;
      }
    }
  }
}
