package dev.aero4j.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that compares this project's client with the official one. */
public final class Compare {
  private Compare() {}

  /** Runs the comparison that the options describe; see {@code --help}. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    Command.main(
        Options.HELP,
        Cell.all().stream().map(Cell::name).toList(),
        Options::parse,
        Compare::run,
        arguments);
  }

  static void run(Options options, PrintStream out, PrintStream progress)
      throws IOException, InterruptedException {
    List<Cell> cells = Cell.all().stream().filter(cell -> options.wants(cell.name())).toList();
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("no cell has a name like " + options.cells());
    }
    Command.measure(options, out, progress, "comparison.md", arena -> compare(arena, cells));
  }

  private static String compare(Arena arena, List<Cell> cells)
      throws IOException, InterruptedException {
    Comparison comparison = new Comparison(arena);
    comparison.warmUp();
    List<Outcome> outcomes = new ArrayList<>();
    for (Cell cell : cells) {
      outcomes.add(comparison.measure(cell));
    }
    Path directory = arena.options.outDir();
    if (directory != null) {
      Files.createDirectories(directory);
      Picture.write(outcomes, directory.resolve("throughput.png"));
    }
    return Report.markdown(Command.situation(arena), outcomes);
  }
}
