package dev.aero4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.wire.info.InfoText;
import dev.aero4j.wire.info.NamespacePartitions;
import dev.aero4j.wire.info.Peers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What nodes say before a death, right after it, when it has been noticed and when the node is
 * back, as three nodes of server 8.1.2.0 say it (learnt from them with {@code kill -9}).
 */
@Timeout(30)
class InfoAroundADeathTest {
  private static final List<String> ABOUT_NODES =
      List.of(
          "peers-clear-std",
          "peers-clear-alt",
          "alumni-clear-std",
          "alumni-clear-alt",
          "services",
          "services-alternate",
          "services-alumni");

  private static final List<String> NUMBERS =
      List.of("peers-generation", "partition-generation", "rebalance-generation");

  private static final List<String> ABOUT_PARTITIONS =
      List.of("replicas", "replicas-all", "replicas-master");

  private static final List<String> FIGURES =
      List.of(
          "cluster_size",
          "cluster_key",
          "cluster_generation",
          "cluster_principal",
          "cluster_integrity",
          "cluster_is_member");

  private static EmbeddedAerospike three(Duration detection) {
    return EmbeddedAerospike.builder().nodes(3).failureDetection(detection).start();
  }

  /** Returns everything that a node says and that does not change by itself. */
  private static Map<String, String> ask(EmbeddedAerospike server, String node) throws IOException {
    List<String> commands = new ArrayList<>(List.of("node", "cluster-stable", "statistics"));
    commands.addAll(ABOUT_NODES);
    commands.addAll(NUMBERS);
    commands.addAll(ABOUT_PARTITIONS);
    try (RawClient client = ClusterMap.to(server, node)) {
      Map<String, String> answers = client.info(commands.toArray(String[]::new));
      Map<String, String> figures = InfoText.parseKeyValues(answers.remove("statistics"));
      FIGURES.forEach(name -> answers.put(name, figures.get(name)));
      return answers;
    }
  }

  private static List<String> names(String peers) {
    return Peers.parse(peers).peers().stream().map(Peers.Peer::nodeName).toList();
  }

  private static String services(EmbeddedAerospike server, String... nodes) {
    return String.join(
        ";",
        List.of(nodes).stream()
            .map(node -> server.hosts().get(server.nodeNames().indexOf(node)))
            .map(host -> host.getHostString() + ":" + host.getPort())
            .toList());
  }

  private static void assertNumbers(Map<String, String> answers, int peers, int rebalances) {
    assertThat(answers)
        .containsEntry("peers-generation", "" + peers)
        .containsEntry("rebalance-generation", "" + rebalances)
        .containsEntry("cluster_generation", "" + rebalances)
        .containsEntry("cluster_integrity", "true")
        .containsEntry("cluster_is_member", "true")
        .containsEntry("cluster-stable", answers.get("cluster_key"));
    for (String list : List.of("peers-clear-std", "alumni-clear-std")) {
      assertThat(Peers.parse(answers.get(list)).generation()).isEqualTo(peers);
    }
    // Nobody has an alternate address.
    assertThat(answers)
        .containsEntry("peers-clear-alt", peers + ",3000,[]")
        .containsEntry("alumni-clear-alt", peers + ",3000,[]")
        .containsEntry("services-alternate", "");
  }

  /** Every partition has one master and all its copies, in regime 0, in all three answers. */
  private static void assertPartitions(List<Map<String, String>> nodes, int copies) {
    List<BitSet> owned = new ArrayList<>();
    for (int i = 0; i < copies; i++) {
      owned.add(new BitSet());
    }
    for (Map<String, String> answers : nodes) {
      NamespacePartitions partitions =
          NamespacePartitions.parseReplicas(answers.get("replicas")).get(0);
      assertThat(partitions.regime()).isZero();
      assertThat(partitions.replicas()).hasSize(copies);
      assertThat(answers)
          .containsEntry("replicas-all", NamespacePartitions.formatReplicasAll(List.of(partitions)))
          .containsEntry(
              "replicas-master", NamespacePartitions.formatReplicasMaster(List.of(partitions)));
      for (int i = 0; i < copies; i++) {
        for (int id = 0; id < 4096; id++) {
          if (partitions.replicas().get(i).owns(id)) {
            assertThat(owned.get(i).get(id)).as("replica %d of %d", i, id).isFalse();
            owned.get(i).set(id);
          }
        }
      }
    }
    assertThat(owned).allMatch(all -> all.cardinality() == 4096);
  }

  @Test
  void untilItIsNoticedNothingChanges() throws IOException {
    try (EmbeddedAerospike server = three(Duration.ofHours(1))) {
      Map<String, String> before = ask(server, "A1");
      server.kill("A3");
      assertThat(ask(server, "A1")).isEqualTo(before);
    }
  }

  @Test
  void whoHasLeftIsAnAlumnusAndTheHighestNodeThatIsLeftLeads() throws IOException {
    try (EmbeddedAerospike server = three(Duration.ZERO)) {
      Map<String, String> first = ask(server, "A1");
      assertThat(first)
          .containsEntry("cluster_size", "3")
          .containsEntry("cluster_principal", "A3")
          .containsEntry("partition-generation", "0")
          .containsEntry("services", services(server, "A2", "A3"))
          .containsEntry("services-alumni", services(server, "A2", "A3"))
          .containsEntry("alumni-clear-std", first.get("peers-clear-std"));
      assertNumbers(first, 4, 1);
      assertPartitions(List.of(first, ask(server, "A2"), ask(server, "A3")), 2);

      server.kill("A3");
      Map<String, String> second = ask(server, "A1");
      assertThat(second)
          .containsEntry("cluster_size", "2")
          .containsEntry("cluster_principal", "A2")
          .containsEntry("services", services(server, "A2"))
          .containsEntry("services-alumni", services(server, "A2", "A3"));
      assertThat(second.get("cluster_key")).isNotEqualTo(first.get("cluster_key"));
      assertThat(names(second.get("peers-clear-std"))).containsExactly("A2");
      assertThat(names(second.get("alumni-clear-std"))).containsExactly("A2", "A3");
      assertNumbers(second, 5, 2);
      assertPartitions(List.of(second, ask(server, "A2")), 2);

      server.kill("A2");
      Map<String, String> alone = ask(server, "A1");
      assertThat(alone)
          .containsEntry("cluster_size", "1")
          .containsEntry("cluster_principal", "A1")
          .containsEntry("services", "")
          .containsEntry("services-alumni", services(server, "A2", "A3"));
      assertThat(names(alone.get("peers-clear-std"))).isEmpty();
      assertThat(names(alone.get("alumni-clear-std"))).containsExactly("A2", "A3");
      assertNumbers(alone, 6, 3);
      assertPartitions(List.of(alone), 1);
    }
  }

  @Test
  void aNodeThatIsBackKnowsOnlyWhomItHasMet() throws IOException {
    try (EmbeddedAerospike server = three(Duration.ZERO)) {
      server.kill("A3");
      server.kill("A2");
      server.restart("A2");
      Map<String, String> back = ask(server, "A2");
      assertThat(back)
          .containsEntry("cluster_principal", "A2")
          .containsEntry("services", services(server, "A1"))
          .containsEntry("services-alumni", services(server, "A1"));
      assertNumbers(back, 2, 1);
      Map<String, String> other = ask(server, "A1");
      assertThat(names(other.get("alumni-clear-std"))).containsExactly("A2", "A3");
      assertNumbers(other, 8, 4);
      assertPartitions(List.of(back, other), 2);

      server.restart("A3");
      assertThat(ask(server, "A1")).containsEntry("cluster_principal", "A3");
      assertNumbers(ask(server, "A1"), 10, 5);
      assertNumbers(ask(server, "A2"), 4, 2);
      assertNumbers(ask(server, "A3"), 4, 1);
      assertPartitions(List.of(ask(server, "A1"), ask(server, "A2"), ask(server, "A3")), 2);
    }
  }

  @Test
  void alumniCanBeForgotten() throws IOException {
    try (EmbeddedAerospike server = three(Duration.ZERO);
        RawClient client = RawClient.to(server)) {
      String reset = "services-alumni-reset";
      assertThat(client.info(reset, "peers-generation"))
          .containsEntry(reset, "ok")
          .containsEntry("peers-generation", "4");
      server.kill("A3");
      assertThat(client.info(reset, "peers-generation", "services-alumni"))
          .containsEntry(reset, "ok")
          .containsEntry("peers-generation", "6")
          .containsEntry("services-alumni", services(server, "A2"));
      assertThat(names(client.info("alumni-clear-std").get("alumni-clear-std")))
          .containsExactly("A2");
    }
  }
}
