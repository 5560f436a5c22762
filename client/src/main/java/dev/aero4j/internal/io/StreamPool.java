package dev.aero4j.internal.io;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The streams to one node: connections that are made when they are needed, up to a limit, and kept
 * for the next caller. Past the limit a caller waits. The one used last is taken first, so that
 * those that are not needed idle and are closed.
 *
 * <p><b>Design.</b> A permit of {@link #permits} stands for a stream in a caller's hands. {@link
 * #lock} guards the two collections and is never held during I/O. {@link #close} closes the sockets
 * of all, which wakes their callers; a stream that is made meanwhile is closed by its maker, which
 * looks once more.
 */
public final class StreamPool {
  private final PipelineSettings settings;
  private final Connector connector;
  private final int limit;
  private final Semaphore permits;
  private final ReentrantLock lock = new ReentrantLock();

  /** Open and in nobody's hands, the one used last in front; guarded by {@link #lock}. */
  private final ArrayDeque<Stream> idle = new ArrayDeque<>();

  /** All that are open; guarded by {@link #lock}. */
  private final Set<Stream> open = new HashSet<>();

  /** Streams last used before this may be dead like one that was seen to break. */
  private volatile long suspectBefore = System.nanoTime();

  private volatile boolean closed;

  StreamPool(PipelineSettings settings, Connector connector, int limit) {
    this.connector = connector;
    this.settings = settings;
    this.limit = limit;
    this.permits = new Semaphore(limit, true);
  }

  /** Returns how many streams are in callers' hands. */
  public int inUse() {
    return limit - permits.availablePermits();
  }

  /**
   * Waits until one more stream may be in use; {@link #take} or {@link #leave} must follow.
   *
   * @param waitNanos how long to wait while as many as allowed are in use, 0 for not at all
   * @return false when that time is over
   */
  public boolean enter(long waitNanos) throws InterruptedException {
    return permits.tryAcquire() || permits.tryAcquire(waitNanos, TimeUnit.NANOSECONDS);
  }

  /** Takes back {@link #enter}. */
  public void leave() {
    permits.release();
  }

  /**
   * Takes a stream after {@link #enter}, and connects if none idles; it must be given back by
   * {@link #release} or {@link #discard}.
   *
   * @throws IOException when no connection can be made
   */
  public Stream take() throws IOException {
    Stream stream = null;
    try {
      stream = idle(System.nanoTime());
      if (stream == null) {
        stream = connect();
      }
      return stream;
    } finally {
      if (stream == null) {
        leave();
      }
    }
  }

  /** Takes a stream that idles, or returns null at once; see {@link #take}. */
  public @Nullable Stream acquireIdle() {
    if (!permits.tryAcquire()) {
      return null;
    }
    Stream stream = idle(System.nanoTime());
    if (stream == null) {
      permits.release();
    }
    return stream;
  }

  private @Nullable Stream idle(long now) {
    lock.lock();
    try {
      for (Stream stream = idle.poll(); stream != null; stream = idle.poll()) {
        if (isUsable(stream, now)) {
          return stream;
        }
        open.remove(stream);
        stream.close();
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private boolean isUsable(Stream stream, long now) {
    return !closed
        && now - stream.lastUsedNanos() < settings.idleNanos()
        && stream.lastUsedNanos() - suspectBefore >= 0;
  }

  private Stream connect() throws IOException {
    if (closed) {
      throw closedException();
    }
    Socket socket = connector.connect();
    Stream stream;
    try {
      stream =
          new Stream(
              new Connection(
                  socket, Stream.readCapacity(), settings.maxResponseSize(), System.nanoTime()),
              settings.maxResponseSize());
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    lock.lock();
    try {
      open.add(stream);
    } finally {
      lock.unlock();
    }
    if (closed) {
      remove(stream);
      throw closedException();
    }
    return stream;
  }

  private SocketException closedException() {
    return new SocketException("the connections to node " + settings.node() + " were closed");
  }

  /** Gives a stream back whose last answer has been read to its end. */
  public void release(Stream stream) {
    boolean reusable = stream.finish(System.nanoTime()) && !closed;
    if (reusable) {
      lock.lock();
      try {
        idle.push(stream);
      } finally {
        lock.unlock();
      }
      if (closed) {
        remove(stream);
      }
    } else {
      remove(stream);
    }
    permits.release();
  }

  /** Gives a stream back that cannot be used any more. */
  public void discard(Stream stream) {
    remove(stream);
    permits.release();
  }

  private void remove(Stream stream) {
    lock.lock();
    try {
      open.remove(stream);
      idle.remove(stream);
    } finally {
      lock.unlock();
    }
    stream.close();
  }

  int openConnections() {
    lock.lock();
    try {
      return open.size();
    } finally {
      lock.unlock();
    }
  }

  /** Ends what is overdue; returns whether there is anything to look after. */
  boolean tick(long now) {
    if (inUse() == 0) {
      return false;
    }
    lock.lock();
    try {
      open.forEach(stream -> stream.cutOff(now));
    } finally {
      lock.unlock();
    }
    return true;
  }

  /** Closes streams that have idled too long, or are suspect. */
  void maintain() {
    long now = System.nanoTime();
    lock.lock();
    try {
      idle.removeIf(
          stream -> {
            if (isUsable(stream, now)) {
              return false;
            }
            open.remove(stream);
            stream.close();
            return true;
          });
    } finally {
      lock.unlock();
    }
  }

  /** Says that a connection broke: others that have idled since may be just as dead. */
  void suspect(long now) {
    suspectBefore = now;
  }

  void close() {
    closed = true;
    lock.lock();
    try {
      open.forEach(Stream::close);
      idle.forEach(open::remove);
      idle.clear();
    } finally {
      lock.unlock();
    }
  }
}
