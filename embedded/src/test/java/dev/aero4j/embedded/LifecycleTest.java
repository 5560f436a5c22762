package dev.aero4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LifecycleTest {
  @Test
  void startsOnAFreePortOfTheLoopbackInterface() throws IOException {
    try (EmbeddedAerospike server = EmbeddedAerospike.start();
        RawClient client = RawClient.to(server)) {
      assertThat(server.host()).isEqualTo("127.0.0.1");
      assertThat(server.port()).isPositive();
      assertThat(server.seeds()).isEqualTo("127.0.0.1:" + server.port());
      assertThat(client.info("node")).containsEntry("node", server.nodeNames().get(0));
    }
  }

  @Test
  void severalInstancesRunSideBySide() throws IOException {
    List<EmbeddedAerospike> servers = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        servers.add(EmbeddedAerospike.builder().clusterName("cluster-" + i).start());
      }
      for (int i = 0; i < 5; i++) {
        try (RawClient client = RawClient.to(servers.get(i))) {
          assertThat(client.info("cluster-name")).containsEntry("cluster-name", "cluster-" + i);
        }
      }
    } finally {
      servers.forEach(EmbeddedAerospike::close);
    }
  }

  @Test
  void aWarmStartTakesLittleTime() {
    EmbeddedAerospike.start().close();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      EmbeddedAerospike server = EmbeddedAerospike.start();
      best = Math.min(best, System.nanoTime() - start);
      server.close();
    }
    assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(20));
  }

  @Test
  void closeEndsEveryConnectionAndFreesThePort() throws IOException {
    EmbeddedAerospike server = EmbeddedAerospike.start();
    try (RawClient idle = RawClient.to(server);
        RawClient used = RawClient.to(server)) {
      used.info("node");
      idle.info("node");
      assertThat(server.statistics().connectionsOpen()).isEqualTo(2);

      server.close();

      assertThat(server.statistics().connectionsOpen()).isZero();
      assertThat(idle.input().read()).isEqualTo(-1);
      assertThat(used.input().read()).isEqualTo(-1);
      try (ServerSocket again =
          new ServerSocket(server.port(), 1, InetAddress.getByName(server.host()))) {
        assertThat(again.isBound()).isTrue();
      }
    }
  }

  @Test
  void closeLeavesNoThreadBehind() throws IOException {
    EmbeddedAerospike.start().close();
    List<String> before = liveThreads();
    for (int i = 0; i < 20; i++) {
      try (EmbeddedAerospike server = EmbeddedAerospike.builder().nodes(3).start();
          RawClient client = RawClient.to(server)) {
        client.info("node");
      }
    }
    // Virtual threads are joined by close(); their carriers belong to the JVM.
    assertThat(liveThreads()).allMatch(name -> before.contains(name) || isOfTheJvm(name));
  }

  @Test
  void closeEndsWhatAFaultHolds() throws IOException {
    EmbeddedAerospike server = EmbeddedAerospike.builder().nodes(2).start();
    server.faults().add(FaultRule.delay(Duration.ofHours(1)).info().node("A1"));
    server.faults().pause("A2");
    try (RawClient delayed = RawClient.to(server);
        RawClient paused = new RawClient(server.hosts().get(1))) {
      byte[] request = {2, 1, 0, 0, 0, 0, 0, 5, 'n', 'o', 'd', 'e', '\n'};
      delayed.send(request);
      paused.send(request);
      server.close();
      assertThat(server.statistics().connectionsOpen()).isZero();
    }
  }

  @Test
  void closingTwiceIsFine() {
    EmbeddedAerospike server = EmbeddedAerospike.start();
    server.close();
    server.close();
    assertThatThrownBy(() -> new Socket(server.host(), server.port()).close())
        .isInstanceOf(IOException.class);
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    try (EmbeddedAerospike server = EmbeddedAerospike.start()) {
      assertThatThrownBy(() -> EmbeddedAerospike.builder().port(server.port()).start())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("127.0.0.1:" + server.port());
    }
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> EmbeddedAerospike.builder().nodes(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 64");
    assertThatThrownBy(() -> EmbeddedAerospike.builder().namespace("a:b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NamespaceOptions.defaults().withMaxRecordSize(1))
        .hasMessageContaining("maxRecordSize");
    assertThatThrownBy(() -> NamespaceOptions.defaults().withDefaultReadTouchPercent(101))
        .hasMessageContaining("defaultReadTouchPercent");
  }

  private static List<String> liveThreads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
  }

  private static boolean isOfTheJvm(String name) {
    return name.startsWith("ForkJoinPool-")
        || name.startsWith("VirtualThread-")
        || name.endsWith("-Poller")
        || name.contains("ompiler")
        || name.startsWith("Attach")
        || name.isEmpty();
  }
}
