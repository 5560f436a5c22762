package dev.aero4j.cli;

import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.policy.WriteMeta;
import dev.aero4j.policy.WriteOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "remove", description = "Removes a record.")
final class RemoveCommand extends RecordCommand {
  @Option(
      names = "--generation",
      paramLabel = "N",
      description = "Remove it only if its generation is this one.")
  private @Nullable Integer generation;

  RemoveCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Client client, Key key) {
    WriteOption[] options =
        generation == null
            ? new WriteOption[0]
            : new WriteOption[] {WriteMeta.generation(generation)};
    client.remove(key, options);
    return done("removed");
  }
}
