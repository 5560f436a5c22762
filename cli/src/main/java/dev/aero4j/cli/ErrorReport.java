package dev.aero4j.cli;

import dev.aero4j.ClusterException;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.RecordNotFoundException;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Says what went wrong in one line; the stack trace only to those who ask for it. */
final class ErrorReport
    implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
  private final Terminal terminal;

  ErrorReport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(CommandLine.ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    say(problem);
    terminal.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
    say(problem);
    if (problem instanceof ClusterException
        && String.valueOf(problem.getMessage()).contains("refused")) {
      terminal.err().println("Is a server there? './aero4j serve' starts one on port 3000.");
    }
    if (command.getCommand() instanceof ToolCommand tool && tool.verbose()) {
      problem.printStackTrace(terminal.err());
    }
    return switch (problem) {
      case Failure failure -> failure.exitCode();
      case InvalidArgumentException refused -> ExitCode.USAGE;
      case RecordNotFoundException absent -> ExitCode.NOT_FOUND;
      default -> ExitCode.FAILED;
    };
  }

  private void say(Exception problem) {
    String message = problem.getMessage();
    String text =
        message == null
            ? problem.getClass().getSimpleName()
            : message.lines().map(String::strip).collect(Collectors.joining(" "));
    terminal.err().println(terminal.red("aero4j: ") + text);
  }
}
