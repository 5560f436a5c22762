package dev.aero4j.cli;

import dev.aero4j.Client;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(name = "ping", description = "Tells whether the cluster answers; ends with 0 if so.")
final class PingCommand extends ClientCommand {
  PingCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Client client) {
    long start = System.nanoTime();
    boolean answered = client.ping();
    double millis = Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e6;
    double rounded = Math.round(millis * 10) / 10.0;
    if (json()) {
      terminal().line(JsonWriter.write(Map.of("ok", answered)));
    } else if (answered) {
      terminal().line("answered in " + rounded + " ms");
    } else {
      throw new Failure(ExitCode.FAILED, "no node answered");
    }
    return answered ? ExitCode.OK : ExitCode.FAILED;
  }
}
