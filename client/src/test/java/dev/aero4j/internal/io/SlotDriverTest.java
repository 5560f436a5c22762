package dev.aero4j.internal.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.aero4j.Key;
import dev.aero4j.internal.command.GetCommand;
import dev.aero4j.policy.ReadPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Puts a caller into the two situations in which it drives one slot while its own command travels
 * on another, and looks at whom it takes itself for. The server never answers: who reads the wrong
 * slot hangs.
 */
class SlotDriverTest {
  private final List<Runnable> delegated = new ArrayList<>();
  private final List<Socket> sockets = new ArrayList<>();
  private ServerSocket server;
  private NodePipeline pipeline;
  private SlotDriver driver;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    PipelineSettings settings =
        new PipelineSettings(
            "A",
            (InetSocketAddress) server.getLocalSocketAddress(),
            2,
            2,
            8,
            Duration.ofMinutes(1).toNanos(),
            1 << 20);
    pipeline = new NodePipeline(settings, this::connect, delegated::add, null);
    driver = new SlotDriver(pipeline, this::connect);
  }

  @AfterEach
  void closeSockets() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.close();
  }

  @Test
  void aCallerThatIsGivenTheRoleForAnotherSlotDoesNotReadTheOneItHolds() throws IOException {
    Slot held = slot(0);
    Slot other = slot(1);
    Attempt stranger = attempt(1, null);
    Attempt own = attempt(2, Thread.currentThread());
    travels(held, stranger);
    travels(other, own);
    held.exchange.phase = Exchange.Phase.WRITTEN;
    // Whoever holds the other slot hands the role over in the meantime.
    own.role = other;
    assertThat(own.advance(Attempt.SENT, Attempt.READING)).isTrue();

    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> driver.drive(held, own, false));

    assertThat(delegated).as("the slot's reading is a worker's").containsExactly(held.task);
    assertThat(own.role).isSameAs(other);
    assertThat(own.state()).isEqualTo(Attempt.READING);
  }

  @Test
  void aCallerThatEncodesForOthersDoesNotChangeItsOwnRole() throws IOException {
    Slot held = slot(0);
    Slot other = slot(1);
    Attempt own = attempt(2, Thread.currentThread());
    travels(other, own);
    own.role = other;
    held.exchange.add(attempt(1, null));

    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> driver.drive(held, own, false));

    assertThat(own.role).isSameAs(other);
    assertThat(own.state()).isEqualTo(Attempt.SENT);
    assertThat(delegated).containsExactly(held.task);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
    sockets.add(socket);
    sockets.add(server.accept());
    return socket;
  }

  private Slot slot(int index) throws IOException {
    Socket socket = connect();
    Slot slot = new Slot(index, 8, pipeline);
    slot.connection =
        new Connection(socket, Connection.NORMAL_CAPACITY, 1 << 20, System.nanoTime());
    return slot;
  }

  private static Attempt attempt(int number, Thread waiter) {
    long now = System.nanoTime();
    return new Attempt(
        new GetCommand(Key.of("test", "set", number), ReadPolicy.defaults()),
        waiter,
        attempt -> {},
        Attempt.Company.GROUP,
        now,
        now + Duration.ofMinutes(1).toNanos());
  }

  /** Puts an attempt into a slot's exchange, sent and without a reader. */
  private static void travels(Slot slot, Attempt attempt) {
    slot.exchange.add(attempt);
    assertThat(slot.exchange.encode(slot.connection.writer, null, null)).isTrue();
  }
}
