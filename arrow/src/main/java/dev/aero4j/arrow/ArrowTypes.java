package dev.aero4j.arrow;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.columns.ColumnType;
import dev.aero4j.columns.ColumnType.Kind;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.jspecify.annotations.Nullable;

/** Which type of Arrow is which type of a column. */
final class ArrowTypes {
  private static final String ALLOWED =
      "; readable are Int, FloatingPoint, Utf8, Binary, FixedSizeBinary, and FixedSizeList of Int or"
          + " FloatingPoint";

  private ArrowTypes() {}

  /**
   * Describes a column.
   *
   * @param isBinary for {@code S<n>}: whether it is of any bytes, and not of text
   */
  static Field field(String name, ColumnType type, boolean isBinary) {
    Map<String, String> metadata = Map.of(ArrowColumns.TYPE, type.toString());
    if (type.isArray()) {
      FieldType list =
          new FieldType(true, new ArrowType.FixedSizeList(type.width()), null, metadata);
      Field element = new Field("item", FieldType.notNullable(number(type.kind())), null);
      return new Field(name, list, List.of(element));
    }
    ArrowType single =
        switch (type.kind()) {
          case S -> isBinary ? ArrowType.Binary.INSTANCE : ArrowType.Utf8.INSTANCE;
          case V -> new ArrowType.FixedSizeBinary(type.width());
          default -> number(type.kind());
        };
    return new Field(name, new FieldType(true, single, null, metadata), null);
  }

  private static ArrowType number(Kind kind) {
    return switch (kind) {
      case F2 -> new ArrowType.FloatingPoint(FloatingPointPrecision.HALF);
      case F4 -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
      case F8 -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
      default -> new ArrowType.Int(kind.bytes() * Byte.SIZE, !kind.isUnsigned());
    };
  }

  /**
   * Returns what a vector is as a column.
   *
   * @throws InvalidArgumentException when it is none; the message names the field
   */
  static ColumnType columnType(FieldVector vector) {
    Field field = vector.getField();
    if (field.getDictionary() != null) {
      throw new InvalidArgumentException(
          "field '" + field.getName() + "' is encoded with a dictionary; decode it first");
    }
    if (field.getChildren().stream().anyMatch(child -> child.getDictionary() != null)) {
      throw new InvalidArgumentException(
          "the elements of field '"
              + field.getName()
              + "' are encoded with a dictionary; decode them first");
    }
    ColumnType number = number(field.getType());
    if (number != null) {
      return number;
    }
    try {
      if (field.getType() instanceof ArrowType.FixedSizeBinary binary) {
        return ColumnType.raw(binary.getByteWidth());
      } else if (vector instanceof BaseVariableWidthVector text
          && (field.getType() instanceof ArrowType.Utf8
              || field.getType() instanceof ArrowType.Binary)) {
        return text(field, VectorReader.longest(text));
      } else if (field.getType() instanceof ArrowType.FixedSizeList list) {
        ColumnType element = number(field.getChildren().get(0).getType());
        if (element != null) {
          return element.array(list.getListSize());
        }
      }
    } catch (InvalidArgumentException e) {
      throw new InvalidArgumentException("field '" + field.getName() + "': " + e.getMessage());
    }
    throw new InvalidArgumentException("field '" + field + "' is no column" + ALLOWED);
  }

  /** What it was, unless somebody has put longer text in since. */
  private static ColumnType text(Field field, int longest) {
    String known = field.getMetadata().get(ArrowColumns.TYPE);
    if (known != null) {
      ColumnType type = ColumnType.parse(known);
      if (type.kind() == Kind.S && type.width() >= longest) {
        return type;
      }
    }
    return ColumnType.bytes(Math.max(1, longest));
  }

  private static @Nullable ColumnType number(ArrowType type) {
    if (type instanceof ArrowType.Int integer) {
      return ColumnType.parse((integer.getIsSigned() ? "i" : "u") + integer.getBitWidth() / 8);
    } else if (type instanceof ArrowType.FloatingPoint real) {
      return switch (real.getPrecision()) {
        case HALF -> ColumnType.F2;
        case SINGLE -> ColumnType.F4;
        case DOUBLE -> ColumnType.F8;
      };
    }
    return null;
  }
}
