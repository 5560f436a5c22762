package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.BinNotFoundException;
import dev.aero4j.BinTypeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.ExistsResult;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.RecordGenerationException;
import dev.aero4j.RecordMeta;
import dev.aero4j.RecordNotFoundException;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WriteMeta;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Put, get, select, exists, remove and removeBin with their defaults. */
class PutGetTest {
  @Everywhere
  void aPutIsReadBackWithGenerationOne(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("name", "Alice", "age", 30));
    Record record = client.get(key);
    assertThat(record.getString("name")).isEqualTo("Alice");
    assertThat(record.getLong("age")).isEqualTo(30);
    assertThat(record.generation()).isEqualTo(1);
    assertThat(record.key()).isEqualTo(key);
  }

  @Everywhere
  void aMapWritesTheSameAsBins(Client client) {
    Key key = Keys.fresh();
    Map<String, Object> bins = new LinkedHashMap<>();
    bins.put("z", 1L);
    bins.put("a", "text");
    client.put(key, bins);
    assertThat(client.get(key).bins()).isEqualTo(bins);
    assertThat(client.get(key).binNames()).containsExactly("z", "a");
  }

  @Everywhere
  void aPutKeepsTheOtherBins(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1, "b", 2));
    client.put(key, Bins.of("b", 3, "c", 4));
    assertThat(client.get(key).bins()).isEqualTo(Map.of("a", 1L, "b", 3L, "c", 4L));
    assertThat(client.get(key).generation()).isEqualTo(2);
  }

  @Everywhere
  void nullRemovesABinAndTheLastOneTheRecord(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1, "b", 2));
    client.put(key, Bins.of("a", null));
    assertThat(client.get(key).bins()).isEqualTo(Map.of("b", 2L));
    client.put(key, Bins.of("b", null));
    assertThat(client.exists(key).found()).isFalse();
  }

  @Everywhere
  void keysOfTextIntegerAndBytesAreDifferentRecords(Client client) {
    long number = Keys.freshNumber();
    List<Key> keys =
        List.of(
            Key.of(Keys.NAMESPACE, Keys.SET, number),
            Key.of(Keys.NAMESPACE, Keys.SET, Long.toString(number)),
            Key.of(Keys.NAMESPACE, Keys.SET, new byte[] {(byte) number, (byte) (number >> 8)}),
            Key.of(Keys.NAMESPACE, Keys.SET, -number));
    for (int i = 0; i < keys.size(); i++) {
      client.put(keys.get(i), Bins.of("i", i));
    }
    for (int i = 0; i < keys.size(); i++) {
      assertThat(client.get(keys.get(i)).getLong("i")).isEqualTo(i);
    }
  }

  @Everywhere
  void aRecordIsFoundByItsDigestAlone(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1));
    Key byDigest = Key.ofDigest(key.namespace(), key.set(), key.digest());
    assertThat(client.get(byDigest).getLong("a")).isEqualTo(1);
    client.put(byDigest, Bins.of("a", 2));
    assertThat(client.get(key).getLong("a")).isEqualTo(2);
  }

  @Everywhere
  void aRecordNeedsNoSet(Client client) {
    Key key = Key.of(Keys.NAMESPACE, null, Keys.freshText());
    client.put(key, Bins.of("a", 1));
    assertThat(client.get(key).getLong("a")).isEqualTo(1);
    client.remove(key);
    assertThat(client.exists(key).found()).isFalse();
  }

  @Everywhere
  void selectReadsOnlyTheBinsAskedFor(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1, "b", 2, "c", 3));
    assertThat(client.select(key, "c", "a").binNames()).containsExactly("c", "a");
    assertThat(client.select(key, "b", "none").bins()).isEqualTo(Map.of("b", 2L));
    assertThat(client.select(key, "none").bins()).isEmpty();
    assertThat(client.select(key, List.of("a"), ReadPolicy.defaults()).bins())
        .isEqualTo(Map.of("a", 1L));
  }

  @Everywhere
  void selectOfNoRecordIsNotFound(Client client) {
    assertThatThrownBy(() -> client.select(Keys.fresh(), "a"))
        .isInstanceOf(RecordNotFoundException.class);
  }

  @Everywhere
  void getOfNoRecordIsNotFoundAndNamesIt(Client client) {
    Key key = Keys.fresh();
    assertThatThrownBy(() -> client.get(key))
        .isInstanceOfSatisfying(
            RecordNotFoundException.class,
            e -> {
              assertThat(e.resultCode()).isEqualTo(ResultCode.KEY_NOT_FOUND);
              assertThat(e.inDoubt()).isFalse();
              assertThat(e.attempts()).isEqualTo(1);
              assertThat(e.node()).isIn(client.getNodeNames());
            })
        .hasMessageContaining(Keys.NAMESPACE)
        .hasMessageContaining(Keys.SET)
        .hasMessageContaining(key.digestHex());
  }

  @Everywhere
  void existsTellsGenerationAndTimeToLiveOrNothing(Client client) {
    Key key = Keys.fresh();
    ExistsResult absent = client.exists(key);
    assertThat(absent.meta()).isNull();
    assertThat(absent.found()).isFalse();
    assertThat(absent.key()).isEqualTo(key);
    client.put(key, Bins.of("a", 1), WriteMeta.ttl(1_000));
    client.put(key, Bins.of("a", 2), WriteMeta.ttl(1_000));
    RecordMeta meta = client.exists(key).meta();
    assertThat(meta).isNotNull();
    assertThat(meta.generation()).isEqualTo(2);
    assertThat(meta.ttlSeconds()).isBetween(990L, 1_000L);
    assertThat(client.exists(key, ReadPolicy.defaults()).found()).isTrue();
  }

  @Everywhere
  void aRemovedRecordIsGone(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1));
    client.remove(key);
    assertThat(client.exists(key).found()).isFalse();
    assertThatThrownBy(() -> client.remove(key))
        .isInstanceOf(RecordNotFoundException.class)
        .hasMessageContaining(key.digestHex());
  }

  @Everywhere
  void removeChecksTheGeneration(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1));
    assertThatThrownBy(() -> client.remove(key, WriteMeta.generation(7)))
        .isInstanceOf(RecordGenerationException.class);
    client.remove(key, WriteMeta.generation(1));
    assertThat(client.exists(key).found()).isFalse();
  }

  @Everywhere
  void removeBinTakesBinsAndTheLastOneTheRecord(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1, "b", 2, "c", 3));
    client.removeBin(key, "a", "none");
    assertThat(client.get(key).bins()).isEqualTo(Map.of("b", 2L, "c", 3L));
    assertThatThrownBy(() -> client.removeBin(key, List.of("b"), WriteMeta.generation(9)))
        .isInstanceOf(RecordGenerationException.class);
    client.removeBin(key, List.of("b", "c"), WriteMeta.generation(2));
    assertThat(client.exists(key).found()).isFalse();
  }

  @Everywhere
  void aNewRecordAfterARemovalStartsAnew(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1));
    client.put(key, Bins.of("a", 2));
    client.remove(key);
    client.put(key, Bins.of("b", 3));
    assertThat(client.get(key).generation()).isEqualTo(1);
    assertThat(client.get(key).bins()).isEqualTo(Map.of("b", 3L));
  }

  @Everywhere
  void aTypedReadSaysWhatItFound(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("text", "seven", "list", List.of(1), "big", 1L << 40));
    Record record = client.get(key);
    assertThatThrownBy(() -> record.getLong("text"))
        .isInstanceOf(BinTypeException.class)
        .hasMessageContaining("'text'")
        .hasMessageContaining("string")
        .hasMessageContaining(key.digestHex());
    assertThatThrownBy(() -> record.getMap("list")).isInstanceOf(BinTypeException.class);
    assertThatThrownBy(() -> record.getInt("big"))
        .isInstanceOf(BinTypeException.class)
        .hasMessageContaining(Long.toString(1L << 40));
    assertThatThrownBy(() -> record.getString("none"))
        .isInstanceOf(BinNotFoundException.class)
        .hasMessageContaining("'none'")
        .hasMessageContaining("text");
  }

  @Everywhere
  void aMissingBinReadsAsTheOtherValueOrNull(Client client) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1));
    Record record = client.get(key);
    assertThat(record.has("none")).isFalse();
    assertThat(record.isNull("none")).isTrue();
    assertThat(record.get("none")).isNull();
    assertThat(record.getLong("none", 5)).isEqualTo(5);
    assertThat(record.getString("none", "other")).isEqualTo("other");
    assertThat(record.getDouble("none", 2.5)).isEqualTo(2.5);
    assertThat(record.getBoolean("none", true)).isTrue();
    assertThat(record.getLong("a", 5)).isEqualTo(1);
    assertThat(record.bins()).containsOnlyKeys("a");
  }
}
