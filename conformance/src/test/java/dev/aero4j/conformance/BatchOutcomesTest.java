package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.AerospikeException;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.RecordNotFoundException;
import dev.aero4j.ServerException;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.BothFaces;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.embedded.FaultRule;
import dev.aero4j.model.ResultCode;
import java.util.List;
import java.util.Map;

/** What became of each key of a batch: found, missing and failed are told apart. */
class BatchOutcomesTest {
  @BothFaces
  void aMissingRecordIsNoFailure(Client client) {
    List<Key> keys = BatchData.written(client, 2);
    keys.add(1, Keys.fresh());
    BatchRecords records = client.batchRead(keys).orThrow();
    BatchRecord missing = records.get(1);
    assertThat(missing.missing()).isTrue();
    assertThat(missing.found()).isFalse();
    assertThat(missing.failed()).isFalse();
    assertThat(missing.resultCode()).isEqualTo(ResultCode.KEY_NOT_FOUND);
    assertThat(missing.record()).isNull();
    assertThat(missing.inDoubt()).isFalse();
    assertThatThrownBy(missing::orThrow)
        .isInstanceOf(RecordNotFoundException.class)
        .hasMessageContaining(missing.key().digestHex());
  }

  @BothFaces
  void aMissingRecordTellsTheNodeThatHasNone(Client client) {
    for (BatchRecord one : client.batchRead(BatchData.fresh(30))) {
      assertThat(one.node()).isNotNull();
      assertThatThrownBy(() -> client.get(one.key()))
          .isInstanceOfSatisfying(
              RecordNotFoundException.class, e -> assertThat(e.node()).isEqualTo(one.node()));
    }
  }

  @BothFaces
  void anUnknownNamespaceFailsOnlyItsOwnKeys(Client client) {
    List<Key> keys = BatchData.written(client, 2);
    Key nowhere = Key.of("nowhere", Keys.SET, "k");
    keys.add(1, nowhere);
    keys.add(Keys.fresh());
    BatchRecords records = client.batchRead(keys);
    assertThat(records.stream().map(BatchRecord::resultCode))
        .containsExactly(
            ResultCode.OK, ResultCode.INVALID_NAMESPACE, ResultCode.OK, ResultCode.KEY_NOT_FOUND);
    assertThat(records.found()).hasSize(2);
    assertThat(records.missing()).hasSize(1);
    assertThat(records.failed())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.key()).isSameAs(nowhere);
              assertThat(one.inDoubt()).isFalse();
            });
    assertThatThrownBy(records::orThrow)
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("nowhere");
  }

  @BothFaces
  void nothingButUnknownNamespacesIsStillAResult(Client client) {
    List<Key> keys = List.of(Key.of("nowhere", "s", 1), Key.of("neverwhere", "s", 1));
    BatchRecords records = client.batchRead(keys);
    assertThat(records.failed()).hasSize(2);
    assertThatThrownBy(records::orThrow)
        .isInstanceOf(AerospikeException.class)
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  @Everywhere(
      faces = {Face.BLOCKING, Face.ASYNC},
      embeddedOnly = true)
  void aFailedRecordIsNeverTakenForAMissingOne(Client client, Backend backend) {
    List<Key> keys = BatchData.written(client, 3);
    keys.add(Keys.fresh());
    FaultRule rule = FaultRule.answer(ResultCode.SERVER_ERROR).digest(keys.get(1).digest());
    backend.embedded().faults().add(rule);
    try {
      BatchRecords records = client.batchRead(keys);
      assertThat(records.stream().map(BatchRecord::resultCode))
          .containsExactly(
              ResultCode.OK, ResultCode.SERVER_ERROR, ResultCode.OK, ResultCode.KEY_NOT_FOUND);
      BatchRecord failed = records.get(1);
      assertThat(failed.failed()).isTrue();
      assertThat(failed.missing()).isFalse();
      assertThat(failed.found()).isFalse();
      assertThat(failed.record()).isNull();
      assertThat(records.failed()).singleElement().hasToString(failed.toString());
      assertThatThrownBy(failed::orThrow)
          .isInstanceOfSatisfying(
              ServerException.class,
              e -> assertThat(e.resultCode()).isEqualTo(ResultCode.SERVER_ERROR))
          .hasMessageContaining(failed.key().digestHex());
      assertThatThrownBy(records::orThrow).isInstanceOf(ServerException.class);
    } finally {
      backend.embedded().faults().remove(rule);
    }
  }

  @BothFaces
  void theSameUserKeyInTwoSetsIsTwoKeysOfTheMap(Client client) {
    String user = Keys.freshText();
    Key inSet = Key.of(Keys.NAMESPACE, Keys.SET, user);
    Key inNone = Key.of(Keys.NAMESPACE, null, user);
    Key elsewhere = Key.of("nowhere", Keys.SET, user);
    BatchData.write(client, List.of(inSet, inNone));
    Map<Key, BatchRecord> map =
        client.batchRead(List.of(inSet, inNone, elsewhere, inSet), "i").asMap();
    assertThat(map).containsOnlyKeys(inSet, inNone, elsewhere);
    assertThat(map.get(inSet).orThrow().getLong("i")).isZero();
    assertThat(map.get(inNone).orThrow().getLong("i")).isEqualTo(1);
    assertThat(map.get(Key.of(Keys.NAMESPACE, null, user)).found()).isTrue();
    assertThat(map.get(elsewhere).failed()).isTrue();
    client.batchRemove(List.of(inNone)).orThrow();
  }

  @BothFaces
  void everyResultIsExactlyOneOfTheThree(Client client) {
    List<Key> keys = BatchData.written(client, 20);
    for (int i = 0; i < 20; i += 4) {
      keys.set(i, Keys.fresh());
      keys.set(i + 1, Key.of("nowhere", Keys.SET, i));
    }
    BatchRecords records = client.batchRead(keys);
    assertThat(records.found()).hasSize(10);
    assertThat(records.missing()).hasSize(5);
    assertThat(records.failed()).hasSize(5);
    for (BatchRecord one : records) {
      assertThat(List.of(one.found(), one.missing(), one.failed())).containsOnlyOnce(true);
      assertThat(one.record() != null).isEqualTo(one.found());
      assertThat(one.exception() != null).isEqualTo(!one.found());
    }
    assertThat(records.asList()).hasSize(20);
  }

  @BothFaces
  void aRecordOfAnotherSetUnderTheSameDigestFailsAlone(Client client) {
    List<Key> keys = BatchData.written(client, 2);
    Key impostor = Key.ofDigest(Keys.NAMESPACE, Keys.SET + "x", keys.get(0).digest());
    BatchRecords records = client.batchRead(List.of(keys.get(0), impostor, keys.get(1)));
    assertThat(records.stream().map(BatchRecord::resultCode))
        .containsExactly(ResultCode.OK, ResultCode.PARAMETER_ERROR, ResultCode.OK);
  }

  @Everywhere(
      faces = {Face.BLOCKING, Face.ASYNC},
      embeddedOnly = true)
  void theFirstFailureIsThrownAndTenMoreAreSuppressedInIt(Client client, Backend backend) {
    List<Key> keys = BatchData.written(client, 30);
    FaultRule rule = FaultRule.answer(ResultCode.OUT_OF_SPACE);
    backend.embedded().faults().add(rule);
    try {
      BatchRecords records = client.batchRead(keys);
      assertThatThrownBy(records::orThrow)
          .hasMessageContaining(keys.get(0).digestHex())
          .satisfies(e -> assertThat(e.getSuppressed()).hasSize(10));
    } finally {
      backend.embedded().faults().remove(rule);
    }
  }
}
