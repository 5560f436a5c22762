package dev.aero4j.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The command that compares batches of this project's client with those of the official one. */
public final class CompareBatches {
  static final String HELP =
      """
      Compares batches of this project's client with those of the official one, side by side in one process.

        --seeds HOST:PORT,…   the cluster; without it, an embedded node in this process
        --namespace NAME      default: test
        --cells PATTERN,…     such as get/*/platform-1, put/1000/*; default: all
        --list                print the names of all cells and end
        --quick               batches of 16 and 1,000 records, 3 slices of 0.22 s
        --slices N            slices a cell and client; default: 5
        --seconds S           length of a slice; default: 0.5
        --records N           records to work on; default: 100000
        --server-pid PID      the server's process; default: found by its port
        --out DIR             also write batches.md there
        --official-connections N, --event-loops N, --timeout MILLIS
                              as of the comparison of single commands
      """;

  private static final List<String> DEFAULTS = List.of("--slices", "5", "--seconds", "0.5");
  private static final List<String> QUICK =
      List.of("--cells", "*/16/*,*/1000/*", "--slices", "3", "--seconds", "0.22");

  private CompareBatches() {}

  /** Runs the comparison that the options describe; see {@code --help}. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    Command.main(
        HELP,
        BatchCell.all().stream().map(BatchCell::name).toList(),
        CompareBatches::parse,
        CompareBatches::run,
        arguments);
  }

  /** Reads a command line, in which {@code --quick} has a meaning of its own. */
  static Options parse(String... arguments) {
    List<String> all = new ArrayList<>(DEFAULTS);
    for (String argument : arguments) {
      if (argument.equals("--quick")) {
        all.addAll(QUICK);
      } else {
        all.add(argument);
      }
    }
    return Options.parse(all.toArray(String[]::new));
  }

  static void run(Options options, PrintStream out, PrintStream progress)
      throws IOException, InterruptedException {
    List<BatchCell> cells =
        BatchCell.all().stream().filter(cell -> options.wants(cell.name())).toList();
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("no cell has a name like " + options.cells());
    }
    for (BatchCell cell : cells) {
      if (cell.keys() > options.records()) {
        throw new IllegalArgumentException(
            "cell " + cell.name() + " needs more than " + options.records() + " records");
      }
    }
    Command.measure(options, out, progress, "batches.md", arena -> compare(arena, cells));
  }

  private static String compare(Arena arena, List<BatchCell> cells) throws InterruptedException {
    BatchComparison comparison = new BatchComparison(arena);
    comparison.warmUp();
    List<BatchOutcome> outcomes = new ArrayList<>();
    for (BatchCell cell : cells) {
      outcomes.add(comparison.measure(cell));
    }
    return BatchReport.markdown(Command.situation(arena), outcomes);
  }
}
