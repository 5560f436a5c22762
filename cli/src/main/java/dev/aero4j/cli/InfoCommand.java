package dev.aero4j.cli;

import dev.aero4j.Client;
import dev.aero4j.InfoNodeResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "info",
    description = "Asks every node an info command, such as 'namespaces' or 'namespace/test'.")
final class InfoCommand extends ClientCommand {
  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "build",
      paramLabel = "COMMAND",
      description = "The info command (default: ${DEFAULT-VALUE}).")
  private String command;

  InfoCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Client client) {
    List<InfoNodeResult> results = client.infoAll(command);
    if (json()) {
      List<Object> all = new ArrayList<>();
      for (InfoNodeResult result : results) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("node", result.nodeName());
        one.put("errorCode", result.errorCode());
        one.put("response", result.response());
        all.add(one);
      }
      terminal().line(JsonWriter.write(all));
    } else {
      results.forEach(this::print);
    }
    return results.stream().allMatch(result -> result.errorCode() == 0)
        ? ExitCode.OK
        : ExitCode.FAILED;
  }

  /** One thing a line: long answers are lists with semicolons. */
  private void print(InfoNodeResult result) {
    boolean failed = result.errorCode() != 0;
    terminal()
        .line(
            terminal().bold(result.nodeName())
                + (failed ? terminal().red(" error " + result.errorCode()) : ""));
    for (String item : result.response().split(";", -1)) {
      if (!item.isEmpty()) {
        terminal().line("  " + item);
      }
    }
  }
}
