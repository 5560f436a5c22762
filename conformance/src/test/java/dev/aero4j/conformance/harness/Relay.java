package dev.aero4j.conformance.harness;

import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.message.CompressedFrame;
import dev.aero4j.wire.message.Frame;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;

/**
 * A relay in front of a node: passes info on, records every message about records, and lets a
 * script answer it in place of the node. Can be stopped and started again on the same port.
 *
 * <p>Works frame by frame: after a request it waits for the whole answer.
 */
public final class Relay implements AutoCloseable {
  /** What is done with a message about records. */
  @FunctionalInterface
  public interface Script {
    /**
     * Answers a request, or does something worse.
     *
     * @param request the frame, with its head
     * @param node asks the node behind, and returns its answer, with its head
     * @param answer to the client
     * @return whether the connection goes on
     */
    boolean handle(byte[] request, Node node, Socket client, OutputStream answer)
        throws IOException, InterruptedException;
  }

  /** The node behind. */
  @FunctionalInterface
  public interface Node {
    byte[] ask(byte[] request) throws IOException;
  }

  private static final int HEAD = 8;
  private static final int TYPE = 1;
  private static final int INFO = 1;
  private static final int MESSAGE = 3;
  private static final int INFO1_BATCH = 8;
  private static final int INFO3_LAST = 1;
  private static final long MOST_BYTES = 0xFFFF_FFFF_FFFFL;
  private static final Script PASS =
      (request, node, client, answer) -> {
        answer.write(node.ask(request));
        return true;
      };

  private final InetSocketAddress behind;
  private final List<byte[]> recorded = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile Script script = PASS;
  private volatile BinaryOperator<String> info = (command, answer) -> answer;
  private volatile ServerSocket listener;
  private volatile Thread acceptor;
  private final int port;

  private Relay(InetSocketAddress behind) throws IOException {
    this.behind = behind;
    this.listener = listen(0);
    this.port = listener.getLocalPort();
    accept(listener);
  }

  /** Starts a relay in front of a node. */
  public static Relay before(InetSocketAddress node) {
    try {
      return new Relay(node);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
    return socket;
  }

  /** Returns its address. */
  public String seeds() {
    return "127.0.0.1:" + port;
  }

  /** Has messages about records answered by a script. */
  public void script(Script newScript) {
    script = newScript;
  }

  /**
   * Changes what the node says about itself.
   *
   * @param change gets an info command and the node's answer to it, and returns another
   */
  public void info(BinaryOperator<String> change) {
    info = change;
  }

  /** Returns the port. */
  public int port() {
    return port;
  }

  /** Has messages about records answered by the node again. */
  public void pass() {
    script = PASS;
  }

  /** Returns the messages about records since the last call, and forgets them. */
  public List<byte[]> takeRecorded() {
    List<byte[]> taken = List.copyOf(recorded);
    recorded.clear();
    return taken;
  }

  /** How many connections are open. */
  public int connectionsOpen() {
    return open.size();
  }

  /** How many connections were ever made. */
  public int connectionsAccepted() {
    return accepted.get();
  }

  /** Refuses connections, and resets those there are. */
  public void stop() {
    try {
      listener.close();
      // Until this thread has noticed, the system goes on accepting for it.
      acceptor.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    open.forEach(Relay::reset);
  }

  private static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException gone) {
      // It has been closed by its own thread.
    }
  }

  /** Listens again, on the same port. */
  public void restart() {
    try {
      ServerSocket fresh = listen(port);
      listener = fresh;
      accept(fresh);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket on) {
    acceptor =
        Thread.startVirtualThread(
            () -> {
              while (true) {
                try {
                  Socket client = on.accept();
                  accepted.incrementAndGet();
                  open.add(client);
                  if (on.isClosed()) {
                    // Stopped between the two: the connections of before were reset without this
                    // one.
                    reset(client);
                  }
                  Thread.startVirtualThread(() -> serve(client));
                } catch (IOException closed) {
                  return;
                }
              }
            });
  }

  private void serve(Socket client) {
    try (client;
        Socket node = new Socket(behind.getAddress(), behind.getPort())) {
      client.setTcpNoDelay(true);
      node.setTcpNoDelay(true);
      InputStream in = client.getInputStream();
      OutputStream out = client.getOutputStream();
      Node asked = request -> ask(node, request);
      boolean goesOn = true;
      while (goesOn) {
        byte[] request = readFrame(in);
        if (request[TYPE] == INFO) {
          out.write(changed(ask(node, request)));
        } else {
          recorded.add(request);
          goesOn = script.handle(request, asked, client, out);
        }
        out.flush();
      }
    } catch (IOException over) {
      // One of both has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
    }
  }

  private byte[] changed(byte[] frame) {
    StringBuilder text = new StringBuilder();
    new String(frame, HEAD, frame.length - HEAD, StandardCharsets.UTF_8)
        .lines()
        .forEach(
            line -> {
              int tab = line.indexOf('\t');
              String command = tab < 0 ? line : line.substring(0, tab);
              text.append(command)
                  .append('\t')
                  .append(info.apply(command, line.substring(tab + 1)))
                  .append('\n');
            });
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(HEAD + body.length)
        .putLong((ByteBuffer.wrap(frame).getLong() & ~MOST_BYTES) | body.length)
        .put(body)
        .array();
  }

  /** Returns the whole answer, which for a batch is several frames. */
  private static byte[] ask(Socket node, byte[] request) throws IOException {
    node.getOutputStream().write(request);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    boolean batch = request[TYPE] != INFO && isBatch(message(request));
    byte[] frame;
    do {
      frame = readFrame(node.getInputStream());
      answer.write(frame);
    } while (batch && !isLast(frame));
    return answer.toByteArray();
  }

  private static boolean isBatch(WireReader message) {
    return (message.array()[message.position() + 1] & INFO1_BATCH) != 0;
  }

  private static boolean isLast(byte[] frame) {
    return frame[TYPE] == MESSAGE && (frame[HEAD + 3] & INFO3_LAST) != 0;
  }

  /** Returns what is in a frame, decompressed if it is compressed. */
  public static WireReader message(byte[] frame) {
    WireReader body = new WireReader(frame, HEAD, frame.length - HEAD);
    return frame[TYPE] == Frame.COMPRESSED ? CompressedFrame.readMessage(body, 1 << 24) : body;
  }

  private static byte[] readFrame(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    byte[] head = new byte[HEAD];
    data.readFully(head);
    int size = (int) (ByteBuffer.wrap(head).getLong() & MOST_BYTES);
    byte[] frame = new byte[HEAD + size];
    System.arraycopy(head, 0, frame, 0, HEAD);
    data.readFully(frame, HEAD, size);
    return frame;
  }

  @Override
  public void close() {
    stop();
  }
}
