package dev.aero4j.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ClusterTendTest {
  private final ClusterFixture fixture = new ClusterFixture();
  private final FakeNode a = fixture.node("A");
  private final FakeNode b = fixture.node("B");

  @AfterEach
  void close() {
    fixture.close();
  }

  private Cluster pair() {
    a.peers(1, b).owns("test", 0, p -> true);
    b.peers(1, a).owns("test", 0, p -> false);
    return fixture.connected(a);
  }

  @Test
  void listsAreAskedForOnlyWhenTheyHaveChanged() {
    Cluster cluster = pair();
    int rounds = a.timesAsked("partition-generation");
    await().until(() -> a.timesAsked("partition-generation") > rounds + 5);

    assertThat(a.timesAsked("replicas")).isEqualTo(1);
    assertThat(a.timesAsked("peers-clear-std")).isEqualTo(1);
    assertThat(a.openConnections()).as("one kept connection").isEqualTo(1);
    assertThat(cluster.isConnected()).isTrue();
  }

  @Test
  void aNewPartitionMapIsTakenOver() {
    Cluster cluster = pair();

    b.owns("test", 0, p -> true).partitionGeneration(1);
    a.owns("test", 0, p -> false);

    await().until(() -> cluster.snapshot().partitions("test").node(0, 77).name().equals("B"));
    await().until(() -> a.timesAsked("replicas") == 2);
  }

  @Test
  void aNewNodeIsMetAndOneThatDiedIsForgotten() {
    a.peers(0);
    Cluster cluster = fixture.connected(a);
    assertThat(cluster.nodeNames()).containsExactly("A");

    b.peers(1, a).owns("test", 0, p -> false, p -> true);
    a.peers(1, b);
    await().until(() -> cluster.nodeNames().size() == 2);
    ClusterFixture.Channel channel =
        cluster.snapshot().node("B").channel(ClusterFixture.Channel.class);
    b.close();
    a.peers(2);

    await().until(() -> cluster.nodeNames().size() == 1);
    await().untilTrue(channel.closed);
    assertThat(channel.closedInSnapshot).isFalse();
  }

  @Test
  void aNodeThatHangsDoesNotDelayNewsOfTheOthers() {
    fixture.timeoutMillis = 25_000;
    Cluster cluster = pair();
    b.behaviour = FakeNode.SILENCE;
    int asked = a.timesAsked("node");
    await().until(() -> a.timesAsked("node") > asked + 5);

    a.owns("other", 0, p -> true).partitionGeneration(9);

    await().until(() -> cluster.snapshot().partitions("other") != null);
    assertThat(cluster.nodeNames()).containsExactly("A", "B");
    assertThat(cluster.isConnected()).isTrue();
  }

  @Test
  void theClientWorksAgainWhenTheServerDoes() {
    Cluster cluster = fixture.connected(a);
    Node before = cluster.snapshot().node("A");

    a.close();
    await().until(() -> !cluster.isConnected());
    await().until(() -> cluster.nodeNames().isEmpty());
    a.restart();

    await().until(cluster::isConnected);
    assertThat(cluster.snapshot().node("A")).isNotNull().isNotSameAs(before);
    assertThat(cluster.snapshot().partitions("test").node(0, 0))
        .isSameAs(cluster.snapshot().node("A"));
  }

  @Test
  void anotherServerAtTheAddressTakesOver() {
    Cluster cluster = fixture.connected(a);

    a.close();
    a.answers.put("node", "Z");
    a.restart();

    await().until(() -> cluster.nodeNames().equals(List.of("Z")));
    assertThat(fixture.channels.get(0).closed).isTrue();
  }

  @Test
  void aBrokenTendConnectionIsReplacedWithoutAWord() {
    Cluster cluster = fixture.connected(a);
    a.close();
    a.restart();
    int asked = a.timesAsked("node");

    await().until(() -> a.timesAsked("node") > asked + 5);
    assertThat(cluster.nodeNames()).containsExactly("A");
    assertThat(fixture.channels.getFirst().suspected).as("told to the commands").hasPositiveValue();
  }

  @Test
  void aNodeThatCameBackElsewhereIsMetAgain() {
    Cluster cluster = pair();
    b.close();
    FakeNode moved = fixture.node("B").peers(1, a).owns("test", 0, p -> false);

    a.peers(2, moved);

    await()
        .until(
            () -> {
              Node node = cluster.snapshot().node("B");
              return node != null && node.address().getPort() == moved.port();
            });
    assertThat(cluster.isConnected()).isTrue();
  }

  @Test
  void aNodeOfAnotherClusterIsNotTakenIn() {
    fixture.clusterName = "mine";
    a.answers.put("cluster-name", "mine");
    b.answers.put("cluster-name", "theirs");

    assertThat(pair().nodeNames()).containsExactly("A");
  }

  @Test
  void aRequestedRoundComesSoonButNotTooOften() {
    fixture.tendIntervalMillis = 60_000;
    Cluster cluster = fixture.connected(a);
    int asked = a.timesAsked("node");
    long start = System.nanoTime();

    await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .until(
            () -> {
              cluster.requestTend();
              return a.timesAsked("node") >= asked + 3;
            });

    // The first may come at once, each of the others 100 ms later.
    assertThat(System.nanoTime() - start)
        .isGreaterThanOrEqualTo(2 * Tender.SHORTEST_INTERVAL_NANOS - 1_000_000);
  }
}
