package dev.aero4j.internal.columns.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.columns.AnyBatches;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyFilesTest {
  @TempDir private Path directory;

  @Test
  void theBytesAreThoseOfTheFormat() throws IOException {
    Path file = directory.resolve("a.npy");
    twoRows().writeNpy(file);
    assertThat(HexFormat.of().formatHex(Files.readAllBytes(file)))
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    file(
                        1,
                        "{'descr': [('age', '<i4'), ('u', '|u1'), ('h', '<f2'), ('v', '<f4', (2,)),"
                            + " ('name', '|S3'), ('raw', '|V2')], 'fortran_order': False,"
                            + " 'shape': (2,), }",
                        "feffffff" + "ff" + "0038" + "0000803f000000c0" + "616200" + "0001",
                        "07000000" + "00" + "0080" + "000000000000c07f" + "c3a401" + "ffff")));
  }

  @Test
  void cellsWithoutValueAreZerosAndBits() throws IOException {
    Path file = directory.resolve("a.npy");
    ColumnBatch batch =
        ColumnBatch.builder(Schema.parse("a:i2, b:S2"), 3)
            .shorts("a", new short[] {1, 2, 3})
            .strings("b", Arrays.asList("x", null, "z"))
            .invalid("a", 1)
            .invalid("a", 2)
            .build();
    batch.writeNpy(file);
    assertThat(HexFormat.of().formatHex(Files.readAllBytes(file)))
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    file(
                        1,
                        "{'descr': [('a', '<i2'), ('b', '|S2'), ('_validity', '|u1', (1,))],"
                            + " 'fortran_order': False, 'shape': (3,), }",
                        "0100" + "7800" + "03",
                        "0000" + "0000" + "00",
                        "0000" + "7a00" + "02")));
    AnyBatches.assertSame(ColumnBatch.readNpy(file), batch);
  }

  @Test
  void anEmptyBatchIsAFileWithoutRows() throws IOException {
    Path file = directory.resolve("a.npy");
    ColumnBatch batch =
        ColumnBatch.builder(Schema.of("a", "i2"), 0).shorts("a", new short[0]).build();
    batch.writeNpy(file);
    AnyBatches.assertSame(ColumnBatch.readNpy(file), batch);
  }

  @Test
  void aLongHeaderMakesVersionTwo() throws IOException {
    Path file = directory.resolve("a.npy");
    Schema.Builder schema = Schema.builder();
    for (int i = 0; i < 5000; i++) {
      schema.column("c" + i, "u1");
    }
    var builder = ColumnBatch.builder(schema.build(), 1);
    for (int i = 0; i < 5000; i++) {
      builder.bytes("c" + i, new byte[] {(byte) i});
    }
    ColumnBatch batch = builder.invalid("c4999", 0).build();
    batch.writeNpy(file);
    assertThat(Files.readAllBytes(file)[6]).isEqualTo((byte) 2);
    AnyBatches.assertSame(ColumnBatch.readNpy(file), batch);
  }

  @Test
  void rowsOfManyBlocksAreRead() throws IOException {
    Path file = directory.resolve("a.npy");
    int size = 300_001;
    long[] values = new long[size];
    Arrays.setAll(values, i -> i * 31L);
    ColumnBatch batch =
        ColumnBatch.builder(Schema.of("a", "i8"), size)
            .longs("a", values)
            .invalid("a", size - 1)
            .build();
    batch.writeNpy(file);
    AnyBatches.assertSame(ColumnBatch.readNpy(file), batch);
  }

  @Test
  void bigEndianFieldsAreTurned() throws IOException {
    Path file = directory.resolve("a.npy");
    Files.write(
        file,
        file(
            1,
            "{'descr': [('a', '>i4'), ('b', '>f8'), ('c', '>u2', (2,))], 'fortran_order': False,"
                + " 'shape': (1,)}",
            "00000102" + "3ff0000000000000" + "00010203"));
    ColumnBatch batch = ColumnBatch.readNpy(file);
    assertThat(batch.schema()).isEqualTo(Schema.parse("a:i4, b:f8, c:u2[2]"));
    assertThat(batch.getLong(0, "a")).isEqualTo(0x102);
    assertThat(batch.getDouble(0, "b")).isEqualTo(1.0);
    assertThat(batch.getLongs(0, "c")).containsExactly(1, 0x203);
  }

  @Test
  void aSimpleArrayBecomesAColumnCalledValue() throws IOException {
    Path file = directory.resolve("a.npy");
    Files.write(
        file,
        file(
            1,
            "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }",
            "0000803f" + "00000040"));
    ColumnBatch batch = ColumnBatch.readNpy(file);
    assertThat(batch.schema()).isEqualTo(Schema.of("value", "f4"));
    assertThat(batch.floats("value")).containsExactly(1, 2);
  }

  @Test
  void versionThreeNamesFieldsInUtf8AndPaddingIsSkipped() throws IOException {
    Path file = directory.resolve("a.npy");
    Files.write(
        file,
        file(
            3,
            "{'descr': [('€', '|i1'), ('', '|V3'), ('b', '<i4', 1L)], 'fortran_order': False,"
                + " 'shape': (1L,), }",
            "05" + "aabbcc" + "01000000"));
    ColumnBatch batch = ColumnBatch.readNpy(file);
    assertThat(batch.schema()).isEqualTo(Schema.parse("€:i1, b:i4[1]"));
    assertThat(batch.getLong(0, "€")).isEqualTo(5);
    assertThat(batch.getLongs(0, "b")).containsExactly(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '"',
      value = {
        "{'descr': '<i4', 'fortran_order': False, 'shape': (3,)} # truncated: 3 rows of 4 bytes",
        "{'descr': '<i4', 'fortran_order': True, 'shape': (1,)} # Fortran order",
        "{'descr': '<i4', 'fortran_order': False, 'shape': (1, 2)} # 2 dimensions, [1, 2]",
        "{'descr': '<i4', 'fortran_order': False, 'shape': ()} # 0 dimensions",
        "{'descr': '<i4', 'fortran_order': False, 'shape': (-1,)} # -1 rows",
        "{'descr': '<i4', 'fortran_order': False, 'shape': (99999999999,)} # 99999999999 rows",
        "{'descr': '<i4', 'fortran_order': False} # no 'shape'",
        "{'shape': (1,)} # no 'descr'",
        "[1] # no dictionary",
        "{'descr': [], 'fortran_order': False, 'shape': (1,)} # no fields",
        "{'descr': [('a', '|O')], 'shape': (1,)} # type '|O' of field 'a' holds objects",
        "{'descr': [('a', '<U5')], 'shape': (1,)} # type '<U5' of field 'a' is Unicode",
        "{'descr': [('a', '<M8[ns]')], 'shape': (1,)} # type '<M8[ns]' of field 'a' is unknown",
        "{'descr': [('a', '<c8')], 'shape': (1,)} # type '<c8' of field 'a' is not a type",
        "{'descr': [('a', '|S0')], 'shape': (1,)} # type '|S0' of field 'a' is not a type",
        "{'descr': [('a', [('b', '<i4')])], 'shape': (1,)} # field 'a' has fields itself",
        "{'descr': [(('t', 'a'), '<i4')], 'shape': (1,)} # has a title",
        "{'descr': [('a', '<i4', (2, 3))], 'shape': (1,)} # field 'a' has 2 dimensions [2, 3]",
        "{'descr': [('a', '<i4', (0,))], 'shape': (1,)} # field 'a' has the shape [0]",
        "{'descr': [('a', '|S2', (2,))], 'shape': (1,)} # field 'a' is an array of S2",
        "{'descr': [('a', '<i4'), ('a', '<i4')], 'shape': (0,)} # two columns 'a'",
        "{'descr': [('a-name-of-19-bytes-', '<i4')], 'shape': (0,)} # is 19 bytes",
        "{'descr': [('_validity', '<i4')], 'shape': (0,)} # '_validity'",
        "{'descr': 5, 'shape': (1,)} # no fields",
        "{'descr': [5], 'shape': (1,)} # described by 5",
        "{'descr': # expected more",
        "{'descr' '<i4'} # expected ':'",
        "{'descr': '<i4' 'shape'} # expected ',' or '}'",
        "{'descr': '<i4\\q'} # an escape",
        "{'descr': '\\x0g'} # 2 hexadecimal digits",
        "{'descr': '\\Uffffffff'} # 8 hexadecimal digits",
        "{'shape': (99999999999999999999,)} # an integer of 64 bits",
        "{} 1 # the end",
        "None # a value",
        "((((((((((((((((((((())))))))))))))))))))) # less nesting"
      })
  void whatIsNoBatchIsRefused(String header, String message) throws IOException {
    Path file = directory.resolve("bad.npy");
    Files.write(file, file(1, header, "00000000"));
    assertRefused(file, message);
  }

  @Test
  void whatIsNoFileOfNumPyIsRefused() throws IOException {
    Path file = directory.resolve("bad.npy");
    Files.write(file, "id,name\n1,Alice\n".getBytes(StandardCharsets.US_ASCII));
    assertRefused(file, "no .npy file: it does not begin with");
    Files.write(file, new byte[0]);
    assertRefused(file, "it ends at byte 0");
    byte[] future = file(1, "{}");
    future[6] = 4;
    Files.write(file, future);
    assertRefused(file, "version of the format is 4.0");
    byte[] huge = file(2, "{}");
    huge[11] = 0x7F;
    Files.write(file, huge);
    assertRefused(file, "readable are up to 16777216");
    assertThatThrownBy(() -> ColumnBatch.readNpy(directory.resolve("none.npy")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void everyTruncationIsSaid() throws IOException {
    Path file = directory.resolve("a.npy");
    twoRows().writeNpy(file);
    byte[] whole = Files.readAllBytes(file);
    Path cut = directory.resolve("cut.npy");
    for (int length = 0; length < whole.length; length++) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertRefused(cut, "truncated");
    }
  }

  private static ColumnBatch twoRows() {
    return ColumnBatch.builder(Schema.parse("age:i4, u:u1, h:f2, v:f4[2], name:S3, raw:V2"), 2)
        .ints("age", new int[] {-2, 7})
        .bytes("u", new byte[] {-1, 0})
        .floats("h", new float[] {0.5f, -0.0f})
        .floats("v", new float[] {1, -2, 0, Float.NaN})
        .strings("name", List.of("ab", "ä\u0001"))
        .bytes("raw", new byte[] {0, 1, -1, -1})
        .build();
  }

  private static void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> ColumnBatch.readNpy(file))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
  }

  /** A file as the format's description says, independent of what writes it otherwise. */
  private static byte[] file(int version, String header, String... rows) {
    byte[] text =
        header.getBytes(version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    int prefix = version == 1 ? 10 : 12;
    int length = text.length + 1;
    while ((prefix + length) % 64 != 0) {
      length++;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x93);
    out.writeBytes(new byte[] {'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    ByteBuffer size = ByteBuffer.allocate(prefix - 8).order(ByteOrder.LITTLE_ENDIAN);
    out.writeBytes(
        version == 1 ? size.putShort((short) length).array() : size.putInt(length).array());
    out.writeBytes(text);
    out.writeBytes(" ".repeat(length - text.length - 1).getBytes(StandardCharsets.US_ASCII));
    out.write('\n');
    for (String row : rows) {
      out.writeBytes(HexFormat.of().parseHex(row));
    }
    return out.toByteArray();
  }
}
