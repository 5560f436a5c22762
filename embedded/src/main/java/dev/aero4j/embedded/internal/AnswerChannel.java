package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.FaultEffect;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.CompressedFrame;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;

/**
 * Collects the bytes of an answer and sends them, one write for all that was collected, unless a
 * fault wants it otherwise. Confined to the connection's thread.
 */
final class AnswerChannel {
  private static final int INITIAL_CAPACITY = 4096;
  private static final int KEPT_CAPACITY = 256 * 1024;

  private static final int RESET_DELAY_MILLIS = 20;

  /** Smaller answers do not gain from compression. */
  private static final int MIN_COMPRESSED = 128;

  private final Socket socket;
  private final OutputStream output;
  private final FaultSession faults;
  private final WireWriter writer = new WireWriter(INITIAL_CAPACITY);

  AnswerChannel(Socket socket, FaultSession faults) throws IOException {
    this.socket = socket;
    this.output = socket.getOutputStream();
    this.faults = faults;
  }

  WireWriter writer() {
    return writer;
  }

  /** Replaces the frame that begins at {@code start} by its compressed form, if that is shorter. */
  void compress(int start) {
    int length = writer.position() - start;
    if (length < MIN_COMPRESSED) {
      return;
    }
    byte[] frame = Arrays.copyOfRange(writer.array(), start, writer.position());
    writer.truncate(start);
    CompressedFrame.write(writer, frame, 0, length);
    if (writer.position() - start >= length) {
      writer.truncate(start);
      writer.putBytes(frame);
    }
  }

  /** Sends what was collected. */
  void flush() throws IOException, InterruptedException {
    if (faults.dropped()) {
      writer.shrink(KEPT_CAPACITY);
      return;
    }
    int length = writer.position();
    if (length == 0) {
      return;
    }
    switch (faults.delivery()) {
      case null -> output.write(writer.array(), 0, length);
      case FaultEffect.Reset reset -> reset(Math.min(reset.afterBytes(), length - 1));
      case FaultEffect.Trickle trickle -> pieces(trickle.bytes(), trickle.interval().toMillis());
      case FaultEffect.Split split -> pieces(split.bytes(), 0);
      case FaultEffect.Silence silence -> waitForClose();
      case FaultEffect other -> throw new IllegalStateException("no way of delivery: " + other);
    }
    writer.shrink(KEPT_CAPACITY);
  }

  private void pieces(int size, long pauseMillis) throws IOException, InterruptedException {
    for (int at = 0; at < writer.position(); at += size) {
      output.write(writer.array(), at, Math.min(size, writer.position() - at));
      if (pauseMillis > 0) {
        Thread.sleep(pauseMillis);
      }
    }
  }

  private void reset(int bytes) throws IOException, InterruptedException {
    output.write(writer.array(), 0, bytes);
    // A reset throws away what has not left yet; on a loopback interface this is time enough.
    Thread.sleep(RESET_DELAY_MILLIS);
    socket.setSoLinger(true, 0);
    throw new IOException("reset by a fault");
  }

  /** Reads and forgets until the client gives up. */
  private void waitForClose() throws IOException {
    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    throw new IOException("silent by a fault until the client closed");
  }
}
