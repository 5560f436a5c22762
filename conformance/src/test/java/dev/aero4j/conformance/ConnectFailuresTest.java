package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aero4j.AerospikeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.ClientConfigBuilder;
import dev.aero4j.ClusterException;
import dev.aero4j.ConnectionException;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.conformance.harness.Leaks;
import dev.aero4j.conformance.harness.ScriptedServer;
import dev.aero4j.embedded.EmbeddedAerospike;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Seeds that are no cluster: one clear exception, in time, and nothing left behind. */
class ConnectFailuresTest {
  private static final Duration LIMIT = Duration.ofMillis(400);

  /** What a connect may take: a limit each for name, connection and answers, and a busy machine. */
  private static final Duration PATIENCE = Duration.ofMillis(2_500);

  /** An alert of TLS 1.2: unexpected message. */
  private static final byte[] TLS = HexFormat.of().parseHex("1503030002020a");

  private static ClientConfigBuilder config(String seeds) {
    return Backend.config(seeds).connectTimeout(LIMIT).tendTimeout(LIMIT);
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void anUnknownHostIsNamed(Face face) {
    // Names under .invalid never exist; a resolver may take its time to say so.
    fails(
        face, config("no-such-host.invalid:3000"), Duration.ofSeconds(15), "no-such-host.invalid");
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aRefusedPortIsNamed(Face face) {
    String seed = "127.0.0.1:" + ScriptedServer.unusedPort();
    fails(face, config(seed), PATIENCE, seed);
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void anHttpServerIsNoNode(Face face) {
    byte[] answer =
        "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    try (ScriptedServer server = ScriptedServer.answering(answer)) {
      fails(face, config(server.seeds()), PATIENCE, server.seeds());
      assertThat(server.connectionsOpen()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aTlsServerIsNoNode(Face face) {
    try (ScriptedServer server = ScriptedServer.answering(TLS)) {
      fails(face, config(server.seeds()), PATIENCE, server.seeds());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void garbageIsNoNode(Face face) {
    byte[] garbage = new byte[2_000];
    new Random(42).nextBytes(garbage);
    try (ScriptedServer server = ScriptedServer.answering(garbage)) {
      fails(face, config(server.seeds()), PATIENCE, server.seeds());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aFrameOfAnAbsurdLengthIsRefused(Face face) {
    byte[] absurd = HexFormat.of().parseHex("0201ffffffffffff00");
    try (ScriptedServer server = ScriptedServer.answering(absurd)) {
      fails(face, config(server.seeds()), PATIENCE, server.seeds());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void silenceEndsAtTheTimeLimit(Face face) {
    try (ScriptedServer server = ScriptedServer.silent()) {
      fails(face, config(server.seeds()), PATIENCE, server.seeds());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aByteNowAndThenDoesNotStretchTheTimeLimit(Face face) {
    byte[] info = HexFormat.of().parseHex("0201000000000040");
    try (ScriptedServer server = ScriptedServer.trickling(info, 150)) {
      fails(face, config(server.seeds()), PATIENCE, server.seeds());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aServerThatHangsUpIsNoNode(Face face) {
    try (ScriptedServer server = ScriptedServer.closing()) {
      fails(face, config(server.seeds()), PATIENCE, server.seeds());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aClusterOfAnotherNameIsRefusedAndBothNamesAreTold(Face face) {
    try (EmbeddedAerospike node = EmbeddedAerospike.builder().clusterName("blue").start()) {
      fails(face, config(node.seeds()).clusterName("green"), PATIENCE, "blue", "green");
      try (Client client = face.open(config(node.seeds()).clusterName("blue").build())) {
        assertThat(client.connect().isConnected()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aSeedListWhereOnlyTheLastWorksConnects(Face face) {
    try (ScriptedServer silent = ScriptedServer.silent();
        ScriptedServer closing = ScriptedServer.closing();
        EmbeddedAerospike node = EmbeddedAerospike.start()) {
      String seeds =
          "127.0.0.1:"
              + ScriptedServer.unusedPort()
              + ","
              + silent.seeds()
              + ","
              + closing.seeds()
              + ","
              + node.seeds();
      long start = System.nanoTime();
      try (Client client = face.open(config(seeds).build()).connect()) {
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
        Key key = Keys.fresh();
        client.put(key, Bins.of("a", 1));
        assertThat(client.get(key).getLong("a")).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void everySeedThatFailedIsNamed(Face face) {
    String first = "127.0.0.1:" + ScriptedServer.unusedPort();
    try (ScriptedServer silent = ScriptedServer.silent()) {
      fails(face, config(first + "," + silent.seeds()), PATIENCE, first, silent.seeds());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aFailedConnectMayBeRepeatedAndWorksWhenTheNodeIsThere(Face face) {
    int port = ScriptedServer.unusedPort();
    try (Client client = face.open(config("127.0.0.1:" + port).build())) {
      assertThatThrownBy(client::connect).isInstanceOf(AerospikeException.class);
      assertThat(client.isConnected()).isFalse();
      try (EmbeddedAerospike node = EmbeddedAerospike.builder().port(port).start()) {
        assertThat(client.connect().isConnected()).isTrue();
        assertThat(client.getNodeNames()).isEqualTo(node.nodeNames());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void withoutFailIfNotConnectedTheClusterMayComeLater(Face face) {
    int port = ScriptedServer.unusedPort();
    try (Client client =
        face.open(
                config("127.0.0.1:" + port)
                    .failIfNotConnected(false)
                    .tendInterval(Duration.ofMillis(100))
                    .build())
            .connect()) {
      assertThat(client.isConnected()).isFalse();
      try (EmbeddedAerospike node = EmbeddedAerospike.builder().port(port).start()) {
        await().atMost(Duration.ofSeconds(5)).until(client::isConnected);
        Key key = Keys.fresh();
        client.put(key, Bins.of("a", 1));
        assertThat(node.recordCount(Keys.NAMESPACE)).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "ASYNC"})
  void aConfigurationThatCannotWorkIsRefusedByName(Face face) {
    assertThatThrownBy(() -> face.open(Backend.config("127.0.0.1:99999").build()))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("99999");
    assertThatThrownBy(() -> config("127.0.0.1:1").connectTimeout(Duration.ZERO))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("connectTimeout");
  }

  /** Connects ten times, in vain. */
  private static void fails(
      Face face, ClientConfigBuilder config, Duration patience, String... words) {
    Leaks leaks = Leaks.since();
    int times = patience.compareTo(PATIENCE) > 0 ? 1 : 8;
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      try (Client client = face.open(config.build())) {
        assertThatThrownBy(client::connect)
            .isInstanceOfAny(ClusterException.class, ConnectionException.class)
            .satisfies(
                e -> {
                  for (String word : words) {
                    assertThat(e.getMessage()).contains(word);
                  }
                })
            .isInstanceOfSatisfying(
                AerospikeException.class, e -> assertThat(e.inDoubt()).isFalse());
        assertThat(client.isConnected()).isFalse();
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(patience);
    }
    leaks.assertNone();
  }
}
