package dev.aero4j.internal.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.columns.AnyBatches;
import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnType;
import dev.aero4j.columns.Narrowing;
import dev.aero4j.columns.Schema;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.ParticleType;
import dev.aero4j.wire.value.Particles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ColumnRowsTest {
  @Test
  void cellsAreWrittenAsBins() {
    ColumnBatch batch =
        ColumnBatch.builder(
                Schema.parse("_key:S4, i:u2, f:f4, s:S4, t:S2, v:V2, a:i2[2], _note:i1"), 2)
            .strings("_key", List.of("k1", "k2"))
            .ints("i", new int[] {65535, 1})
            .floats("f", new float[] {0.5f, 1})
            .strings("s", List.of("ä", ""))
            .bytes("t", new byte[] {-1, 0, 'x', 0})
            .bytes("v", new byte[] {0, 0, 1, 0})
            .ints("a", new int[] {1, -1, 0, 0})
            .bytes("_note", new byte[2])
            .invalid("i", 1)
            .build();
    ColumnRows rows = new ColumnRows(batch, "test", "demo", "_key");
    rows.check();
    assertThat(rows.size()).isEqualTo(2);
    assertThat(written(rows, 0))
        .containsExactly(
            "i integer 65535",
            "f double 0.5",
            "s string ä",
            "t blob [-1]",
            "v blob [0, 0]",
            "a blob [1, 0, -1, -1]");
    assertThat(written(rows, 1))
        .containsExactly(
            "f double 1.0", "s string ", "t string x", "v blob [1, 0]", "a blob [0, 0, 0, 0]");
    assertThat(rows.key(1)).isEqualTo(Key.of("test", "demo", "k2"));
  }

  @Test
  void aKeyIsAnIntegerTextOrBytes() {
    ColumnBatch batch =
        ColumnBatch.builder(Schema.parse("i:i1, u:u4, s:S4, v:V3, b:i1"), 1)
            .bytes("i", new byte[] {-5})
            .ints("u", new int[] {-1})
            .strings("s", List.of("ä"))
            .bytes("v", new byte[] {1, 0, 0})
            .bytes("b", new byte[1])
            .build();
    assertKey(batch, "i", Key.of("test", "demo", -5), ParticleType.INTEGER);
    assertKey(batch, "u", Key.of("test", "demo", 4294967295L), ParticleType.INTEGER);
    assertKey(batch, "s", Key.of("test", "demo", "ä"), ParticleType.STRING);
    assertKey(batch, "v", Key.of("test", "demo", new byte[] {1, 0, 0}), ParticleType.BLOB);
    assertThat(written(new ColumnRows(batch, "test", null, "b"), 0)).hasSize(4);
  }

  private static void assertKey(ColumnBatch batch, String column, Key key, int type) {
    ColumnRows rows = new ColumnRows(batch, "test", "demo", column);
    byte[] digest = new byte[22];
    rows.digest(0, digest, 1);
    rows.digest(0, digest, 1);
    WireWriter writer = new WireWriter(8);
    rows.writeKey(writer, 0);
    assertThat(rows.key(0)).isEqualTo(key);
    assertThat(rows.key(0).userKey()).isEqualTo(key.userKey());
    assertThat(Arrays.copyOfRange(digest, 1, 21)).isEqualTo(key.digest());
    assertThat(rows.keyType()).isEqualTo(type);
    assertThat(Particles.read(type, new WireReader(writer.toByteArray()), writer.position()))
        .isEqualTo(key.userKey());
  }

  @Test
  void whatCannotBeAKeyIsNamed() {
    ColumnBatch batch =
        ColumnBatch.builder(Schema.parse("f:f8, a:i4[2], s:S2, u:u8, i:i4"), 2)
            .doubles("f", new double[2])
            .ints("a", new int[4])
            .bytes("s", new byte[] {'a', 0, -1, 0})
            .longs("u", new long[] {1, -1})
            .ints("i", new int[2])
            .invalid("i", 1)
            .build();
    assertFails(
        () -> new ColumnRows(batch, "test", null, "_key"),
        "no column '_key'",
        "f:f8, a:i4[2], s:S2, u:u8, i:i4");
    assertFails(
        () -> new ColumnRows(batch, "test", null, "f"),
        "'f' of type f8 cannot be a key",
        "S<bytes>");
    assertFails(
        () -> new ColumnRows(batch, "test", null, "a"), "'a' of type i4[2] cannot be a key");
    assertFails(
        () -> new ColumnRows(batch, "test", null, "s").check(), "'s', row 1", "is not UTF-8");
    assertFails(
        () -> new ColumnRows(batch, "test", null, "u").check(),
        "'u', row 1",
        "18446744073709551615",
        "9223372036854775807");
    assertFails(
        () -> new ColumnRows(batch, "test", null, "i").check(),
        "'i', row 1, has no value",
        "record's key");
    assertFails(() -> new ColumnRows(batch, "", null, "i"), "no namespace");
    assertFails(
        () -> new ColumnRows(batch, "test", "x".repeat(64), "i"), "name of a set is 64 bytes");
  }

  @Test
  void anIntegerOverTheLargestOfABinIsNamed() {
    ColumnBatch batch =
        ColumnBatch.builder(Schema.parse("k:i4, u:u8"), 3)
            .ints("k", new int[3])
            .longs("u", new long[] {1, Long.MIN_VALUE, -1})
            .invalid("u", 1)
            .build();
    ColumnRows rows = new ColumnRows(batch, "test", null, "k");
    assertFails(rows::check, "'u', row 2", "18446744073709551615");
    assertFails(() -> rows.writeOperations(new WireWriter(64), 2), "'u', row 2");
    assertThat(rows.operationCount(1)).isZero();
  }

  @Test
  void aBatchWithNothingToWriteIsRefused() {
    ColumnBatch batch =
        ColumnBatch.builder(Schema.parse("_key:i4, _b:i4"), 1)
            .ints("_key", new int[1])
            .ints("_b", new int[1])
            .build();
    assertFails(
        () -> new ColumnRows(batch, "test", null, "_key"), "_key:i4, _b:i4", "none to write");
  }

  @Test
  void aKeyIsAtMostAMebibyte() {
    ColumnBatch batch =
        ColumnBatch.builder(Schema.parse("k:S2000000, a:i4"), 1)
            .strings("k", List.of("x".repeat(1_500_000)))
            .ints("a", new int[1])
            .build();
    assertFails(
        () -> new ColumnRows(batch, "test", null, "k").check(), "key of 1500000", "1048576");
  }

  /** What is written is read again by the sink, but for what bins cannot hold. */
  @Property(tries = 200)
  void anyBatchComesBackFromItsBins(@ForAll("batches") ColumnBatch batch) {
    Schema schema = batch.schema();
    ColumnData data = ColumnsBridge.instance().data(batch);
    ColumnSink sink = new ColumnSink(schema, batch.size(), Narrowing.STRICT);
    BatchBuilder expected = new BatchBuilder(schema, batch.size());
    WireWriter writer = new WireWriter(64);
    ColumnRows rows = new ColumnRows(withKey(batch, data), "test", null, "k");
    for (int column = 0; column < schema.size(); column++) {
      expected.cells(column, data.cells()[column]);
      for (int row = 0; row < batch.size(); row++) {
        sink.meta(row, ResultCode.OK, 1, 0);
        if (data.isValid(row, column) && isStorable(data, row, column)) {
          writer.reset();
          rows.writeValue(writer, row, column);
          fill(sink, row, column, rows.particleType(row, column), writer);
        } else {
          expected.invalid(column, row);
        }
      }
    }
    assertThat(sink.problem(null)).isNull();
    AnyBatches.assertSame(sink.toBatch(null), ColumnsBridge.instance().batch(expected.build()));
  }

  /** A signalling NaN turns quiet as a double; integers end at 2^63-1. */
  private static boolean isStorable(ColumnData data, int row, int column) {
    ColumnType type = data.type(column);
    if (type.isArray()) {
      return true;
    }
    Cells cells = data.cells()[column];
    return switch (type.kind()) {
      case U8 -> cells.integer(row) >= 0;
      case F2, F4 -> !Double.isNaN(cells.real(row));
      default -> true;
    };
  }

  private static void fill(ColumnSink sink, int row, int column, int type, WireWriter written) {
    WireReader reader = new WireReader(written.array(), 0, written.position());
    switch (type) {
      case ParticleType.INTEGER -> sink.integer(row, column, reader.readLong());
      case ParticleType.DOUBLE -> sink.real(row, column, reader.readDouble());
      case ParticleType.STRING -> sink.text(row, column, written.array(), 0, written.position());
      default -> sink.blob(row, column, written.array(), 0, written.position());
    }
  }

  /** The same columns with one of keys behind them, so that positions stay. */
  private static ColumnBatch withKey(ColumnBatch batch, ColumnData data) {
    int[] keys = new int[batch.size()];
    List<Column> columns = new ArrayList<>(batch.schema().columns());
    columns.add(Column.of("k", "i4"));
    columns.add(Column.of("x", "i4"));
    BatchBuilder builder = new BatchBuilder(Schema.of(columns), batch.size());
    for (int column = 0; column < batch.schema().size(); column++) {
      builder.cells(column, data.cells()[column]);
    }
    builder.integers("k", keys, keys.length, i -> keys[i]);
    builder.integers("x", keys, keys.length, i -> keys[i]);
    return ColumnsBridge.instance().batch(builder.build());
  }

  @Provide
  Arbitrary<ColumnBatch> batches() {
    return AnyBatches.batches();
  }

  private static List<String> written(ColumnRows rows, int row) {
    WireWriter writer = new WireWriter(16);
    rows.writeOperations(writer, row);
    WireReader reader = new WireReader(writer.toByteArray());
    List<String> read = new ArrayList<>();
    for (int i = 0; i < rows.operationCount(row); i++) {
      BinOperation operation = BinOperation.read(reader);
      assertThat(operation.operation()).isEqualTo(OperationType.WRITE);
      Object value =
          Particles.read(operation.particleType(), operation.reader(), operation.length());
      read.add(
          operation.bin()
              + " "
              + ParticleType.name(operation.particleType())
              + " "
              + (value instanceof byte[] bytes ? Arrays.toString(bytes) : value));
    }
    assertThat(reader.remaining()).isZero();
    return read;
  }

  private static void assertFails(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContainingAll(parts);
  }
}
