package dev.aero4j;

import dev.aero4j.internal.command.ApiBridge;
import dev.aero4j.internal.execute.Engine;
import dev.aero4j.internal.face.BlockingClient;
import dev.aero4j.internal.face.FutureClient;
import dev.aero4j.internal.log.Logging;

/** Where clients come from. A new client is not connected: it has no thread and no connection. */
public final class Aerospike {
  static {
    ApiBridge.install(new PublicApi());
  }

  private Aerospike() {}

  /**
   * Makes a client that blocks.
   *
   * @param config where its cluster is, and how it is used
   * @return a client, not connected yet
   */
  public static Client client(ClientConfig config) {
    return new BlockingClient(config, new Engine(config));
  }

  /**
   * Makes a client that blocks.
   *
   * @param uri as {@link ClientConfig#fromUri} reads it
   * @return a client, not connected yet
   */
  public static Client client(String uri) {
    return client(ClientConfig.fromUri(uri));
  }

  /**
   * Makes a client that returns futures.
   *
   * @param config where its cluster is, and how it is used
   * @return a client, not connected yet
   */
  public static AsyncClient asyncClient(ClientConfig config) {
    return new FutureClient(config, new Engine(config));
  }

  /**
   * Makes a client that returns futures.
   *
   * @param uri as {@link ClientConfig#fromUri} reads it
   * @return a client, not connected yet
   */
  public static AsyncClient asyncClient(String uri) {
    return asyncClient(ClientConfig.fromUri(uri));
  }

  /**
   * Sets how much all clients of this process log. What is below it costs nothing; what is not goes
   * to SLF4J, whose own configuration has the last word.
   *
   * @param level the least important kind that is logged; {@link LogLevel#TRACE} at first
   */
  public static void setLogLevel(LogLevel level) {
    Logging.setLevel(level);
  }
}
