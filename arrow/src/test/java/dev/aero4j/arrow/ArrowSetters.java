package dev.aero4j.arrow;

import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnType;
import java.util.List;
import java.util.Objects;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FixedSizeBinaryVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt2Vector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.types.pojo.FieldType;

/** Makes vectors as any program does that knows Arrow and not us: value by value. */
final class ArrowSetters {
  private ArrowSetters() {}

  static FieldVector vector(ColumnBatch batch, Column column, BufferAllocator allocator) {
    ColumnType type = column.type();
    int size = batch.size();
    if (!type.isArray()) {
      FieldVector vector = single(column.name(), type, allocator);
      for (int row = 0; row < size; row++) {
        Object value = ArrowValues.cell(batch, column, row);
        if (value != null) {
          set(vector, row, value);
        }
      }
      vector.setValueCount(size);
      return vector;
    }
    FixedSizeListVector list = FixedSizeListVector.empty(column.name(), type.width(), allocator);
    ColumnType element = ColumnType.parse(type.toString().substring(0, 2));
    FieldType elementType;
    try (FieldVector model = single("model", element, allocator)) {
      elementType = FieldType.nullable(model.getField().getType());
    }
    FieldVector elements = (FieldVector) list.addOrGetVector(elementType).getVector();
    for (int row = 0; row < size; row++) {
      if (ArrowValues.cell(batch, column, row) instanceof List<?> values) {
        list.setNotNull(row);
        for (int i = 0; i < type.width(); i++) {
          set(elements, row * type.width() + i, Objects.requireNonNull(values.get(i)));
        }
      }
    }
    list.setValueCount(size);
    return list;
  }

  private static FieldVector single(String name, ColumnType type, BufferAllocator allocator) {
    return switch (type.kind()) {
      case I1 -> new TinyIntVector(name, allocator);
      case I2 -> new SmallIntVector(name, allocator);
      case I4 -> new IntVector(name, allocator);
      case I8 -> new BigIntVector(name, allocator);
      case U1 -> new UInt1Vector(name, allocator);
      case U2 -> new UInt2Vector(name, allocator);
      case U4 -> new UInt4Vector(name, allocator);
      case U8 -> new UInt8Vector(name, allocator);
      case F2 -> new Float2Vector(name, allocator);
      case F4 -> new Float4Vector(name, allocator);
      case F8 -> new Float8Vector(name, allocator);
      case S -> new VarBinaryVector(name, allocator);
      case V -> new FixedSizeBinaryVector(name, allocator, type.width());
    };
  }

  private static void set(FieldVector vector, int at, Object value) {
    switch (vector) {
      case TinyIntVector numbers -> numbers.setSafe(at, (Byte) value);
      case SmallIntVector numbers -> numbers.setSafe(at, (Short) value);
      case IntVector numbers -> numbers.setSafe(at, (Integer) value);
      case BigIntVector numbers -> numbers.setSafe(at, (Long) value);
      case UInt1Vector numbers -> numbers.setSafe(at, (Byte) value);
      case UInt2Vector numbers -> numbers.setSafe(at, (Character) value);
      case UInt4Vector numbers -> numbers.setSafe(at, (Integer) value);
      case UInt8Vector numbers -> numbers.setSafe(at, (Long) value);
      case Float2Vector numbers -> numbers.setSafe(at, (Short) value);
      case Float4Vector numbers -> numbers.setSafe(at, (Float) value);
      case Float8Vector numbers -> numbers.setSafe(at, (Double) value);
      case VarBinaryVector bytes -> bytes.setSafe(at, (byte[]) value);
      case FixedSizeBinaryVector bytes -> bytes.setSafe(at, (byte[]) value);
      default -> throw new AssertionError(vector.getField());
    }
  }
}
