package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aerospike.client.Bin;
import com.aerospike.client.IAerospikeClient;
import com.aerospike.client.policy.WritePolicy;
import dev.aero4j.AerospikeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.OfficialValues;
import dev.aero4j.conformance.harness.Same;
import dev.aero4j.conformance.harness.SampleValues;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.KeyPolicy;
import dev.aero4j.policy.Ttl;
import dev.aero4j.policy.WriteMeta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The official client 9.3.0 writes what we read, and reads what we write. */
class OfficialClientTest {
  private static List<Object> allValues() {
    List<Object> values = new ArrayList<>();
    values.addAll(SampleValues.longs());
    values.addAll(SampleValues.doubles());
    values.addAll(SampleValues.texts());
    values.addAll(SampleValues.bytes());
    values.addAll(List.of(true, false));
    values.addAll(SampleValues.lists());
    values.addAll(SampleValues.maps());
    values.addAll(SampleValues.places());
    values.add(SampleValues.sketch());
    return values;
  }

  @Everywhere
  void weReadWhatItWrites(Client client, IAerospikeClient official) {
    Key key = Keys.fresh();
    for (Object value : allValues()) {
      official.put(null, theirs(key), new Bin("bin", OfficialValues.toTheirs(value)));
      Same.assertSame(client.get(key).get("bin"), value);
    }
  }

  @Everywhere
  void itReadsWhatWeWrite(Client client, IAerospikeClient official) {
    Key key = Keys.fresh();
    for (Object value : allValues()) {
      client.put(key, Bins.of("bin", value));
      Same.assertSame(
          OfficialValues.toOurs(official.get(null, theirs(key)).getValue("bin")), value);
    }
  }

  @Everywhere
  void aRecordOfAllTypesLooksTheSameToBoth(Client client, IAerospikeClient official) {
    Key key = Keys.fresh();
    client.put(key, SampleValues.oneOfEach());
    com.aerospike.client.Record record = official.get(null, theirs(key));
    Map<String, Object> found = new HashMap<>();
    record.bins.forEach((bin, value) -> found.put(bin, OfficialValues.toOurs(value)));
    Same.assertSame(found, SampleValues.oneOfEach());
    Same.assertSame(client.get(key).bins(), found);
    assertThat(client.get(key).generation()).isEqualTo(record.generation);
  }

  @Everywhere
  void generationAndTimeToLiveLookTheSameToBoth(Client client, IAerospikeClient official) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("a", 1), WriteMeta.ttl(5_000));
    client.put(key, Bins.of("a", 2), WriteMeta.ttl(Ttl.DONT_UPDATE));
    Record ours = client.get(key);
    com.aerospike.client.Record theirs = official.getHeader(null, theirs(key));
    assertThat(ours.generation()).isEqualTo(theirs.generation);
    assertThat(ours.ttlSeconds())
        .isBetween(theirs.getTimeToLive() - 2L, theirs.getTimeToLive() + 2L);
    assertThat(ours.meta().voidTime()).isEqualTo(theirs.expiration);
    WritePolicy never = new WritePolicy();
    never.expiration = -1;
    official.touch(never, theirs(key));
    assertThat(client.exists(key).meta().ttlSeconds()).isEqualTo(Ttl.NEVER_EXPIRE);
  }

  @Everywhere
  void aKeyThatOneStoresIsComparedForTheOther(Client client, IAerospikeClient official) {
    WritePolicy send = new WritePolicy();
    send.sendKey = true;
    dev.aero4j.policy.WritePolicy ours =
        dev.aero4j.policy.WritePolicy.builder().keyPolicy(KeyPolicy.SEND).build();
    Key key = Keys.fresh();
    official.put(send, theirs(key), new Bin("a", 1));
    client.put(key, Bins.of("a", 2), ours);
    official.add(send, theirs(key), new Bin("a", 1));
    assertThat(client.get(key).getLong("a")).isEqualTo(3);
    com.aerospike.client.Key impostor =
        new com.aerospike.client.Key(
            key.namespace(), key.digest(), key.set(), com.aerospike.client.Value.get("other"));
    assertThatThrownBy(() -> official.put(send, impostor, new Bin("a", 4)))
        .isInstanceOfSatisfying(
            com.aerospike.client.AerospikeException.class,
            e -> assertThat(e.getResultCode()).isEqualTo(ResultCode.KEY_MISMATCH));
  }

  @Everywhere
  void bothFailWithTheSameCode(Client client, IAerospikeClient official) {
    Key key = Keys.fresh();
    client.put(key, Bins.of("s", "text"));
    sameCode(
        () -> client.increment(key, "s", 1),
        () -> official.add(null, theirs(key), new Bin("s", 1)));
    WritePolicy create = new WritePolicy();
    create.recordExistsAction = com.aerospike.client.policy.RecordExistsAction.CREATE_ONLY;
    sameCode(
        () ->
            client.put(
                key,
                Bins.of("s", "x"),
                dev.aero4j.policy.WritePolicy.builder()
                    .recordExistsAction(dev.aero4j.policy.RecordExistsAction.CREATE_ONLY)
                    .build()),
        () -> official.put(create, theirs(key), new Bin("s", "x")));
    byte[] large = new byte[2 << 20];
    sameCode(
        () -> client.put(key, Bins.of("b", large)),
        () -> official.put(null, theirs(key), new Bin("b", large)));
  }

  private static void sameCode(Runnable ours, Runnable theirs) {
    int[] codes = new int[2];
    assertThatThrownBy(ours::run)
        .isInstanceOfSatisfying(AerospikeException.class, e -> codes[0] = e.resultCode());
    assertThatThrownBy(theirs::run)
        .isInstanceOfSatisfying(
            com.aerospike.client.AerospikeException.class, e -> codes[1] = e.getResultCode());
    assertThat(codes[0]).isEqualTo(codes[1]);
  }

  private static com.aerospike.client.Key theirs(Key key) {
    return OfficialValues.toTheirs(key);
  }
}
