package dev.aero4j.internal.io;

import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.FrameDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * A connected socket with the two buffers that belong to it. Confined to the owner of the {@link
 * Slot} it sits in, except for {@link #close}, which any thread may call to wake the owner up.
 */
final class Connection {
  /** The capacity for commands on single records. */
  static final int NORMAL_CAPACITY = 16 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  final WireWriter writer = new WireWriter(NORMAL_CAPACITY);
  final FrameDecoder decoder;

  /** When the last exchange ended; written by the owner, read by the ticker under ownership. */
  long lastUsedNanos;

  private int readTimeoutMillis;

  Connection(Socket socket, int readCapacity, int maxResponseSize, long now) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
    this.decoder = new FrameDecoder(readCapacity, maxResponseSize);
    this.lastUsedNanos = now;
  }

  /** Writes what stands in {@link #writer}, whole. */
  void flush() throws IOException {
    out.write(writer.array(), 0, writer.position());
  }

  /**
   * Reads what has arrived into the decoder, waiting for at least a byte.
   *
   * @param timeoutMillis how long to wait, 0 for no limit
   * @return false at the end of the stream
   * @throws java.net.SocketTimeoutException when nothing came in time; the connection stays usable
   */
  boolean read(int timeoutMillis) throws IOException {
    if (timeoutMillis != readTimeoutMillis) {
      socket.setSoTimeout(timeoutMillis);
      readTimeoutMillis = timeoutMillis;
    }
    decoder.prepare();
    int count = in.read(decoder.array(), decoder.writeOffset(), decoder.writeSpace());
    if (count < 0) {
      return false;
    }
    decoder.received(count);
    return true;
  }

  /** Gives memory back that a large exchange needed. */
  void endExchange(long now) {
    writer.shrink(NORMAL_CAPACITY * 8);
    lastUsedNanos = now;
  }

  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to be done with a socket that fails to close.
    }
  }
}
