package dev.aero4j.arrow;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.wire.value.Utf8;
import java.util.BitSet;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.FieldVector;

/** Makes a vector of a column of text: of each cell as much as there is, one behind the other. */
final class TextWriter {
  private TextWriter() {}

  static FieldVector write(
      ColumnBatch batch, Column column, boolean isBinary, BufferAllocator allocator) {
    int size = batch.size();
    int width = column.type().width();
    byte[] cells = batch.bytes(column.name());
    BitSet valid = batch.validity(column.name());
    int[] offsets = new int[size + 1];
    for (int row = 0; row < size; row++) {
      int length = valid.get(row) ? batch.textLength(row, column.name()) : 0;
      offsets[row + 1] = offsets[row] + length;
      if (!isBinary && !Utf8.isValid(cells, row * width, length)) {
        throw notText(column, row);
      }
    }
    BaseVariableWidthVector vector =
        (BaseVariableWidthVector)
            ArrowTypes.field(column.name(), column.type(), isBinary).createVector(allocator);
    try {
      vector.allocateNew(offsets[size], size);
      vector.setLastSet(size - 1);
      vector.setValueCount(size);
      for (int row = 0; row < size; row++) {
        int length = offsets[row + 1] - offsets[row];
        vector.getDataBuffer().setBytes(offsets[row], cells, row * width, length);
      }
      Memory.write(offsets, size == 0 ? 0 : size + 1, vector.getOffsetBuffer());
      Memory.writeValidity(valid, size, vector.getValidityBuffer());
      return vector;
    } catch (RuntimeException | Error e) {
      vector.close();
      throw e;
    }
  }

  private static InvalidArgumentException notText(Column column, int row) {
    return new InvalidArgumentException(
        "column '"
            + column.name()
            + "', row "
            + row
            + ", is not UTF-8; name the column among those that become Binary");
  }
}
