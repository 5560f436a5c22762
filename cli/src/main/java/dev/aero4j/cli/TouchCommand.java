package dev.aero4j.cli;

import dev.aero4j.Client;
import dev.aero4j.Key;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "touch", description = "Gives a record a new time to live.")
final class TouchCommand extends RecordCommand {
  @Mixin private WriteOptions write;

  TouchCommand(Terminal terminal) {
    super(terminal);
    this.write = new WriteOptions();
  }

  @Override
  int run(Client client, Key key) {
    client.touch(key, write.and());
    return done("touched");
  }
}
