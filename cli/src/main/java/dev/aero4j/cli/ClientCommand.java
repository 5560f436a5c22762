package dev.aero4j.cli;

import dev.aero4j.Aerospike;
import dev.aero4j.Client;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that connects, does one thing and closes. */
abstract class ClientCommand extends ToolCommand {
  @Mixin private ConnectionOptions connection;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  ClientCommand(Terminal terminal) {
    super(terminal);
    this.connection = new ConnectionOptions();
  }

  final boolean json() {
    return json;
  }

  @Override
  public final Integer call() {
    check();
    try (Client client = Aerospike.client(connection.config())) {
      return run(client.connect());
    }
  }

  /** Looks at the arguments before anything is connected; throws what is wrong with them. */
  void check() {}

  /** Does it; returns the exit code. */
  abstract int run(Client client);

  /** Says that something was done. */
  final int done(String text) {
    terminal().line(json ? "{\"ok\":true}" : text);
    return ExitCode.OK;
  }
}
