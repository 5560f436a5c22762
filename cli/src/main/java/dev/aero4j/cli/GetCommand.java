package dev.aero4j.cli;

import dev.aero4j.Client;
import dev.aero4j.Key;
import picocli.CommandLine.Command;

@Command(name = "get", description = "Reads a record with all its bins.")
final class GetCommand extends RecordCommand {
  GetCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Client client, Key key) {
    new RecordText(terminal()).print(client.get(key), json());
    return ExitCode.OK;
  }
}
