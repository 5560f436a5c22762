package dev.aero4j.internal.io;

import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.FrameDecoder;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A connection that belongs to one caller for a while, for what is too large to travel among point
 * commands: batches, and answers in many frames. From {@link StreamPool#take} until it is given
 * back everything here is confined to that caller, except for {@link #cutOff} and {@link #close}.
 *
 * <p><b>No read and no write waits for ever.</b> For as long as it may wait, the stream is armed
 * with the caller's deadline. The ticker looks at it, and closes the socket of a stream that is
 * past it, which wakes the caller up. It does so only by replacing the very deadline that it has
 * judged; so it never closes a stream whose caller has gone on in the meantime.
 */
public final class Stream {
  /** Holds a frame of the size in which servers send batch answers (128 KiB), and its header. */
  private static final int READ_CAPACITY = 160 * 1024;

  /** What a request may take without its buffer being given back afterwards. */
  private static final int KEPT_WRITE_CAPACITY = 512 * 1024;

  private static final long CUT = -1;

  private final Connection connection;
  private final int maxResponseSize;

  /** The deadline on the scale of {@link System#nanoTime} (made odd), 0 for none, or CUT. */
  private final AtomicLong deadline = new AtomicLong();

  /** The caller, which the ticker wakes up when it is interrupted: a socket does not. */
  private volatile @Nullable Thread caller;

  Stream(Connection connection, int maxResponseSize) {
    this.connection = connection;
    this.maxResponseSize = maxResponseSize;
  }

  static int readCapacity() {
    return READ_CAPACITY;
  }

  public WireWriter writer() {
    return connection.writer;
  }

  /** What has been read and not been taken. */
  public FrameDecoder frames() {
    return connection.decoder;
  }

  /** Returns whether the ticker has closed this stream. */
  public boolean isCutOff() {
    return deadline.get() == CUT;
  }

  /** The largest answer that may come, once it is decompressed too. */
  public int maxResponseSize() {
    return maxResponseSize;
  }

  /**
   * Writes what stands in {@link #writer}.
   *
   * @param deadlineNanos when to give up, on the scale of {@link System#nanoTime}
   */
  public void send(long deadlineNanos) throws IOException {
    arm(deadlineNanos);
    connection.flush();
    disarm();
  }

  /**
   * Reads what has arrived, at least a byte.
   *
   * @param deadlineNanos when to give up, on the scale of {@link System#nanoTime}
   * @return false at the end of the stream
   */
  public boolean readUntil(long deadlineNanos) throws IOException {
    arm(deadlineNanos);
    boolean more = connection.read(0);
    disarm();
    return more;
  }

  /**
   * Reads what has arrived, at least a byte.
   *
   * @param timeoutMillis how long to wait, at least 1
   * @return false at the end of the stream
   * @throws java.net.SocketTimeoutException when nothing came in that time; it can be tried again
   */
  public boolean readWithin(int timeoutMillis) throws IOException {
    return connection.read(timeoutMillis);
  }

  private void arm(long deadlineNanos) {
    caller = Thread.currentThread();
    // A stream that is cut off stays so: its socket is closed.
    // (All ones is the odd number that must not be taken for CUT; it is one nanosecond off.)
    long armed = deadlineNanos | 1;
    long next = armed == CUT ? 1 : armed;
    deadline.getAndUpdate(before -> before == CUT ? CUT : next);
  }

  private boolean disarm() {
    caller = null;
    return deadline.getAndUpdate(armed -> armed == CUT ? CUT : 0) != CUT;
  }

  /** Disarms the stream; returns whether it may be used again. */
  boolean finish(long now) {
    connection.writer.shrink(KEPT_WRITE_CAPACITY);
    connection.lastUsedNanos = now;
    return disarm() && connection.decoder.pending() == 0;
  }

  long lastUsedNanos() {
    return connection.lastUsedNanos;
  }

  /** For the ticker: closes the stream if its caller is past its deadline, or interrupted. */
  void cutOff(long now) {
    long armed = deadline.get();
    if (armed == 0 || armed == CUT) {
      return;
    }
    Thread waiting = caller;
    boolean over = now - armed > 0 || (waiting != null && waiting.isInterrupted());
    if (over && deadline.compareAndSet(armed, CUT)) {
      connection.close();
    }
  }

  void close() {
    connection.close();
  }
}
