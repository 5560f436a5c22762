package dev.aero4j.internal.io;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Streams for tests that need no server: all that their sockets know is whether they are open. */
public final class FakeStreams {
  private static final class FakeSocket extends Socket {
    private volatile boolean open = true;

    @Override
    public InputStream getInputStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public void close() {
      open = false;
    }
  }

  private final Queue<FakeSocket> made = new ConcurrentLinkedQueue<>();

  /** Makes a pool that connects to nobody. */
  public StreamPool pool(int limit) {
    PipelineSettings settings =
        new PipelineSettings(
            "A1",
            InetSocketAddress.createUnresolved("nowhere", 3000),
            1,
            1,
            1,
            Long.MAX_VALUE / 2,
            1_000);
    return new StreamPool(settings, this::connect, limit);
  }

  private Socket connect() {
    FakeSocket socket = new FakeSocket();
    made.add(socket);
    return socket;
  }

  /** How many sockets are open. */
  public int open() {
    int open = 0;
    for (FakeSocket socket : made) {
      open += socket.open ? 1 : 0;
    }
    return open;
  }

  /** Closes a pool, as the link to the node does when the node leaves or the client is closed. */
  public static void close(StreamPool pool) {
    pool.close();
  }
}
