package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aerospike.client.IAerospikeClient;
import com.aerospike.client.exp.Exp;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.FilteredOutException;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.batch.BatchCommand;
import dev.aero4j.batch.BatchRead;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.batch.BatchRemove;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.BothFaces;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.OfficialValues;
import dev.aero4j.embedded.Statistics;
import dev.aero4j.expression.Expression;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.KeyPolicy;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.RecordExistsAction;
import dev.aero4j.policy.Ttl;
import dev.aero4j.policy.WriteMeta;
import dev.aero4j.policy.WritePolicy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The policy of a record beats that of its batch, which beats the client's. */
class BatchWritePolicyTest {
  private static final Bins BINS = Bins.of("a", 1);
  private static final Expression ONE =
      Expression.fromBase64(Exp.build(Exp.eq(Exp.intBin("a"), Exp.val(1))).getBase64());
  private static final Expression TWO =
      Expression.fromBase64(Exp.build(Exp.eq(Exp.intBin("a"), Exp.val(2))).getBase64());

  private static WritePolicy.Builder write() {
    return WritePolicy.builder();
  }

  private static BatchPolicy batch(WritePolicy.Builder writes) {
    return Backend.batchPolicy().writePolicy(writes.build()).build();
  }

  @BothFaces
  void theTimeToLiveOfARecordBeatsTheBatchs(Client client) {
    List<Key> keys = BatchData.fresh(4);
    client
        .batchWrite(
            List.of(
                BatchWrite.put(keys.get(0), BINS),
                BatchWrite.put(keys.get(1), BINS, WriteMeta.ttl(9_000)),
                BatchWrite.put(keys.get(2), BINS, write().ttl(Ttl.NEVER_EXPIRE).build()),
                BatchWrite.put(
                    keys.get(3), BINS, write().ttl(7_000).build(), WriteMeta.ttl(5_000))),
            batch(write().ttl(3_000)))
        .orThrow();
    BatchRecords records = client.batchRead(keys);
    assertThat(ttl(records, 0)).isBetween(2_990L, 3_001L);
    assertThat(ttl(records, 1)).isBetween(8_990L, 9_001L);
    assertThat(ttl(records, 2)).isEqualTo(Ttl.NEVER_EXPIRE);
    assertThat(ttl(records, 3)).isBetween(4_990L, 5_001L);
  }

  private static long ttl(BatchRecords records, int index) {
    return records.get(index).orThrow().ttlSeconds();
  }

  @BothFaces
  void theGenerationOfARecordBeatsTheBatchs(Client client) {
    List<Key> keys = BatchData.written(client, 3);
    BatchRecords results =
        client.batchWrite(
            List.of(
                BatchWrite.put(keys.get(0), BINS),
                BatchWrite.put(keys.get(1), BINS, WriteMeta.generation(1)),
                BatchWrite.put(keys.get(2), BINS, write().build())),
            batch(write().expectGeneration(5)));
    codes(results, ResultCode.GENERATION_MISMATCH, ResultCode.OK, ResultCode.OK);
  }

  @BothFaces
  void theExistsActionOfARecordBeatsTheBatchs(Client client) {
    List<Key> keys = BatchData.written(client, 4);
    keys.set(3, Keys.fresh());
    BatchRecords results =
        client.batchWrite(
            List.of(
                BatchWrite.put(keys.get(0), BINS),
                BatchWrite.put(keys.get(1), BINS, exists(RecordExistsAction.REPLACE)),
                BatchWrite.put(keys.get(2), BINS, exists(RecordExistsAction.UPDATE)),
                BatchWrite.put(keys.get(3), BINS, exists(RecordExistsAction.UPDATE_ONLY))),
            batch(write().recordExistsAction(RecordExistsAction.CREATE_ONLY)));
    codes(results, ResultCode.KEY_EXISTS, ResultCode.OK, ResultCode.OK, ResultCode.KEY_NOT_FOUND);
    assertThat(client.get(keys.get(1)).binNames()).containsExactly("a");
    assertThat(client.get(keys.get(2)).binNames()).containsExactlyInAnyOrder("a", "i", "s");
  }

  private static WritePolicy exists(RecordExistsAction action) {
    return write().recordExistsAction(action).build();
  }

  @BothFaces
  void theOptionsOfACallBeatTheBatchsPolicy(Client client) {
    List<Key> keys = BatchData.written(client, 2);
    BatchRecords results =
        client.batchOperate(
            keys,
            List.of(Operation.add("i", 1)),
            batch(write().ttl(3_000).expectGeneration(7)),
            WriteMeta.generation(1));
    codes(results, ResultCode.OK, ResultCode.OK);
    assertThat(client.get(keys.get(0)).ttlSeconds()).isBetween(2_990L, 3_001L);
  }

  @BothFaces
  void aKeyIsStoredWhereItsRecordSaysSo(Client client, Backend backend, IAerospikeClient official) {
    List<Key> keys = BatchData.fresh(3);
    WritePolicy send = write().keyPolicy(KeyPolicy.SEND).build();
    client
        .batchWrite(
            List.of(
                BatchWrite.put(keys.get(0), BINS),
                BatchWrite.put(keys.get(1), BINS, send),
                BatchWrite.operate(keys.get(2), List.of(Operation.put("a", 1)), send)))
        .orThrow();
    assertThat(isStored(official, keys.get(0))).isFalse();
    assertThat(isStored(official, keys.get(1))).isTrue();
    assertThat(isStored(official, keys.get(2))).isTrue();
    if (!backend.isEmbedded()) {
      Map<String, Boolean> stored = new ConcurrentHashMap<>();
      official.scanAll(
          null,
          Keys.NAMESPACE,
          Keys.SET,
          (key, record) -> {
            if (key.userKey != null) {
              stored.put(key.userKey.toString(), true);
            }
          });
      assertThat(stored)
          .containsKeys(text(keys.get(1)), text(keys.get(2)))
          .doesNotContainKey(text(keys.get(0)));
    }
  }

  private static String text(Key key) {
    return String.valueOf(key.userKey());
  }

  /** A server refuses a write with another key than the stored one under the same digest. */
  private static boolean isStored(IAerospikeClient official, Key key) {
    com.aerospike.client.policy.WritePolicy send = new com.aerospike.client.policy.WritePolicy();
    send.sendKey = true;
    com.aerospike.client.Key impostor =
        new com.aerospike.client.Key(
            key.namespace(), key.digest(), key.set(), com.aerospike.client.Value.get("other"));
    try {
      official.touch(send, impostor);
      return false;
    } catch (com.aerospike.client.AerospikeException e) {
      assertThat(e.getResultCode()).isEqualTo(ResultCode.KEY_MISMATCH);
      return true;
    }
  }

  @BothFaces
  void everyKeyIsStoredWhenTheBatchSaysSo(Client client, IAerospikeClient official) {
    List<Key> keys = BatchData.fresh(3);
    BatchPolicy send = batch(write().keyPolicy(KeyPolicy.SEND));
    client.batchOperate(keys, List.of(Operation.put("a", 1)), send).orThrow();
    assertThat(keys).allMatch(key -> isStored(official, key));
    client.batchOperate(keys, List.of(Operation.add("a", 1)), send).orThrow();
    assertThat(client.get(keys.get(2)).getLong("a")).isEqualTo(2);
  }

  @BothFaces
  void aDurableDeleteThatTheServerRefusesFailsOnlyItsRecord(Client client) {
    List<Key> keys = BatchData.written(client, 3);
    BatchRecords results =
        client.batch(
            List.of(
                BatchRemove.of(keys.get(0)),
                BatchRemove.of(keys.get(1), write().durableDelete(true).build()),
                BatchRemove.of(keys.get(2))));
    codes(results, ResultCode.OK, ResultCode.ENTERPRISE_ONLY, ResultCode.OK);
    assertThat(client.exists(keys.get(1)).found()).isTrue();
  }

  @BothFaces
  void aGenerationThatNoRowCanCarryTravelsAlone(Client client, Backend backend) {
    List<Key> keys = BatchData.written(client, 3);
    Statistics before = backend.isEmbedded() ? backend.embedded().statistics() : null;
    BatchRecords results =
        client.batchWrite(
            List.of(
                BatchWrite.put(keys.get(0), BINS),
                BatchWrite.put(keys.get(1), BINS, WriteMeta.generation(65_537)),
                BatchWrite.put(keys.get(2), BINS, WriteMeta.generation(1))));
    codes(results, ResultCode.OK, ResultCode.GENERATION_MISMATCH, ResultCode.OK);
    assertThat(results.get(1).inDoubt()).isFalse();
    if (before != null) {
      Statistics after = backend.embedded().statistics();
      assertThat(after.commands() - before.commands()).isEqualTo(1);
      assertThat(after.batchRows() - before.batchRows()).isEqualTo(2);
    }
    codes(
        client.batchRemove(keys, WriteMeta.generation(65_538)),
        ResultCode.GENERATION_MISMATCH,
        ResultCode.GENERATION_MISMATCH,
        ResultCode.GENERATION_MISMATCH);
  }

  @BothFaces
  void aFilterOfTheBatchIsForAllItsRecordsAndOneOfARecordBeatsIt(Client client) {
    List<Key> keys = BatchData.fresh(6);
    keys.subList(0, 5).forEach(key -> client.put(key, BINS));
    BatchRecords results =
        client.batch(
            List.<BatchCommand>of(
                BatchRead.of(keys.get(0)),
                BatchRead.of(keys.get(1))
                    .withPolicy(ReadPolicy.builder().filterExpression(ONE).build()),
                BatchWrite.put(keys.get(2), Bins.of("b", 1)),
                BatchWrite.put(keys.get(3), Bins.of("b", 1), write().filterExpression(ONE).build()),
                BatchRemove.of(keys.get(4)),
                BatchRead.of(keys.get(5))),
            Backend.batchPolicy().filterExpression(TWO).build());
    codes(
        results,
        ResultCode.FILTERED_OUT,
        ResultCode.OK,
        ResultCode.FILTERED_OUT,
        ResultCode.OK,
        ResultCode.FILTERED_OUT,
        ResultCode.KEY_NOT_FOUND);
    assertThat(results.get(0).failed()).isTrue();
    assertThatThrownBy(() -> results.get(2).orThrow()).isInstanceOf(FilteredOutException.class);
    assertThat(client.get(keys.get(2)).has("b")).isFalse();
    assertThat(client.get(keys.get(3)).has("b")).isTrue();
    assertThat(client.exists(keys.get(4)).found()).isTrue();
  }

  @BothFaces
  void aFilterOfOneRecordIsForThatRecordOnly(Client client) {
    List<Key> keys = BatchData.fresh(3);
    keys.forEach(key -> client.put(key, BINS));
    BatchRecords results =
        client.batch(
            List.<BatchCommand>of(
                BatchRead.of(keys.get(0)),
                BatchRead.of(keys.get(1), "a")
                    .withPolicy(ReadPolicy.builder().filterExpression(TWO).build()),
                BatchWrite.put(keys.get(2), Bins.of("a", 5))));
    codes(results, ResultCode.OK, ResultCode.FILTERED_OUT, ResultCode.OK);
  }

  @BothFaces
  void whatTheOfficialClientReadsIsWhatWasWritten(Client client, IAerospikeClient official) {
    List<Key> keys = BatchData.fresh(30);
    client
        .batchOperate(keys, List.of(Operation.put("a", "x")), batch(write().ttl(4_000)))
        .orThrow();
    com.aerospike.client.Record[] records =
        official.get(
            null,
            keys.stream().map(OfficialValues::toTheirs).toArray(com.aerospike.client.Key[]::new));
    for (com.aerospike.client.Record record : records) {
      assertThat(record.getString("a")).isEqualTo("x");
      assertThat(record.getTimeToLive()).isBetween(3_990, 4_001);
    }
  }

  @BothFaces
  void whatTheOfficialClientWritesIsRead(Client client, IAerospikeClient official) {
    List<Key> keys = BatchData.fresh(30);
    official.operate(
        null,
        null,
        keys.stream().map(OfficialValues::toTheirs).toArray(com.aerospike.client.Key[]::new),
        com.aerospike.client.Operation.put(new com.aerospike.client.Bin("a", 7)));
    for (BatchRecord one : client.batchRead(keys)) {
      Record record = one.orThrow();
      assertThat(record.getLong("a")).isEqualTo(7);
    }
  }

  private static void codes(BatchRecords results, Integer... expected) {
    assertThat(results.stream().map(BatchRecord::resultCode)).containsExactly(expected);
  }
}
