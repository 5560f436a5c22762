package dev.aero4j.internal.cluster;

import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.info.HostPort;
import dev.aero4j.wire.info.InfoText;
import dev.aero4j.wire.info.NamespacePartitions;
import dev.aero4j.wire.info.PartitionBitmap;
import dev.aero4j.wire.info.Peers;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.FrameDecoder;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** A peer that answers info requests with what the test tells it to, or misbehaves as it says. */
final class FakeNode implements Closeable {
  /** What to do with a connection. */
  interface Behaviour {
    void serve(FakeNode node, Socket socket) throws IOException;
  }

  static final Behaviour ANSWER = FakeNode::answerAll;
  static final Behaviour SILENCE = (node, socket) -> drain(socket);
  static final Behaviour CLOSE = (node, socket) -> socket.getInputStream().read();
  static final Behaviour HTTP =
      (node, socket) ->
          sayFirst(
              socket,
              "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
  static final Behaviour TLS =
      (node, socket) -> sayFirst(socket, new byte[] {21, 3, 3, 0, 2, 2, 70});
  static final Behaviour GARBAGE =
      (node, socket) -> sayFirst(socket, "-ERR what?".getBytes(StandardCharsets.UTF_8));
  // The header of a frame of 200 GB.
  static final Behaviour WRONG_LENGTH =
      (node, socket) -> sayFirst(socket, new byte[] {2, 1, 0, 50, 0, 0, 0, 0, 1});
  // The header of an answer, and then nothing.
  static final Behaviour STOP_AFTER_HEADER =
      (node, socket) -> sayFirst(socket, new byte[] {2, 1, 0, 0, 0, 0, 0, 50});

  final Map<String, String> answers = new ConcurrentHashMap<>();
  final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  // What happens to a connection from now on; also to one that is open, with its next request.
  volatile Behaviour behaviour = ANSWER;

  private final List<NamespacePartitions> partitions = new CopyOnWriteArrayList<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket server;
  private volatile Thread acceptor;
  private final InetAddress address;
  private final int port;

  FakeNode(String name) {
    this(name, InetAddress.getLoopbackAddress());
  }

  FakeNode(String name, InetAddress address) {
    this.address = address;
    this.server = listen(0);
    this.port = server.getLocalPort();
    answers.put("node", name);
    answers.put("build", "8.1.2.0");
    answers.put("features", "peers;replicas;replicas-all;replicas-master;pipelining");
    answers.put("service-clear-std", "127.0.0.1:" + this.port);
    answers.put("partition-generation", "0");
    answers.put("rebalance-generation", "1");
    peers(0);
    owns("test", 0, p -> true);
  }

  private ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port), 50);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FakeNode start() {
    ServerSocket current = server;
    acceptor = Thread.ofVirtual().start(() -> accept(current));
    return this;
  }

  int port() {
    return port;
  }

  HostPort host() {
    return new HostPort("127.0.0.1", port);
  }

  String name() {
    return answers.get("node");
  }

  /** Lists the other nodes; {@code generation} must be another than before to be noticed. */
  FakeNode peers(long generation, FakeNode... others) {
    List<Peers.Peer> list =
        Arrays.stream(others)
            .map(other -> new Peers.Peer(other.name(), "", List.of(other.host())))
            .toList();
    answers.put("peers-clear-std", new Peers(generation, 3000, list).format());
    answers.put("peers-clear-alt", new Peers(generation, 3000, list).format());
    answers.put("peers-generation", Long.toString(generation));
    return this;
  }

  /** Claims partitions: one predicate a replica. */
  FakeNode owns(String namespace, int regime, IntPredicate... replicas) {
    partitions.removeIf(old -> old.namespace().equals(namespace));
    partitions.add(
        new NamespacePartitions(
            namespace, regime, Arrays.stream(replicas).map(PartitionBitmap::of).toList()));
    answers.put("replicas", NamespacePartitions.formatReplicas(partitions));
    answers.put("replicas-all", NamespacePartitions.formatReplicasAll(partitions));
    answers.put("replicas-master", NamespacePartitions.formatReplicasMaster(partitions));
    return this;
  }

  FakeNode partitionGeneration(long generation) {
    answers.put("partition-generation", Long.toString(generation));
    return this;
  }

  int timesAsked(String question) {
    AtomicInteger count = asked.get(question);
    return count == null ? 0 : count.get();
  }

  int openConnections() {
    return sockets.size();
  }

  /** Stops as a dead server does: nothing listens, and what was open is closed. */
  @Override
  public void close() {
    closeQuietly(server);
    try {
      // The port is free again only when nobody waits on the socket any more.
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sockets.forEach(FakeNode::closeQuietly);
  }

  /** Listens again at the same port. */
  FakeNode restart() {
    server = listen(port);
    return start();
  }

  private void accept(ServerSocket current) {
    while (true) {
      try {
        Socket socket = current.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      behaviour.serve(this, socket);
    } catch (IOException e) {
      // The client or the test closed it.
    } finally {
      sockets.remove(socket);
    }
  }

  private void answerAll(Socket socket) throws IOException {
    FrameDecoder decoder = new FrameDecoder(1024, 1 << 20);
    while (true) {
      while (!decoder.next()) {
        decoder.prepare();
        int count =
            socket
                .getInputStream()
                .read(decoder.array(), decoder.writeOffset(), decoder.writeSpace());
        if (count < 0) {
          return;
        }
        decoder.received(count);
      }
      if (!behaviour.equals(ANSWER)) {
        behaviour.serve(this, socket);
        return;
      }
      WireReader body = decoder.body();
      socket.getOutputStream().write(answer(body.readBytes(body.remaining())));
    }
  }

  /** Returns the frame that answers a request. */
  byte[] answer(byte[] request) {
    Map<String, String> response = new LinkedHashMap<>();
    for (String question : InfoText.parseRequest(request)) {
      asked.computeIfAbsent(question, q -> new AtomicInteger()).incrementAndGet();
      response.put(question, answers.getOrDefault(question, "ERROR:4:unrecognized command"));
    }
    WireWriter writer = new WireWriter(1024);
    int start = Frame.begin(writer, Frame.INFO);
    writer.putBytes(InfoText.response(response));
    Frame.end(writer, start);
    return writer.toByteArray();
  }

  private static void sayFirst(Socket socket, byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    drain(socket);
  }

  private static void drain(Socket socket) throws IOException {
    while (socket.getInputStream().read() >= 0) {
      // Only the end of the connection matters.
    }
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
