package dev.aero4j.cli;

import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.RecordMeta;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

@Command(
    name = "exists",
    description = "Tells whether there is a record; ends with code 0 if so, else with 3.")
final class ExistsCommand extends RecordCommand {
  ExistsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Client client, Key key) {
    RecordMeta meta = client.exists(key).meta();
    if (json()) {
      Map<String, @Nullable Object> answer = new LinkedHashMap<>();
      answer.put("exists", meta != null);
      if (meta != null) {
        answer.putAll(RecordText.about(key, meta));
      }
      terminal().line(JsonWriter.write(answer));
    } else {
      terminal().line(meta == null ? "no" : "yes, " + RecordText.life(meta));
    }
    return meta == null ? ExitCode.NOT_FOUND : ExitCode.OK;
  }
}
