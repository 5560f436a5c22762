package dev.aero4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aerospike.client.AerospikeClient;
import com.aerospike.client.AerospikeException;
import com.aerospike.client.BatchDelete;
import com.aerospike.client.BatchRead;
import com.aerospike.client.BatchRecord;
import com.aerospike.client.BatchWrite;
import com.aerospike.client.Bin;
import com.aerospike.client.Host;
import com.aerospike.client.Key;
import com.aerospike.client.Operation;
import com.aerospike.client.Record;
import com.aerospike.client.ResultCode;
import com.aerospike.client.Value;
import com.aerospike.client.policy.ClientPolicy;
import com.aerospike.client.policy.GenerationPolicy;
import com.aerospike.client.policy.RecordExistsAction;
import com.aerospike.client.policy.WritePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What the official client believes about one node, and about three. */
@Timeout(60)
@ParameterizedClass
@ValueSource(ints = {1, 3})
class OfficialClientTest {
  private final EmbeddedAerospike server;
  private AerospikeClient client;
  private final Key key = new Key("test", "official", "k");

  OfficialClientTest(int nodes) {
    server = EmbeddedAerospike.builder().nodes(nodes).clusterName("official").start();
  }

  @BeforeEach
  void connect() {
    ClientPolicy policy = new ClientPolicy();
    policy.clusterName = "official";
    client = new AerospikeClient(policy, new Host(server.host(), server.port()));
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private static void assertFails(int code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            AerospikeException.class, e -> assertThat(e.getResultCode()).isEqualTo(code));
  }

  @Test
  void itFindsEveryNode() {
    assertThat(client.getNodeNames()).containsExactlyInAnyOrderElementsOf(server.nodeNames());
    assertThat(client.isConnected()).isTrue();
  }

  @Test
  void everyTypeOfValueComesBack() {
    byte[] hyperLogLog = new byte[11 + 6 * 16 / 8];
    hyperLogLog[1] = 4;
    String point = "{\"type\":\"Point\",\"coordinates\":[1.0,2.0]}";
    Map<String, Object> map = new TreeMap<>(Map.of("b", 1L, "a", List.of(1L, "x", 2.5, true)));
    client.put(
        null,
        key,
        new Bin("i", Long.MIN_VALUE),
        new Bin("d", -0.0),
        new Bin("s", "grüße 🌍"),
        new Bin("b", new byte[] {0, -1, 127}),
        new Bin("t", true),
        new Bin("l", List.of(1L, List.of("deep", Map.of(1L, "one")))),
        new Bin("m", map),
        Bin.asGeoJSON("g", point),
        new Bin("h", Value.getAsHLL(hyperLogLog)));
    Record got = client.get(null, key);
    assertThat(got.getLong("i")).isEqualTo(Long.MIN_VALUE);
    assertThat(got.getDouble("d")).isEqualTo(-0.0);
    assertThat(got.getString("s")).isEqualTo("grüße 🌍");
    assertThat((byte[]) got.getValue("b")).containsExactly(0, -1, 127);
    assertThat(got.getBoolean("t")).isTrue();
    assertThat((Object) got.getList("l"))
        .isEqualTo(List.of(1L, List.of("deep", Map.of(1L, "one"))));
    assertThat((Object) got.getMap("m")).isEqualTo(map);
    assertThat(got.getGeoJSONString("g")).isEqualTo(point);
    assertThat(got.getHLLValue("h").getBytes()).isEqualTo(hyperLogLog);
  }

  @Test
  void readsOfPartsAndOfMetadata() {
    client.put(null, key, new Bin("a", 1), new Bin("b", 2));
    assertThat(client.get(null, key, "a", "nope").bins).isEqualTo(Map.of("a", 1L));
    assertThat(client.getHeader(null, key).generation).isEqualTo(1);
    assertThat(client.exists(null, key)).isTrue();
    assertThat(client.delete(null, key)).isTrue();
    assertThat(client.delete(null, key)).isFalse();
    assertThat(client.get(null, key)).isNull();
  }

  @Test
  void operateSeesItsOwnWrites() {
    client.put(null, key, new Bin("n", 1), new Bin("s", "b"));
    Record answer =
        client.operate(
            null,
            key,
            Operation.add(new Bin("n", 41)),
            Operation.prepend(new Bin("s", "a")),
            Operation.append(new Bin("s", "c")),
            Operation.get());
    assertThat(answer.bins).isEqualTo(Map.of("n", 42L, "s", "abc"));
    assertThat(answer.generation).isEqualTo(2);
    Record afterDelete =
        client.operate(null, key, Operation.delete(), Operation.put(new Bin("z", 1)));
    assertThat(afterDelete.generation).isEqualTo(3);
    assertThat(client.get(null, key).bins).isEqualTo(Map.of("z", 1L));
  }

  @Test
  void policiesAreObeyed() {
    client.put(null, key, new Bin("a", 1), new Bin("b", 1));
    WritePolicy create = new WritePolicy();
    create.recordExistsAction = RecordExistsAction.CREATE_ONLY;
    assertFails(ResultCode.KEY_EXISTS_ERROR, () -> client.put(create, key, new Bin("a", 2)));
    WritePolicy update = new WritePolicy();
    update.recordExistsAction = RecordExistsAction.UPDATE_ONLY;
    assertFails(
        ResultCode.KEY_NOT_FOUND_ERROR,
        () -> client.put(update, new Key("test", "official", "new"), new Bin("a", 2)));
    WritePolicy generation = new WritePolicy();
    generation.generationPolicy = GenerationPolicy.EXPECT_GEN_EQUAL;
    generation.generation = 9;
    assertFails(ResultCode.GENERATION_ERROR, () -> client.put(generation, key, new Bin("a", 2)));
    WritePolicy replace = new WritePolicy();
    replace.recordExistsAction = RecordExistsAction.REPLACE;
    client.put(replace, key, new Bin("c", 3));
    assertThat(client.get(null, key).bins).isEqualTo(Map.of("c", 3L));
    WritePolicy durable = new WritePolicy();
    durable.durableDelete = true;
    assertFails(ResultCode.ENTERPRISE_ONLY, () -> client.delete(durable, key));
  }

  @Test
  void timeToLiveAndTouch() {
    WritePolicy hour = new WritePolicy();
    hour.expiration = 3600;
    client.put(hour, key, new Bin("a", 1));
    assertThat(client.get(null, key).getTimeToLive()).isBetween(3590, 3600);
    hour.expiration = 7200;
    client.touch(hour, key);
    Record touched = client.getHeader(null, key);
    assertThat(touched.getTimeToLive()).isBetween(7190, 7200);
    assertThat(touched.generation).isEqualTo(2);
  }

  @Test
  void keysAreSentAndStored() {
    WritePolicy send = new WritePolicy();
    send.sendKey = true;
    client.put(send, key, new Bin("a", 1));
    client.add(send, key, new Bin("a", 1));
    assertThat(client.get(null, key).getLong("a")).isEqualTo(2);
  }

  @Test
  void errorsHaveTheServersCodes() {
    client.put(null, key, new Bin("s", "text"));
    assertFails(ResultCode.BIN_TYPE_ERROR, () -> client.add(null, key, new Bin("s", 1)));
    assertFails(
        ResultCode.RECORD_TOO_BIG,
        () -> client.put(null, key, new Bin("b", new byte[2 * 1024 * 1024])));
    assertFails(
        ResultCode.BIN_NAME_TOO_LONG,
        () -> client.operate(null, key, Operation.put(new Bin("sixteen-letters-", 1))));
  }

  @Test
  void batchesReadAndWrite() {
    Key[] keys =
        IntStream.range(0, 500)
            .mapToObj(i -> new Key("test", "official", "b" + i))
            .toArray(Key[]::new);
    List<BatchRecord> writes = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      writes.add(new BatchWrite(keys[i], new Operation[] {Operation.put(new Bin("n", i))}));
    }
    assertThat(client.operate(null, writes)).isTrue();
    Record[] read = client.get(null, keys);
    for (int i = 0; i < keys.length; i++) {
      assertThat(read[i].getLong("n")).isEqualTo(i);
    }
    assertThat(client.exists(null, keys)).doesNotContain(false);
    assertThat(client.getHeader(null, keys)).doesNotContainNull();
    List<BatchRecord> mixed =
        List.of(
            new BatchRead(keys[0], true),
            new BatchWrite(
                keys[1], new Operation[] {Operation.add(new Bin("n", 10)), Operation.get("n")}),
            new BatchDelete(keys[2]),
            new BatchRead(new Key("test", "official", "absent"), true));
    client.operate(null, mixed);
    assertThat(mixed.get(0).record.getLong("n")).isZero();
    assertThat(mixed.get(2).resultCode).isZero();
    assertThat(mixed.get(3).resultCode).isEqualTo(ResultCode.KEY_NOT_FOUND_ERROR);
    assertThat(mixed.get(1).record.generation).isEqualTo(2);
    assertThat(client.delete(null, null, keys).status).isFalse();
    assertThat(server.recordCount("test", "official")).isZero();
  }

  @Test
  void manyThreadsAddToOneRecord() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 16; t++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < 100; i++) {
                      client.add(null, key, new Bin("n", 1));
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Record total = client.get(null, key);
    assertThat(total.getLong("n")).isEqualTo(1600);
    assertThat(total.generation).isEqualTo(1600);
  }
}
