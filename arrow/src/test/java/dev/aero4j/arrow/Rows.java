package dev.aero4j.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnBatchBuilder;
import dev.aero4j.columns.Schema;
import java.util.Random;

/** Rows with any bits in them, and what it means that they are the same. */
final class Rows {
  private Rows() {}

  static ColumnBatch random(Schema schema, int size, long seed) {
    Random random = new Random(seed);
    ColumnBatchBuilder builder = ColumnBatch.builder(schema, size);
    for (Column column : schema.columns()) {
      fill(builder, column, size * column.type().width(), random);
      int holes = random.nextInt(4);
      for (int row = 0; row < size; row++) {
        if (random.nextInt(4) < holes) {
          builder.invalid(column.name(), row);
        }
      }
    }
    return builder.build();
  }

  private static void fill(ColumnBatchBuilder builder, Column column, int elements, Random random) {
    byte[] bytes = new byte[elements];
    short[] shorts = new short[elements];
    int[] ints = new int[elements];
    long[] longs = new long[elements];
    float[] floats = new float[elements];
    double[] doubles = new double[elements];
    for (int i = 0; i < elements; i++) {
      long bits = random.nextInt(4) == 0 ? 0 : random.nextLong();
      bytes[i] = (byte) bits;
      shorts[i] = (short) bits;
      ints[i] = (int) bits;
      longs[i] = bits;
      floats[i] = Float.intBitsToFloat((int) bits);
      doubles[i] = Double.longBitsToDouble(bits);
    }
    String name = column.name();
    switch (column.type().kind()) {
      case I1, U1, S, V -> builder.bytes(name, bytes);
      case I2, U2, F2 -> builder.shorts(name, shorts);
      case I4, U4 -> builder.ints(name, ints);
      case I8, U8 -> builder.longs(name, longs);
      case F4 -> builder.floats(name, floats);
      case F8 -> builder.doubles(name, doubles);
    }
  }

  /** Asserts that schema, validity and every cell that has a value are the same, bit for bit. */
  static void assertSame(ColumnBatch seen, ColumnBatch expected) {
    assertThat(seen.schema()).isEqualTo(expected.schema());
    assertThat(seen.size()).isEqualTo(expected.size());
    for (Column column : expected.schema().columns()) {
      String name = column.name();
      assertThat(seen.validity(name)).as(name).isEqualTo(expected.validity(name));
      for (int row = 0; row < expected.size(); row++) {
        if (expected.isValid(row, name)) {
          assertThat(cell(seen, row, column))
              .as("%s %d", name, row)
              .isEqualTo(cell(expected, row, column));
        }
      }
    }
  }

  private static Object cell(ColumnBatch batch, int row, Column column) {
    if (column.type().isArray() || column.type().kind().isBytes()) {
      return batch.getBytes(row, column.name());
    }
    return switch (column.type().kind()) {
      case F2 -> batch.shorts(column.name())[row];
      case F4 -> Float.floatToRawIntBits(batch.floats(column.name())[row]);
      case F8 -> Double.doubleToRawLongBits(batch.doubles(column.name())[row]);
      default -> batch.getLong(row, column.name());
    };
  }
}
