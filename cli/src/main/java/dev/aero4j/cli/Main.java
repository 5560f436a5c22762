package dev.aero4j.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code aero4j} command. */
@Command(
    name = "aero4j",
    mixinStandardHelpOptions = true,
    description = "A client for Aerospike, and a node that runs inside the JVM.",
    version = "aero4j 0.1.0-SNAPSHOT",
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong arguments, 3 no such record.",
      "Start with: aero4j quickstart"
    })
public final class Main implements Runnable {
  private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

  @Spec private CommandSpec spec;

  private Main() {
    this.spec = CommandSpec.create();
  }

  /**
   * Runs a command, and ends the process with its exit code.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    if (System.getProperty(LOG_LEVEL) == null) {
      // What matters to the user, a command says itself.
      System.setProperty(LOG_LEVEL, "error");
    }
    int code = run(Terminal.ofProcess(), arguments);
    System.out.flush();
    System.exit(code);
  }

  /** Runs a command; returns the exit code. */
  static int run(Terminal terminal, String... arguments) {
    ErrorReport errors = new ErrorReport(terminal);
    CommandLine increment = new CommandLine(new IncrementCommand(terminal));
    CommandLine commands =
        new CommandLine(new Main())
            .addSubcommand(new QuickstartCommand(terminal))
            .addSubcommand(new ServeCommand(terminal))
            .addSubcommand(new GetCommand(terminal))
            .addSubcommand(new SelectCommand(terminal))
            .addSubcommand(new PutCommand(terminal))
            .addSubcommand(new ExistsCommand(terminal))
            .addSubcommand(new RemoveCommand(terminal))
            .addSubcommand(new TouchCommand(terminal))
            .addSubcommand(new AppendCommand(terminal))
            .addSubcommand(increment)
            .addSubcommand(new InfoCommand(terminal))
            .addSubcommand(new PingCommand(terminal))
            .addSubcommand(new NodesCommand(terminal));
    commands.getSubcommands().values().forEach(Main::addHelp);
    commands
        .setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()))
        .setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()))
        .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors);
    // -5 is a number to add, not an option.
    increment.setUnmatchedOptionsArePositionalParams(true);
    return commands.execute(arguments);
  }

  private static void addHelp(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help and exit.")
                .build());
  }

  /** Called when no command is given. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command? 'quickstart' is a good start");
  }
}
