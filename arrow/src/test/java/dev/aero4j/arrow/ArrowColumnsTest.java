package dev.aero4j.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FixedSizeBinaryVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArrowColumnsTest {
  private final BufferAllocator allocator = new RootAllocator();

  /** Closing an allocator fails when something that came from it was not given back. */
  @AfterEach
  void allMemoryIsGivenBack() {
    allocator.close();
  }

  @Test
  void columnsBecomeVectorsOfTheirTypes() {
    try (VectorSchemaRoot root = ArrowColumns.toArrow(batch(), allocator, Set.of("b"))) {
      assertThat(root.getRowCount()).isEqualTo(3);
      assertThat(root.getSchema().getFields())
          .extracting(field -> field.getName() + " " + field.getType())
          .containsExactly(
              "u Int(8, false)",
              "l Int(64, true)",
              "h FloatingPoint(HALF)",
              "d FloatingPoint(DOUBLE)",
              "s Utf8",
              "b Binary",
              "v FixedSizeBinary(2)",
              "a FixedSizeList(2)");
      assertThat(root.getSchema().findField("s").getMetadata())
          .isEqualTo(Map.of("aero4j:type", "S4"));
      UInt1Vector u = (UInt1Vector) root.getVector("u");
      assertThat(u.getObjectNoOverflow(0)).isEqualTo((short) 255);
      BigIntVector l = (BigIntVector) root.getVector("l");
      assertThat(l.isNull(1)).isTrue();
      assertThat(l.getNullCount()).isEqualTo(1);
      assertThat(l.getObject(2)).isEqualTo(3);
      assertThat(((Float2Vector) root.getVector("h")).getValueAsFloat(1)).isEqualTo(-2);
      assertThat(((Float8Vector) root.getVector("d")).getObject(0)).isEqualTo(0.5);
      VarCharVector s = (VarCharVector) root.getVector("s");
      assertThat(s.getObject(0)).hasToString("ä");
      assertThat(s.getObject(1)).hasToString("");
      assertThat(s.isNull(2)).isTrue();
      assertThat(((VarBinaryVector) root.getVector("b")).get(0)).containsExactly(-1);
      assertThat(((FixedSizeBinaryVector) root.getVector("v")).get(2)).containsExactly(5, 6);
      assertThat(((FixedSizeListVector) root.getVector("a")).getObject(1))
          .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
          .containsExactly(3f, 4f);
    }
  }

  @Test
  void whatArrowWritesToAStreamComesBackTheSame() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (VectorSchemaRoot root = ArrowColumns.toArrow(batch(), allocator, Set.of("b"));
        ArrowStreamWriter writer = new ArrowStreamWriter(root, null, bytes)) {
      writer.writeBatch();
    }
    try (ArrowStreamReader reader =
        new ArrowStreamReader(new ByteArrayInputStream(bytes.toByteArray()), allocator)) {
      assertThat(reader.loadNextBatch()).isTrue();
      Rows.assertSame(ArrowColumns.fromArrow(reader.getVectorSchemaRoot()), batch());
    }
  }

  @Test
  void aSliceIsRead() {
    try (VectorSchemaRoot root = ArrowColumns.toArrow(batch(), allocator, Set.of("b"));
        VectorSchemaRoot slice = root.slice(1, 2)) {
      ColumnBatch read = ArrowColumns.fromArrow(slice);
      assertThat(read.size()).isEqualTo(2);
      assertThat(read.isValid(0, "l")).isFalse();
      assertThat(read.getLong(1, "l")).isEqualTo(3);
      assertThat(read.getFloats(0, "a")).containsExactly(3, 4);
      assertThat(read.getString(0, "s")).isEmpty();
    }
  }

  @Test
  void vectorsOfAnyOriginAreRead() {
    try (BigIntVector id = new BigIntVector("id", allocator);
        IntVector n = new IntVector("n", allocator);
        Float8Vector d = new Float8Vector("d", allocator);
        VarCharVector name = new VarCharVector("name", allocator);
        VarBinaryVector none = new VarBinaryVector("none", allocator);
        FixedSizeBinaryVector raw = new FixedSizeBinaryVector("raw", allocator, 3)) {
      id.setSafe(0, -7);
      n.setSafe(1, 9);
      d.setSafe(0, 1.5);
      d.setSafe(1, Double.NaN);
      name.setSafe(0, "ä".getBytes(StandardCharsets.UTF_8));
      name.setSafe(1, "Alice".getBytes(StandardCharsets.UTF_8));
      raw.setSafe(1, new byte[] {1, 2, 3});
      try (VectorSchemaRoot root = root(2, id, n, d, name, none, raw)) {
        ColumnBatch batch = ArrowColumns.fromArrow(root);
        assertThat(batch.schema())
            .isEqualTo(Schema.parse("id:i8, n:i4, d:f8, name:S5, none:S1, raw:V3"));
        assertThat(batch.getLong(0, "id")).isEqualTo(-7);
        assertThat(batch.isValid(1, "id")).isFalse();
        assertThat(batch.isValid(0, "n")).isFalse();
        assertThat(batch.getLong(1, "n")).isEqualTo(9);
        assertThat(batch.doubles("d")).containsExactly(1.5, Double.NaN);
        assertThat(batch.getString(0, "name")).isEqualTo("ä");
        assertThat(batch.getString(1, "name")).isEqualTo("Alice");
        assertThat(batch.validity("none").isEmpty()).isTrue();
        assertThat(batch.getBytes(1, "raw")).containsExactly(1, 2, 3);
      }
    }
  }

  @Test
  void aSchemaPicksFieldsAndConverts() {
    try (BigIntVector id = new BigIntVector("id", allocator);
        Float8Vector d = new Float8Vector("d", allocator);
        VarCharVector name = new VarCharVector("name", allocator);
        UInt8Vector big = new UInt8Vector("big", allocator);
        FixedSizeBinaryVector raw = new FixedSizeBinaryVector("raw", allocator, 2)) {
      id.setSafe(0, 200);
      // What is behind a null does not matter, whether it fits or not.
      id.setSafe(1, 1L << 40);
      id.setNull(1);
      d.setSafe(0, 0.1);
      d.setSafe(1, 1e300);
      d.setNull(1);
      name.setSafe(0, "Bob".getBytes(StandardCharsets.UTF_8));
      big.setSafe(0, -1);
      big.setSafe(1, 1);
      raw.setSafe(0, new byte[] {1, 2});
      try (VectorSchemaRoot root = root(2, id, d, name, big, raw)) {
        ColumnBatch batch =
            ArrowColumns.fromArrow(root, Schema.parse("raw:V4, name:S16, d:f4, id:u1"));
        assertThat(batch.getBytes(0, "raw")).containsExactly(1, 2, 0, 0);
        assertThat(batch.getString(0, "name")).isEqualTo("Bob");
        assertThat(batch.floats("d")).containsExactly(0.1f, 0);
        assertThat(batch.getLong(0, "id")).isEqualTo(200);
        assertThat(batch.isValid(1, "id")).isFalse();
        assertThat(ArrowColumns.fromArrow(root, Schema.of("id", "f2")).getDouble(0, "id"))
            .isEqualTo(200);
        assertFails(root, "x:i4", "no field 'x'", "id: Int(64, true)");
        assertFails(root, "id:i1", "'id' is of type i1", "row 0 has 200");
        assertFails(root, "d:i8", "'d' is of type f8 and cannot become i8");
        assertFails(root, "id:i8[1]", "'id' is of type i8 and cannot become i8[1]");
        assertFails(root, "name:S2", "'name', row 0, has 3 bytes", "S2 allows 2");
        assertFails(root, "name:i4", "'name' is of type S3 and cannot become i4");
        assertFails(root, "raw:V1", "'raw' is of type V1", "row 0 has 2 bytes");
        assertFails(root, "big:i8", "'big', row 0, is 18446744073709551615", "only u8");
        id.set(0, -3);
        assertFails(root, "id:u8", "'id', row 0, is -3", "u8 cannot hold");
      }
    }
  }

  @Test
  void theTypeOfTextIsSaidByTheCallerAndNotByTheData() {
    Schema schema = Schema.parse("s:S2, n:i1");
    for (byte[] text : List.of(new byte[] {'a', 0}, new byte[] {(byte) 0xC3, (byte) 0xA4})) {
      ColumnBatch batch =
          ColumnBatch.builder(schema, 1).bytes("s", text).bytes("n", new byte[1]).build();
      try (VectorSchemaRoot utf8 = ArrowColumns.toArrow(batch, allocator);
          VectorSchemaRoot binary = ArrowColumns.toArrow(batch, allocator, Set.of("s"))) {
        assertThat(utf8.getSchema().findField("s").getType()).isEqualTo(ArrowType.Utf8.INSTANCE);
        assertThat(binary.getSchema().findField("s").getType())
            .isEqualTo(ArrowType.Binary.INSTANCE);
        Rows.assertSame(ArrowColumns.fromArrow(utf8), batch);
        Rows.assertSame(ArrowColumns.fromArrow(binary), batch);
      }
    }
    ColumnBatch cut =
        ColumnBatch.builder(schema, 2)
            .bytes("s", new byte[] {'a', 0, (byte) 0xC3, 0})
            .bytes("n", new byte[2])
            .build();
    assertFails(
        () -> ArrowColumns.toArrow(cut, allocator), "'s', row 1", "is not UTF-8", "become Binary");
    assertFails(() -> ArrowColumns.toArrow(cut, allocator, Set.of("n")), "'n' is of type i1");
    assertFails(() -> ArrowColumns.toArrow(cut, allocator, Set.of("x")), "no column 'x'");
  }

  @Test
  void whatIsNoColumnIsNamed() {
    try (BitVector flag = new BitVector("flag", allocator)) {
      flag.setSafe(0, 1);
      assertFails(flag, "flag: Bool", "readable are Int, FloatingPoint");
    }
    try (IntVector coded =
        new IntVector(
            "coded",
            new FieldType(
                true, new ArrowType.Int(32, true), new DictionaryEncoding(1, false, null)),
            allocator)) {
      coded.setSafe(0, 1);
      assertFails(coded, "'coded' is encoded with a dictionary");
    }
    try (FixedSizeListVector list = FixedSizeListVector.empty("codes", 2, allocator)) {
      list.addOrGetVector(
          new FieldType(true, new ArrowType.Int(32, true), new DictionaryEncoding(1, false, null)));
      list.setValueCount(1);
      assertFails(list, "elements of field 'codes' are encoded with a dictionary");
    }
    try (FixedSizeListVector list = FixedSizeListVector.empty("texts", 2, allocator)) {
      list.addOrGetVector(FieldType.nullable(ArrowType.Utf8.INSTANCE));
      list.setValueCount(1);
      assertFails(list, "texts: FixedSizeList(2)");
    }
    try (IntVector named = new IntVector("a-name-of-19-bytes-", allocator)) {
      named.setSafe(0, 1);
      assertFails(named, "'a-name-of-19-bytes-' is 19 bytes");
    }
    try (FixedSizeBinaryVector empty =
        new FixedSizeBinaryVector(
            "wide", FieldType.nullable(new ArrowType.FixedSizeBinary(9 << 20)), allocator)) {
      // Room for one value only: else Arrow makes room for thousands.
      empty.allocateNew(1);
      empty.setValueCount(1);
      assertFails(empty, "field 'wide': 'V9437184'");
    }
  }

  @Test
  void aNullInsideAnArrayIsNamed() {
    try (FixedSizeListVector list = FixedSizeListVector.empty("e", 2, allocator)) {
      Float4Vector elements =
          list.<Float4Vector>addOrGetVector(
                  FieldType.nullable(
                      new ArrowType.FloatingPoint(
                          org.apache.arrow.vector.types.FloatingPointPrecision.SINGLE)))
              .getVector();
      list.setValueCount(2);
      elements.setSafe(2, 5);
      list.setNotNull(1);
      assertFails(list, "field 'e', row 1, has a null at element 1");
      elements.setSafe(3, 6);
      try (VectorSchemaRoot root = new VectorSchemaRoot(List.of((FieldVector) list))) {
        root.setRowCount(2);
        ColumnBatch batch = ArrowColumns.fromArrow(root);
        assertThat(batch.isValid(0, "e")).isFalse();
        assertThat(batch.getFloats(1, "e")).containsExactly(5, 6);
        assertThat(ArrowColumns.fromArrow(root, Schema.of("e", "f8[2]")).getDoubles(1, "e"))
            .containsExactly(5, 6);
      }
    }
  }

  @Test
  void textThatBecameLongerIsReadWithItsLength() {
    try (VectorSchemaRoot root = ArrowColumns.toArrow(batch(), allocator, Set.of("b"))) {
      ((VarCharVector) root.getVector("s"))
          .setSafe(2, "longer than 4".getBytes(StandardCharsets.UTF_8));
      assertThat(ArrowColumns.fromArrow(root).schema().type("s")).hasToString("S13");
    }
  }

  private static ColumnBatch batch() {
    return ColumnBatch.builder(Schema.parse("u:u1, l:i8, h:f2, d:f8, s:S4, b:S2, v:V2, a:f4[2]"), 3)
        .bytes("u", new byte[] {-1, 0, 1})
        .longs("l", new long[] {1, 2, 3})
        .floats("h", new float[] {0.5f, -2, -0.0f})
        .doubles("d", new double[] {0.5, Double.NaN, Double.MIN_VALUE})
        .strings("s", Arrays.asList("ä", "", null))
        .bytes("b", new byte[] {-1, 0, 'a', 0, 0, 'b'})
        .bytes("v", new byte[] {1, 2, 3, 0, 5, 6})
        .floats("a", new float[] {1, 2, 3, 4, 5, 6})
        .invalid("l", 1)
        .build();
  }

  private static VectorSchemaRoot root(int rows, FieldVector... vectors) {
    VectorSchemaRoot root = new VectorSchemaRoot(List.of(vectors));
    root.setRowCount(rows);
    return root;
  }

  private static void assertFails(FieldVector vector, String... parts) {
    assertFails(
        () -> ArrowColumns.fromArrow(root(Math.max(1, vector.getValueCount()), vector)), parts);
  }

  private static void assertFails(VectorSchemaRoot root, String schema, String... parts) {
    assertFails(() -> ArrowColumns.fromArrow(root, Schema.parse(schema)), parts);
  }

  private static void assertFails(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContainingAll(parts);
  }
}
