package dev.aero4j.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aero4j.AerospikeTimeoutException;
import dev.aero4j.ClientException;
import dev.aero4j.ConnectionException;
import dev.aero4j.InfoNodeResult;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.ServerException;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.InfoPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ClusterInfoTest {
  private static final InfoPolicy POLICY = InfoPolicy.defaults();
  private static final InfoPolicy SHORT = InfoPolicy.timeout(Duration.ofMillis(150));

  private final ClusterFixture fixture = new ClusterFixture();
  private final FakeNode a = fixture.node("A");
  private final FakeNode b = fixture.node("B");
  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void close() {
    over.countDown();
    fixture.close();
  }

  private Cluster pair() {
    a.peers(1, b).owns("test", 0, p -> p % 2 == 0);
    b.peers(1, a).owns("test", 0, p -> p % 2 == 1);
    return fixture.connected(a);
  }

  @Test
  void everyNodeAnswers() {
    Cluster cluster = pair();
    a.answers.put("namespaces", "test;bar");
    b.answers.put("namespaces", "test");

    assertThat(cluster.infoAll("namespaces", POLICY).join())
        .containsExactly(
            new InfoNodeResult("A", 0, "test;bar"), new InfoNodeResult("B", 0, "test"));
  }

  @Test
  void theFailureOfOneNodeDoesNotHideTheOthersAnswer() {
    Cluster cluster = pair();
    a.answers.put("x", "fine");
    b.answers.put("x", "ERROR:25:enterprise only");

    assertThat(cluster.infoAll("x", POLICY).join())
        .containsExactly(
            new InfoNodeResult("A", 0, "fine"),
            new InfoNodeResult("B", ResultCode.ENTERPRISE_ONLY, "enterprise only"));

    b.behaviour = FakeNode.SILENCE;
    List<InfoNodeResult> results = cluster.infoAll("x", SHORT).join();
    assertThat(results.get(0)).isEqualTo(new InfoNodeResult("A", 0, "fine"));
    assertThat(results.get(1).errorCode()).isEqualTo(ResultCode.TIMEOUT);
    assertThat(results.get(1).response()).contains("150 ms");

    b.behaviour = FakeNode.CLOSE;
    assertThat(cluster.infoAll("x", POLICY).join().get(1).errorCode())
        .isEqualTo(ResultCode.CONNECTION_ERROR);
  }

  @Test
  void aRandomNodeAnswersAndAnotherStandsInForOneThatCannot() {
    Cluster cluster = pair();
    a.answers.put("x", "fine");
    b.answers.put("x", "fine");
    b.behaviour = FakeNode.CLOSE;

    for (int i = 0; i < 20; i++) {
      assertThat(cluster.infoRandomNode("x", POLICY).join()).isEqualTo("fine");
    }
  }

  @Test
  void anErrorOfTheServerIsThrown() {
    Cluster cluster = fixture.connected(a);

    assertThatThrownBy(() -> cluster.infoRandomNode("nope", POLICY).join())
        .cause()
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("\"nope\"")
        .hasMessageContaining("unrecognized command");
  }

  @Test
  void aNodeThatDoesNotAnswerGivesATimeoutAndABrokenOneAConnectionException() {
    Cluster cluster = fixture.connected(a);
    a.behaviour = FakeNode.SILENCE;
    assertThatThrownBy(() -> cluster.infoRandomNode("x", SHORT).join())
        .cause()
        .isInstanceOf(AerospikeTimeoutException.class);

    a.behaviour = FakeNode.CLOSE;
    assertThatThrownBy(() -> cluster.infoRandomNode("x", POLICY).join())
        .cause()
        .isInstanceOf(ConnectionException.class);
  }

  @Test
  void pingAsksNow() {
    Cluster cluster = pair();
    assertThat(cluster.ping(POLICY).join()).isTrue();
    b.behaviour = FakeNode.SILENCE;
    assertThat(cluster.ping(SHORT).join()).isTrue();
    a.behaviour = FakeNode.SILENCE;
    assertThat(cluster.ping(SHORT).join()).isFalse();
    cluster.close();
    assertThat(cluster.ping(POLICY).join()).isFalse();
  }

  @Test
  void aCommandIsOneLine() {
    Cluster cluster = fixture.connected(a);
    for (String bad : List.of("", "  ", "node\nbuild")) {
      assertThatThrownBy(() -> cluster.infoAll(bad, POLICY))
          .isInstanceOf(InvalidArgumentException.class);
      assertThatThrownBy(() -> cluster.infoRandomNode(bad, POLICY))
          .isInstanceOf(InvalidArgumentException.class);
    }
  }

  @Test
  void aLongCommandArrivesWhole() {
    Cluster cluster = fixture.connected(a);
    String command = "udf-put:content=" + "x".repeat(500_000);
    a.answers.put(command, "ok");

    assertThat(cluster.infoRandomNode(command, POLICY).join()).isEqualTo("ok");
  }

  @Test
  void aLongCommandThatNobodyReadsEndsInTime() {
    Cluster cluster = fixture.connected(a);
    a.behaviour = (node, socket) -> awaitTheEndOfTheTest();
    String command = "x".repeat(64 * 1024 * 1024);

    assertThatThrownBy(() -> cluster.infoRandomNode(command, SHORT).join())
        .cause()
        .isInstanceOf(AerospikeTimeoutException.class)
        .hasMessageContaining("150 ms");
  }

  @Test
  void withoutAConnectionNothingCanBeAsked() {
    Cluster cluster = fixture.cluster(a.host());
    assertThatThrownBy(() -> cluster.infoAll("node", POLICY).join())
        .cause()
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("connect()");
    assertThat(cluster.ping(POLICY).join()).isFalse();
  }

  @Test
  void closingFailsWhatStillWaits() {
    Cluster cluster = fixture.connected(a);
    a.behaviour = FakeNode.SILENCE;
    CompletableFuture<String> waiting =
        cluster.infoRandomNode("x", InfoPolicy.timeout(Duration.ZERO));

    cluster.close();

    await().until(waiting::isDone);
    assertThatThrownBy(waiting::join).cause().isInstanceOf(ClientException.class);
    await().until(() -> a.openConnections() == 0);
  }

  private void awaitTheEndOfTheTest() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
