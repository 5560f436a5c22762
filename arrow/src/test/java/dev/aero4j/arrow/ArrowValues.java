package dev.aero4j.arrow;

import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnType;
import dev.aero4j.columns.ColumnType.Kind;
import dev.aero4j.columns.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.arrow.vector.FieldVector;
import org.jspecify.annotations.Nullable;

/** Cells as the objects that Arrow's own getters give. */
final class ArrowValues {
  private ArrowValues() {}

  /** The columns of text of a schema: with any bytes in them they are Binary. */
  static Set<String> text(Schema schema) {
    return schema.columns().stream()
        .filter(column -> column.type().kind() == Kind.S)
        .map(Column::name)
        .collect(Collectors.toSet());
  }

  /** What the type of a column is called by Arrow, with that of the elements of lists. */
  static String arrowType(ColumnType type) {
    String single =
        switch (type.kind()) {
          case I1 -> "Int(8, true)";
          case I2 -> "Int(16, true)";
          case I4 -> "Int(32, true)";
          case I8 -> "Int(64, true)";
          case U1 -> "Int(8, false)";
          case U2 -> "Int(16, false)";
          case U4 -> "Int(32, false)";
          case U8 -> "Int(64, false)";
          case F2 -> "FloatingPoint(HALF)";
          case F4 -> "FloatingPoint(SINGLE)";
          case F8 -> "FloatingPoint(DOUBLE)";
          case S -> "Binary";
          case V -> "FixedSizeBinary(" + type.width() + ")";
        };
    return type.isArray() ? "FixedSizeList(" + type.width() + ")[" + single + "]" : single;
  }

  /** The same of a vector. */
  static String typeOf(FieldVector vector) {
    String type = vector.getField().getType().toString();
    return vector.getField().getChildren().isEmpty()
        ? type
        : type + "[" + vector.getField().getChildren().get(0).getType() + "]";
  }

  /** A cell as Arrow's getter for its type gives it; null when it has no value. */
  static @Nullable Object cell(ColumnBatch batch, Column column, int row) {
    ColumnType type = column.type();
    if (!batch.isValid(row, column.name())) {
      return null;
    }
    int first = row * type.width();
    if (type.kind().isBytes()) {
      byte[] cells = batch.bytes(column.name());
      int end = first + type.width();
      while (type.kind() == Kind.S && end > first && cells[end - 1] == 0) {
        end--;
      }
      return Arrays.copyOfRange(cells, first, end);
    }
    if (!type.isArray()) {
      return element(batch, column, row);
    }
    List<Object> elements = new ArrayList<>();
    for (int i = first; i < first + type.width(); i++) {
      elements.add(element(batch, column, i));
    }
    return elements;
  }

  private static Object element(ColumnBatch batch, Column column, int index) {
    String name = column.name();
    return switch (column.type().kind()) {
      case I1, U1, S, V -> batch.bytes(name)[index];
      case I2, F2 -> batch.shorts(name)[index];
      case U2 -> (char) batch.shorts(name)[index];
      case I4, U4 -> batch.ints(name)[index];
      case I8, U8 -> batch.longs(name)[index];
      case F4 -> batch.floats(name)[index];
      case F8 -> batch.doubles(name)[index];
    };
  }

  /** What can be compared bit for bit. */
  static String canonical(@Nullable Object value) {
    return switch (value) {
      case byte[] bytes -> "bytes " + HexFormat.of().formatHex(bytes);
      case Float number -> "float " + Integer.toHexString(Float.floatToRawIntBits(number));
      case Double number -> "double " + Long.toHexString(Double.doubleToRawLongBits(number));
      case Character number -> "char " + (int) number;
      case List<?> list -> list.stream().map(ArrowValues::canonical).toList().toString();
      case null -> "null";
      default -> value.getClass().getSimpleName() + " " + value;
    };
  }
}
