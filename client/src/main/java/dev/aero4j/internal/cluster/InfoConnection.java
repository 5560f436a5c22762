package dev.aero4j.internal.cluster;

import dev.aero4j.internal.io.SocketOpener;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.info.InfoText;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.FrameDecoder;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A connection on which info questions are asked and answered, one request at a time. Used by one
 * thread at a time, but {@link #close} may come from any thread and ends a wait.
 *
 * <p>Whatever goes wrong closes it, since nobody knows then where the next answer starts.
 */
final class InfoConnection implements Closeable {
  /** Longer answers are refused: a bitmap takes 684 bytes a replica and namespace. */
  static final int MAX_ANSWER_BYTES = 64 * 1024 * 1024;

  private static final int NORMAL_BYTES = 4096;

  /** What every system takes into its socket buffer without waiting for the peer. */
  private static final int BYTES_SENT_AT_ONCE = 4096;

  private final InetSocketAddress address;
  private final Socket socket;
  private final FrameDecoder decoder = new FrameDecoder(NORMAL_BYTES, MAX_ANSWER_BYTES);
  // Once a frame has come whole, the peer has proved to be a node.
  private boolean answered;

  private InfoConnection(InetSocketAddress address, Socket socket) {
    this.address = address;
    this.socket = socket;
  }

  /** Connects before the deadline, or throws what says why not. */
  static InfoConnection open(InetSocketAddress address, Deadline deadline) throws IOException {
    int millis = deadline.remainingMillis("no connection to " + Addresses.format(address));
    return new InfoConnection(address, SocketOpener.open(address, millis));
  }

  InetSocketAddress address() {
    return address;
  }

  /**
   * Asks several questions in one request.
   *
   * @return the answer to each question that the node answered, by the question
   * @throws SocketTimeoutException when the whole answer is not there by the deadline
   * @throws IOException when the connection broke or the peer is not an Aerospike node
   */
  Map<String, String> ask(List<String> questions, Deadline deadline) throws IOException {
    try {
      write(questions, deadline);
      return InfoText.parseResponse(read(deadline));
    } catch (ProtocolException e) {
      close();
      throw new IOException("not a valid answer to an info request: " + e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void write(List<String> questions, Deadline deadline) throws IOException {
    WireWriter writer = new WireWriter(256);
    int start = Frame.begin(writer, Frame.INFO);
    writer.putBytes(InfoText.request(questions));
    Frame.end(writer, start);
    if (writer.position() <= BYTES_SENT_AT_ONCE) {
      send(writer);
      return;
    }
    // A socket has no time limit for writing, so another thread closes it when the time is over.
    Thread watch = Thread.ofVirtual().start(() -> closeAt(deadline));
    try {
      send(writer);
    } catch (IOException e) {
      throw deadline.hasPassed() ? deadline.expired("the info request could not be sent") : e;
    } finally {
      watch.interrupt();
    }
  }

  private void send(WireWriter writer) throws IOException {
    socket.getOutputStream().write(writer.array(), 0, writer.position());
  }

  private void closeAt(Deadline deadline) {
    while (!Thread.currentThread().isInterrupted()) {
      if (deadline.hasPassed()) {
        close();
        return;
      }
      LockSupport.parkNanos(this, deadline.remainingNanos());
    }
  }

  private byte[] read(Deadline deadline) throws IOException {
    InputStream in = socket.getInputStream();
    while (true) {
      decoder.prepare();
      int count;
      try {
        socket.setSoTimeout(deadline.remainingMillis(silence()));
        count = in.read(decoder.array(), decoder.writeOffset(), decoder.writeSpace());
      } catch (SocketTimeoutException e) {
        throw deadline.expired(silence());
      }
      if (count < 0) {
        throw new IOException(
            answered
                ? "the node closed the connection"
                : "it closed the connection without an answer; not an Aerospike node, or one that"
                    + " refuses this client");
      }
      decoder.received(count);
      refuseStrangers();
      if (decoder.next()) {
        return takeFrame();
      }
    }
  }

  private void refuseStrangers() throws IOException {
    int pending = decoder.pending();
    int start = decoder.writeOffset() - pending;
    if (!answered && decoder.array()[start] != Frame.VERSION) {
      throw new IOException(
          "not an Aerospike node: " + PeerGuess.describe(decoder.array(), start, pending));
    }
  }

  private byte[] takeFrame() throws IOException {
    if (decoder.type() != Frame.INFO) {
      throw new IOException(
          "expected an info frame (type 1) as the answer to an info request, seen type "
              + decoder.type());
    }
    WireReader body = decoder.body();
    byte[] answer = body.readBytes(body.remaining());
    if (decoder.pending() > 0) {
      throw new IOException("more bytes than one answer to one info request");
    }
    answered = true;
    return answer;
  }

  private String silence() {
    if (answered) {
      return "no answer";
    }
    return decoder.pending() == 0
        ? "it accepted the connection but gave no answer to an info request"
        : "it began an answer to an info request but did not finish it";
  }

  boolean isClosed() {
    return socket.isClosed();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // There is nothing left to lose on a connection that is given up.
    }
  }
}
