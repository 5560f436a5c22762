package dev.aero4j.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.BinNotFoundException;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ColumnBatchTest {
  @Test
  void arraysOfTheColumnsOwnWidthAreNotCopied() {
    byte[] bytes = {1, 2, 3, 4};
    short[] shorts = {1, 2};
    int[] ints = {1, 2};
    long[] longs = {1, -1};
    float[] floats = {1, 2, 3, 4};
    double[] doubles = {1, 2};
    Schema schema = Schema.parse("s:S2, h:f2, u:u4, l:u8, f:f4[2], d:f8");
    ColumnBatch batch =
        ColumnBatch.builder(schema, 2)
            .bytes("s", bytes)
            .shorts("h", shorts)
            .ints("u", ints)
            .longs("l", longs)
            .floats("f", floats)
            .doubles("d", doubles)
            .build();
    assertThat(batch.bytes("s")).isSameAs(bytes);
    assertThat(batch.shorts("h")).isSameAs(shorts);
    assertThat(batch.ints("u")).isSameAs(ints);
    assertThat(batch.longs("l")).isSameAs(longs);
    assertThat(batch.floats("f")).isSameAs(floats);
    assertThat(batch.doubles("d")).isSameAs(doubles);
    assertThat(batch.schema()).isEqualTo(schema);
    assertThat(batch.size()).isEqualTo(2);
    assertThat(batch.width("f")).isEqualTo(2);
    assertThat(batch).hasToString("2 rows of " + schema);
  }

  @Test
  void narrowerColumnsAreWidened() {
    ColumnBatch batch =
        ColumnBatch.builder(Schema.parse("a:i1, b:u1, c:u2, d:u4, e:f2, f:f4"), 2)
            .bytes("a", new byte[] {-1, 1})
            .bytes("b", new byte[] {-1, 1})
            .shorts("c", new short[] {-1, 1})
            .ints("d", new int[] {-1, 1})
            .doubles("e", new double[] {0.5, -0.0})
            .floats("f", new float[] {0.1f, Float.NaN})
            .build();
    assertThat(batch.shorts("a")).containsExactly(-1, 1);
    assertThat(batch.shorts("b")).containsExactly(255, 1);
    assertThat(batch.ints("c")).containsExactly(65535, 1);
    assertThat(batch.longs("a")).containsExactly(-1, 1);
    assertThat(batch.longs("d")).containsExactly(4294967295L, 1);
    assertThat(batch.floats("e")).containsExactly(0.5f, -0.0f);
    assertThat(batch.doubles("e")).containsExactly(0.5, -0.0);
    assertThat(batch.doubles("f")).containsExactly((double) 0.1f, Double.NaN);
    assertThat(batch.getLong(0, "d")).isEqualTo(4294967295L);
    assertThat(batch.getDouble(0, "e")).isEqualTo(0.5);
  }

  @Test
  void anAccessorOfAnotherTypeTellsTheRightOne() {
    ColumnBatch batch =
        ColumnBatch.builder(Schema.parse("i:i8, f:f8, s:S4, v:f4[2]"), 1)
            .longs("i", new long[1])
            .doubles("f", new double[1])
            .strings("s", List.of("x"))
            .floats("v", new float[2])
            .build();
    assertFails(() -> batch.ints("i"), "'i' is of type i8", "not for ints; use longs");
    assertFails(() -> batch.doubles("i"), "'i' is of type i8", "use longs");
    assertFails(() -> batch.floats("f"), "'f' is of type f8", "use doubles");
    assertFails(() -> batch.longs("s"), "'s' is of type S4", "use bytes");
    assertFails(() -> batch.bytes("v"), "'v' is of type f4[2]", "use floats or doubles");
    assertFails(() -> batch.getDouble(0, "v"), "use getFloats or getBytes");
    assertFails(() -> batch.getLong(0, "f"), "use getDouble");
    assertFails(() -> batch.getLong(0, "s"), "use getString or getBytes");
    assertFails(() -> batch.shorts("x"), "no column 'x'", "i:i8, f:f8, s:S4, v:f4[2]");
    assertThatThrownBy(() -> batch.getLong(1, "i")).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> batch.isValid(-1, "i")).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void textIsWithoutZerosAtItsEndAndRawBytesAreAll() {
    ColumnBatch batch =
        ColumnBatch.builder(Schema.parse("s:S4, v:V4, a:u2[2]"), 3)
            .strings("s", Arrays.asList("ab", "€a", null))
            .blobs("v", List.of(new byte[] {1, 0}, new byte[4], new byte[] {1, 2, 3, 4}))
            .blobs("a", Arrays.asList(new byte[] {1, 2, 3, 4}, null, new byte[4]))
            .build();
    assertThat(batch.getString(0, "s")).isEqualTo("ab");
    assertThat(batch.getString(1, "s")).isEqualTo("€a");
    assertThat(batch.getBytes(0, "s")).containsExactly('a', 'b');
    assertThat(batch.getBytes(0, "v")).containsExactly(1, 0, 0, 0);
    assertThat(batch.getBytes(0, "a")).containsExactly(1, 2, 3, 4);
    assertThat(batch.getLongs(0, "a")).containsExactly(0x0201, 0x0403);
    assertThat(batch.isValid(2, "s")).isFalse();
    assertThat(batch.isValid(1, "a")).isFalse();
    assertThat(batch.isAllValid("v")).isTrue();
  }

  @Test
  void aColumnThatIsGivenAnewHasTheNullsOfTheLastTimeOnly() {
    Schema schema = Schema.parse("s:S4, v:V1");
    ColumnBatchBuilder builder =
        ColumnBatch.builder(schema, 3)
            .strings("s", Arrays.asList(null, "b", "c"))
            .blobs("v", Arrays.asList(null, new byte[1], new byte[1]))
            .invalid("s", 2)
            .strings("s", Arrays.asList("a", null, "c"))
            .blobs("v", Arrays.asList(new byte[1], null, new byte[1]));
    ColumnBatch batch = builder.build();
    assertThat(batch.validity("s").stream()).containsExactly(0);
    assertThat(batch.validity("v").stream()).containsExactly(0, 2);
    ColumnBatch again = builder.bytes("s", new byte[12]).bytes("v", new byte[3]).build();
    assertThat(again.validity("s").stream()).containsExactly(0, 1);
    assertThat(again.isAllValid("v")).isTrue();
    assertThat(batch.validity("s").stream()).containsExactly(0);
    BitSet all = new BitSet();
    all.set(0, 3);
    ColumnBatch nulls =
        builder.strings("s", Arrays.asList("a", null, "c")).validity("s", all).build();
    assertThat(nulls.validity("s").stream()).containsExactly(0, 2);
  }

  @Test
  void aCellWithoutValueSaysWhy() {
    ColumnBatch batch =
        ColumnBatch.builder(Schema.of("a", "i4"), 3)
            .ints("a", new int[] {1, 2, 3})
            .invalid("a", 1)
            .build();
    assertThat(batch.problem(1, "a")).isEqualTo(CellProblem.NO_BIN);
    assertThat(batch.invalidReason(1, "a")).isEqualTo("no such bin");
    assertThat(batch.problem(0, "a")).isEqualTo(CellProblem.NONE);
    assertThat(batch.invalidReason(0, "a")).isNull();
    assertThat(batch.validity("a")).isEqualTo(bits(0, 2));
    assertThat(batch.isAllValid("a")).isFalse();
    assertThatThrownBy(() -> batch.getLong(1, "a"))
        .isInstanceOf(BinNotFoundException.class)
        .hasMessageContaining("column 'a', row 1, has no value: no such bin");
  }

  @Test
  void validityIsGivenAndTakenAsBits() {
    ColumnBatch batch =
        ColumnBatch.builder(Schema.parse("a:i4, b:i4"), 130)
            .ints("a", new int[130])
            .ints("b", new int[130])
            .validity("a", bits(0, 64, 129))
            .build();
    assertThat(batch.validity("a")).isEqualTo(bits(0, 64, 129));
    assertThat(batch.validity("b").cardinality()).isEqualTo(130);
  }

  @Test
  void aBatchOfTheCallerHasRecordsThatNeverExpire() {
    ColumnBatch batch = ColumnBatch.builder(Schema.of("a", "i4"), 2).ints("a", new int[2]).build();
    assertThat(batch.resultCodes()).containsExactly(0, 0);
    assertThat(batch.generations()).containsExactly(0, 0);
    assertThat(batch.ttls()).containsExactly(-1, -1);
    assertThat(batch.found()).containsExactly(0, 1);
    assertThat(batch.foundCount()).isEqualTo(2);
    assertThat(batch.key(0)).isNull();
    assertThat(batch.row(Key.of("test", null, 1))).isEmpty();
  }

  @Test
  void rowsAreFoundByKey() {
    int size = 1000;
    List<Key> keys =
        java.util.stream.IntStream.range(0, size)
            .mapToObj(i -> Key.of("test", "set", i % 900))
            .toList();
    ColumnBatch batch =
        ColumnBatch.builder(Schema.of("a", "i4"), size).ints("a", new int[size]).keys(keys).build();
    for (int row = 0; row < 900; row++) {
      assertThat(batch.row(Key.of("test", "set", row))).hasValue(row);
    }
    assertThat(batch.row(Key.of("other", "set", 1))).isEmpty();
    assertThat(batch.row(Key.of("test", "set", 901))).isEmpty();
    assertThat(batch.key(7)).isEqualTo(Key.of("test", "set", 7));
  }

  @Test
  void rowsAreViewsInOrder() {
    ColumnBatch batch =
        ColumnBatch.builder(Schema.parse("a:i4, b:f8, c:S3, d:f4[2], e:f8[1], f:i2[2]"), 2)
            .ints("a", new int[] {1, 2})
            .doubles("b", new double[] {0.5, 1.5})
            .strings("c", List.of("x", "y"))
            .floats("d", new float[] {1, 2, 3, 4})
            .doubles("e", new double[] {7, 8})
            .longs("f", new long[] {1, 2, 3, 4})
            .build();
    assertThat(batch).hasSize(2);
    ColumnRow row = batch.at(1);
    assertThat(row.number()).isEqualTo(1);
    assertThat(row.key()).isNull();
    assertThat(row.resultCode()).isZero();
    assertThat(row.isValid("a")).isTrue();
    assertThat(row.getLong("a")).isEqualTo(2);
    assertThat(row.getDouble("b")).isEqualTo(1.5);
    assertThat(row.getString("c")).isEqualTo("y");
    assertThat(row.getBytes("c")).isEqualTo("y".getBytes(StandardCharsets.UTF_8));
    assertThat(row.getFloats("d")).containsExactly(3, 4);
    assertThat(row.getDoubles("d")).containsExactly(3, 4);
    assertThat(row.getDoubles("e")).containsExactly(8);
    assertThat(row.getLongs("f")).containsExactly(3, 4);
    assertThat(row).hasToString("row 1 of 2");
    assertThatThrownBy(() -> batch.at(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void integersAreConvertedWhereNothingIsLost() {
    ColumnBatch batch =
        ColumnBatch.builder(Schema.parse("a:i1, b:u8, c:f4, d:f2, e:u2"), 2)
            .longs("a", new long[] {-128, 127})
            .ints("b", new int[] {0, Integer.MAX_VALUE})
            .longs("c", new long[] {1L << 40, -3})
            .floats("d", new float[] {65504, -0.25f})
            .ints("e", new int[] {0, 65535})
            .build();
    assertThat(batch.longs("a")).containsExactly(-128, 127);
    assertThat(batch.longs("b")).containsExactly(0, Integer.MAX_VALUE);
    assertThat(batch.floats("c")).containsExactly(0x1p40f, -3);
    assertThat(batch.floats("d")).containsExactly(65504, -0.25f);
    assertThat(batch.ints("e")).containsExactly(0, 65535);
  }

  @Test
  void whatDoesNotFitIsNamedWithColumnAndRow() {
    Schema schema = Schema.parse("i:i1, f:f4, s:S3, v:V2, a:i2[2], u:u8");
    ColumnBatchBuilder builder = ColumnBatch.builder(schema, 2);
    assertFails(() -> builder.ints("i", new int[] {1, 128}), "'i' is of type i1", "row 1 has 128");
    assertFails(() -> builder.ints("u", new int[] {1, -1}), "'u' is of type u8", "row 1 has -1");
    assertFails(() -> builder.longs("f", new long[] {0, 16777217}), "'f'", "row 1 has 16777217");
    assertFails(() -> builder.doubles("f", new double[] {1e39, 0}), "'f'", "row 0 has 1.0E39");
    assertFails(() -> builder.doubles("i", new double[2]), "'i'", "an array of double");
    assertFails(() -> builder.ints("s", new int[6]), "'s'", "an array of int");
    assertFails(
        () -> builder.ints("a", new int[] {1, 2, 3, 99999}), "'a'", "row 1 has 99999 at element 1");
    assertFails(() -> builder.ints("a", new int[2]), "'a'", "2 elements", "expected are 4 (2 rows");
    assertFails(() -> builder.strings("s", List.of("abc", "ab€")), "'s'", "row 1 has 5", "are 3");
    assertFails(() -> builder.strings("s", List.of("abc")), "'s'", "1 rows were given", "are 2");
    assertFails(() -> builder.strings("i", List.of("a", "b")), "'i'", "strings become S");
    assertFails(() -> builder.blobs("i", List.of()), "'i'", "bytes become S");
    assertFails(
        () -> builder.blobs("v", List.of(new byte[3], new byte[1])), "'v'", "row 0 has 3 bytes");
    assertFails(
        () -> builder.blobs("a", List.of(new byte[4], new byte[3])),
        "'a'",
        "row 1 has 3 bytes; expected are 4");
    assertFails(() -> builder.ints("x", new int[2]), "no column 'x'", schema.toString());
    assertFails(() -> builder.invalid("i", 2), "'i' has no row 2", "there are 2");
    assertFails(() -> builder.validity("i", bits(2)), "'i'", "row 2", "there are 2");
    assertFails(() -> builder.keys(List.of()), "0 keys", "2 rows");
    assertFails(
        () -> ColumnBatch.builder(schema, 2).bytes("i", new byte[2]).build(),
        "column 'f', column 's', column 'v', column 'a', column 'u'");
    assertFails(() -> ColumnBatch.builder(schema, -1), "-1 rows");
    assertFails(
        () -> ColumnBatch.builder(Schema.of("x", "S1000000"), 10_000).bytes("x", new byte[1]),
        "column 'x'",
        "10000000000 elements",
        "fewer rows");
  }

  private static BitSet bits(int... rows) {
    BitSet bits = new BitSet();
    for (int row : rows) {
      bits.set(row);
    }
    return bits;
  }

  private static void assertFails(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContainingAll(parts);
  }
}
