package dev.aero4j.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.internal.cluster.NodeAnswer.Generations;
import dev.aero4j.wire.info.BuildVersion;
import dev.aero4j.wire.info.HostPort;
import dev.aero4j.wire.info.NamespacePartitions;
import dev.aero4j.wire.info.NodeFeatures;
import dev.aero4j.wire.info.PartitionBitmap;
import dev.aero4j.wire.info.Peers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class SnapshotStepTest {

  private final Node a = node("A");
  private final Node b = node("B");
  private final Node c = node("C");

  @Test
  void aNewNodeOwnsWhatItClaims() {
    ClusterView view =
        next(ClusterView.EMPTY, joined(a, peers(), owns("test", 0, SnapshotStepTest::even)));

    PartitionTable table = view.snapshot().partitions("test");
    assertThat(view.snapshot().nodes()).containsExactly(a);
    assertThat(table.replicas()).isEqualTo(1);
    assertThat(table.node(0, 0)).isSameAs(a);
    assertThat(table.node(0, 1)).isNull();
    assertThat(view.snapshot().namespaces()).containsExactly("test");
    assertThat(view.snapshot().partitions("other")).isNull();
  }

  @Test
  void nodesAreSortedByName() {
    ClusterView view =
        next(
            ClusterView.EMPTY,
            joined(b, peers("A"), owns("test", 0, SnapshotStepTest::odd)),
            joined(a, peers("B"), owns("test", 0, SnapshotStepTest::even)));

    assertThat(view.snapshot().nodes()).containsExactly(a, b);
    assertThat(view.snapshot().node("B")).isSameAs(b);
    assertThat(view.snapshot().node("C")).isNull();
  }

  @Test
  void aHigherRegimeWinsAndTheLoserIsAskedAgain() {
    ClusterView view =
        pair(
            owns("test", 1, SnapshotStepTest::all, SnapshotStepTest::none),
            owns("test", 0, SnapshotStepTest::none, SnapshotStepTest::none));

    view =
        next(
            view,
            answered(b, null, owns("test", 2, SnapshotStepTest::all, SnapshotStepTest::none)));

    assertThat(view.snapshot().partitions("test").node(0, 7)).isSameAs(b);
    assertThat(view.snapshot().partitions("test").regime(7)).isEqualTo(2);
    assertThat(view.member("A").generations().partitions()).isEqualTo(-1);
    assertThat(view.member("B").generations().partitions()).isEqualTo(1);
  }

  @Test
  void anAnswerThatWasOnItsWayDoesNotMakeTheLoserSeemAsked() {
    ClusterView view =
        pair(owns("test", 0, SnapshotStepTest::all), owns("test", 0, SnapshotStepTest::none));

    view = next(view, answered(b, null, owns("test", 0, SnapshotStepTest::all)));
    view = next(view, answered(a, null, null));
    assertThat(view.member("A").generations().partitions()).isEqualTo(-1);
    view = next(view, answered(a, null, owns("test", 0, SnapshotStepTest::none)));

    assertThat(view.member("A").generations().partitions()).isEqualTo(1);
  }

  @Test
  void aLowerRegimeIsOldNews() {
    ClusterView view =
        pair(owns("test", 5, SnapshotStepTest::all), owns("test", 5, SnapshotStepTest::none));

    ClusterView after = next(view, answered(b, null, owns("test", 4, SnapshotStepTest::all)));

    assertThat(after.snapshot()).isSameAs(view.snapshot());
  }

  @Test
  void aLowerRegimeIsTakenWhenNobodyElseIsKnown() {
    ClusterView view =
        pair(owns("test", 5, SnapshotStepTest::even), owns("test", 5, SnapshotStepTest::odd));

    view = next(view, failed(a), answered(b, peers(), null));
    assertThat(view.snapshot().partitions("test").node(0, 0)).isNull();
    view = next(view, answered(b, null, owns("test", 4, SnapshotStepTest::all)));

    assertThat(view.snapshot().partitions("test").node(0, 0)).isSameAs(b);
    assertThat(view.snapshot().partitions("test").node(0, 1)).isSameAs(b);
  }

  @Test
  void ofEqualRegimesTheLastClaimWins() {
    ClusterView view =
        pair(owns("test", 0, SnapshotStepTest::all), owns("test", 0, SnapshotStepTest::none));

    view = next(view, answered(b, null, owns("test", 0, SnapshotStepTest::even)));

    assertThat(view.snapshot().partitions("test").node(0, 0)).isSameAs(b);
    assertThat(view.snapshot().partitions("test").node(0, 1)).isSameAs(a);
  }

  @Test
  void anOwnerStaysUntilAnotherClaimsItsPlace() {
    ClusterView view =
        pair(owns("test", 0, SnapshotStepTest::all), owns("test", 0, SnapshotStepTest::none));

    view = next(view, answered(a, null, owns("test", 0, SnapshotStepTest::none)));

    assertThat(view.snapshot().partitions("test").node(0, 9)).isSameAs(a);
  }

  @Test
  void aReplicaThatBecomesMasterLeavesItsOldPlace() {
    ClusterView view =
        pair(
            owns("test", 0, SnapshotStepTest::all, SnapshotStepTest::none),
            owns("test", 0, SnapshotStepTest::none, SnapshotStepTest::all));

    view =
        next(
            view,
            answered(b, null, owns("test", 0, SnapshotStepTest::all, SnapshotStepTest::none)));

    assertThat(view.snapshot().partitions("test").node(0, 9)).isSameAs(b);
    assertThat(view.snapshot().partitions("test").node(1, 9)).isNull();
  }

  @Test
  void aMasterThatBecomesReplicaStaysMasterUntilAnotherClaimsThePlace() {
    ClusterView view =
        pair(
            owns("test", 0, SnapshotStepTest::all, SnapshotStepTest::none),
            owns("test", 0, SnapshotStepTest::none, SnapshotStepTest::none));

    view =
        next(
            view,
            answered(a, null, owns("test", 0, SnapshotStepTest::none, SnapshotStepTest::all)));
    assertThat(view.snapshot().partitions("test").node(0, 9)).isSameAs(a);
    assertThat(view.snapshot().partitions("test").node(1, 9)).isSameAs(a);
    view =
        next(
            view,
            answered(b, null, owns("test", 0, SnapshotStepTest::all, SnapshotStepTest::none)));

    assertThat(view.snapshot().partitions("test").node(0, 9)).isSameAs(b);
    assertThat(view.snapshot().partitions("test").node(1, 9)).isSameAs(a);
  }

  @Test
  void theNumberOfReplicasFollowsTheNodes() {
    ClusterView view =
        pair(
            owns("test", 0, SnapshotStepTest::even, SnapshotStepTest::odd),
            owns("test", 0, SnapshotStepTest::odd, SnapshotStepTest::even));
    assertThat(view.snapshot().partitions("test").replicas()).isEqualTo(2);

    view = next(view, answered(a, null, owns("test", 0, SnapshotStepTest::all)));

    assertThat(view.snapshot().partitions("test").replicas()).isEqualTo(1);
  }

  @Test
  void withoutNewsTheSnapshotIsTheSameObject() {
    ClusterView view =
        pair(owns("test", 0, SnapshotStepTest::even), owns("test", 0, SnapshotStepTest::odd));

    ClusterView after =
        next(
            view,
            answered(a, null, null),
            answered(b, peers("A"), owns("test", 0, SnapshotStepTest::odd)),
            failed(a));

    assertThat(after.snapshot()).isSameAs(view.snapshot());
    assertThat(after.member("A").failures()).isEqualTo(1);
  }

  @Test
  void aNodeThatDoesNotAnswerButIsListedStays() {
    ClusterView view =
        pair(owns("test", 0, SnapshotStepTest::even), owns("test", 0, SnapshotStepTest::odd));

    for (int i = 0; i < 20; i++) {
      view = next(view, failed(a), answered(b, null, null));
    }

    assertThat(view.snapshot().nodes()).containsExactly(a, b);
    assertThat(view.missingPeers()).containsOnlyKeys("A");
  }

  @Test
  void aNodeThatDoesNotAnswerAndIsNotListedLeaves() {
    ClusterView view =
        pair(owns("test", 0, SnapshotStepTest::even), owns("test", 0, SnapshotStepTest::odd));

    view = next(view, failed(a), answered(b, peers(), owns("test", 0, SnapshotStepTest::all)));

    assertThat(view.snapshot().nodes()).containsExactly(b);
    assertThat(view.snapshot().partitions("test").node(0, 0)).isSameAs(b);
  }

  @Test
  void theLastNodesLeaveAfterFiveFailures() {
    ClusterView view =
        pair(owns("test", 0, SnapshotStepTest::even), owns("test", 0, SnapshotStepTest::odd));

    for (int i = 1; i < SnapshotStep.FAILURES_TO_LEAVE; i++) {
      view = next(view, failed(a), failed(b));
      assertThat(view.snapshot().nodes()).containsExactly(a, b);
      assertThat(view.anyAnswers()).isFalse();
    }
    view = next(view, failed(a), failed(b));

    assertThat(view.snapshot().nodes()).isEmpty();
    assertThat(view.snapshot().namespaces()).isEmpty();
  }

  @Test
  void oneAnswerForgivesAllFailures() {
    ClusterView view =
        next(ClusterView.EMPTY, joined(a, peers(), owns("test", 0, SnapshotStepTest::all)));
    for (int i = 1; i < SnapshotStep.FAILURES_TO_LEAVE; i++) {
      view = next(view, failed(a));
    }

    view = next(view, answered(a, null, null));

    assertThat(view.member("A").failures()).isZero();
  }

  @Test
  void aNodeThatLeftTheClusterAliveLeaves() {
    ClusterView view =
        pair(owns("test", 0, SnapshotStepTest::all), owns("test", 0, SnapshotStepTest::none));

    view = next(view, answered(a, peers(), null), answered(b, peers(), null));

    assertThat(view.snapshot().nodes()).containsExactly(a);
  }

  @Test
  void aLoneNodeWithoutPartitionsStays() {
    ClusterView view = next(ClusterView.EMPTY, joined(a, peers()));

    assertThat(view.snapshot().nodes()).containsExactly(a);
    assertThat(next(view, answered(a, null, null)).snapshot()).isSameAs(view.snapshot());
  }

  @Test
  void aNodeLeavesWhenAnotherAnswersAtItsAddress() {
    ClusterView view =
        next(ClusterView.EMPTY, joined(a, peers(), owns("test", 0, SnapshotStepTest::all)));

    NodeAnswer stranger = new NodeAnswer("X", new Generations(1, 1, 1), null, null, null);
    view = next(view, new NodeReport.Answered(a, stranger));

    assertThat(view.snapshot().nodes()).isEmpty();
  }

  @Test
  void aNewIncarnationTakesThePlaceOfTheOld() {
    ClusterView view =
        next(ClusterView.EMPTY, joined(a, peers(), owns("test", 0, SnapshotStepTest::all)));
    Node again = node("A");

    view = next(view, failed(a), joined(again, peers(), owns("test", 0, SnapshotStepTest::even)));

    assertThat(view.snapshot().nodes()).containsExactly(again);
    assertThat(view.snapshot().contains(a)).isFalse();
    assertThat(view.snapshot().partitions("test").node(0, 0)).isSameAs(again);
    assertThat(view.snapshot().partitions("test").node(0, 1)).isNull();
    assertThat(next(view, answered(a, null, owns("test", 0, SnapshotStepTest::all))).snapshot())
        .as("what the old one still said does not count")
        .isSameAs(view.snapshot());
  }

  @Test
  void aNamespaceThatNobodyServesDisappears() {
    ClusterView view =
        pair(owns("one", 0, SnapshotStepTest::all), owns("two", 0, SnapshotStepTest::all));
    assertThat(view.snapshot().namespaces()).containsExactly("one", "two");

    view = next(view, failed(b), answered(a, peers(), null));

    assertThat(view.snapshot().namespaces()).containsExactly("one");
  }

  @Test
  void racksAreKeptByNamespace() {
    NodeAnswer answer =
        new NodeAnswer(
            "A",
            new Generations(1, 1, 1),
            List.of(),
            List.of(
                owns("test", 0, SnapshotStepTest::all), owns("other", 0, SnapshotStepTest::all)),
            Map.of("test", 7));
    ClusterView view = next(ClusterView.EMPTY, new NodeReport.Joined(a, answer));
    assertThat(view.snapshot().partitions("test").rack(a)).isEqualTo(7);
    assertThat(view.snapshot().partitions("other").rack(a)).isEqualTo(-1);

    NodeAnswer moved = new NodeAnswer("A", new Generations(1, 1, 2), null, null, Map.of("test", 8));
    ClusterView after = next(view, new NodeReport.Answered(a, moved));

    assertThat(after.snapshot().partitions("test").rack(a)).isEqualTo(8);
    assertThat(after.snapshot().partitions("other")).isSameAs(view.snapshot().partitions("other"));
    assertThat(after.snapshot().version()).isGreaterThan(view.snapshot().version());
  }

  @Test
  void peersThatAreNotKnownAreMissing() {
    ClusterView view =
        next(ClusterView.EMPTY, joined(a, peers("B", "C"), owns("test", 0, SnapshotStepTest::all)));
    assertThat(view.missingPeers()).containsOnlyKeys("B", "C");

    view = next(view, joined(c, peers("A", "B")));

    assertThat(view.missingPeers()).containsOnlyKeys("B");
  }

  @Test
  void aNodeWithoutNamespacesSaysNothingAboutTheOthers() {
    ClusterView view = pair(owns("test", 0, SnapshotStepTest::all), owns("test", 0));

    assertThat(view.snapshot().partitions("test").node(0, 0)).isSameAs(a);
  }

  private static boolean all(int partition) {
    return partition >= 0;
  }

  private static boolean none(int partition) {
    return partition < 0;
  }

  private static boolean even(int partition) {
    return partition % 2 == 0;
  }

  private static boolean odd(int partition) {
    return partition % 2 == 1;
  }

  private ClusterView pair(NamespacePartitions ofA, NamespacePartitions ofB) {
    return next(ClusterView.EMPTY, joined(a, peers("B"), ofA), joined(b, peers("A"), ofB));
  }

  private static ClusterView next(ClusterView before, NodeReport... reports) {
    return SnapshotStep.next(before, List.of(reports));
  }

  private static NodeReport joined(
      Node node, List<Peers.Peer> peers, NamespacePartitions... claims) {
    return new NodeReport.Joined(
        node,
        new NodeAnswer(node.name(), new Generations(1, 1, 1), peers, List.of(claims), Map.of()));
  }

  private static NodeReport answered(
      Node node, List<Peers.Peer> peers, NamespacePartitions claims) {
    return new NodeReport.Answered(
        node,
        new NodeAnswer(
            node.name(),
            new Generations(1, 1, 1),
            peers,
            claims == null ? null : List.of(claims),
            null));
  }

  private static NodeReport failed(Node node) {
    return new NodeReport.Failed(node);
  }

  private static List<Peers.Peer> peers(String... names) {
    return Arrays.stream(names)
        .map(name -> new Peers.Peer(name, "", List.of(new HostPort("192.0.2.1", 3000))))
        .toList();
  }

  private static NamespacePartitions owns(String namespace, int regime, IntPredicate... replicas) {
    return new NamespacePartitions(
        namespace, regime, Arrays.stream(replicas).map(PartitionBitmap::of).toList());
  }

  static Node node(String name) {
    return new Node(
        new NodeInfo(
            name,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 3000),
            BuildVersion.parse("8.1.2.0"),
            NodeFeatures.parse("peers")),
        new NodeChannel() {
          @Override
          public void suspect() {}

          @Override
          public void close() {}
        });
  }
}
