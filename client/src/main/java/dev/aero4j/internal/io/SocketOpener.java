package dev.aero4j.internal.io;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Opens connections to nodes, all with the same socket options. */
public final class SocketOpener {
  private SocketOpener() {}

  /**
   * Connects as {@link #open(InetSocketAddress, int)} does, but leaves the socket in blocking mode.
   * The JDK puts a socket that connects with a time limit, or on a virtual thread, into the other
   * mode for ever, in which each read that has to wait costs three system calls instead of one. So
   * it is the ticker that watches the time here, and a virtual thread has a platform thread connect
   * for it.
   *
   * @param address resolved
   * @param timeoutMillis how long to wait for the connection; at least 1
   * @throws SocketTimeoutException when the host did not answer in time
   * @throws ConnectException when the host refused
   */
  static Socket open(InetSocketAddress address, int timeoutMillis, Ticker ticker)
      throws IOException {
    if (!Thread.currentThread().isVirtual()) {
      return connect(address, timeoutMillis, ticker);
    }
    FutureTask<Socket> connecting = new FutureTask<>(() -> connect(address, timeoutMillis, ticker));
    Thread.ofPlatform().daemon().name("aero4j-connect").start(connecting);
    try {
      return get(connecting);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  /** Waits through interrupts, which the caller finds afterwards: the socket must not be lost. */
  private static Socket get(FutureTask<Socket> connecting) throws ExecutionException {
    boolean interrupted = false;
    try {
      for (; ; ) {
        try {
          return connecting.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Socket connect(InetSocketAddress address, int timeoutMillis, Ticker ticker)
      throws IOException {
    Socket socket = prepared();
    AtomicBoolean over = new AtomicBoolean();
    ticker.schedule(
        timeoutMillis * 1_000_000L,
        () -> {
          if (over.compareAndSet(false, true)) {
            closeQuietly(socket);
          }
        });
    try {
      socket.connect(address);
    } catch (IOException e) {
      closeQuietly(socket);
      throw over.compareAndSet(false, true)
          ? explained(address, e)
          : late(address, timeoutMillis, e);
    }
    if (!over.compareAndSet(false, true)) {
      throw late(address, timeoutMillis, null);
    }
    return socket;
  }

  /**
   * Connects, and leaves nothing open when that fails.
   *
   * @param address resolved
   * @param timeoutMillis how long to wait for the connection; at least 1
   * @throws SocketTimeoutException when the host did not answer in time
   * @throws ConnectException when the host refused
   */
  public static Socket open(InetSocketAddress address, int timeoutMillis) throws IOException {
    if (timeoutMillis < 1) {
      // To the socket, 0 would mean to wait for ever.
      throw new SocketTimeoutException("no time left to connect to " + address);
    }
    Socket socket = prepared();
    try {
      socket.connect(address, timeoutMillis);
      return socket;
    } catch (SocketTimeoutException e) {
      closeQuietly(socket);
      throw late(address, timeoutMillis, e);
    } catch (IOException e) {
      closeQuietly(socket);
      throw explained(address, e);
    }
  }

  private static Socket prepared() throws IOException {
    Socket socket = new Socket();
    // Commands are written whole: waiting for more would only delay them.
    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
    socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    return socket;
  }

  private static IOException explained(InetSocketAddress address, IOException cause) {
    if (!(cause instanceof ConnectException)) {
      return cause;
    }
    IOException refused = new ConnectException(address + ": " + cause.getMessage());
    refused.initCause(cause);
    return refused;
  }

  private static IOException late(
      InetSocketAddress address, int timeoutMillis, @Nullable IOException cause) {
    IOException late =
        new SocketTimeoutException(
            "no connection to " + address + " within " + timeoutMillis + " ms");
    if (cause != null) {
      late.initCause(cause);
    }
    return late;
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to be done with a socket that fails to close.
    }
  }
}
