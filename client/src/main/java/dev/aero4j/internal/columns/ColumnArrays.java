package dev.aero4j.internal.columns;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.columns.ColumnType;
import dev.aero4j.columns.ColumnType.Kind;
import java.util.Objects;

/**
 * Columns as primitive arrays: the column's own array where its elements are of that width, and a
 * copy with wider elements of narrower ones. Those without a sign are extended with zeros.
 */
public final class ColumnArrays {
  private ColumnArrays() {}

  public static byte[] bytes(ColumnData data, String name) {
    int column = data.schema().position(name);
    Kind kind = data.type(column).kind();
    require(kind.bytes() == 1, data, column, "bytes");
    return (byte[]) data.cells()[column].array();
  }

  public static short[] shorts(ColumnData data, String name) {
    int column = data.schema().position(name);
    Kind kind = data.type(column).kind();
    require(
        kind == Kind.F2 || (kind.isInteger() && kind.bytes() <= Short.BYTES),
        data,
        column,
        "shorts");
    Cells cells = data.cells()[column];
    if (cells.array() instanceof short[] own) {
      return own;
    }
    short[] copy = new short[elements(data, column)];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = (short) cells.integer(i);
    }
    return copy;
  }

  public static int[] ints(ColumnData data, String name) {
    int column = data.schema().position(name);
    Kind kind = data.type(column).kind();
    require(kind.isInteger() && kind.bytes() <= Integer.BYTES, data, column, "ints");
    Cells cells = data.cells()[column];
    if (cells.array() instanceof int[] own) {
      return own;
    }
    int[] copy = new int[elements(data, column)];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = (int) cells.integer(i);
    }
    return copy;
  }

  public static long[] longs(ColumnData data, String name) {
    int column = data.schema().position(name);
    require(data.type(column).kind().isInteger(), data, column, "longs");
    return data.cells()[column].array() instanceof long[] own
        ? own
        : longs(data, column, 0, elements(data, column));
  }

  public static float[] floats(ColumnData data, String name) {
    int column = data.schema().position(name);
    Kind kind = data.type(column).kind();
    require(kind.isFloat() && kind != Kind.F8, data, column, "floats");
    return data.cells()[column].array() instanceof float[] own
        ? own
        : floats(data, column, 0, elements(data, column));
  }

  public static double[] doubles(ColumnData data, String name) {
    int column = data.schema().position(name);
    require(data.type(column).kind().isFloat(), data, column, "doubles");
    return data.cells()[column].array() instanceof double[] own
        ? own
        : doubles(data, column, 0, elements(data, column));
  }

  /** Copies one row's integers. */
  public static long[] longs(ColumnData data, int row, String name) {
    int column = data.schema().position(name);
    require(data.type(column).kind().isInteger(), data, column, "getLongs");
    CellValues.requireValid(data, row, column);
    int width = data.type(column).width();
    return longs(data, column, row * width, width);
  }

  /** Copies one row's numbers. */
  public static float[] floats(ColumnData data, int row, String name) {
    int column = data.schema().position(name);
    Kind kind = data.type(column).kind();
    require(kind.isFloat() && kind != Kind.F8, data, column, "getFloats");
    CellValues.requireValid(data, row, column);
    int width = data.type(column).width();
    return floats(data, column, row * width, width);
  }

  /** Copies one row's numbers. */
  public static double[] doubles(ColumnData data, int row, String name) {
    int column = data.schema().position(name);
    require(data.type(column).kind().isFloat(), data, column, "getDoubles");
    CellValues.requireValid(data, row, column);
    int width = data.type(column).width();
    return doubles(data, column, row * width, width);
  }

  private static long[] longs(ColumnData data, int column, int first, int count) {
    Cells cells = data.cells()[column];
    long[] copy = new long[count];
    for (int i = 0; i < count; i++) {
      copy[i] = cells.integer(first + i);
    }
    return copy;
  }

  /** Not by way of double, which makes a signalling NaN of a float a quiet one. */
  private static float[] floats(ColumnData data, int column, int first, int count) {
    float[] copy = new float[count];
    Object array = data.cells()[column].array();
    if (array instanceof float[] own) {
      System.arraycopy(own, first, copy, 0, count);
    } else {
      short[] halves = (short[]) Objects.requireNonNull(array);
      for (int i = 0; i < count; i++) {
        copy[i] = HalfFloats.toFloat(halves[first + i]);
      }
    }
    return copy;
  }

  private static double[] doubles(ColumnData data, int column, int first, int count) {
    Cells cells = data.cells()[column];
    double[] copy = new double[count];
    for (int i = 0; i < count; i++) {
      copy[i] = cells.real(first + i);
    }
    return copy;
  }

  private static int elements(ColumnData data, int column) {
    return data.size() * data.type(column).width();
  }

  static void require(boolean met, ColumnData data, int column, String asked) {
    if (!met) {
      ColumnType type = data.type(column);
      throw new InvalidArgumentException(
          "column '"
              + data.schema().column(column).name()
              + "' is of type "
              + type
              + ", not for "
              + asked
              + "; use "
              + (asked.startsWith("get") ? getter(type) : accessor(type.kind())));
    }
  }

  private static String accessor(Kind kind) {
    return switch (kind) {
      case I1, U1, S, V -> "bytes";
      case I2, U2 -> "shorts, ints or longs";
      case I4, U4 -> "ints or longs";
      case I8, U8 -> "longs";
      case F2, F4 -> "floats or doubles";
      case F8 -> "doubles";
    };
  }

  private static String getter(ColumnType type) {
    Kind kind = type.kind();
    if (kind.isBytes()) {
      return kind == Kind.S ? "getString or getBytes" : "getBytes";
    }
    String one =
        kind.isInteger()
            ? "getLong"
            : kind == Kind.F8 || !type.isArray() ? "getDouble" : "getFloat";
    return type.isArray() ? one + "s or getBytes" : one;
  }
}
