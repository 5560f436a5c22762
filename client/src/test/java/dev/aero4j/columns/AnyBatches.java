package dev.aero4j.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Batches of any schema with any bits in them, and cells without a value. */
public final class AnyBatches {
  private static final ColumnType[] NUMBERS = {
    ColumnType.I1,
    ColumnType.I2,
    ColumnType.I4,
    ColumnType.I8,
    ColumnType.U1,
    ColumnType.U2,
    ColumnType.U4,
    ColumnType.U8,
    ColumnType.F2,
    ColumnType.F4,
    ColumnType.F8
  };

  private AnyBatches() {}

  static Arbitrary<ColumnType> types() {
    return Arbitraries.oneOf(
        Arbitraries.of(NUMBERS),
        Combinators.combine(Arbitraries.of(NUMBERS), Arbitraries.integers().between(1, 9))
            .as(ColumnType::array),
        Arbitraries.integers().between(1, 20).map(ColumnType::bytes),
        Arbitraries.integers().between(1, 20).map(ColumnType::raw));
  }

  static Arbitrary<Schema> schemas() {
    Arbitrary<String> names =
        Arbitraries.strings()
            .withChars("abc_'\\\" \n\u00e4\u20ac")
            .ofMinLength(1)
            .ofMaxLength(5)
            .filter(name -> !name.equals(Column.VALIDITY));
    return Combinators.combine(names, types())
        .as(Column::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .uniqueElements(Column::name)
        .map(Schema::of);
  }

  public static Arbitrary<ColumnBatch> batches() {
    return Combinators.combine(
            schemas(), Arbitraries.integers().between(0, 200), Arbitraries.longs())
        .as(AnyBatches::batch);
  }

  private static ColumnBatch batch(Schema schema, int size, long seed) {
    Random random = new Random(seed);
    ColumnBatchBuilder builder = ColumnBatch.builder(schema, size);
    for (Column column : schema.columns()) {
      fill(builder, column, size, random);
      if (random.nextBoolean()) {
        for (int row = 0; row < size; row++) {
          if (random.nextInt(4) == 0) {
            builder.invalid(column.name(), row);
          }
        }
      }
    }
    return builder.build();
  }

  private static void fill(ColumnBatchBuilder builder, Column column, int size, Random random) {
    int elements = size * column.type().width();
    String name = column.name();
    switch (column.type().kind()) {
      case I1, U1, S, V -> {
        byte[] values = new byte[elements];
        for (int i = 0; i < elements; i++) {
          values[i] = (byte) bits(random);
        }
        builder.bytes(name, values);
      }
      case I2, U2, F2 -> {
        short[] values = new short[elements];
        for (int i = 0; i < elements; i++) {
          values[i] = (short) bits(random);
        }
        builder.shorts(name, values);
      }
      case I4, U4 -> {
        int[] values = new int[elements];
        for (int i = 0; i < elements; i++) {
          values[i] = (int) bits(random);
        }
        builder.ints(name, values);
      }
      case I8, U8 -> {
        long[] values = new long[elements];
        for (int i = 0; i < elements; i++) {
          values[i] = bits(random);
        }
        builder.longs(name, values);
      }
      case F4 -> {
        float[] values = new float[elements];
        for (int i = 0; i < elements; i++) {
          values[i] = Float.intBitsToFloat((int) (bits(random) >> 32));
        }
        builder.floats(name, values);
      }
      case F8 -> {
        double[] values = new double[elements];
        for (int i = 0; i < elements; i++) {
          values[i] = Double.longBitsToDouble(bits(random));
        }
        builder.doubles(name, values);
      }
    }
  }

  /** Zero, all ones, -0.0, infinity, a NaN with a payload, bytes that all differ, or anything. */
  private static long bits(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> -1;
      case 2 -> Long.MIN_VALUE;
      case 3 -> 0x7FF0_0000_0000_0000L;
      case 4 -> 0x7FF8_1234_5678_9ABCL;
      case 5 -> 0x0102_0304_0506_0708L;
      default -> random.nextLong();
    };
  }

  /** Asserts that schema, validity and every cell that has a value are the same, bit for bit. */
  public static void assertSame(ColumnBatch seen, ColumnBatch expected) {
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
    ColumnType type = column.type();
    if (type.isArray() || type.kind().isBytes()) {
      return batch.getBytes(row, column.name());
    }
    return switch (type.kind()) {
      case F2 -> batch.shorts(column.name())[row];
      case F4 -> Float.floatToRawIntBits(batch.floats(column.name())[row]);
      case F8 -> Double.doubleToRawLongBits(batch.doubles(column.name())[row]);
      default -> batch.getLong(row, column.name());
    };
  }
}
