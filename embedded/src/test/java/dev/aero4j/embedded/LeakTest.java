package dev.aero4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a node that has ended, however it ended, nothing is left: no thread, no socket, no port. */
@Timeout(60)
class LeakTest {
  private static final byte[] ASK_FOR_THE_NAME = {2, 1, 0, 0, 0, 0, 0, 5, 'n', 'o', 'd', 'e', '\n'};

  /** The JVM opens a file now and then; what may leak here is opened many times. */
  private static final int FILES_OF_OTHERS = 3;

  private static final int ROUNDS = 10;
  private static final Duration POLL = Duration.ofMillis(1);

  private final List<RawClient> clients = new ArrayList<>();
  private final Set<Thread> before = threads();

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("aero4j"))
        .collect(Collectors.toSet());
  }

  private static long files() throws IOException {
    Path open = Path.of("/proc/self/fd");
    if (!Files.isDirectory(open)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(open)) {
      return files.count();
    }
  }

  @AfterEach
  void forgetTheInterrupt() throws IOException {
    boolean unused = Thread.interrupted();
    for (RawClient client : clients) {
      client.close();
    }
  }

  private Set<Thread> newThreads() {
    Set<Thread> threads = threads();
    threads.removeAll(before);
    return threads;
  }

  private RawClient connect(InetSocketAddress address) throws IOException {
    RawClient client = new RawClient(address);
    clients.add(client);
    return client;
  }

  /** Gives each node a connection that is idle, one that waits for an answer, and one cut off. */
  private void connectToAll(EmbeddedAerospike server) throws IOException {
    for (String name : server.nodeNames()) {
      if (server.isRunning(name)) {
        InetSocketAddress address = server.hosts().get(server.nodeNames().indexOf(name));
        connect(address).info("node");
        FaultRule held = server.faults().add(FaultRule.delay(Duration.ofHours(1)).info().times(1));
        connect(address).send(ASK_FOR_THE_NAME);
        await().pollInterval(POLL).until(() -> server.faults().hits(held) == 1);
        connect(address).send(new byte[] {2, 1, 0});
      }
    }
  }

  private static void assertPortsAreFree(EmbeddedAerospike server) throws IOException {
    for (InetSocketAddress address : server.hosts()) {
      InetAddress host = InetAddress.getByName(address.getHostString());
      try (ServerSocket again = new ServerSocket(address.getPort(), 1, host)) {
        assertThat(again.isBound()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"PT0S, false", "PT0S, true", "PT1H, false", "PT1H, true"})
  void nothingIsLeftAfterKillsRestartsAndClose(Duration detection, boolean interrupted)
      throws IOException {
    EmbeddedAerospike.start().close();
    long filesBefore = files();
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedAerospike server =
          EmbeddedAerospike.builder().nodes(3).failureDetection(detection).start();
      connectToAll(server);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      server.kill("A1");
      assertThat(server.statistics("A1").connectionsOpen()).isZero();
      server.kill("A2");
      assertThat(newThreads()).noneMatch(thread -> thread.getName().matches("aero4j-A[12]-.*"));
      server.restart("A1");
      assertThat(Thread.interrupted()).isEqualTo(interrupted);
      connectToAll(server);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      server.close();
      assertThat(newThreads()).isEmpty();
      assertThat(server.statistics().connectionsOpen()).isZero();
      assertThat(Thread.interrupted()).isEqualTo(interrupted);
      assertPortsAreFree(server);
    }
    forgetTheInterrupt();
    assertThat(files()).isLessThanOrEqualTo(filesBefore + FILES_OF_OTHERS);
  }

  @Test
  void aConnectionThatComesWhileTheNodeEndsIsClosedToo() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      EmbeddedAerospike server = EmbeddedAerospike.start();
      Thread visitor = Thread.ofVirtual().start(() -> visitUntilRefused(server));
      await().pollInterval(POLL).until(() -> server.statistics().connectionsOpened() > 0);
      Thread.currentThread().interrupt();
      server.close();
      assertThat(Thread.interrupted()).isTrue();
      assertThat(newThreads()).isEmpty();
      assertThat(server.statistics().connectionsOpen()).isZero();
      visitor.join();
    }
  }

  private static void visitUntilRefused(EmbeddedAerospike server) {
    try {
      while (true) {
        try (RawClient client = RawClient.to(server)) {
          client.info("node");
        }
      }
    } catch (IOException theEnd) {
      assertThat(theEnd).isNotNull();
    }
  }
}
