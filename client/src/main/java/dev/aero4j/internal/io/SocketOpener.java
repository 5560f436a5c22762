package dev.aero4j.internal.io;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;

/** Opens connections to nodes, all with the same socket options. */
public final class SocketOpener {
  private SocketOpener() {}

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
    Socket socket = new Socket();
    boolean connected = false;
    try {
      // Commands are written whole: waiting for more would only delay them.
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      socket.connect(address, timeoutMillis);
      connected = true;
      return socket;
    } catch (SocketTimeoutException e) {
      IOException late =
          new SocketTimeoutException(
              "no connection to " + address + " within " + timeoutMillis + " ms");
      late.initCause(e);
      throw late;
    } catch (ConnectException e) {
      IOException refused = new ConnectException(address + ": " + e.getMessage());
      refused.initCause(e);
      throw refused;
    } finally {
      if (!connected) {
        socket.close();
      }
    }
  }
}
