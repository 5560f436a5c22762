package dev.aero4j.cli;

import dev.aero4j.Client;
import dev.aero4j.Key;
import java.util.HexFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "append", description = "Puts text, or bytes, after those of a bin.")
final class AppendCommand extends RecordCommand {
  @Parameters(index = "1", paramLabel = "BIN", description = "The bin's name.")
  private String bin;

  @Parameters(index = "2", paramLabel = "TEXT", description = "What to add.")
  private String text;

  @Option(names = "--hex", description = "TEXT is bytes in hexadecimal.")
  private boolean hex;

  @Mixin private WriteOptions write;

  AppendCommand(Terminal terminal) {
    super(terminal);
    this.write = new WriteOptions();
  }

  @Override
  int run(Client client, Key key) {
    if (hex) {
      client.append(key, bin, bytes(), write.and());
    } else {
      client.append(key, bin, text, write.and());
    }
    return done("appended");
  }

  @Override
  void check() {
    if (hex) {
      bytes();
    }
  }

  private byte[] bytes() {
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "'" + text + "' is not hexadecimal: " + e.getMessage(), e);
    }
  }
}
