package dev.aero4j.cli;

import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.RecordNotFoundException;
import picocli.CommandLine.Mixin;

/** A command on one record. */
abstract class RecordCommand extends ClientCommand {
  @Mixin private KeyOptions key;

  RecordCommand(Terminal terminal) {
    super(terminal);
    this.key = new KeyOptions();
  }

  @Override
  final int run(Client client) {
    try {
      return run(client, key.key());
    } catch (RecordNotFoundException e) {
      throw new Failure(ExitCode.NOT_FOUND, e.getMessage() + key.hint(), e);
    }
  }

  /** Does it; returns the exit code. */
  abstract int run(Client client, Key key);
}
