package dev.aero4j.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.aero4j.ClientException;
import dev.aero4j.ClusterException;
import dev.aero4j.wire.info.HostPort;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ClusterConnectTest {
  private final ClusterFixture fixture = new ClusterFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void connectingLoadsPeersAndPartitionMaps() {
    FakeNode a = fixture.node("A");
    FakeNode b = fixture.node("B");
    a.peers(1, b).owns("test", 0, p -> p < 2048, p -> p >= 2048);
    b.peers(1, a).owns("test", 0, p -> p >= 2048, p -> p < 2048);

    Cluster cluster = fixture.connected(a);

    assertThat(cluster.nodeNames()).containsExactly("A", "B");
    assertThat(cluster.isConnected()).isTrue();
    PartitionTable table = cluster.snapshot().partitions("test");
    assertThat(table.node(0, 0).name()).isEqualTo("A");
    assertThat(table.node(1, 0).name()).isEqualTo("B");
    assertThat(table.node(0, 4095).name()).isEqualTo("B");
    assertThat(fixture.channels).hasSize(2);
    Node node = cluster.snapshot().node("B");
    assertThat(node.address().getPort()).isEqualTo(b.port());
    assertThat(node.build().atLeast(8, 1, 2)).isTrue();
    assertThat(node.channel(ClusterFixture.Channel.class).info).isEqualTo(node.info());
  }

  @Test
  void onlyTheLastSeedWorksAndThatIsEnough() {
    FakeNode dead = fixture.node("D");
    dead.close();
    FakeNode http = fixture.node("H");
    http.behaviour = FakeNode.HTTP;
    FakeNode good = fixture.node("A");

    Cluster cluster =
        fixture.cluster(
            new HostPort("no-such-host.invalid", 3000), dead.host(), http.host(), good.host());
    cluster.connect();

    assertThat(cluster.nodeNames()).containsExactly("A");
  }

  @Test
  void everyAddressOfASeedIsTried() throws UnknownHostException {
    FakeNode good = fixture.node("A");
    InetAddress[] addresses = {
      InetAddress.getByName("127.0.0.9"), InetAddress.getLoopbackAddress()
    };
    fixture.resolver = host -> addresses;

    Cluster cluster = fixture.cluster(new HostPort("seed.test", good.port()));
    cluster.connect();

    assertThat(cluster.nodeNames()).containsExactly("A");
  }

  @Test
  void aSeedWithPeersIsPreferredToOneThatStandsAlone() {
    FakeNode alone = fixture.node("X");
    FakeNode a = fixture.node("A");
    FakeNode b = fixture.node("B");
    a.peers(1, b);
    b.peers(1, a);

    assertThat(fixture.connected(alone, a).nodeNames()).containsExactly("A", "B");
    await().until(() -> alone.openConnections() == 0);
  }

  @Test
  void theFailureNamesEverySeedAndWhatWasSeenThere() {
    fixture.timeoutMillis = 300;
    fixture.clusterName = "right";
    Map<FakeNode.Behaviour, String> strangers =
        Map.of(
            FakeNode.HTTP, "not an Aerospike node: it answered with HTTP (\"HTTP/1.1 400",
            FakeNode.TLS, "not an Aerospike node: it answered with TLS",
            FakeNode.GARBAGE, "not an Aerospike node: it answered with \"-ERR what?\"",
            FakeNode.SILENCE, "it accepted the connection but gave no answer",
            FakeNode.CLOSE, "closed the connection without an answer",
            FakeNode.WRONG_LENGTH, "over the maximum",
            FakeNode.STOP_AFTER_HEADER, "did not finish it within 300 ms");
    FakeNode wrong = fixture.node("W");
    wrong.answers.put("cluster-name", "wrong");
    FakeNode nameless = fixture.node("N");
    nameless.answers.put("cluster-name", "null");
    FakeNode dead = fixture.node("D");
    dead.close();
    HostPort[] seeds = new HostPort[strangers.size() + 4];
    seeds[0] = wrong.host();
    seeds[1] = dead.host();
    seeds[2] = new HostPort("no-such-host.invalid", 3000);
    seeds[3] = nameless.host();
    int next = 4;
    for (FakeNode.Behaviour behaviour : strangers.keySet()) {
      FakeNode node = fixture.node("S");
      node.behaviour = behaviour;
      seeds[next++] = node.host();
    }
    Cluster cluster = fixture.cluster(seeds);

    ClusterException failure = catchThrowableOfType(ClusterException.class, cluster::connect);

    assertThat(failure)
        .hasMessageContaining(
            wrong.host() + ": wrong cluster: expected the cluster name \"right\", seen \"wrong\"")
        .hasMessageContaining(
            nameless.host() + ": wrong cluster: expected the cluster name \"right\", seen none")
        .hasMessageContaining(dead.host() + ": connection refused")
        .hasMessageContaining("no-such-host.invalid:3000: unknown host");
    for (int i = 4; i < seeds.length; i++) {
      assertThat(failure).hasMessageContaining(seeds[i].format());
    }
    strangers.values().forEach(seen -> assertThat(failure).hasMessageContaining(seen));
    assertThat(cluster.isConnected()).isFalse();
    assertNoThreadIsLeft();
  }

  @Test
  void aPeerThatTricklesIsGivenUpInTime() {
    fixture.timeoutMillis = 200;
    FakeNode slow = fixture.node("A");
    CountDownLatch never = new CountDownLatch(1);
    slow.behaviour =
        (node, socket) -> {
          byte[] answer = node.answer("node\n".getBytes(StandardCharsets.UTF_8));
          for (int i = 0; ; i++) {
            socket.getOutputStream().write(answer[i % answer.length] & 0xFF);
            // One byte at a time, each within the time limit, all of them not.
            if (awaitMillis(never, 50)) {
              return;
            }
          }
        };
    slow.answers.put("node", "A".repeat(200));
    Cluster cluster = fixture.cluster(slow.host());

    assertThatThrownBy(cluster::connect)
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("did not finish it within 200 ms");
  }

  @Test
  void aLookupThatHangsIsGivenUpInTime() {
    fixture.timeoutMillis = 100;
    CountDownLatch never = new CountDownLatch(1);
    fixture.resolver =
        host -> {
          awaitMillis(never, 20_000);
          throw new UnknownHostException(host);
        };
    Cluster cluster = fixture.cluster(new HostPort("slow.test", 3000));

    assertThatThrownBy(cluster::connect)
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("slow.test:3000: the lookup of the host name gave no answer");
    never.countDown();
  }

  @Test
  void connectingCanBeTriedAgainAndTheNameIsLookedUpAgain() throws UnknownHostException {
    FakeNode good = fixture.node("A");
    AtomicInteger lookups = new AtomicInteger();
    InetAddress loopback = InetAddress.getLoopbackAddress();
    fixture.resolver =
        host -> {
          if (lookups.incrementAndGet() == 1) {
            throw new UnknownHostException(host);
          }
          return new InetAddress[] {loopback};
        };
    Cluster cluster = fixture.cluster(new HostPort("late.test", good.port()));
    assertThatThrownBy(cluster::connect).isInstanceOf(ClusterException.class);

    cluster.connect();

    assertThat(cluster.nodeNames()).containsExactly("A");
    assertThat(lookups).hasValue(2);
  }

  @Test
  void aClientThatNeedNotBeConnectedGoesOnLooking() {
    fixture.failIfNotConnected = false;
    FakeNode late = fixture.node("A");
    late.close();
    Cluster cluster = fixture.cluster(late.host());
    cluster.connect();
    assertThat(cluster.isConnected()).isFalse();

    late.restart();

    await().until(cluster::isConnected);
    assertThat(cluster.nodeNames()).containsExactly("A");
  }

  @Test
  void aPeerThatCannotBeReachedDoesNotHinder() {
    FakeNode dead = fixture.node("D");
    dead.close();
    FakeNode a = fixture.node("A").peers(1, dead);

    assertThat(fixture.connected(a).nodeNames()).containsExactly("A");
  }

  @Test
  void aNodeThatOwnsNoPartitionsYetIsNotTaken() {
    FakeNode starting = fixture.node("A").partitionGeneration(-1);

    assertThatThrownBy(() -> fixture.connected(starting))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("node A is starting");
  }

  @Test
  void anOldServerIsAskedForItsMapInTheOldWay() {
    FakeNode old = fixture.node("A");
    old.answers.remove("replicas");
    assertThat(fixture.connected(old).snapshot().partitions("test").node(0, 5).name())
        .isEqualTo("A");

    FakeNode older = fixture.node("B");
    older.answers.remove("replicas");
    older.answers.remove("replicas-all");
    assertThat(fixture.connected(older).snapshot().partitions("test").node(0, 5).name())
        .isEqualTo("B");
  }

  @Test
  void alternateAddressesAreUsedOnRequest() {
    fixture.alternate = true;
    FakeNode b = fixture.node("B");
    FakeNode a = fixture.node("A").peers(1, b);
    b.peers(1, a);
    a.answers.remove("peers-clear-std");
    b.answers.remove("peers-clear-std");

    assertThat(fixture.connected(a).nodeNames()).containsExactly("A", "B");
  }

  @Test
  void racksAreAskedForWhenTheyMatter() {
    fixture.racks = true;
    FakeNode a = fixture.node("A");
    a.answers.put("rack-ids", "test:4");
    FakeNode community = fixture.node("C");
    a.peers(1, community);
    community.peers(1, a).owns("test", 0, p -> false);
    community.answers.put("rack-ids", "ERROR:25:enterprise only");

    ClusterSnapshot snapshot = fixture.connected(a).snapshot();

    PartitionTable table = snapshot.partitions("test");
    assertThat(table.rack(snapshot.node("A"))).isEqualTo(4);
    assertThat(table.rack(snapshot.node("C"))).isEqualTo(-1);
  }

  @Test
  void aChannelThatCannotBeMadeFailsNothingElse() {
    FakeNode b = fixture.node("B");
    FakeNode a = fixture.node("A").peers(1, b).owns("test", 0, p -> false);
    b.peers(1, a);
    fixture.refusedChannel = "A";

    Cluster cluster = fixture.cluster(b.host());
    cluster.connect();

    assertThat(cluster.nodeNames()).containsExactly("B");
    assertThat(cluster.isConnected()).isTrue();
  }

  @Test
  void closingEndsAConnectThatWaits() {
    FakeNode silent = fixture.node("A");
    silent.behaviour = FakeNode.SILENCE;
    fixture.timeoutMillis = 20_000;
    Cluster cluster = fixture.cluster(silent.host());
    AtomicReference<Throwable> seen = new AtomicReference<>();
    CompletableFuture<Void> connecting =
        CompletableFuture.runAsync(cluster::connect)
            .whenComplete((done, failure) -> seen.set(failure));
    await().until(() -> silent.openConnections() == 1);

    cluster.close();

    await().atMost(Duration.ofSeconds(5)).until(connecting::isDone);
    assertThat(seen.get()).cause().isInstanceOf(ClientException.class);
    await().until(() -> silent.openConnections() == 0);
    assertNoThreadIsLeft();
  }

  @Test
  void anInterruptEndsAConnectThatWaits() throws InterruptedException {
    FakeNode silent = fixture.node("A");
    silent.behaviour = FakeNode.SILENCE;
    fixture.timeoutMillis = 20_000;
    Cluster cluster = fixture.cluster(silent.host());
    AtomicReference<Throwable> seen = new AtomicReference<>();
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    cluster.connect();
                  } catch (ClientException e) {
                    seen.set(e);
                  }
                });
    await().until(() -> silent.openConnections() == 1);

    thread.interrupt();
    thread.join();

    assertThat(seen.get()).hasMessageContaining("interrupted");
    await().until(() -> silent.openConnections() == 0);
  }

  @Test
  void aClosedClusterCannotBeConnected() {
    Cluster cluster = fixture.connected(fixture.node("A"));
    cluster.connect();
    cluster.close();
    cluster.close();

    assertThat(cluster.isConnected()).isFalse();
    assertThat(cluster.nodeNames()).isEmpty();
    assertThatThrownBy(cluster::connect)
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void closingLeavesNoThreadNoConnectionAndNoChannel() {
    FakeNode b = fixture.node("B");
    FakeNode a = fixture.node("A").peers(1, b);
    b.peers(1, a);
    Cluster cluster = fixture.connected(a);
    await().until(() -> a.openConnections() > 0 && b.openConnections() > 0);

    cluster.close();

    await().until(() -> a.openConnections() == 0 && b.openConnections() == 0);
    assertThat(fixture.channels)
        .hasSize(2)
        .allMatch(channel -> channel.closed.get() && !channel.closedInSnapshot);
    assertNoThreadIsLeft();
  }

  static void assertNoThreadIsLeft() {
    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("aero4j-tend")));
  }

  private static boolean awaitMillis(CountDownLatch latch, long millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
