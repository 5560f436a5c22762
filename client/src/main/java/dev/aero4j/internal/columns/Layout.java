package dev.aero4j.internal.columns;

import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnType;
import dev.aero4j.columns.ColumnType.Kind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What decoding needs to know of a schema, worked out once. Immutable.
 *
 * <p><b>Names as numbers.</b> A bin's name has at most 15 bytes. So it is compared as two longs
 * that overlap in the middle, its first eight bytes and its last eight, instead of byte by byte.
 */
public final class Layout {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  final Kind[] kinds;
  final int[] widths;
  final boolean[] arrays;
  private final int[] lengths;
  private final long[] heads;
  private final long[] tails;
  private final List<String> bins;

  public Layout(List<Column> columns) {
    int count = columns.size();
    kinds = new Kind[count];
    widths = new int[count];
    arrays = new boolean[count];
    lengths = new int[count];
    heads = new long[count];
    tails = new long[count];
    for (int i = 0; i < count; i++) {
      ColumnType type = columns.get(i).type();
      kinds[i] = type.kind();
      widths[i] = type.width();
      arrays[i] = type.isArray();
      byte[] name = columns.get(i).name().getBytes(StandardCharsets.UTF_8);
      lengths[i] = name.length;
      heads[i] = head(name, 0, name.length);
      tails[i] = tail(name, 0, name.length);
    }
    bins = columns.stream().map(Column::name).filter(name -> !name.equals(Column.KEY)).toList();
  }

  /** The names of the columns that are read from bins, in order: all but that of the keys. */
  public List<String> bins() {
    return bins;
  }

  /** See {@link ColumnSink#columnOf}. */
  int columnOf(byte[] array, int offset, int length, int hint) {
    int count = lengths.length;
    int column = hint < count ? hint : 0;
    long head = head(array, offset, length);
    long tail = tail(array, offset, length);
    for (int i = 0; i < count; i++) {
      if (heads[column] == head && lengths[column] == length && tails[column] == tail) {
        return column;
      }
      column = column + 1 == count ? 0 : column + 1;
    }
    return -1;
  }

  private static long head(byte[] array, int offset, int length) {
    if (length >= Long.BYTES) {
      return (long) LONG.get(array, offset);
    }
    if (offset + Long.BYTES <= array.length && length > 0) {
      return (long) LONG.get(array, offset) >>> ((Long.BYTES - length) * 8);
    }
    long head = 0;
    for (int i = 0; i < length; i++) {
      head = head << 8 | (array[offset + i] & 0xFF);
    }
    return head;
  }

  private static long tail(byte[] array, int offset, int length) {
    return length > Long.BYTES ? (long) LONG.get(array, offset + length - Long.BYTES) : 0;
  }
}
