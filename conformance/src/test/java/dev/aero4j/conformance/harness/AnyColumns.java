package dev.aero4j.conformance.harness;

import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnBatchBuilder;
import dev.aero4j.columns.ColumnType;
import dev.aero4j.columns.ColumnType.Kind;
import dev.aero4j.columns.Schema;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Columns of any types with any values, as primitive arrays on one side, and on the other as the
 * objects that a client of records sees, worked out here from the documentation of the types.
 */
public final class AnyColumns {
  private static final String[] NUMBERS = {
    "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8"
  };

  private final Random random;
  private final Schema schema;
  private final int rows;
  private final Object[] arrays;
  private final @Nullable Object[][] bins;

  /** Makes columns of a seed; the same seed makes the same ones. */
  public AnyColumns(long seed, int rows) {
    this.random = new Random(seed);
    this.rows = rows;
    List<Column> columns = new ArrayList<>();
    for (int i = random.nextInt(1, 10); i > 0; i--) {
      columns.add(Column.of("bin" + i, type()));
    }
    this.schema = Schema.of(columns);
    this.arrays = new Object[columns.size()];
    this.bins = new @Nullable Object[columns.size()][rows];
    for (int column = 0; column < arrays.length; column++) {
      fill(column);
    }
  }

  private String type() {
    int width = random.nextInt(1, 12);
    return switch (random.nextInt(4)) {
      case 0 -> "S" + width;
      case 1 -> "V" + width;
      case 2 -> NUMBERS[random.nextInt(NUMBERS.length)] + "[" + width + "]";
      default -> NUMBERS[random.nextInt(NUMBERS.length)];
    };
  }

  /** Returns the columns. */
  public Schema schema() {
    return schema;
  }

  /** Returns what a bin is for a client of records; null for none. */
  public @Nullable Object bin(int row, int column) {
    return bins[column][row];
  }

  /** Returns whether a row has a bin. */
  public boolean isRecord(int row) {
    return Arrays.stream(bins).anyMatch(column -> column[row] != null);
  }

  /** Returns the same as a batch, with another column in front. */
  public ColumnBatchBuilder batch(String keyColumn, String keyType) {
    List<Column> columns = new ArrayList<>(schema.columns());
    columns.addFirst(Column.of(keyColumn, keyType));
    ColumnBatchBuilder builder = ColumnBatch.builder(Schema.of(columns), rows);
    for (int column = 0; column < arrays.length; column++) {
      String name = schema.column(column).name();
      switch (arrays[column]) {
        case byte[] values -> builder.bytes(name, values);
        case short[] values -> builder.shorts(name, values);
        case int[] values -> builder.ints(name, values);
        case long[] values -> builder.longs(name, values);
        case float[] values -> builder.floats(name, values);
        case double[] values -> builder.doubles(name, values);
        default -> throw new AssertionError(name);
      }
      for (int row = 0; row < rows; row++) {
        if (bins[column][row] == null) {
          builder.invalid(name, row);
        }
      }
    }
    return builder;
  }

  /** Returns whether a cell of a batch has the elements that are here, bit for bit. */
  public boolean isSame(ColumnBatch batch, int row, int column) {
    Object seen = array(batch, schema.column(column));
    int width = schema.column(column).type().width();
    for (int i = row * width; i < (row + 1) * width; i++) {
      // Boxed floats are equal bit for bit, with all NaNs the same.
      if (!Array.get(seen, i).equals(Array.get(arrays[column], i))) {
        return false;
      }
    }
    return true;
  }

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

  private void fill(int column) {
    ColumnType type = schema.column(column).type();
    int width = type.width();
    Object array = newArray(type.kind(), rows * width);
    for (int i = 0; i < rows * width; i++) {
      Array.set(array, i, element(type.kind()));
    }
    arrays[column] = array;
    int holes = random.nextInt(3);
    for (int row = 0; row < rows; row++) {
      if (type.kind() == Kind.S) {
        fillText((byte[]) array, row * width, width);
      }
      bins[column][row] = random.nextInt(6) < holes ? null : seen(type, array, row * width);
    }
  }

  private static Object newArray(Kind kind, int length) {
    return switch (kind) {
      case I1, U1, S, V -> new byte[length];
      case I2, U2, F2 -> new short[length];
      case I4, U4 -> new int[length];
      case I8, U8 -> new long[length];
      case F4 -> new float[length];
      case F8 -> new double[length];
    };
  }

  private Object element(Kind kind) {
    long bits = random.nextInt(5) == 0 ? random.nextInt(3) - 1 : random.nextLong();
    return switch (kind) {
      case I1, U1, S, V -> (byte) bits;
      case I2, U2 -> (short) bits;
      case I4, U4 -> (int) bits;
      case I8 -> bits;
      // Bins hold no more.
      case U8 -> bits & Long.MAX_VALUE;
      case F2 -> Float.floatToFloat16((float) random.nextGaussian() * 50);
      case F4 -> quiet(Float.intBitsToFloat((int) bits));
      case F8 -> Double.longBitsToDouble(bits);
    };
  }

  /** A signalling NaN turns quiet on its way through a double. */
  private static float quiet(float value) {
    return Float.isNaN(value) ? Float.NaN : value;
  }

  /** Text of any length that fits, and sometimes bytes that are none. */
  private void fillText(byte[] array, int first, int width) {
    Arrays.fill(array, first, first + width, (byte) 0);
    if (random.nextInt(8) == 0) {
      array[first] = (byte) 0xFF;
      return;
    }
    int room = random.nextInt(width + 1);
    int[] points = {'a', 'Z', 0xE4, 0x20AC, 0x1F600, 1};
    for (int at = first; ; ) {
      byte[] next =
          Character.toString(points[random.nextInt(points.length)])
              .getBytes(StandardCharsets.UTF_8);
      if (at + next.length > first + room) {
        return;
      }
      System.arraycopy(next, 0, array, at, next.length);
      at += next.length;
    }
  }

  private static Object seen(ColumnType type, Object array, int first) {
    if (type.isArray()) {
      return littleEndian(array, first, type);
    }
    return switch (type.kind()) {
      case S -> text((byte[]) array, first, type.width());
      case V -> Arrays.copyOfRange((byte[]) array, first, first + type.width());
      case I1, I2, I4, I8, U8 -> ((Number) Array.get(array, first)).longValue();
      case U1 -> ((byte[]) array)[first] & 0xFFL;
      case U2 -> ((short[]) array)[first] & 0xFFFFL;
      case U4 -> ((int[]) array)[first] & 0xFFFF_FFFFL;
      case F2 -> (double) Float.float16ToFloat(((short[]) array)[first]);
      case F4, F8 -> ((Number) Array.get(array, first)).doubleValue();
    };
  }

  private static Object text(byte[] array, int first, int width) {
    int end = first + width;
    while (end > first && array[end - 1] == 0) {
      end--;
    }
    byte[] bytes = Arrays.copyOfRange(array, first, end);
    return bytes.length > 0 && bytes[0] == (byte) 0xFF
        ? bytes
        : new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] littleEndian(Object array, int first, ColumnType type) {
    ByteBuffer bytes = ByteBuffer.allocate(type.cellBytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = first; i < first + type.width(); i++) {
      switch (array) {
        case byte[] values -> bytes.put(values[i]);
        case short[] values -> bytes.putShort(values[i]);
        case int[] values -> bytes.putInt(values[i]);
        case long[] values -> bytes.putLong(values[i]);
        case float[] values -> bytes.putFloat(values[i]);
        case double[] values -> bytes.putDouble(values[i]);
        default -> throw new AssertionError(type);
      }
    }
    return bytes.array();
  }
}
