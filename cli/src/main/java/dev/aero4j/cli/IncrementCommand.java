package dev.aero4j.cli;

import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.operation.Operation;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "increment", description = "Adds to the number in a bin, and shows the sum.")
final class IncrementCommand extends RecordCommand {
  @Parameters(index = "1", paramLabel = "BIN", description = "The bin's name.")
  private String bin;

  @Parameters(
      index = "2",
      arity = "0..1",
      defaultValue = "1",
      paramLabel = "DELTA",
      description = "What to add: an integer, or 1.5 for a double (default: ${DEFAULT-VALUE}).")
  private String delta;

  @Mixin private WriteOptions write;

  IncrementCommand(Terminal terminal) {
    super(terminal);
    this.write = new WriteOptions();
  }

  @Override
  void check() {
    addition();
  }

  @Override
  int run(Client client, Key key) {
    Record record = client.operate(key, List.of(addition(), Operation.get(bin)), write.and());
    terminal().line(JsonWriter.write(record.get(bin)));
    return ExitCode.OK;
  }

  private Operation addition() {
    try {
      return delta.matches("[+-]?\\d+")
          ? Operation.add(bin, Long.parseLong(delta))
          : Operation.add(bin, Double.parseDouble(delta));
    } catch (NumberFormatException e) {
      throw new Failure(ExitCode.USAGE, "'" + delta + "' is no number that can be added", e);
    }
  }
}
