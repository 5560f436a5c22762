package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.aerospike.client.BatchRecord;
import com.aerospike.client.BatchWrite;
import com.aerospike.client.Bin;
import com.aerospike.client.IAerospikeClient;
import com.aerospike.client.Operation;
import com.aerospike.client.Record;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.columns.CellProblem;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnBatchBuilder;
import dev.aero4j.columns.Schema;
import dev.aero4j.conformance.harness.AnyColumns;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.BothFaces;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.OfficialValues;
import dev.aero4j.model.ResultCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Any schema with any values goes through a node, and the official client is the judge. */
class ColumnsPropertyTest {
  private static final int SCHEMAS = 40;
  private static final int ROWS = 50;

  /** What is done for each seed. */
  private interface Check {
    void of(AnyColumns columns, long seed);
  }

  private static void forAll(Check check) {
    long first = ThreadLocalRandom.current().nextLong();
    for (long seed = first; seed < first + SCHEMAS; seed++) {
      AnyColumns columns = new AnyColumns(seed, ROWS);
      try {
        check.of(columns, seed);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + "L, " + columns.schema() + ": " + e, e);
      }
    }
  }

  /** Keys of each kind, and the column of them. */
  private static List<Key> keys(long seed, int count) {
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(
          switch (Math.floorMod(seed, 3)) {
            case 0 -> Key.of(Keys.NAMESPACE, Keys.SET, (1L << 43) + Keys.freshNumber());
            case 1 ->
                Key.of(
                    Keys.NAMESPACE,
                    Keys.SET,
                    Arrays.copyOf(Keys.freshText().getBytes(StandardCharsets.UTF_8), 40));
            default -> Keys.fresh();
          });
    }
    return keys;
  }

  private static ColumnBatch batch(AnyColumns columns, List<Key> keys) {
    Object first = keys.get(0).userKey();
    String type = first instanceof Long ? "i8" : first instanceof String ? "S40" : "V40";
    ColumnBatchBuilder builder = columns.batch("_key", type);
    Stream<Object> users = keys.stream().map(Key::userKey);
    if (type.equals("i8")) {
      builder.longs("_key", users.mapToLong(key -> (Long) key).toArray());
    } else if (type.equals("S40")) {
      builder.strings("_key", users.map(String.class::cast).toList());
    } else {
      builder.blobs("_key", users.map(byte[].class::cast).toList());
    }
    return builder.build();
  }

  @BothFaces
  void whatColumnsWriteTheOfficialClientReads(Client client, IAerospikeClient official) {
    forAll(
        (columns, seed) -> {
          List<Key> keys = keys(seed, ROWS);
          assertThat(
                  client
                      .batchWrite(batch(columns, keys), Keys.NAMESPACE, Keys.SET)
                      .failures()
                      .stream()
                      .map(one -> one.row()))
              .allMatch(row -> !columns.isRecord(row));
          Record[] records =
              official.get(
                  null,
                  keys.stream()
                      .map(OfficialValues::toTheirs)
                      .toArray(com.aerospike.client.Key[]::new));
          for (int row = 0; row < ROWS; row++) {
            assertThat(seen(records[row])).as("row %d", row).isEqualTo(expected(columns, row));
          }
        });
  }

  private static Map<String, String> expected(AnyColumns columns, int row) {
    Map<String, String> bins = new TreeMap<>();
    for (int column = 0; column < columns.schema().size(); column++) {
      Object bin = columns.bin(row, column);
      if (bin != null) {
        bins.put(columns.schema().column(column).name(), text(bin));
      }
    }
    return bins;
  }

  private static Map<String, String> seen(Record record) {
    Map<String, String> bins = new TreeMap<>();
    if (record != null) {
      record.bins.forEach((name, bin) -> bins.put(name, text(bin)));
    }
    return bins;
  }

  /** With the class, as 1 and 1.0 are different bins. */
  private static String text(Object bin) {
    return bin.getClass().getSimpleName()
        + " "
        + (bin instanceof byte[] bytes ? Arrays.toString(bytes) : bin);
  }

  @BothFaces
  void whatTheOfficialClientWritesIsReadIntoColumns(Client client, IAerospikeClient official) {
    forAll(
        (columns, seed) -> {
          List<Key> keys = BatchData.fresh(ROWS);
          write(official, columns, keys);
          ColumnBatch batch = client.batchRead(keys, columns.schema());
          for (int row = 0; row < ROWS; row++) {
            assertThat(batch.resultCode(row))
                .isEqualTo(columns.isRecord(row) ? ResultCode.OK : ResultCode.KEY_NOT_FOUND);
            for (int column = 0; column < columns.schema().size(); column++) {
              assertCell(batch, columns, row, column);
            }
          }
        });
  }

  private static void write(IAerospikeClient official, AnyColumns columns, List<Key> keys) {
    Schema schema = columns.schema();
    List<BatchRecord> writes = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      List<Operation> puts = new ArrayList<>();
      for (int column = 0; column < schema.size(); column++) {
        Object bin = columns.bin(row, column);
        if (bin != null) {
          puts.add(
              Operation.put(new Bin(schema.column(column).name(), OfficialValues.toTheirs(bin))));
        }
      }
      if (!puts.isEmpty()) {
        writes.add(
            new BatchWrite(OfficialValues.toTheirs(keys.get(row)), puts.toArray(new Operation[0])));
      }
    }
    assertThat(official.operate(null, writes)).isTrue();
  }

  private static void assertCell(ColumnBatch batch, AnyColumns columns, int row, int column) {
    String name = columns.schema().column(column).name();
    if (columns.bin(row, column) != null) {
      assertThat(batch.isValid(row, name)).as("%s of row %d", name, row).isTrue();
      assertThat(columns.isSame(batch, row, column)).as("%s of row %d", name, row).isTrue();
    } else {
      assertThat(batch.problem(row, name))
          .as("%s of row %d", name, row)
          .isEqualTo(columns.isRecord(row) ? CellProblem.NO_BIN : CellProblem.NO_RECORD);
    }
  }
}
