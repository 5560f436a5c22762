package dev.aero4j.cli;

import dev.aero4j.Client;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(name = "nodes", description = "Lists the nodes of the cluster and their versions.")
final class NodesCommand extends ClientCommand {
  NodesCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Client client) {
    List<Object> all = new ArrayList<>();
    client
        .infoAll("build")
        .forEach(
            result -> {
              Map<String, Object> node = new LinkedHashMap<>();
              node.put("node", result.nodeName());
              node.put("build", result.response());
              all.add(node);
              if (!json()) {
                terminal().line(terminal().bold(result.nodeName()) + "  " + result.response());
              }
            });
    if (json()) {
      terminal().line(JsonWriter.write(all));
    }
    return ExitCode.OK;
  }
}
