package dev.aero4j.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aero4j.ServerException;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.ReadModeSc;
import dev.aero4j.policy.Replica;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouterTest {
  private static final int PARTITION = 4095;

  private final Node a = SnapshotStepTest.node("A");
  private final Node b = SnapshotStepTest.node("B");
  private final Node c = SnapshotStepTest.node("C");
  private final ClusterSnapshot available = snapshot(0, Map.of(a, 1, b, 2, c, 2), a, b, c);
  private final ClusterSnapshot strong = snapshot(3, Map.of(), a, b, c);

  @Test
  void masterIsAlwaysTheMaster() {
    assertThat(reads(available, Replica.MASTER, 4)).containsExactly(a, a, a, a);
  }

  @Test
  void sequenceTakesOneReplicaAfterAnother() {
    assertThat(reads(available, Replica.SEQUENCE, 4)).containsExactly(a, b, c, a);
  }

  @Test
  void sequenceSkipsPlacesWithoutANode() {
    assertThat(reads(snapshot(0, Map.of(), null, b), Replica.SEQUENCE, 3)).containsOnly(b);
  }

  @Test
  void writesGoToTheMasterAndThenInSequence() {
    Router router = new Router();
    assertThat(write(router, Replica.SEQUENCE, 0)).isSameAs(a);
    assertThat(write(router, Replica.SEQUENCE, 1)).isSameAs(b);
    assertThat(write(router, Replica.MASTER, 1)).isSameAs(a);
    assertThat(write(router, Replica.ANY, 1)).isSameAs(a);
    assertThat(write(new Router(2), Replica.PREFER_RACK, 0)).isSameAs(a);
    assertThat(write(new Router(2), Replica.PREFER_RACK, 1)).isSameAs(b);
  }

  @Test
  void theNearestRackComesFirstAndThenAnotherNodeOfIt() {
    Router router = new Router(2, 1);
    Node first = read(router, available, Replica.PREFER_RACK, 0, null);
    assertThat(first).isSameAs(b);
    assertThat(read(router, available, Replica.PREFER_RACK, 1, b)).isSameAs(c);
  }

  @Test
  void withoutANodeOnTheRackTheSequenceDecides() {
    Router router = new Router(9);
    assertThat(read(router, available, Replica.PREFER_RACK, 0, null)).isSameAs(a);
    assertThat(read(router, available, Replica.PREFER_RACK, 1, a)).isSameAs(b);
  }

  @Test
  void theNextRackIsTriedWhenTheNearestHasFailed() {
    assertThat(read(new Router(1), available, Replica.PREFER_RACK, 1, a)).isIn(b, c);
  }

  @Test
  void anySpreadsReadsAndAvoidsWhatFailed() {
    Router router = new Router();
    Set<Node> seen = new HashSet<>();
    Set<Node> afterA = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      seen.add(read(router, available, Replica.ANY, 0, null));
      afterA.add(read(router, available, Replica.ANY, 1, a));
    }
    assertThat(seen).containsExactlyInAnyOrder(a, b, c);
    assertThat(afterA).containsExactlyInAnyOrder(b, c);
  }

  @Test
  void anyTakesTheOnlyNodeEvenAfterItFailed() {
    assertThat(read(new Router(), snapshot(0, Map.of(), a), Replica.ANY, 1, a)).isSameAs(a);
  }

  @Test
  void strongReadsStayOnTheMasterUnlessReplicasAreAllowed() {
    for (Replica replica : Replica.values()) {
      for (ReadModeSc mode : List.of(ReadModeSc.SESSION, ReadModeSc.LINEARIZE)) {
        assertThat(new Router(2).choose(strong, "test", PARTITION, false, replica, mode, 1, a))
            .isSameAs(a);
      }
    }
    assertThat(
            new Router()
                .choose(
                    strong,
                    "test",
                    PARTITION,
                    false,
                    Replica.SEQUENCE,
                    ReadModeSc.ALLOW_REPLICA,
                    1,
                    a))
        .isSameAs(b);
  }

  @Test
  void aPartitionThatNobodyOwnsHasNoNode() {
    ClusterSnapshot nobody = snapshot(0, Map.of(), null, null);
    for (Replica replica : Replica.values()) {
      assertThat(read(new Router(1), nobody, replica, 0, null)).isNull();
    }
  }

  @Test
  void anUnknownNamespaceIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(
            () ->
                new Router()
                    .choose(
                        available, "tset", 0, false, Replica.SEQUENCE, ReadModeSc.SESSION, 0, null))
        .isInstanceOfSatisfying(
            ServerException.class,
            e -> assertThat(e.resultCode()).isEqualTo(ResultCode.INVALID_NAMESPACE))
        .hasMessageContaining("\"tset\"")
        .hasMessageContaining("test");
  }

  @Test
  void whileNothingIsKnownThereIsNoNode() {
    assertThat(read(new Router(), ClusterSnapshot.EMPTY, Replica.SEQUENCE, 0, null)).isNull();
  }

  private Node write(Router router, Replica replica, int attempt) {
    return router.choose(
        available, "test", PARTITION, true, replica, ReadModeSc.SESSION, attempt, null);
  }

  private static List<Node> reads(ClusterSnapshot snapshot, Replica replica, int attempts) {
    Node[] nodes = new Node[attempts];
    Node previous = null;
    for (int i = 0; i < attempts; i++) {
      nodes[i] = read(new Router(), snapshot, replica, i, previous);
      previous = nodes[i];
    }
    return Arrays.asList(nodes);
  }

  private static Node read(
      Router router, ClusterSnapshot snapshot, Replica replica, int attempt, Node previous) {
    return router.choose(
        snapshot, "test", PARTITION, false, replica, ReadModeSc.SESSION, attempt, previous);
  }

  private static ClusterSnapshot snapshot(int regime, Map<Node, Integer> racks, Node... replicas) {
    Node[][] places = new Node[replicas.length][PartitionTable.PARTITIONS];
    for (int i = 0; i < replicas.length; i++) {
      places[i][PARTITION] = replicas[i];
    }
    int[] regimes = new int[PartitionTable.PARTITIONS];
    regimes[PARTITION] = regime;
    PartitionTable table = new PartitionTable("test", places, regimes, racks);
    return new ClusterSnapshot(List.of(), Map.of("test", table), 1);
  }
}
