package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.AerospikeException;
import dev.aero4j.AerospikeTimeoutException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.Relay;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.Replica;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Which copy a command goes to, first and when it is tried again: two relays before one node give
 * themselves out as a cluster of two, the first master of every partition, the second its replica.
 */
class ReplicasTest {
  private static final int BITMAP_BYTES = 512;

  private final CountDownLatch over = new CountDownLatch(1);
  private final Relay.Script silence =
      (request, asked, client, answer) -> {
        over.await();
        return false;
      };
  private EmbeddedAerospike node;
  private Relay master;
  private Relay replica;

  @BeforeEach
  void start() {
    node = EmbeddedAerospike.start();
    master = Relay.before(node.hosts().getFirst());
    replica = Relay.before(node.hosts().getFirst());
    master.info(asNode("AA", "BB", replica, bits(0xFF) + "," + bits(0)));
    replica.info(asNode("BB", "AA", master, bits(0) + "," + bits(0xFF)));
  }

  @AfterEach
  void stop() {
    over.countDown();
    master.close();
    replica.close();
    node.close();
  }

  private static BinaryOperator<String> asNode(
      String name, String peer, Relay peerRelay, String bitmaps) {
    String peers = "1,3000,[[" + peer + ",,[" + peerRelay.seeds() + "]]]";
    return (command, answer) ->
        switch (command) {
          case "node" -> name;
          case "peers-generation" -> "1";
          case "peers-clear-std" -> peers;
          case "replicas" -> Keys.NAMESPACE + ":0,2," + bitmaps;
          default -> answer;
        };
  }

  private static String bits(int each) {
    byte[] bitmap = new byte[BITMAP_BYTES];
    Arrays.fill(bitmap, (byte) each);
    return Base64.getEncoder().encodeToString(bitmap);
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void commandsGoToTheMaster(Face face) {
    try (Client client = connect(face)) {
      assertThat(client.getNodeNames()).containsExactly("AA", "BB");
      Key key = Keys.fresh();
      client.put(key, Bins.of("a", 1));
      assertThat(client.get(key).getLong("a")).isEqualTo(1);
      assertThat(master.takeRecorded()).hasSize(2);
      assertThat(replica.takeRecorded()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void anyReplicaSpreadsReadsAndNotWrites(Face face) {
    try (Client client = connect(face)) {
      Key key = Keys.fresh();
      WritePolicy write = WritePolicy.builder().replica(Replica.ANY).build();
      ReadPolicy read = ReadPolicy.builder().replica(Replica.ANY).build();
      for (int i = 0; i < 100; i++) {
        client.put(key, Bins.of("a", i), write);
        assertThat(client.get(key, read).getLong("a")).isEqualTo(i);
      }
      int atMaster = master.takeRecorded().size();
      int atReplica = replica.takeRecorded().size();
      assertThat(atMaster + atReplica).isEqualTo(200);
      // Each read is a throw of a coin: to miss this by chance takes more than the age of the
      // world.
      assertThat(atReplica).isBetween(10, 90);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aReadThatIsNotAnsweredIsTriedAgainOnTheOtherNode(Face face) {
    try (Client client = connect(face)) {
      Key key = Keys.fresh();
      client.put(key, Bins.of("a", 1));
      master.script(silence);
      assertThat(client.get(key, impatient(Replica.SEQUENCE)).getLong("a")).isEqualTo(1);
      assertThat(replica.takeRecorded()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aReadWhoseConnectionBreaksIsTriedAgainOnTheOtherNodeAtOnce(Face face) {
    try (Client client = connect(face)) {
      Key key = Keys.fresh();
      client.put(key, Bins.of("a", 1));
      master.script((request, asked, socket, answer) -> false);
      long start = System.nanoTime();
      assertThat(client.get(key).getLong("a")).isEqualTo(1);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aReadFromTheMasterOnlyIsNotTriedElsewhere(Face face) {
    try (Client client = connect(face)) {
      Key key = Keys.fresh();
      client.put(key, Bins.of("a", 1));
      master.script(silence);
      assertThatThrownBy(() -> client.get(key, impatient(Replica.MASTER)))
          .isInstanceOfSatisfying(
              AerospikeTimeoutException.class,
              e -> {
                assertThat(e.attempts()).isEqualTo(3);
                assertThat(e.node()).isEqualTo("AA");
                assertThat(e.inDoubt()).isFalse();
              });
      assertThat(replica.takeRecorded()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aReadIsNotTriedAgainWithoutRetries(Face face) {
    try (Client client = connect(face)) {
      Key key = Keys.fresh();
      client.put(key, Bins.of("a", 1));
      master.script(silence);
      ReadPolicy once = impatient(Replica.SEQUENCE).toBuilder().maxRetries(0).build();
      assertThatThrownBy(() -> client.get(key, once))
          .isInstanceOfSatisfying(
              AerospikeTimeoutException.class, e -> assertThat(e.attempts()).isEqualTo(1));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aWriteThatMayHaveArrivedIsNotTriedAgain(Face face) {
    try (Client client = connect(face)) {
      Key key = Keys.fresh();
      client.put(key, Bins.of("a", 1));
      master.takeRecorded();
      master.script((request, asked, socket, answer) -> false);
      assertThatThrownBy(() -> client.increment(key, "a", 1))
          .isInstanceOfSatisfying(
              AerospikeException.class,
              e -> {
                assertThat(e.inDoubt()).isTrue();
                assertThat(e.attempts()).isEqualTo(1);
              });
      assertThat(master.takeRecorded()).hasSize(1);
      assertThat(replica.takeRecorded()).isEmpty();
    }
  }

  private static ReadPolicy impatient(Replica choice) {
    return ReadPolicy.builder()
        .replica(choice)
        .socketTimeout(Duration.ofMillis(100))
        .totalTimeout(Duration.ofSeconds(5))
        .build();
  }

  private Client connect(Face face) {
    return face.open(Backend.config(master.seeds()).build()).connect();
  }
}
