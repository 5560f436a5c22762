package dev.aero4j.embedded.internal;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.FrameDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection. Its thread reads a frame, answers it with one write, and only then reads
 * the next, as the server does. Only {@link #close} may be called from other threads.
 */
final class Connection implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final int READ_BUFFER = 16 * 1024;

  private final Cluster cluster;
  private final NodeServer node;
  private final Socket socket;

  Connection(Cluster cluster, NodeServer node, Socket socket) {
    this.cluster = cluster;
    this.node = node;
    this.socket = socket;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      serve();
    } catch (IOException e) {
      LOG.debug("{}: a connection broke: {}", node.name(), e.getMessage());
    } catch (ProtocolException e) {
      LOG.debug("{}: closing a connection: {}", node.name(), e.getMessage());
    } catch (InterruptedException e) {
      // The node stops, and this thread ends with the connection.
      Thread.currentThread().interrupt();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.error("{}: a command failed in a way nobody foresaw", node.name(), e);
    } finally {
      node.closed(this);
    }
  }

  private void serve() throws IOException, InterruptedException {
    InputStream input = socket.getInputStream();
    FaultSession faults = new FaultSession(cluster.faultBoard(), node.name());
    AnswerChannel channel = new AnswerChannel(socket, faults);
    FrameDispatcher dispatcher = new FrameDispatcher(cluster, node, faults, channel);
    FrameDecoder decoder = new FrameDecoder(READ_BUFFER, Frame.MAX_BODY_SIZE);
    while (true) {
      decoder.prepare();
      int count = input.read(decoder.array(), decoder.writeOffset(), decoder.writeSpace());
      if (count < 0) {
        return;
      }
      decoder.received(count);
      while (decoder.next()) {
        node.awaitResumed();
        if (!node.isRunning()) {
          return;
        }
        dispatcher.dispatch(decoder.type(), decoder.body());
        channel.flush();
      }
    }
  }

  /**
   * Ends the connection from any thread.
   *
   * @param reset whether the client sees a reset instead of an orderly end
   */
  void close(boolean reset) {
    try {
      if (reset) {
        socket.setSoLinger(true, 0);
      }
      socket.close();
    } catch (IOException e) {
      LOG.debug("{}: a connection did not close cleanly: {}", node.name(), e.getMessage());
    }
  }
}
