package dev.aero4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.wire.info.NamespacePartitions;
import dev.aero4j.wire.info.Peers;
import dev.aero4j.wire.message.OperationType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InfoTest {
  @Test
  void aNodeTellsWhatClientsAskFirst() throws IOException {
    try (EmbeddedAerospike server = EmbeddedAerospike.builder().clusterName("lab").start();
        RawClient client = RawClient.to(server)) {
      Map<String, String> answers =
          client.info(
              "node",
              "build",
              "edition",
              "cluster-name",
              "partitions",
              "partition-generation",
              "peers-clear-std",
              "peers-tls-std",
              "service-clear-std",
              "service-clear-alt",
              "namespaces",
              "status",
              "rack-ids:",
              "replicas-all",
              "nope",
              "namespace/nope");
      assertThat(answers)
          .containsEntry("node", "A1")
          .containsEntry("build", "8.1.2.0")
          .containsEntry("edition", "Aerospike Community Edition")
          .containsEntry("cluster-name", "lab")
          .containsEntry("partitions", "4096")
          .containsEntry("partition-generation", "0")
          .containsEntry("peers-clear-std", "0,3000,[]")
          .containsEntry("peers-tls-std", "ERROR:25:enterprise only")
          .containsEntry("service-clear-std", "127.0.0.1:" + server.port())
          .containsEntry("service-clear-alt", "")
          .containsEntry("namespaces", "test")
          .containsEntry("status", "ok")
          .containsEntry("rack-ids:", "ERROR:25:enterprise only")
          .containsEntry("nope", "ERROR:4:unrecognized command")
          .containsEntry("namespace/nope", "type=unknown");
      assertThat(answers.get("replicas-all")).startsWith("test:1,////");
    }
  }

  @Test
  void aCommandWithoutLineBreakIsIgnored() throws IOException {
    try (EmbeddedAerospike server = EmbeddedAerospike.start();
        RawClient client = RawClient.to(server)) {
      byte[] text = "node\nbuild".getBytes(StandardCharsets.UTF_8);
      client.send(new byte[] {2, 1, 0, 0, 0, 0, 0, (byte) text.length});
      client.send(text);
      assertThat(new String(client.readFrame(), 8, 8, StandardCharsets.UTF_8))
          .isEqualTo("node\tA1\n");
    }
  }

  @Test
  void nodesOfAClusterKnowEachOtherAndShareThePartitions() throws IOException {
    try (EmbeddedAerospike server = EmbeddedAerospike.builder().nodes(3).start()) {
      BitSet owned = new BitSet();
      for (InetSocketAddress address : server.hosts()) {
        try (RawClient client = new RawClient(address)) {
          Map<String, String> answers = client.info("node", "peers-clear-std", "replicas");
          Peers peers = Peers.parse(answers.get("peers-clear-std"));
          assertThat(peers.peers())
              .extracting(Peers.Peer::nodeName)
              .hasSize(2)
              .doesNotContain(answers.get("node"))
              .isSubsetOf(server.nodeNames());
          List<NamespacePartitions> partitions =
              NamespacePartitions.parseReplicas(answers.get("replicas"));
          assertThat(partitions).hasSize(1);
          assertThat(partitions.get(0).replicas()).hasSize(2);
          assertThat(partitions.get(0).replicas().get(0).count()).isBetween(1250, 1480);
          for (int id = 0; id < 4096; id++) {
            if (partitions.get(0).replicas().get(0).owns(id)) {
              assertThat(owned.get(id)).isFalse();
              owned.set(id);
            }
          }
        }
      }
      assertThat(owned.cardinality()).isEqualTo(4096);
    }
  }

  @Test
  void aCommandAtTheWrongNodeIsServedAllTheSame() throws IOException {
    try (EmbeddedAerospike server = EmbeddedAerospike.builder().nodes(3).start()) {
      for (InetSocketAddress address : server.hosts()) {
        try (RawClient client = new RawClient(address)) {
          assertThat(
                  client
                      .call(
                          RawClient.Request.key("test", "s", "k")
                              .info(0, 1, 0)
                              .operation(OperationType.INCREMENT, "n", 1L)
                              .frame())
                      .header()
                      .resultCode())
              .isZero();
        }
      }
      assertThat(server.recordCount("test")).isEqualTo(1);
      assertThat(server.statistics().proxied()).isEqualTo(2);
      assertThat(server.statistics("A2").commands()).isEqualTo(1);
    }
  }

  @Test
  void setsAndNamespacesHaveFigures() throws IOException {
    try (EmbeddedAerospike server = EmbeddedAerospike.start();
        RawClient client = RawClient.to(server)) {
      client.call(
          RawClient.Request.key("test", "demo", "k")
              .info(0, 1, 0)
              .operation(OperationType.WRITE, "n", 1L)
              .frame());
      assertThat(client.info("sets").get("sets")).startsWith("ns=test:set=demo:objects=1:");
      assertThat(client.info("sets/test/demo").get("sets/test/demo")).startsWith("objects=1:");
      assertThat(client.info("namespace/test").get("namespace/test"))
          .contains(";objects=1;", ";nsup-period=10;");
      assertThat(client.info("statistics").get("statistics")).contains(";objects=1;");
      String truncate = "truncate:namespace=test;set=demo";
      assertThat(client.info(truncate).get(truncate)).isEqualTo("ok");
      assertThat(server.recordCount("test")).isZero();
      assertThat(client.info("sets").get("sets")).startsWith("ns=test:set=demo:objects=0:");
    }
  }

  @Test
  void batchesCanBeConfiguredByInfo() throws IOException {
    try (EmbeddedAerospike server = EmbeddedAerospike.start();
        RawClient client = RawClient.to(server)) {
      String set = "set-config:context=service;batch-max-requests=77";
      assertThat(client.info(set).get(set)).isEqualTo("ok");
      String get = "get-config:context=service";
      assertThat(client.info(get).get(get)).contains("batch-max-requests=77");
      String wrong = "set-config:context=service;batch-max-requests=-1";
      assertThat(client.info(wrong).get(wrong)).startsWith("ERROR:4:");
    }
  }

  @Test
  void otherAddressesCanBeTold() throws IOException {
    try (EmbeddedAerospike server =
            EmbeddedAerospike.builder()
                .nodes(2)
                .accessHost("192.0.2.1")
                .alternateHost("127.0.0.1")
                .start();
        RawClient client = RawClient.to(server)) {
      Map<String, String> answers =
          client.info("service-clear-std", "service-clear-alt", "peers-clear-alt", "services");
      assertThat(answers)
          .containsEntry("service-clear-std", "192.0.2.1:" + server.port())
          .containsEntry("service-clear-alt", "127.0.0.1:" + server.port());
      assertThat(answers.get("peers-clear-alt")).contains("127.0.0.1");
      assertThat(answers.get("services")).startsWith("192.0.2.1:");
    }
  }
}
