package dev.aero4j.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** What every command has: a place to write to, and a way to be asked for more. */
abstract class ToolCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--verbose", description = "Show stack traces with errors.")
  private boolean verbose;

  ToolCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  final Terminal terminal() {
    return terminal;
  }

  final boolean verbose() {
    return verbose;
  }
}
