package dev.aero4j.embedded.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The address of a node, which it keeps while it is dead: a socket that is bound but does not
 * listen then refuses connections, and keeps the system from giving the port to somebody else.
 * Guarded by the cluster's lock for changes, except for the address, which never changes.
 */
final class NodePort {
  private static final Logger LOG = LoggerFactory.getLogger(NodePort.class);
  private static final int BACKLOG = 1024;

  private final InetSocketAddress address;

  /** Listens until it is taken by {@link #listen}. Guarded by the cluster's lock. */
  private @Nullable ServerSocket first;

  /** Holds the port of a dead node. Guarded by the cluster's lock. */
  private @Nullable SocketChannel placeholder;

  /**
   * Takes a port.
   *
   * @param port 0 for a free one
   * @throws UncheckedIOException when it cannot be had
   */
  NodePort(String host, int port) {
    ServerSocket socket = open(host, port);
    this.first = socket;
    this.address = new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
  }

  InetSocketAddress address() {
    return address;
  }

  /** Returns a socket that listens; the caller closes it. */
  ServerSocket listen() {
    ServerSocket ready = first;
    first = null;
    if (ready != null) {
      return ready;
    }
    release();
    return open(address.getAddress().getHostAddress(), address.getPort());
  }

  private static ServerSocket open(String host, int port) {
    try {
      return new ServerSocket(port, BACKLOG, InetAddress.getByName(host));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on " + host + ":" + port, e);
    }
  }

  /** Keeps the port while nobody listens on it. */
  void hold() {
    try {
      SocketChannel channel = SocketChannel.open();
      placeholder = channel;
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(address);
    } catch (IOException e) {
      // It is only for safety: restart fails if somebody takes the port.
      LOG.debug("cannot hold {}: {}", address, e.getMessage());
      release();
    }
  }

  /** Gives up what was held. */
  void release() {
    try {
      if (first != null) {
        first.close();
      }
      if (placeholder != null) {
        placeholder.close();
      }
    } catch (IOException e) {
      LOG.warn("{} was not released cleanly", address, e);
    }
    first = null;
    placeholder = null;
  }
}
