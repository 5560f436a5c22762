package dev.aero4j.internal.columns;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The values of one column: a primitive array, row after row. A cell of a wider type takes as many
 * elements as {@link ColumnType#width} says. It checks no ranges: what does not fit is cast.
 *
 * <p>Not safe for use by several threads while it is written to.
 */
public abstract sealed class Cells
    permits ByteCells, ShortCells, IntCells, LongCells, FloatCells, DoubleCells {

  /** Makes cells of zeros for a column. */
  public static Cells allocate(Column column, int rows) {
    ColumnType type = column.type();
    int elements = elements(column, rows);
    return switch (type.kind()) {
      case I1, S, V -> new ByteCells(new byte[elements], false);
      case U1 -> new ByteCells(new byte[elements], true);
      case I2 -> new ShortCells(new short[elements], false);
      case U2 -> new ShortCells(new short[elements], true);
      case F2 -> new HalfCells(new short[elements]);
      case I4 -> new IntCells(new int[elements], false);
      case U4 -> new IntCells(new int[elements], true);
      case I8, U8 -> new LongCells(new long[elements]);
      case F4 -> new FloatCells(new float[elements]);
      case F8 -> new DoubleCells(new double[elements]);
    };
  }

  /** Makes cells of the caller's array, which must be of the type's own primitive. */
  public static Cells wrap(ColumnType type, Object array) {
    return switch (type.kind()) {
      case I1, S, V -> new ByteCells((byte[]) array, false);
      case U1 -> new ByteCells((byte[]) array, true);
      case I2 -> new ShortCells((short[]) array, false);
      case U2 -> new ShortCells((short[]) array, true);
      case F2 -> new HalfCells((short[]) array);
      case I4 -> new IntCells((int[]) array, false);
      case U4 -> new IntCells((int[]) array, true);
      case I8, U8 -> new LongCells((long[]) array);
      case F4 -> new FloatCells((float[]) array);
      case F8 -> new DoubleCells((double[]) array);
    };
  }

  /**
   * Returns the length of a column's array.
   *
   * @throws InvalidArgumentException when Java has no array of that length
   */
  public static int elements(Column column, int rows) {
    long elements = (long) rows * column.type().width();
    if (elements > Integer.MAX_VALUE - 8) {
      throw new InvalidArgumentException(
          "column '"
              + column.name()
              + "' of type "
              + column.type()
              + " would have "
              + elements
              + " elements in "
              + rows
              + " rows, and an array of Java holds "
              + (Integer.MAX_VALUE - 8)
              + "; use batches of fewer rows");
    }
    return (int) elements;
  }

  /** The array itself. */
  public abstract Object array();

  /** An element of a column of integers; without a sign if its type has none. */
  public long integer(int index) {
    throw wrongKind();
  }

  /** An element of a column of floating-point numbers. */
  public double real(int index) {
    throw wrongKind();
  }

  /** Sets an element to an integer, cast. */
  public abstract void setInteger(int index, long value);

  /** Sets an element of a column of floating-point numbers to the nearest number. */
  public void setReal(int index, double value) {
    throw wrongKind();
  }

  /** Sets elements to zero. */
  public abstract void zero(int index, int count);

  /**
   * Takes elements from bytes, little-endian.
   *
   * @param index the first element
   * @param count how many, one after the other in the bytes
   */
  public abstract void fromBytes(int index, int count, byte[] source, int offset);

  /** Writes elements as bytes, little-endian. */
  public abstract void toBytes(int index, int count, byte[] target, int offset);

  private static AssertionError wrongKind() {
    return new AssertionError("the caller looks at the column's kind first");
  }

  /** A view of bytes as the elements of such arrays. */
  static VarHandle view(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
  }
}
