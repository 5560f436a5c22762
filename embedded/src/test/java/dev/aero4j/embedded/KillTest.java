package dev.aero4j.embedded;

import static dev.aero4j.embedded.ClusterMap.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.digest.Digests;
import dev.aero4j.wire.info.Peers;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.OperationType;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KillTest {
  private static final Duration NEVER = Duration.ofHours(1);

  private static RawClient.Request add(String key) {
    return RawClient.Request.key("test", "s", key)
        .info(0, 1, 0)
        .operation(OperationType.INCREMENT, "n", 1L);
  }

  private static byte[] get(String key) {
    return RawClient.Request.key("test", "s", key).info(3, 0, 0).frame();
  }

  private static int code(Message message) {
    return message.header().resultCode();
  }

  private static EmbeddedAerospike.Builder three() {
    return EmbeddedAerospike.builder().nodes(3).failureDetection(Duration.ZERO);
  }

  private static void fill(EmbeddedAerospike server, int records) throws IOException {
    try (RawClient client = RawClient.to(server)) {
      for (int i = 0; i < records; i++) {
        assertThat(code(client.call(add("k" + i).frame()))).isZero();
      }
    }
  }

  @Test
  void recordsSurviveTheirMaster() throws IOException {
    try (EmbeddedAerospike server = three().start()) {
      fill(server, 500);
      server.kill("A1");
      assertThat(server.recordCount("test")).isEqualTo(500);
      assertThat(server.isRunning("A1")).isFalse();
      assertThat(server.nodeNames()).containsExactly("A1", "A2", "A3");
      server.kill("A2");
      assertThat(server.recordCount("test")).isEqualTo(500);
      try (RawClient last = to(server, "A3")) {
        for (int i = 0; i < 500; i++) {
          assertThat(last.call(get("k" + i)).header().generation()).isEqualTo(1);
        }
        assertThat(code(last.call(add("k0").frame()))).isZero();
        assertThat(last.info("replicas").get("replicas")).startsWith("test:0,1,////");
      }
    }
  }

  @Test
  void aRestartedNodeGetsItsPartitionsAndTheirRecordsBack() throws IOException {
    try (EmbeddedAerospike server = three().start()) {
      ClusterMap before = ClusterMap.of(server);
      fill(server, 500);
      server.kill("A2");
      ClusterMap without = ClusterMap.of(server);
      for (int id = 0; id < Digests.PARTITIONS; id++) {
        List<String> left = before.holders(id).stream().filter(n -> !n.equals("A2")).toList();
        assertThat(without.holders(id)).hasSize(2).startsWith(left.toArray(new String[0]));
      }
      fill(server, 500);
      int port = server.hosts().get(1).getPort();
      server.restart("A2");
      assertThat(server.hosts().get(1).getPort()).isEqualTo(port);
      assertThat(ClusterMap.of(server)).isEqualTo(before);
      assertThat(server.recordCount("test")).isEqualTo(500);
      server.kill("A1");
      server.kill("A3");
      try (RawClient back = to(server, "A2")) {
        for (int i = 0; i < 500; i++) {
          assertThat(back.call(get("k" + i)).header().generation()).isEqualTo(2);
        }
      }
    }
  }

  @Test
  void clientsSeeTheMapMove() throws IOException {
    try (EmbeddedAerospike server = three().start();
        RawClient client = to(server, "A1")) {
      String[] commands = {
        "partition-generation",
        "peers-generation",
        "cluster-stable",
        "peers-clear-std",
        "statistics"
      };
      Map<String, String> before = client.info(commands);
      assertThat(before).containsEntry("partition-generation", "0");
      assertThat(before.get("statistics")).contains(";cluster_size=3;");
      server.kill("A3");
      Map<String, String> after = client.info(commands);
      for (String generation : List.of("partition-generation", "peers-generation")) {
        assertThat(Long.parseLong(after.get(generation)))
            .isGreaterThan(Long.parseLong(before.get(generation)));
      }
      assertThat(after.get("cluster-stable")).isNotEqualTo(before.get("cluster-stable"));
      assertThat(after.get("statistics")).contains(";cluster_size=2;");
      assertThat(Peers.parse(after.get("peers-clear-std")).peers())
          .extracting(Peers.Peer::nodeName)
          .containsExactly("A2");
      server.restart("A3");
      Map<String, String> again = client.info(commands);
      assertThat(Long.parseLong(again.get("partition-generation")))
          .isGreaterThan(Long.parseLong(after.get("partition-generation")));
      assertThat(again.get("statistics")).contains(";cluster_size=3;");
      try (RawClient fresh = to(server, "A3")) {
        // A node counts from its own start.
        assertThat(Long.parseLong(fresh.info("partition-generation").get("partition-generation")))
            .isLessThan(Long.parseLong(again.get("partition-generation")));
      }
    }
  }

  @Test
  void untilADeathIsNoticedTheOldMapStandsAndReplicasServeReads() throws IOException {
    try (EmbeddedAerospike server = three().failureDetection(NEVER).start()) {
      ClusterMap map = ClusterMap.of(server);
      String key = map.key("A1", "A2");
      try (RawClient replica = to(server, "A2");
          RawClient other = to(server, "A3")) {
        assertThat(code(replica.call(add(key).frame()))).isZero();
        String before = replica.info("partition-generation").get("partition-generation");
        server.kill("A1");
        assertThat(replica.info("partition-generation"))
            .containsEntry("partition-generation", before);
        assertThat(ClusterMap.of(server).holders(0).stream().filter(server::isRunning).toList())
            .isEqualTo(map.holders(0).stream().filter(server::isRunning).toList());
        assertThat(code(replica.call(get(key)))).isZero();
        assertThat(code(replica.call(add(key).timeout(50).frame()))).isEqualTo(ResultCode.TIMEOUT);
        RawClient.Request read = RawClient.Request.key("test", "s", key).info(3, 0, 0).timeout(50);
        assertThat(code(other.call(read.frame()))).isEqualTo(ResultCode.TIMEOUT);
        assertThat(server.recordCount("test")).isEqualTo(1);
        server.restart("A1");
        assertThat(replica.call(get(key)).header().generation()).isEqualTo(1);
      }
    }
  }

  @Test
  void aWriteWhoseReplicaHasDiedWaitsForTheNewMap() throws IOException {
    try (EmbeddedAerospike server = three().failureDetection(Duration.ofMillis(300)).start()) {
      String key = ClusterMap.of(server).key("A1", "A2");
      try (RawClient master = to(server, "A1");
          RawClient newReplica = to(server, "A3")) {
        server.kill("A2");
        assertThat(code(master.call(add(key).timeout(10_000).frame()))).isZero();
        assertThat(ClusterMap.of(server).holders(ClusterMap.partition(key)))
            .containsExactly("A1", "A3");
        assertThat(newReplica.call(get(key)).header().generation()).isEqualTo(1);
        server.kill("A1");
        await().until(() -> server.recordCount("test") == 1);
      }
    }
  }

  @Test
  void orItTimesOutAndMayHaveBeenApplied() throws IOException {
    try (EmbeddedAerospike server = three().failureDetection(NEVER).start()) {
      String key = ClusterMap.of(server).key("A1", "A2");
      try (RawClient master = to(server, "A1")) {
        server.kill("A2");
        assertThat(code(master.call(add(key).timeout(50).frame()))).isEqualTo(ResultCode.TIMEOUT);
        assertThat(master.call(get(key)).header().generation()).isEqualTo(1);
      }
    }
  }

  @Test
  void aWriteThatNobodyElseHasIsLostWithItsMasterAndNotAcknowledged() throws Exception {
    try (EmbeddedAerospike server = three().failureDetection(NEVER).start()) {
      String key = ClusterMap.of(server).key("A1", "A2");
      try (RawClient master = to(server, "A1");
          RawClient other = to(server, "A3")) {
        server.kill("A2");
        master.send(add(key).timeout(20_000).frame());
        other.send(add(key).timeout(2_000).frame());
        await().until(() -> server.recordCount("test") == 1);
        server.kill("A1");
        assertThatThrownBy(master::readFrame).isInstanceOf(IOException.class);
        server.restart("A1");
        assertThat(server.recordCount("test")).isZero();
        assertThat(code(other.readMessages().get(0))).isEqualTo(ResultCode.TIMEOUT);
        assertThat(server.recordCount("test")).isZero();
      }
    }
  }

  @Test
  void theSocketsOfAKilledNodeAreResetAndItRefusesConnections() throws IOException {
    try (EmbeddedAerospike server = three().start();
        RawClient idle = to(server, "A1");
        RawClient held = to(server, "A1")) {
      idle.info("node");
      server.faults().add(FaultRule.delay(Duration.ofHours(1)).node("A1"));
      held.send(get("k"));
      await().until(() -> server.statistics("A1").commands() == 1);
      server.kill("A1");
      for (RawClient client : List.of(idle, held)) {
        assertThatThrownBy(() -> client.input().readByte())
            .isInstanceOf(IOException.class)
            .isNotInstanceOf(SocketTimeoutException.class);
      }
      assertThat(server.statistics("A1").connectionsOpen()).isZero();
      assertThatThrownBy(() -> to(server, "A1")).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void withoutReplicasRecordsDieWithTheirNode() throws IOException {
    try (EmbeddedAerospike server = three().replicationFactor(1).start()) {
      fill(server, 300);
      server.kill("A3");
      assertThat(server.recordCount("test")).isBetween(1L, 299L);
      fill(server, 300);
      assertThat(server.recordCount("test")).isEqualTo(300);
      server.restart("A3");
      assertThat(server.recordCount("test")).isEqualTo(300);
    }
  }

  @Test
  void whenTheLastNodeHasDiedNothingServesAndARestartBeginsEmpty() throws IOException {
    for (int nodes = 1; nodes <= 2; nodes++) {
      try (EmbeddedAerospike server = EmbeddedAerospike.builder().nodes(nodes).start()) {
        fill(server, 20);
        server.nodeNames().forEach(server::kill);
        assertThat(server.recordCount("test")).isZero();
        assertThatThrownBy(() -> RawClient.to(server)).isInstanceOf(ConnectException.class);
        server.restart("A1");
        assertThat(server.recordCount("test")).isZero();
        fill(server, 20);
        assertThat(server.recordCount("test")).isEqualTo(20);
        try (RawClient client = RawClient.to(server)) {
          assertThat(client.info("statistics").get("statistics")).contains(";cluster_size=1;");
        }
      }
    }
  }

  @Test
  void aPausedNodeCanBeKilledAndComesBackAwake() throws IOException {
    try (EmbeddedAerospike server = three().start();
        RawClient client = to(server, "A1")) {
      server.faults().pause("A1");
      client.send(get("k"));
      server.kill("A1");
      server.restart("A1");
      try (RawClient again = to(server, "A1")) {
        assertThat(again.info("node")).containsEntry("node", "A1");
      }
    }
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    EmbeddedAerospike server = three().start();
    try (server) {
      assertThatThrownBy(() -> server.kill("Z"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("[A1, A2, A3]");
      assertThatThrownBy(() -> server.restart("A1"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("A1 is running");
      server.kill("A1");
      assertThatThrownBy(() -> server.kill("A1"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("A1 is dead already");
      assertThatThrownBy(() -> server.restart("Z")).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> server.kill("A2")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> server.restart("A1")).isInstanceOf(IllegalStateException.class);
  }
}
