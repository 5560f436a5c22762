package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aerospike.client.IAerospikeClient;
import dev.aero4j.BinTypeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.RecordTooBigException;
import dev.aero4j.batch.BatchCommand;
import dev.aero4j.batch.BatchRead;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.batch.BatchRemove;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.BothFaces;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.OfficialValues;
import dev.aero4j.conformance.harness.Same;
import dev.aero4j.conformance.harness.SampleValues;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.WriteMeta;
import java.util.ArrayList;
import java.util.List;

/** What batches write, remove and operate on, alone and mixed. */
class BatchWriteTest {
  @BothFaces
  void eachRecordIsWrittenItsOwnWay(Client client) {
    List<Key> keys = BatchData.fresh(3);
    client.put(keys.get(2), Bins.of("a", 1, "b", 2));
    BatchRecords written =
        client.batchWrite(
            List.of(
                BatchWrite.put(keys.get(0), Bins.of("a", 1)),
                BatchWrite.put(keys.get(1), Bins.of("t", "text", "b", new byte[] {1})),
                BatchWrite.put(keys.get(2), Bins.of("a", null, "c", 3))));
    assertThat(written.orThrow().found()).hasSize(3);
    assertThat(written.stream().map(one -> one.orThrow().generation())).containsExactly(1, 1, 2);
    Same.assertSame(client.get(keys.get(0)).bins(), Bins.of("a", 1).toMap());
    Same.assertSame(
        client.get(keys.get(1)).bins(), Bins.of("t", "text", "b", new byte[] {1}).toMap());
    Same.assertSame(client.get(keys.get(2)).bins(), Bins.of("b", 2, "c", 3).toMap());
  }

  @BothFaces
  void valuesOfAllTypesAreWritten(Client client, IAerospikeClient official) {
    List<Key> keys = BatchData.fresh(4);
    Bins all = Bins.from(SampleValues.oneOfEach());
    client.batchWrite(keys.stream().map(key -> BatchWrite.put(key, all)).toList()).orThrow();
    for (Key key : keys) {
      official
          .get(null, OfficialValues.toTheirs(key))
          .bins
          .forEach(
              (bin, value) -> Same.assertSame(OfficialValues.toOurs(value), all.toMap().get(bin)));
      assertThat(client.get(key).bins()).hasSize(all.size());
    }
  }

  @BothFaces
  void aBinOfTheWrongTypeFailsOnlyItsRecord(Client client) {
    List<Key> keys = BatchData.written(client, 3);
    BatchRecords results =
        client.batchWrite(
            List.of(add(keys.get(0), "i"), add(keys.get(1), "s"), add(keys.get(2), "i")));
    assertThat(results.stream().map(BatchRecord::resultCode))
        .containsExactly(ResultCode.OK, ResultCode.BIN_TYPE_MISMATCH, ResultCode.OK);
    assertThat(results.get(1).inDoubt()).isFalse();
    assertThatThrownBy(results::orThrow)
        .isInstanceOf(BinTypeException.class)
        .hasMessageContaining(keys.get(1).digestHex());
    assertThat(client.get(keys.get(2)).getLong("i")).isEqualTo(3);
  }

  private static BatchWrite add(Key key, String bin) {
    return BatchWrite.operate(key, List.of(Operation.add(bin, 1)));
  }

  @BothFaces
  void aRecordOverTheServersLimitFailsAlone(Client client) {
    List<Key> keys = BatchData.fresh(3);
    BatchRecords results =
        client.batchWrite(
            List.of(
                BatchWrite.put(keys.get(0), Bins.of("a", 1)),
                BatchWrite.put(keys.get(1), Bins.of("a", new byte[2 << 20])),
                BatchWrite.put(keys.get(2), Bins.of("a", 1))));
    assertThat(results.stream().map(BatchRecord::resultCode))
        .containsExactly(ResultCode.OK, ResultCode.RECORD_TOO_BIG, ResultCode.OK);
    assertThat(results.get(1).inDoubt()).isFalse();
    assertThat(results.get(1).exception())
        .isInstanceOf(RecordTooBigException.class)
        .hasMessageContaining(keys.get(1).digestHex());
    assertThat(client.batchRead(keys, List.of().toArray(new String[0])).missing()).hasSize(1);
  }

  @BothFaces
  void operationsAreDoneOnEachRecordAsAWhole(Client client) {
    List<Key> keys = BatchData.written(client, 50);
    BatchRecords results =
        client.batchOperate(
            keys, Operation.add("i", 10), Operation.get("i"), Operation.append("s", "!"));
    for (int i = 0; i < keys.size(); i++) {
      assertThat(results.get(i).orThrow().getLong("i")).isEqualTo(i + 10);
      assertThat(results.get(i).orThrow().generation()).isEqualTo(2);
    }
    for (BatchRecord one : client.batchRead(keys, "s")) {
      assertThat(one.orThrow().getString("s")).endsWith("!");
    }
  }

  @BothFaces
  void operationsThatOnlyReadMayBeOperatedToo(Client client) {
    List<Key> keys = BatchData.written(client, 2);
    keys.add(Keys.fresh());
    BatchRecords results = client.batchOperate(keys, Operation.get("i"));
    assertThat(results.get(1).orThrow().getLong("i")).isEqualTo(1);
    assertThat(results.get(1).orThrow().generation()).isEqualTo(1);
    assertThat(results.get(2).missing()).isTrue();
  }

  @BothFaces
  void noOperationsAreRefusedBeforeSending(Client client) {
    List<Key> keys = BatchData.fresh(2);
    assertThatThrownBy(() -> client.batchOperate(keys, new Operation[0]))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> BatchWrite.operate(keys.get(0), List.of(Operation.get("a"))))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> BatchWrite.put(keys.get(0), Bins.builder().build()))
        .isInstanceOf(InvalidArgumentException.class);
    assertThat(client.batchRead(keys).missing()).hasSize(2);
  }

  @BothFaces
  void recordsAreRemovedAndThoseThatAreNotThereAreMissing(Client client) {
    List<Key> keys = BatchData.written(client, 4);
    keys.add(2, Keys.fresh());
    BatchRecords results = client.batchRemove(keys);
    assertThat(results.stream().map(BatchRecord::found))
        .containsExactly(true, true, false, true, true);
    assertThat(results.get(2).missing()).isTrue();
    assertThat(client.batchRead(keys).missing()).hasSize(5);
  }

  @BothFaces
  void aGenerationForAllRemovalsLeavesTheOthers(Client client) {
    List<Key> keys = BatchData.written(client, 3);
    client.touch(keys.get(1), WriteMeta.ttl(100));
    BatchRecords results = client.batchRemove(keys, WriteMeta.generation(1));
    assertThat(results.stream().map(BatchRecord::resultCode))
        .containsExactly(ResultCode.OK, ResultCode.GENERATION_MISMATCH, ResultCode.OK);
    assertThat(client.exists(keys.get(1)).found()).isTrue();
  }

  @BothFaces
  void aGenerationOfItsOwnForEachRemoval(Client client) {
    List<Key> keys = BatchData.written(client, 3);
    client.put(keys.get(1), Bins.of("a", 1));
    BatchRecords results =
        client.batch(
            List.of(
                BatchRemove.of(keys.get(0), WriteMeta.generation(1)),
                BatchRemove.of(keys.get(1), WriteMeta.generation(2)),
                BatchRemove.of(keys.get(2), WriteMeta.generation(2))));
    assertThat(results.stream().map(BatchRecord::resultCode))
        .containsExactly(ResultCode.OK, ResultCode.OK, ResultCode.GENERATION_MISMATCH);
  }

  @BothFaces
  void commandsOfAllKindsAreMixed(Client client) {
    List<Key> keys = BatchData.written(client, 6);
    Key absent = Keys.fresh();
    BatchRecords results =
        client.batch(
            List.<BatchCommand>of(
                BatchRead.of(keys.get(0)),
                BatchRead.of(keys.get(1), "s"),
                BatchRead.of(keys.get(2), List.of()),
                BatchRead.operate(keys.get(3), Operation.get("i")),
                BatchWrite.put(keys.get(4), Bins.of("i", 40)),
                BatchWrite.operate(keys.get(3), List.of(Operation.add("n", 5), Operation.get("n"))),
                BatchRemove.of(keys.get(5)),
                BatchRemove.of(absent),
                BatchRead.of(absent)));
    assertThat(results.get(0).orThrow().binNames()).containsExactlyInAnyOrder("i", "s");
    assertThat(results.get(1).orThrow().binNames()).containsExactly("s");
    assertThat(results.get(2).orThrow().binNames()).isEmpty();
    assertThat(results.get(3).orThrow().getLong("i")).isEqualTo(3);
    assertThat(results.get(4).orThrow().generation()).isEqualTo(2);
    assertThat(results.get(5).orThrow().getLong("n")).isEqualTo(5);
    assertThat(results.get(6).found()).isTrue();
    assertThat(results.get(7).missing()).isTrue();
    assertThat(results.get(8).missing()).isTrue();
    assertThat(client.get(keys.get(4)).getLong("i")).isEqualTo(40);
    assertThat(client.exists(keys.get(5)).found()).isFalse();
  }

  @BothFaces
  void aBatchMayWriteAndReadTheSameRecord(Client client) {
    for (int round = 0; round < 20; round++) {
      Key key = Keys.fresh();
      BatchRecords results =
          client.batch(
              List.<BatchCommand>of(
                  BatchWrite.put(key, Bins.of("a", 1)),
                  BatchRead.of(key),
                  BatchWrite.put(key, Bins.of("b", 2)),
                  add(key, "n"),
                  add(key, "n")));
      BatchRecord read = results.get(1);
      assertThat(read.failed()).isFalse();
      results.orThrow();
      Record after = client.get(key);
      Same.assertSame(after.bins(), Bins.of("a", 1, "b", 2, "n", 2).toMap());
      assertThat(after.generation()).isEqualTo(4);
    }
  }

  @BothFaces
  void thousandsOfIncrementsAreEachDoneOnce(Client client) {
    // Ten of a key: a server refuses a key for which more than twenty commands wait.
    List<Key> keys = BatchData.fresh(400);
    List<BatchWrite> writes = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      writes.add(add(keys.get(i % keys.size()), "n"));
    }
    client.batchWrite(writes).orThrow();
    for (BatchRecord one : client.batchRead(keys)) {
      assertThat(one.orThrow().getLong("n")).isEqualTo(10);
    }
  }
}
