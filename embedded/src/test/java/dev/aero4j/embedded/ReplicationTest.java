package dev.aero4j.embedded;

import static dev.aero4j.embedded.ClusterMap.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.ParticleType;
import dev.aero4j.wire.value.Particles;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReplicationTest {
  private static final int WRITE = 1;
  private static final int DELETE = 2;
  private static final byte[] USER_KEY = {ParticleType.STRING, 'u'};

  private static RawClient.Request put(String key, long value) {
    return RawClient.Request.key("test", "s", key)
        .info(0, WRITE, 0)
        .operation(OperationType.WRITE, "n", value);
  }

  private static byte[] get(String key) {
    return RawClient.Request.key("test", "s", key).info(3, 0, 0).frame();
  }

  private static void assertSame(Message one, Message other) {
    assertThat(other.header()).isEqualTo(one.header());
    assertThat(values(other)).isEqualTo(values(one));
  }

  private static List<Object> values(Message message) {
    List<Object> values = new ArrayList<>();
    message
        .operations()
        .forEach(
            operation -> {
              WireReader reader = operation.reader();
              values.add(Particles.read(operation.particleType(), reader, reader.remaining()));
            });
    return values;
  }

  @Test
  void aWriteIsOnItsReplicaWhenItIsAnswered() throws IOException {
    try (EmbeddedAerospike server = EmbeddedAerospike.builder().nodes(3).start()) {
      String key = ClusterMap.of(server).key("A1", "A2");
      try (RawClient master = to(server, "A1");
          RawClient replica = to(server, "A2");
          RawClient other = to(server, "A3")) {
        byte[] put = put(key, 7).field(FieldType.KEY, USER_KEY).expiration(1000).frame();
        assertThat(master.call(put).header().resultCode()).isZero();
        Message written = master.call(get(key));
        assertThat(written.header().expiration()).isPositive();
        assertSame(written, replica.call(get(key)));
        assertThat(server.statistics().proxied()).isZero();
        assertSame(written, other.call(get(key)));
        assertThat(server.statistics("A3").proxied()).isEqualTo(1);

        byte[] wrongKey =
            RawClient.Request.key("test", "s", key)
                .info(3, 0, 0)
                .field(FieldType.KEY, new byte[] {ParticleType.STRING, 'x'})
                .frame();
        assertThat(replica.call(wrongKey).header().resultCode()).isEqualTo(ResultCode.KEY_MISMATCH);

        byte[] touch =
            RawClient.Request.key("test", "s", key)
                .info(0, WRITE, 0)
                .expiration(2000)
                .operation(OperationType.TOUCH, "", 0L)
                .frame();
        assertThat(master.call(touch).header().resultCode()).isZero();
        assertThat(replica.call(get(key)).header().generation()).isEqualTo(2);
        assertSame(master.call(get(key)), replica.call(get(key)));

        byte[] delete = RawClient.Request.key("test", "s", key).info(0, WRITE | DELETE, 0).frame();
        assertThat(master.call(delete).header().resultCode()).isZero();
        assertThat(replica.call(get(key)).header().resultCode())
            .isEqualTo(ResultCode.KEY_NOT_FOUND);
      }
    }
  }

  @Test
  void aWriteThatArrivesAtTheReplicaIsPassedOnToTheMaster() throws IOException {
    try (EmbeddedAerospike server = EmbeddedAerospike.builder().nodes(2).start()) {
      String key = ClusterMap.of(server).key("A1", "A2");
      try (RawClient master = to(server, "A1");
          RawClient replica = to(server, "A2")) {
        assertThat(replica.call(put(key, 7).frame()).header().resultCode()).isZero();
        assertThat(server.statistics("A2").proxied()).isEqualTo(1);
        assertSame(master.call(get(key)), replica.call(get(key)));
      }
    }
  }

  @Test
  void recordsCountOnceAndGoEverywhere() throws IOException {
    try (EmbeddedAerospike server =
            EmbeddedAerospike.builder().nodes(3).replicationFactor(3).start();
        RawClient client = RawClient.to(server)) {
      for (int i = 0; i < 100; i++) {
        client.call(put("k" + i, i).frame());
      }
      assertThat(server.recordCount("test")).isEqualTo(100);
      assertThat(server.recordCount("test", "s")).isEqualTo(100);
      long masters = 0;
      for (String node : server.nodeNames()) {
        try (RawClient each = to(server, node)) {
          String figures = each.info("namespace/test").get("namespace/test");
          assertThat(figures)
              .contains(";objects=100;", ";effective_replication_factor=3;")
              .contains(";replication-factor=3;");
          masters += Long.parseLong(figures.replaceAll(".*;master_objects=(\\d+);.*", "$1"));
        }
      }
      assertThat(masters).isEqualTo(100);
      String truncate = "truncate:namespace=test;set=s";
      assertThat(client.info(truncate).get(truncate)).isEqualTo("ok");
      for (String node : server.nodeNames()) {
        try (RawClient each = to(server, node)) {
          assertThat(each.info("namespace/test").get("namespace/test")).contains(";objects=0;");
        }
      }
    }
  }

  @Test
  void aRecordExpiresOnAllNodesAtOnce() throws IOException {
    VirtualClock clock = new VirtualClock();
    try (EmbeddedAerospike server = EmbeddedAerospike.builder().nodes(2).clock(clock).start()) {
      String key = ClusterMap.of(server).key("A1", "A2");
      try (RawClient master = to(server, "A1");
          RawClient replica = to(server, "A2")) {
        master.call(put(key, 1).expiration(10).frame());
        clock.advance(Duration.ofSeconds(11));
        for (RawClient client : List.of(master, replica)) {
          assertThat(client.call(get(key)).header().resultCode())
              .isEqualTo(ResultCode.KEY_NOT_FOUND);
        }
        assertThat(server.recordCount("test")).isZero();
      }
    }
  }

  @Test
  void aReadAtTheReplicaRenewsTheRecordOnTheMasterToo() throws IOException {
    VirtualClock clock = new VirtualClock();
    NamespaceOptions options = NamespaceOptions.defaults().withDefaultReadTouchPercent(80);
    try (EmbeddedAerospike server =
        EmbeddedAerospike.builder().nodes(2).clock(clock).namespace("test", options).start()) {
      String key = ClusterMap.of(server).key("A1", "A2");
      try (RawClient master = to(server, "A1");
          RawClient replica = to(server, "A2")) {
        master.call(put(key, 1).expiration(100).frame());
        clock.advance(Duration.ofSeconds(90));
        replica.call(get(key));
        clock.advance(Duration.ofSeconds(90));
        assertThat(master.call(get(key)).header().resultCode()).isZero();
      }
    }
  }

  @Test
  void aWriteWaitsForAPausedReplica() throws Exception {
    try (EmbeddedAerospike server = EmbeddedAerospike.builder().nodes(2).start()) {
      String key = ClusterMap.of(server).key("A1", "A2");
      try (RawClient master = to(server, "A1")) {
        server.faults().pause("A2");
        Message late = master.call(put(key, 1).timeout(50).frame());
        assertThat(late.header().resultCode()).isEqualTo(ResultCode.TIMEOUT);
        master.send(put(key, 2).timeout(20_000).frame());
        master.socket().setSoTimeout(100);
        assertThatThrownBy(master::readFrame).isInstanceOf(java.net.SocketTimeoutException.class);
        server.faults().resume("A2");
        master.socket().setSoTimeout(10_000);
        assertThat(master.readMessages().get(0).header().resultCode()).isZero();
        assertThat(master.call(get(key)).header().generation()).isEqualTo(2);
      }
    }
  }

  @Test
  void aCommandForAPausedMasterTimesOutAtAnotherNodeAndIsNotApplied() throws IOException {
    try (EmbeddedAerospike server = EmbeddedAerospike.builder().nodes(2).start()) {
      String key = ClusterMap.of(server).key("A1", "A2");
      try (RawClient replica = to(server, "A2")) {
        server.faults().pause("A1");
        assertThat(replica.call(put(key, 1).timeout(50).frame()).header().resultCode())
            .isEqualTo(ResultCode.TIMEOUT);
        server.faults().resume("A1");
        assertThat(replica.call(get(key)).header().resultCode())
            .isEqualTo(ResultCode.KEY_NOT_FOUND);
      }
    }
  }

  @Test
  void thereAreAtMostAsManyCopiesAsNodes() {
    assertThatThrownBy(() -> EmbeddedAerospike.builder().nodes(2).replicationFactor(3).start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("replicationFactor(3)")
        .hasMessageContaining("nodes(2)");
    assertThatThrownBy(() -> EmbeddedAerospike.builder().replicationFactor(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EmbeddedAerospike.builder().failureDetection(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
