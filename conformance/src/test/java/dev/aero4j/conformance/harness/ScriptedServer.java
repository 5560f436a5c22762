package dev.aero4j.conformance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A peer that is no node: accepts connections and does with each what a script says. */
public final class ScriptedServer implements AutoCloseable {
  /** What is done with a connection, which is closed afterwards. */
  @FunctionalInterface
  public interface Script {
    void run(Socket client, ScriptedServer server) throws IOException, InterruptedException;
  }

  private final ServerSocket listener;
  private final Script script;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  private ScriptedServer(Script script) throws IOException {
    this.script = script;
    this.listener = new ServerSocket();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
  }

  /** Starts a peer. */
  public static ScriptedServer start(Script script) {
    try {
      ScriptedServer server = new ScriptedServer(script);
      Thread.startVirtualThread(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends bytes after the first that it hears, and closes. */
  public static ScriptedServer answering(byte[] bytes) {
    return start(
        (client, server) -> {
          int unused = client.getInputStream().read(new byte[4_096]);
          client.getOutputStream().write(bytes);
          client.shutdownOutput();
          unused = client.getInputStream().read(new byte[4_096]);
        });
  }

  /** Accepts, and never says a word. */
  public static ScriptedServer silent() {
    return start(
        (client, server) -> {
          byte[] heard = new byte[4_096];
          while (client.getInputStream().read(heard) >= 0) {
            // Until the client gives up.
          }
        });
  }

  /** Closes every connection as soon as it is made. */
  public static ScriptedServer closing() {
    return start((client, server) -> client.close());
  }

  /** Sends bytes one by one with a pause after each. */
  public static ScriptedServer trickling(byte[] bytes, long pauseMillis) {
    return start(
        (client, server) -> {
          for (byte next : bytes) {
            client.getOutputStream().write(next);
            if (server.closed.await(pauseMillis, TimeUnit.MILLISECONDS)) {
              return;
            }
          }
          server.closed.await();
        });
  }

  /** Returns a port on which nobody listens. */
  public static int unusedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns its address. */
  public String seeds() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  /** How many connections are open. */
  public int connectionsOpen() {
    return open.size();
  }

  /** How many connections were ever made. */
  public int connectionsAccepted() {
    return accepted.get();
  }

  private void accept() {
    while (true) {
      try {
        Socket client = listener.accept();
        accepted.incrementAndGet();
        open.add(client);
        Thread.startVirtualThread(() -> serve(client));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      script.run(client, this);
    } catch (IOException over) {
      // The client has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      listener.close();
      for (Socket client : open) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
