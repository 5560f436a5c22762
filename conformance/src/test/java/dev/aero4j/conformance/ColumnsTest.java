package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.aerospike.client.Bin;
import com.aerospike.client.IAerospikeClient;
import dev.aero4j.BinTypeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.batch.ColumnWriteResult;
import dev.aero4j.columns.CellProblem;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Narrowing;
import dev.aero4j.columns.Schema;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.BothFaces;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.OfficialValues;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.KeyPolicy;
import dev.aero4j.policy.RecordExistsAction;
import dev.aero4j.policy.WriteMeta;
import dev.aero4j.policy.WritePolicy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Batches that are read into typed columns, and written from them. */
class ColumnsTest {
  private static final BatchPolicy LENIENT =
      Backend.batchPolicy().narrowing(Narrowing.LENIENT).build();

  @BothFaces
  void everyTypeIsReadFromTheBinOfItsKind(Client client) {
    Key key = Keys.fresh();
    client.put(
        key,
        Bins.builder()
            .put("i", -100)
            .put("u", 200)
            .put("big", Long.MAX_VALUE)
            .put("f", 0.5)
            .put("text", "grün")
            .put("blob", new byte[] {1, 2, 3})
            .put("vec", floats(1.5f, -2f, 0f))
            .build());
    ColumnBatch batch =
        client.batchRead(
            List.of(key),
            Schema.parse(
                "i:i1, u:u1, big:i8, f:f4, text:S8, blob:V4, vec:f4[3], _key:S32, none:i4"));
    assertThat(batch.getLong(0, "i")).isEqualTo(-100);
    assertThat(batch.getLong(0, "u")).isEqualTo(200);
    assertThat(batch.longs("big")).containsExactly(Long.MAX_VALUE);
    assertThat(batch.floats("f")).containsExactly(0.5f);
    assertThat(batch.getString(0, "text")).isEqualTo("grün");
    assertThat(batch.bytes("blob")).containsExactly(1, 2, 3, 0);
    assertThat(batch.floats("vec")).containsExactly(1.5f, -2f, 0f);
    assertThat(batch.width("vec")).isEqualTo(3);
    assertThat(batch.getString(0, "_key")).isEqualTo(key.userKey());
    assertThat(batch.isValid(0, "none")).isFalse();
    assertThat(batch.problem(0, "none")).isEqualTo(CellProblem.NO_BIN);
    assertThat(batch.resultCodes()).containsExactly(ResultCode.OK);
    assertThat(batch.generations()).containsExactly(1);
  }

  private static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }

  @BothFaces
  void missingRecordsAndBinsOfOtherTypesAreInvalidAndSpoilNothingElse(Client client) {
    List<Key> keys = BatchData.fresh(4);
    client.put(keys.get(0), Bins.of("n", 1, "s", "one"), WriteMeta.ttl(1_000));
    client.put(keys.get(2), Bins.of("n", "three", "s", 3));
    client.put(keys.get(3), Bins.of("n", 4, "s", List.of(4)));
    ColumnBatch batch = client.batchRead(keys, Schema.of("n", "i4", "s", "S5"));
    assertThat(batch.resultCodes()).containsExactly(0, ResultCode.KEY_NOT_FOUND, 0, 0);
    assertThat(batch.found()).containsExactly(0, 2, 3);
    assertThat(batch.ints("n")).containsExactly(1, 0, 0, 4);
    assertThat(batch.validity("n").stream()).containsExactly(0, 3);
    assertThat(batch.problem(1, "n")).isEqualTo(CellProblem.NO_RECORD);
    assertThat(batch.problem(2, "n")).isEqualTo(CellProblem.WRONG_TYPE);
    assertThat(batch.invalidReason(2, "n")).contains("string");
    assertThat(batch.problem(3, "s")).isEqualTo(CellProblem.WRONG_TYPE);
    assertThat(batch.ttls()[0]).isBetween(900L, 1_001L);
    assertThat(batch.row(keys.get(2))).hasValue(2);
    assertThatThrownBy(() -> batch.getLong(2, "n")).isInstanceOf(BinTypeException.class);
  }

  @BothFaces
  void aValueThatDoesNotFitIsAnErrorThatNamesItUnlessNarrowingIsLenient(Client client) {
    List<Key> keys = BatchData.fresh(3);
    client.put(keys.get(0), Bins.of("n", 1));
    client.put(keys.get(1), Bins.of("n", 70_000));
    client.put(keys.get(2), Bins.of("n", 3));
    Schema schema = Schema.of("n", "i2");
    assertThatThrownBy(() -> client.batchRead(keys, schema))
        .isInstanceOf(BinTypeException.class)
        .hasMessageContaining("bin 'n'")
        .hasMessageContaining("70000")
        .hasMessageContaining("i2")
        .hasMessageContaining(String.valueOf(keys.get(1).userKey()));
    assertThat(client.batchRead(keys, schema, LENIENT).shorts("n"))
        .containsExactly((short) 1, (short) 70_000, (short) 3);
  }

  @BothFaces
  void aBinWhoseNameBeginsLikeThatOfTheKeysIsRead(Client client, IAerospikeClient official) {
    List<Key> keys = BatchData.fresh(3);
    official.put(null, OfficialValues.toTheirs(keys.get(0)), new Bin("_n", 7), new Bin("n", 8));
    official.put(null, OfficialValues.toTheirs(keys.get(1)), new Bin("n", 9));
    official.put(null, OfficialValues.toTheirs(keys.get(2)), new Bin("_n", 700));
    ColumnBatch batch = client.batchRead(keys, Schema.of("_n", "i1", "_key", "S40"), LENIENT);
    assertThat(batch.getLong(0, "_n")).isEqualTo(7);
    assertThat(batch.problem(1, "_n")).isEqualTo(CellProblem.NO_BIN);
    assertThat(batch.getLong(2, "_n")).isEqualTo((byte) 700);
    assertThat(batch.getString(1, "_key")).isEqualTo(keys.get(1).userKey());
    assertThatThrownBy(() -> client.batchRead(keys, Schema.of("_n", "i1")))
        .isInstanceOf(BinTypeException.class)
        .hasMessageContaining("bin '_n'");
  }

  @BothFaces
  void noKeysGiveNoRows(Client client) {
    ColumnBatch batch = client.batchRead(List.of(), Schema.of("n", "i2"));
    assertThat(batch.size()).isZero();
    assertThat(
            client.batchWrite(
                ColumnBatch.builder(Schema.of("_key", "i4", "n", "i4"), 0)
                    .ints("_key", new int[0])
                    .ints("n", new int[0])
                    .build(),
                Keys.NAMESPACE,
                Keys.SET))
        .isEqualTo(new ColumnWriteResult(0, List.of()));
  }

  @BothFaces
  void manyRowsComeBackAsTheyWereWritten(Client client) {
    int rows = 20_000;
    long[] ids = new long[rows];
    double[] scores = new double[rows];
    byte[] tags = new byte[rows * 4];
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      ids[i] = (1L << 40) + Keys.freshNumber();
      scores[i] = i / 7.0;
      tags[i * 4] = (byte) ('a' + i % 26);
      keys.add(Key.of(Keys.NAMESPACE, Keys.SET, ids[i]));
    }
    Schema schema = Schema.of("_key", "i8", "score", "f8", "tag", "S4", "_note", "i1");
    ColumnBatch batch =
        ColumnBatch.builder(schema, rows)
            .longs("_key", ids)
            .doubles("score", scores)
            .bytes("tag", tags)
            .bytes("_note", new byte[rows])
            .invalid("score", 5)
            .build();
    assertThat(client.batchWrite(batch, Keys.NAMESPACE, Keys.SET).orThrow().written())
        .isEqualTo(rows);

    ColumnBatch back = client.batchRead(keys, Schema.of("score", "f8", "tag", "S4", "_key", "i8"));
    assertThat(back.foundCount()).isEqualTo(rows);
    assertThat(back.isValid(5, "score")).isFalse();
    scores[5] = 0;
    assertThat(back.doubles("score")).isEqualTo(scores);
    assertThat(back.bytes("tag")).isEqualTo(tags);
    assertThat(back.longs("_key")).isEqualTo(ids);
    assertThat(client.get(keys.get(7)).binNames()).containsExactlyInAnyOrder("score", "tag");
  }

  @BothFaces
  void keysMayBeTextOrBytesAndTravelIfTheyShall(Client client, IAerospikeClient official) {
    String text = Keys.freshText();
    ColumnBatch batch =
        ColumnBatch.builder(Schema.of("id", "S40", "raw", "V3", "n", "i4"), 1)
            .strings("id", List.of(text))
            .bytes("raw", new byte[] {1, 0, 2})
            .ints("n", new int[] {7})
            .build();
    BatchPolicy policy = Backend.batchPolicy().build();
    WritePolicy send = WritePolicy.builder().keyPolicy(KeyPolicy.SEND).build();
    client.batchWrite(batch, Keys.NAMESPACE, Keys.SET, "id", policy, send).orThrow();
    client.batchWrite(batch, Keys.NAMESPACE, Keys.SET + "b", "raw", policy).orThrow();
    com.aerospike.client.Key byText = new com.aerospike.client.Key(Keys.NAMESPACE, Keys.SET, text);
    assertThat(official.get(null, byText).bins).containsOnlyKeys("raw", "n");
    com.aerospike.client.Key byBytes =
        new com.aerospike.client.Key(Keys.NAMESPACE, Keys.SET + "b", new byte[] {1, 0, 2});
    assertThat(official.get(null, byBytes).getString("id")).isEqualTo(text);
  }

  @BothFaces
  void aRowThatFailsIsNamedAndTheOthersAreWritten(Client client) {
    List<Key> keys = new ArrayList<>();
    long[] ids = new long[6];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (1L << 41) + Keys.freshNumber();
      keys.add(Key.of(Keys.NAMESPACE, Keys.SET, ids[i]));
    }
    client.put(keys.get(4), Bins.of("n", 0));
    ColumnBatch batch =
        ColumnBatch.builder(Schema.of("_key", "i8", "n", "i8"), ids.length)
            .longs("_key", ids)
            .longs("n", new long[] {0, 1, 2, 3, 4, 5})
            .invalid("n", 2)
            .build();
    WritePolicy create =
        WritePolicy.builder().recordExistsAction(RecordExistsAction.CREATE_ONLY).build();
    ColumnWriteResult result =
        client.batchWrite(
            batch, Keys.NAMESPACE, Keys.SET, "_key", Backend.batchPolicy().build(), create);
    assertThat(result.written()).isEqualTo(4);
    assertThat(result.failures())
        .extracting(ColumnWriteResult.Failure::row, ColumnWriteResult.Failure::resultCode)
        .containsExactly(tuple(2, ResultCode.INVALID_ARGUMENT), tuple(4, ResultCode.KEY_EXISTS));
    assertThat(result.failures().get(0).message()).contains("no valid cell");
    assertThat(client.get(keys.get(5)).getLong("n")).isEqualTo(5);
    assertThat(client.exists(keys.get(2)).found()).isFalse();
  }

  @BothFaces
  void theOfficialClientReadsWhatColumnsWroteAndTheOtherWayRound(
      Client client, IAerospikeClient official) {
    int rows = 50;
    List<Key> keys = new ArrayList<>();
    int[] ids = new int[rows];
    float[] vectors = new float[rows * 2];
    for (int i = 0; i < rows; i++) {
      ids[i] = (1 << 30) + (int) Keys.freshNumber();
      keys.add(Key.of(Keys.NAMESPACE, Keys.SET, ids[i]));
      vectors[i * 2] = i;
      vectors[i * 2 + 1] = -i / 3f;
    }
    ColumnBatch batch =
        ColumnBatch.builder(Schema.of("_key", "i4", "vec", "f4[2]", "n", "u2"), rows)
            .ints("_key", ids)
            .floats("vec", vectors)
            .shorts("n", new short[rows])
            .build();
    client.batchWrite(batch, Keys.NAMESPACE, Keys.SET).orThrow();
    for (int i = 0; i < rows; i++) {
      com.aerospike.client.Key key =
          new com.aerospike.client.Key(Keys.NAMESPACE, Keys.SET, (long) ids[i]);
      com.aerospike.client.Record record = official.get(null, key);
      assertThat((byte[]) record.getValue("vec"))
          .isEqualTo(floats(vectors[i * 2], vectors[i * 2 + 1]));
      assertThat(record.getLong("n")).isZero();
      official.put(null, key, new Bin("n", i), new Bin("d", i * 0.25), new Bin("s", "text " + i));
    }
    ColumnBatch back =
        client.batchRead(keys, Schema.of("n", "i8", "d", "f8", "s", "S12", "vec", "f4[2]"));
    for (int i = 0; i < rows; i++) {
      assertThat(back.longs("n")[i]).isEqualTo(i);
      assertThat(back.doubles("d")[i]).isEqualTo(i * 0.25);
      assertThat(back.getString(i, "s")).isEqualTo("text " + i);
    }
    assertThat(back.floats("vec")).isEqualTo(vectors);
  }

  @BothFaces
  void whatCannotBeWrittenIsRefusedBeforeAnythingIsSent(Client client) {
    ColumnBatch batch =
        ColumnBatch.builder(Schema.of("f", "f8", "v", "f4[2]", "id", "i4", "n", "i4"), 2)
            .doubles("f", new double[2])
            .floats("v", new float[4])
            .ints("id", new int[] {1, 2})
            .ints("n", new int[2])
            .invalid("id", 1)
            .build();
    BatchPolicy policy = Backend.batchPolicy().build();
    assertThatThrownBy(() -> client.batchWrite(batch, Keys.NAMESPACE, Keys.SET))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("'_key'")
        .hasMessageContaining("id");
    for (String column : List.of("f", "v")) {
      assertThatThrownBy(() -> client.batchWrite(batch, Keys.NAMESPACE, Keys.SET, column, policy))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("'" + column + "'")
          .hasMessageContaining("cannot be a key");
    }
    assertThatThrownBy(() -> client.batchWrite(batch, Keys.NAMESPACE, Keys.SET, "id", policy))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("row 1");
  }
}
