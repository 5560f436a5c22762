package dev.aero4j.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.batch.BatchRead;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.BatchData;
import dev.aero4j.conformance.harness.BothFaces;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.Same;
import dev.aero4j.conformance.harness.SampleValues;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.Ttl;
import dev.aero4j.policy.WriteMeta;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What a batch read returns: which bins, in which order, of which keys. */
class BatchReadTest {
  @BothFaces
  void allBinsOfAllRecordsComeInTheCallersOrder(Client client) {
    List<Key> keys = BatchData.written(client, 100);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(1));
    BatchRecords records = client.batchRead(order.stream().map(keys::get).toList());
    assertThat(records.size()).isEqualTo(100);
    for (int at = 0; at < order.size(); at++) {
      int i = order.get(at);
      assertThat(records.get(at).key()).isSameAs(keys.get(i));
      Same.assertSame(records.get(at).orThrow().bins(), Bins.of("i", i, "s", "text " + i).toMap());
    }
  }

  @BothFaces
  void onlyTheBinsThatAreAskedForCome(Client client) {
    List<Key> keys = BatchData.written(client, 10);
    for (BatchRecord one : client.batchRead(keys, "s", "none")) {
      assertThat(one.orThrow().binNames()).containsExactly("s");
    }
  }

  @BothFaces
  void noBinsAskOnlyWhetherTheRecordsExist(Client client) {
    List<Key> keys = BatchData.written(client, 3);
    keys.add(1, Keys.fresh());
    BatchRecords records = client.batchRead(keys, List.of(), Backend.batchPolicy().build());
    assertThat(records.stream().map(BatchRecord::found)).containsExactly(true, false, true, true);
    assertThat(records.get(1).missing()).isTrue();
    assertThat(records.get(0).orThrow().binNames()).isEmpty();
    assertThat(records.get(0).orThrow().generation()).isEqualTo(1);
  }

  @BothFaces
  void operationsThatReadAreDone(Client client) {
    List<Key> keys = BatchData.written(client, 5);
    BatchRecords some = client.batchRead(keys, Operation.get("s"), Operation.get("i"));
    BatchRecords headers = client.batchRead(keys, Operation.getHeader());
    BatchRecords all = client.batchRead(keys, Operation.get());
    for (int i = 0; i < keys.size(); i++) {
      Same.assertSame(some.get(i).orThrow().bins(), Bins.of("i", i, "s", "text " + i).toMap());
      assertThat(headers.get(i).orThrow().binNames()).isEmpty();
      assertThat(all.get(i).orThrow().binNames()).containsExactlyInAnyOrder("i", "s");
    }
  }

  @BothFaces
  void operationsThatWriteAreRefusedBeforeSending(Client client) {
    List<Key> keys = BatchData.fresh(2);
    assertThatThrownBy(() -> client.batchRead(keys, Operation.get("a"), Operation.put("a", 1)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("operation 1");
    assertThatThrownBy(() -> client.batchRead(keys, new Operation[0]))
        .isInstanceOf(InvalidArgumentException.class);
    assertThat(client.batchRead(keys).missing()).hasSize(2);
  }

  @BothFaces
  void aKeyThatIsAskedForTwiceIsAnsweredTwice(Client client) {
    List<Key> keys = BatchData.written(client, 2);
    List<Key> twice = List.of(keys.get(0), keys.get(1), keys.get(0), keys.get(0), keys.get(1));
    BatchRecords records = client.batchRead(twice, "i");
    assertThat(records.stream().map(one -> one.orThrow().getLong("i")))
        .containsExactly(0L, 1L, 0L, 0L, 1L);
    assertThat(records.asMap()).hasSize(2).containsOnlyKeys(keys);
  }

  @BothFaces
  void oneKeyIsABatchToo(Client client) {
    List<Key> keys = BatchData.written(client, 1);
    assertThat(client.batchRead(keys).get(0).orThrow().getString("s")).isEqualTo("text 0");
  }

  @BothFaces
  void thousandsOfKeysComeInOrder(Client client) {
    everyThirdIsMissing(client, 5_000);
  }

  @BothFaces
  void aHundredThousandKeysComeInOrder(Client client) {
    everyThirdIsMissing(client, 100_000);
  }

  private static void everyThirdIsMissing(Client client, int count) {
    List<Key> written = BatchData.fresh(count);
    BatchData.write(client, written);
    List<Key> keys = new ArrayList<>(written);
    for (int i = 0; i < count; i += 3) {
      keys.set(i, Keys.fresh());
    }
    BatchRecords records = client.batchRead(keys, "i");
    assertThat(records.size()).isEqualTo(count);
    for (int i = 0; i < count; i++) {
      BatchRecord one = records.get(i);
      if (!one.key().equals(keys.get(i))
          || one.missing() != (i % 3 == 0)
          || (i % 3 != 0 && one.orThrow().getLong("i") != i)) {
        throw new AssertionError(i + " of " + count + ": " + one + ", " + one.record());
      }
    }
    client.batchRemove(written).orThrow();
  }

  @BothFaces
  void anEmptyBatchIsAnEmptyResult(Client client) {
    assertThat(client.batchRead(List.of(), "a").asList()).isEmpty();
    assertThat(client.batchRead(List.of(), Operation.get("a")).asMap()).isEmpty();
    assertThat(client.batchOperate(List.of(), Operation.touch()).orThrow().found()).isEmpty();
    assertThat(client.batchRemove(List.of()).failed()).isEmpty();
    assertThat(client.batchWrite(List.of()).iterator().hasNext()).isFalse();
    assertThatThrownBy(() -> BatchRead.of(null)).isInstanceOf(InvalidArgumentException.class);
  }

  @BothFaces
  void operationsThatReadAreDoneAsThePolicySays(Client client) {
    List<Key> keys = BatchData.written(client, 2);
    keys.add(Keys.fresh());
    BatchRecords records =
        client.batchRead(
            keys, Backend.batchPolicy().maxRowsPerMessage(1).build(), Operation.get("s"));
    assertThat(records.get(1).orThrow().getString("s")).isEqualTo("text 1");
    assertThat(records.get(2).missing()).isTrue();
    assertThatThrownBy(
            () -> client.batchRead(keys, Backend.batchPolicy().build(), Operation.put("a", 1)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("operation 0");
  }

  @BothFaces
  void namesOfBinsThatAreTooLongAreRefusedBeforeSending(Client client) {
    List<Key> keys = BatchData.fresh(2);
    assertThatThrownBy(() -> client.batchRead(keys, "sixteen_bytes___"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("sixteen_bytes___");
    assertThatThrownBy(() -> BatchRead.of(keys.get(0), ""))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @BothFaces
  void aBatchMayHaveKeysOfAllKinds(Client client) {
    String set = Keys.SET;
    Key text = Key.of(Keys.NAMESPACE, set, Keys.freshText());
    List<Key> keys =
        List.of(
            text,
            Key.of(Keys.NAMESPACE, set, Keys.freshNumber()),
            Key.of(Keys.NAMESPACE, set, Keys.freshText().getBytes(UTF_8)),
            Key.ofDigest(Keys.NAMESPACE, set, Keys.fresh().digest()));
    BatchData.write(client, keys);
    BatchRecords records = client.batchRead(keys);
    for (int i = 0; i < keys.size(); i++) {
      assertThat(records.get(i).orThrow().getLong("i")).isEqualTo(i);
      assertThat(records.get(i).orThrow().key()).isSameAs(keys.get(i));
    }
    Key digest = Key.ofDigest(text.namespace(), text.set(), text.digest());
    assertThat(client.batchRead(List.of(digest)).get(0).orThrow().getLong("i")).isZero();
  }

  @BothFaces
  void allTypesOfValuesComeBack(Client client) {
    List<Key> keys = BatchData.fresh(3);
    keys.forEach(key -> client.put(key, SampleValues.oneOfEach()));
    for (BatchRecord one : client.batchRead(keys)) {
      Same.assertSame(one.orThrow().bins(), SampleValues.oneOfEach());
    }
  }

  @BothFaces
  void generationAndTimeToLiveCome(Client client) {
    List<Key> keys = BatchData.fresh(2);
    for (int i = 0; i < 3; i++) {
      client.put(keys.get(0), Bins.of("a", i), WriteMeta.ttl(5_000));
    }
    client.put(keys.get(1), Bins.of("a", 1), WriteMeta.ttl(Ttl.NEVER_EXPIRE));
    BatchRecords records = client.batchRead(keys);
    Record aging = records.get(0).orThrow();
    assertThat(aging.generation()).isEqualTo(3);
    assertThat(aging.ttlSeconds()).isBetween(4_990L, 5_001L);
    assertThat(records.get(1).orThrow().ttlSeconds()).isEqualTo(Ttl.NEVER_EXPIRE);
    Record same = client.get(keys.get(0));
    assertThat(aging.meta().voidTime()).isEqualTo(same.meta().voidTime());
  }

  @BothFaces
  void recordsThatAreLargerThanAFrameOfTheServerCome(Client client) {
    List<Key> keys = BatchData.fresh(12);
    keys.forEach(key -> client.put(key, Bins.of("b", new byte[300_000])));
    for (BatchRecord one : client.batchRead(keys)) {
      assertThat(one.orThrow().getBytes("b")).hasSize(300_000);
    }
    client.batchRemove(keys).orThrow();
  }
}
