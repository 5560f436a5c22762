package dev.aero4j.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.BinNotFoundException;
import dev.aero4j.BinTypeException;
import dev.aero4j.Key;
import dev.aero4j.RecordNotFoundException;
import dev.aero4j.columns.CellProblem;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Narrowing;
import dev.aero4j.columns.Schema;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.value.ParticleType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnSinkTest {
  private static final Key KEY = Key.of("test", "demo", "k");

  @ParameterizedTest
  @CsvSource({
    "i1, -128, 127",
    "i2, -32768, 32767",
    "i4, -2147483648, 2147483647",
    "i8, -9223372036854775808, 9223372036854775807",
    "u1, 0, 255",
    "u2, 0, 65535",
    "u4, 0, 4294967295",
    "u8, 0, 9223372036854775807"
  })
  void integersOfTheTypesRangeAreTaken(String type, long least, long most) {
    ColumnSink sink = sink(type, 2, Narrowing.STRICT);
    sink.integer(0, 0, least);
    sink.integer(1, 0, most);
    assertThat(sink.problem(null)).isNull();
    assertThat(sink.toBatch(null).longs("a")).containsExactly(least, most);
    if (most != Long.MAX_VALUE) {
      assertLoss(type, most + 1);
      assertThat(lenient(type, most + 1)).isEqualTo(least);
    }
    if (least != Long.MIN_VALUE) {
      assertLoss(type, least - 1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "f2, 2048, 2049, 2048",
    "f2, 65504, 65520, Infinity",
    "f4, 16777216, 16777217, 16777216",
    "f8, 9007199254740992, 9007199254740993, 9007199254740992",
    "f8, -9223372036854775808, 9223372036854775807, 9223372036854775807",
    "f4, 1099511627776, 9223372036854775807, 9223372036854775807",
    "f2, -2048, 9223372036854775807, Infinity",
    "f2, 0, -9223372036854775808, -Infinity"
  })
  void integersBecomeFloatsWhereTheyAreExact(String type, long exact, long not, double nearest) {
    ColumnSink sink = sink(type, 1, Narrowing.STRICT);
    sink.integer(0, 0, exact);
    assertThat(sink.problem(null)).isNull();
    assertThat(sink.toBatch(null).getDouble(0, "a")).isEqualTo((double) exact);
    assertLoss(type, not);
    ColumnSink lenient = sink(type, 1, Narrowing.LENIENT);
    lenient.integer(0, 0, not);
    assertThat(lenient.problem(null)).isNull();
    assertThat(lenient.toBatch(null).getDouble(0, "a")).isEqualTo(nearest);
  }

  @Test
  void doublesAreRoundedToTheNearestAndMustStayFinite() {
    ColumnSink sink = new ColumnSink(Schema.parse("h:f2, f:f4, d:f8"), 4, Narrowing.STRICT);
    double[] values = {0.1, -0.0, Double.NaN, Double.NEGATIVE_INFINITY};
    for (int row = 0; row < values.length; row++) {
      for (int column = 0; column < 3; column++) {
        sink.real(row, column, values[row]);
      }
    }
    assertThat(sink.problem(null)).isNull();
    ColumnBatch batch = sink.toBatch(null);
    assertThat(batch.doubles("d")).containsExactly(values);
    assertThat(batch.floats("f")).containsExactly(0.1f, -0.0f, Float.NaN, Float.NEGATIVE_INFINITY);
    assertThat(batch.floats("h"))
        .containsExactly(0x1.998p-4f, -0.0f, Float.NaN, Float.NEGATIVE_INFINITY);
    assertThat(lossOf("f4", 1e39)).contains("holds 1.0E39");
    assertThat(lossOf("f2", 65520)).contains("holds 65520.0");
    ColumnSink lenient = new ColumnSink(Schema.parse("h:f2, f:f4"), 1, Narrowing.LENIENT);
    lenient.real(0, 0, 1e5);
    lenient.real(0, 1, -1e39);
    assertThat(lenient.toBatch(null).floats("h")).containsExactly(Float.POSITIVE_INFINITY);
    assertThat(lenient.toBatch(null).floats("f")).containsExactly(Float.NEGATIVE_INFINITY);
  }

  @Test
  void aHalfIsRoundedOnce() {
    // Just over the middle of 1 and the next half: a float in between would fall on the middle.
    assertThat(HalfFloats.toFloat(HalfFloats.of(1 + 0x1p-11 + 0x1p-40))).isEqualTo(1 + 0x1p-10f);
    assertThat(HalfFloats.toFloat(HalfFloats.of(1 + 0x1p-11))).isEqualTo(1);
    assertThat(HalfFloats.toFloat(HalfFloats.of(-(1 + 0x3p-11) + 0x1p-40)))
        .isEqualTo(-(1 + 0x1p-10f));
    assertThat(HalfFloats.toFloat(HalfFloats.of(Double.MIN_VALUE))).isZero();
    assertThat(HalfFloats.toFloat(HalfFloats.of(0x1p-25 + 0x1p-60))).isEqualTo(0x1p-24f);
    assertThat(HalfFloats.toFloat(HalfFloats.of(Double.MAX_VALUE)))
        .isEqualTo(Float.POSITIVE_INFINITY);
  }

  @Test
  void textAndBlobsArePaddedWithZeros() {
    ColumnSink sink = new ColumnSink(Schema.parse("s:S4, v:V3"), 2, Narrowing.STRICT);
    byte[] source = "..abcd..".getBytes(StandardCharsets.US_ASCII);
    sink.text(0, 0, source, 2, 4);
    sink.text(0, 0, source, 2, 2);
    sink.text(0, 1, source, 2, 3);
    sink.blob(1, 0, source, 2, 4);
    sink.blob(1, 1, source, 2, 1);
    assertThat(sink.problem(null)).isNull();
    ColumnBatch batch = sink.toBatch(null);
    assertThat(batch.bytes("s")).containsExactly('a', 'b', 0, 0, 'a', 'b', 'c', 'd');
    assertThat(batch.bytes("v")).containsExactly('a', 'b', 'c', 'a', 0, 0);
  }

  @Test
  void textThatIsTooLongIsCutOrALoss() {
    byte[] text = "abcd".getBytes(StandardCharsets.US_ASCII);
    ColumnSink lenient = sink("S3", 1, Narrowing.LENIENT);
    lenient.text(0, 0, text, 0, 4);
    lenient.meta(0, 0, 1, 0);
    assertThat(lenient.problem(null)).isNull();
    assertThat(lenient.toBatch(null).getString(0, "a")).isEqualTo("abc");

    ColumnSink strict = sink("V3", 1, Narrowing.STRICT);
    strict.blob(0, 0, text, 0, 4);
    strict.meta(0, 0, 1, 0);
    assertThat(strict.problem(List.of(KEY)))
        .hasMessageContaining(KEY.toString())
        .hasMessageContaining("bin 'a' holds blob of 4 bytes, which does not fit into V3");
    assertThat(strict.toBatch(null).invalidReason(0, "a"))
        .isEqualTo("blob of 4 bytes that does not fit into V3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"i2", "u4", "f2", "f4", "f8", "u8"})
  void anArrayIsTheLittleEndianBytesOfABlob(String number) {
    Schema schema = Schema.of("a", number + "[2]");
    int bytes = schema.type("a").cellBytes();
    byte[] source = new byte[bytes + 3];
    for (int i = 0; i < source.length; i++) {
      source[i] = (byte) (i + 40);
    }
    ColumnSink sink = new ColumnSink(schema, 3, Narrowing.STRICT);
    sink.blob(1, 0, source, 3, bytes);
    sink.blob(2, 0, source, 0, bytes - 1);
    sink.meta(1, 0, 1, 0);
    sink.meta(2, 0, 1, 0);
    ColumnBatch batch = sink.toBatch(null);
    assertThat(batch.getBytes(1, "a"))
        .isEqualTo(java.util.Arrays.copyOfRange(source, 3, bytes + 3));
    assertThat(batch.problem(2, "a")).isEqualTo(CellProblem.WRONG_LENGTH);
    assertThat(batch.invalidReason(2, "a"))
        .isEqualTo("blob of %d bytes, and %s[2] needs %d".formatted(bytes - 1, number, bytes));
  }

  @Test
  void whatCannotBecomeTheTypeIsNamed() {
    Schema schema = Schema.parse("i:i4, f:f8, s:S4, a:f4[2]");
    ColumnSink sink = new ColumnSink(schema, 6, Narrowing.STRICT);
    byte[] five = new byte[5];
    for (int column = 0; column < 4; column++) {
      sink.integer(0, column, 1);
      sink.real(1, column, 1);
      sink.text(2, column, five, 0, 4);
      sink.bool(3, column, true);
      sink.otherType(4, column, ParticleType.LIST);
      sink.otherType(5, column, ParticleType.NULL);
    }
    sink.blob(2, 1, five, 0, 1);
    for (int row = 0; row < 6; row++) {
      sink.meta(row, 0, 1, 0);
    }
    assertThat(sink.problem(null)).isNull();
    ColumnBatch batch = sink.toBatch(null);
    assertThat(batch.invalidReason(0, "i")).isNull();
    assertThat(batch.invalidReason(0, "f")).isNull();
    assertThat(batch.invalidReason(0, "s")).isEqualTo("integer, which cannot become S4");
    assertThat(batch.invalidReason(0, "a")).isEqualTo("integer, which cannot become f4[2]");
    assertThat(batch.invalidReason(1, "i")).isEqualTo("double, which cannot become i4");
    assertThat(batch.invalidReason(1, "s")).isEqualTo("double, which cannot become S4");
    assertThat(batch.invalidReason(1, "a")).isEqualTo("double, which cannot become f4[2]");
    assertThat(batch.invalidReason(2, "i")).isEqualTo("string of 4 bytes, which cannot become i4");
    assertThat(batch.invalidReason(2, "f")).isEqualTo("blob of 1 byte, which cannot become f8");
    assertThat(batch.invalidReason(2, "a"))
        .isEqualTo("string of 4 bytes, which cannot become f4[2]");
    assertThat(batch.invalidReason(3, "i")).isEqualTo("boolean, which cannot become i4");
    assertThat(batch.invalidReason(4, "s")).isEqualTo("list, which cannot become S4");
    assertThat(batch.invalidReason(5, "i")).isEqualTo("no such bin");
    assertThat(batch.problem(4, "s")).isEqualTo(CellProblem.WRONG_TYPE);
    assertThatThrownBy(() -> batch.getLong(2, "i"))
        .isInstanceOf(BinTypeException.class)
        .hasMessageContaining("column 'i', row 2, has no value: string of 4 bytes");
  }

  @Test
  void aRowWithoutRecordSaysItsCode() {
    ColumnSink sink = sink("i4", 3, Narrowing.STRICT);
    sink.meta(0, ResultCode.OK, 7, 0);
    sink.meta(1, ResultCode.KEY_NOT_FOUND, 0, 0);
    List<Key> keys = List.of(KEY, Key.of("test", "demo", 1), Key.of("test", "demo", 2));
    ColumnBatch batch = sink.toBatch(keys);
    assertThat(batch.resultCodes())
        .containsExactly(ResultCode.OK, ResultCode.KEY_NOT_FOUND, ResultCode.NO_RESPONSE);
    assertThat(batch.resultCode(1)).isEqualTo(ResultCode.KEY_NOT_FOUND);
    assertThat(batch.generations()).containsExactly(7, 0, 0);
    assertThat(batch.ttls()).containsExactly(-1, 0, 0);
    assertThat(batch.found()).containsExactly(0);
    assertThat(batch.foundCount()).isEqualTo(1);
    assertThat(batch.problem(0, "a")).isEqualTo(CellProblem.NO_BIN);
    assertThat(batch.problem(1, "a")).isEqualTo(CellProblem.NO_RECORD);
    assertThat(batch.invalidReason(1, "a")).isEqualTo("no record (KEY_NOT_FOUND, code 2)");
    assertThat(batch.row(keys.get(2))).hasValue(2);
    assertThatThrownBy(() -> batch.getLong(0, "a")).isInstanceOf(BinNotFoundException.class);
    assertThatThrownBy(() -> batch.getLong(1, "a"))
        .isInstanceOf(RecordNotFoundException.class)
        .hasMessageContaining(keys.get(1).toString());
  }

  @Test
  void expirationIsCountedFromNow() {
    ColumnSink sink = sink("i4", 2, Narrowing.STRICT);
    long now = System.currentTimeMillis() / 1000 - 1_262_304_000L;
    sink.meta(0, ResultCode.OK, 1, now + 1000);
    sink.meta(1, ResultCode.OK, 1, 0xFFFF_FFFEL);
    long[] ttls = sink.toBatch(null).ttls();
    assertThat(ttls[0]).isBetween(900L, 1000L);
    assertThat(ttls[1]).isGreaterThan(1_000_000_000L);
  }

  @Test
  void theFirstLossIsToldWithKeyBinValueAndType() {
    ColumnSink sink = sink("i1", 2, Narrowing.STRICT);
    sink.integer(1, 0, 300);
    sink.integer(0, 0, 400);
    assertThat(sink.problem(List.of(KEY, Key.of("test", "demo", "second"))))
        .isInstanceOf(BinTypeException.class)
        .hasMessageContaining("row 1, test.demo[second]")
        .hasMessageContaining("bin 'a' holds 300, which does not fit into i1")
        .hasMessageContaining("Narrowing.LENIENT");
  }

  @Test
  void theLastValueOfACellStays() {
    ColumnSink sink = sink("i4", 1, Narrowing.STRICT);
    sink.meta(0, ResultCode.OK, 1, 0);
    sink.bool(0, 0, true);
    sink.integer(0, 0, 5);
    assertThat(sink.toBatch(null).getLong(0, "a")).isEqualTo(5);
    sink.bool(0, 0, true);
    assertThat(sink.toBatch(null).ints("a")).containsExactly(0);
    assertThat(sink.toBatch(null).isValid(0, "a")).isFalse();
    sink.integer(0, 0, 6);
    sink.clear(0);
    assertThat(sink.toBatch(null).problem(0, "a")).isEqualTo(CellProblem.NO_RECORD);
    assertThat(sink.toBatch(null).resultCodes()).containsExactly(ResultCode.NO_RESPONSE);
  }

  @Test
  void columnsAreFoundByTheBytesOfTheirNames() {
    ColumnSink sink = new ColumnSink(Schema.parse("a:i1, bb:i1, ä€:i1"), 0, Narrowing.STRICT);
    byte[] names = "xbbä€aa".getBytes(StandardCharsets.UTF_8);
    for (int hint = 0; hint < 5; hint++) {
      assertThat(sink.columnOf(names, 1, 2, hint)).isEqualTo(1);
      assertThat(sink.columnOf(names, 3, 5, hint)).isEqualTo(2);
      assertThat(sink.columnOf(names, 8, 1, hint)).isZero();
      assertThat(sink.columnOf(names, 8, 2, hint)).isEqualTo(-1);
      assertThat(sink.columnOf(names, 0, 1, hint)).isEqualTo(-1);
      assertThat(sink.columnOf(names, 0, 0, hint)).isEqualTo(-1);
    }
  }

  private static ColumnSink sink(String type, int size, Narrowing narrowing) {
    return new ColumnSink(Schema.of("a", type), size, narrowing);
  }

  private static long lenient(String type, long value) {
    ColumnSink sink = sink(type, 1, Narrowing.LENIENT);
    sink.integer(0, 0, value);
    sink.meta(0, ResultCode.OK, 1, 0);
    assertThat(sink.problem(null)).isNull();
    return sink.toBatch(null).getLong(0, "a");
  }

  private static void assertLoss(String type, long value) {
    ColumnSink sink = sink(type, 1, Narrowing.STRICT);
    sink.integer(0, 0, value);
    assertThat(sink.problem(null)).hasMessageContaining("holds " + value);
    assertThat(sink.toBatch(null).isValid(0, "a")).isFalse();
  }

  private static String lossOf(String type, double value) {
    ColumnSink sink = sink(type, 1, Narrowing.STRICT);
    sink.real(0, 0, value);
    BinTypeException loss = sink.problem(null);
    assertThat(loss).isNotNull();
    return loss.getMessage();
  }
}
