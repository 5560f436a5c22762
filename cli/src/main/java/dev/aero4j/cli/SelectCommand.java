package dev.aero4j.cli;

import dev.aero4j.Client;
import dev.aero4j.Key;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "select", description = "Reads some bins of a record; only they travel.")
final class SelectCommand extends RecordCommand {
  @Parameters(index = "1..*", arity = "1..*", paramLabel = "BIN", description = "Names of bins.")
  private List<String> bins;

  SelectCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Client client, Key key) {
    new RecordText(terminal()).print(client.select(key, bins.toArray(String[]::new)), json());
    return ExitCode.OK;
  }
}
