package dev.aero4j.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aerospike.client.BatchWrite;
import com.aerospike.client.Bin;
import com.aerospike.client.IAerospikeClient;
import com.aerospike.client.Record;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.columns.CellProblem;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnBatchBuilder;
import dev.aero4j.columns.Narrowing;
import dev.aero4j.columns.Schema;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.BothFaces;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.OfficialValues;
import dev.aero4j.model.ResultCode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Columns and the official client 9.3.0 see the same records, cell by cell. */
class ColumnsCrossTest {
  private static final Schema ALL =
      Schema.parse(
          "a:i1, b:i2, c:i4, d:i8, e:u1, f:u2, g:u4, h:u8, i:f2, j:f4, k:f8, l:S12, m:V5,"
              + " n:i2[3], o:f4[4], p:f8[2], q:u1[7]");

  /** What the bins of a row are, as objects. */
  private record Row(Object... bins) {
    static Row random(Random random) {
      return new Row(
          (long) (byte) random.nextInt(),
          (long) (short) random.nextInt(),
          (long) random.nextInt(),
          random.nextLong(),
          (long) random.nextInt(256),
          (long) random.nextInt(65_536),
          random.nextLong() >>> 32,
          random.nextLong() >>> 1,
          random.nextInt(2_000) / 8.0,
          (double) random.nextFloat(),
          random.nextGaussian(),
          "é" + random.nextInt(1_000_000),
          bytes(random, 5),
          bytes(random, 6),
          bytes(random, 16),
          bytes(random, 16),
          bytes(random, 7));
    }

    private static byte[] bytes(Random random, int count) {
      byte[] bytes = new byte[count];
      random.nextBytes(bytes);
      return bytes;
    }

    /** A bin is left out where the bits say so. */
    boolean has(int row, int column) {
      return (row * 31 + column * 7) % 11 != 0;
    }
  }

  private static List<Row> rows(int count) {
    Random random = new Random(42);
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      rows.add(Row.random(random));
    }
    return rows;
  }

  private static String name(int column) {
    return ALL.column(column).name();
  }

  @BothFaces
  void aBatchThatItWritesIsReadIntoColumns(Client client, IAerospikeClient official) {
    List<Row> rows = rows(300);
    List<Key> keys = BatchData.fresh(rows.size());
    List<com.aerospike.client.BatchRecord> writes = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      List<com.aerospike.client.Operation> puts = new ArrayList<>();
      for (int column = 0; column < ALL.size(); column++) {
        if (rows.get(row).has(row, column)) {
          puts.add(
              com.aerospike.client.Operation.put(
                  new Bin(name(column), OfficialValues.toTheirs(rows.get(row).bins()[column]))));
        }
      }
      writes.add(
          new BatchWrite(
              OfficialValues.toTheirs(keys.get(row)),
              puts.toArray(new com.aerospike.client.Operation[0])));
    }
    assertThat(official.operate(null, writes)).isTrue();
    ColumnBatch batch = client.batchRead(keys, ALL);
    assertThat(batch.foundCount()).isEqualTo(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < ALL.size(); column++) {
        if (rows.get(row).has(row, column)) {
          assertThat(cell(batch, row, column)).isEqualTo(rows.get(row).bins()[column]);
        } else {
          assertThat(batch.problem(row, name(column))).isEqualTo(CellProblem.NO_BIN);
        }
      }
    }
  }

  private static Object cell(ColumnBatch batch, int row, int column) {
    String name = name(column);
    if (ALL.type(name).isArray() || name.equals("m")) {
      return batch.getBytes(row, name);
    } else if (name.equals("l")) {
      return batch.getString(row, name);
    }
    return ALL.type(name).kind().isFloat()
        ? (Object) batch.getDouble(row, name)
        : (Object) batch.getLong(row, name);
  }

  @BothFaces
  void columnsThatAreWrittenAreReadByIt(Client client, IAerospikeClient official) {
    List<Row> rows = rows(200);
    List<Key> keys = BatchData.fresh(rows.size());
    client.batchWrite(columns(rows, keys), Keys.NAMESPACE, Keys.SET).orThrow();
    Record[] records =
        official.get(
            null,
            keys.stream().map(OfficialValues::toTheirs).toArray(com.aerospike.client.Key[]::new));
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < ALL.size(); column++) {
        Object seen = records[row].getValue(name(column));
        assertThat(seen)
            .as("%s of row %d", name(column), row)
            .isEqualTo(rows.get(row).has(row, column) ? rows.get(row).bins()[column] : null);
      }
      assertThat(records[row].bins).doesNotContainKeys("_key", "_extra");
    }
  }

  /** A batch of these rows, whose keys are text. */
  private static ColumnBatch columns(List<Row> rows, List<Key> keys) {
    Schema.Builder schema = Schema.builder().column("_key", "S40").column("_extra", "i4");
    ALL.columns().forEach(column -> schema.column(column.name(), column.type()));
    ColumnBatchBuilder builder =
        ColumnBatch.builder(schema.build(), rows.size())
            .strings("_key", keys.stream().map(key -> String.valueOf(key.userKey())).toList())
            .ints("_extra", new int[rows.size()]);
    for (int column = 0; column < ALL.size(); column++) {
      int at = column;
      String name = name(column);
      List<Object> values = rows.stream().map(row -> row.bins()[at]).toList();
      if (values.get(0) instanceof Long) {
        builder.longs(name, values.stream().mapToLong(value -> (Long) value).toArray());
      } else if (values.get(0) instanceof Double) {
        builder.doubles(name, values.stream().mapToDouble(value -> (Double) value).toArray());
      } else if (values.get(0) instanceof String) {
        builder.strings(name, values.stream().map(String::valueOf).toList());
      } else {
        builder.blobs(name, values.stream().map(value -> (byte[]) value).toList());
      }
      for (int row = 0; row < rows.size(); row++) {
        if (!rows.get(row).has(row, column)) {
          builder.invalid(name, row);
        }
      }
    }
    return builder.build();
  }

  @BothFaces
  void fiftyThousandRowsOfEveryTypeComeBackAsTheyWere(Client client) {
    List<Row> rows = rows(50_000);
    List<Key> keys = BatchData.fresh(rows.size());
    ColumnBatch written = columns(rows, keys);
    assertThat(client.batchWrite(written, Keys.NAMESPACE, Keys.SET).orThrow().written())
        .isEqualTo(rows.size());
    ColumnBatch read = client.batchRead(keys, ALL);
    assertThat(read.foundCount()).isEqualTo(rows.size());
    for (int column = 0; column < ALL.size(); column++) {
      String name = name(column);
      assertThat(read.validity(name)).isEqualTo(written.validity(name));
      for (int row = 0; row < rows.size(); row++) {
        if (read.isValid(row, name) && !same(cell(read, row, column), rows, row, column)) {
          throw new AssertionError(name + " of row " + row);
        }
      }
    }
    client.batchRemove(keys).orThrow();
  }

  private static boolean same(Object cell, List<Row> rows, int row, int column) {
    Object expected = rows.get(row).bins()[column];
    return expected instanceof byte[] bytes
        ? Arrays.equals(bytes, (byte[]) cell)
        : expected.equals(cell);
  }

  @BothFaces
  void whatDoesNotFitIsCutWhereTheCallerSaysSo(Client client, IAerospikeClient official) {
    List<Key> keys = BatchData.fresh(1);
    official.put(
        null,
        OfficialValues.toTheirs(keys.get(0)),
        new Bin("a", 300),
        new Bin("b", -1),
        new Bin("c", (1L << 53) + 1),
        new Bin("d", 1e300),
        new Bin("e", "grüner"),
        new Bin("f", new byte[] {1, 2, 3}));
    ColumnBatch batch =
        client.batchRead(
            keys,
            Schema.parse("a:i1, b:u2, c:f8, d:f4, e:S3, f:V2"),
            Backend.batchPolicy().narrowing(Narrowing.LENIENT).build());
    assertThat(batch.bytes("a")).containsExactly(44);
    assertThat(batch.getLong(0, "b")).isEqualTo(65_535);
    assertThat(batch.doubles("c")).containsExactly(0x1p53);
    assertThat(batch.floats("d")).containsExactly(Float.POSITIVE_INFINITY);
    assertThat(batch.bytes("e")).isEqualTo(Arrays.copyOf("grüner".getBytes(UTF_8), 3));
    assertThat(batch.bytes("f")).containsExactly(1, 2);
  }

  @BothFaces
  void binsThatNoColumnCanHoldAreInvalidWithTheirReason(Client client, IAerospikeClient official) {
    List<Key> keys = BatchData.fresh(2);
    official.put(
        null,
        OfficialValues.toTheirs(keys.get(0)),
        new Bin("list", List.of(1L)),
        new Bin("map", Map.of("k", 1L)),
        new Bin("yes", true),
        new Bin("d", 1.5),
        new Bin("n", 1),
        new Bin("s", "text"),
        new Bin("v", new byte[] {1, 2, 3}),
        new Bin("ok", 7));
    Schema schema = Schema.parse("list:S9, map:V9, yes:i1, d:i8, n:S4, s:f8, v:f4[2], ok:i1");
    ColumnBatch batch = client.batchRead(keys, schema);
    for (String name : List.of("list", "map", "yes", "d", "n", "s")) {
      assertThat(batch.problem(0, name)).as(name).isEqualTo(CellProblem.WRONG_TYPE);
      assertThat(batch.invalidReason(0, name)).contains(schema.type(name).toString());
    }
    assertThat(batch.problem(0, "v")).isEqualTo(CellProblem.WRONG_LENGTH);
    assertThat(batch.invalidReason(0, "v")).contains("3 bytes").contains("8");
    assertThat(batch.bytes("ok")).containsExactly(7, 0);
    assertThat(batch.invalidReason(1, "ok")).contains("KEY_NOT_FOUND");
    assertThat(batch.resultCodes()).containsExactly(ResultCode.OK, ResultCode.KEY_NOT_FOUND);
  }

  @BothFaces
  void theKeysOfTheRowsAreFilledInWhateverTheirKind(Client client) {
    List<Key> keys =
        List.of(
            Key.of(Keys.NAMESPACE, Keys.SET, 77),
            Key.of(Keys.NAMESPACE, Keys.SET, "text"),
            Key.of(Keys.NAMESPACE, Keys.SET, new byte[] {9, 8}),
            Key.ofDigest(Keys.NAMESPACE, Keys.SET, Keys.fresh().digest()));
    ColumnBatch numbers = client.batchRead(keys, Schema.of("_key", "i8"));
    assertThat(numbers.validity("_key").stream()).containsExactly(0);
    assertThat(numbers.getLong(0, "_key")).isEqualTo(77);
    ColumnBatch texts = client.batchRead(keys, Schema.of("_key", "S4"));
    assertThat(texts.validity("_key").stream()).containsExactly(1);
    assertThat(texts.getString(1, "_key")).isEqualTo("text");
    assertThat(texts.bytes("_key")).startsWith(0, 0, 0, 0, 't', 'e', 'x', 't', 0, 0, 0, 0);
    ColumnBatch bytes = client.batchRead(keys, Schema.of("_key", "V2"));
    assertThat(bytes.validity("_key").stream()).containsExactly(2);
    // Padded it would be the key of another record.
    assertThat(client.batchRead(keys, Schema.of("_key", "V3")).validity("_key").stream()).isEmpty();
  }

  @BothFaces
  void vectorsHaveTheirBytesInTheOrderOfNumpy(Client client, IAerospikeClient official) {
    Key key = Keys.fresh();
    ByteBuffer little = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    little.putFloat(1.5f).putFloat(-0.25f);
    official.put(null, OfficialValues.toTheirs(key), new Bin("v", little.array()));
    assertThat(client.batchRead(List.of(key), Schema.of("v", "f4[2]")).floats("v"))
        .containsExactly(1.5f, -0.25f);
  }
}
