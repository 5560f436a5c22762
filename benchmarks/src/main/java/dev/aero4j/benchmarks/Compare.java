package dev.aero4j.benchmarks;

import dev.aero4j.embedded.EmbeddedAerospike;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The command that compares this project's client with the official one. */
public final class Compare {
  private static final int BAD_USE = 2;

  private Compare() {}

  /** Runs the comparison that the options describe; see {@code --help}. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    System.setProperty("java.awt.headless", "true");
    List<String> given = List.of(arguments);
    if (given.contains("--help")) {
      System.out.print(Options.HELP);
      return;
    }
    if (given.contains("--list")) {
      Cell.all().forEach(cell -> System.out.println(cell.name()));
      return;
    }
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(Options.HELP);
      System.exit(BAD_USE);
      return;
    }
    run(options, System.out, System.err);
  }

  static void run(Options options, PrintStream out, PrintStream progress)
      throws IOException, InterruptedException {
    List<Cell> cells = Cell.all().stream().filter(options::wants).toList();
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("no cell has a name like " + options.cells());
    }
    String seeds = options.seeds();
    if (seeds != null) {
      compare(options, seeds, cells, out, progress);
      return;
    }
    try (EmbeddedAerospike node =
        EmbeddedAerospike.builder().namespace(options.namespace()).start()) {
      compare(options, node.seeds(), cells, out, progress);
    }
  }

  private static void compare(
      Options options, String seeds, List<Cell> cells, PrintStream out, PrintStream progress)
      throws IOException, InterruptedException {
    Comparison comparison = new Comparison(options, seeds, progress);
    comparison.warmUp();
    List<Outcome> outcomes = new ArrayList<>();
    for (Cell cell : cells) {
      outcomes.add(comparison.measure(cell));
    }
    String report = Report.markdown(situation(options, comparison), outcomes);
    out.print(report);
    Path directory = options.outDir();
    if (directory != null) {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("comparison.md"), report);
      Picture.write(outcomes, directory.resolve("throughput.png"));
    }
  }

  private static String situation(Options options, Comparison comparison) {
    return """
        %s · Java %s · %d processors, %s · server: %s%s · %,d records of three bins.
        Medians of %d slices of %s s a client, taken in turns in one process. The official client: \
        %d NIO event loop(s), a pool of %s.%s"""
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.version(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            comparison.serverBuild(),
            options.seeds() == null ? ", embedded in the same process" : "",
            options.records(),
            options.slices(),
            options.seconds(),
            options.eventLoops(),
            options.connections() > 0
                ? options.connections() + " connections"
                : "a connection for every caller, 100 to 1,024",
            comparison.knowsServerProcess() ? "" : " The server's CPU time could not be told.");
  }
}
