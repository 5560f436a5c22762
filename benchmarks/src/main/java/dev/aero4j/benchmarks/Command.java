package dev.aero4j.benchmarks;

import dev.aero4j.embedded.EmbeddedAerospike;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** What the commands that compare clients have in common. */
final class Command {
  private static final int BAD_USE = 2;

  private Command() {}

  /** Measures something and tells of it. */
  @FunctionalInterface
  interface Body {
    void run(Options options, PrintStream out, PrintStream progress)
        throws IOException, InterruptedException;
  }

  /** Measures something in an arena and returns the report. */
  @FunctionalInterface
  interface Measurement {
    String run(Arena arena) throws IOException, InterruptedException;
  }

  /** Reads the command line and runs the command; with bad options it ends the process. */
  static void main(
      String help,
      List<String> cellNames,
      Function<String[], Options> parser,
      Body body,
      String... arguments)
      throws IOException, InterruptedException {
    System.setProperty("java.awt.headless", "true");
    List<String> given = List.of(arguments);
    if (given.contains("--help")) {
      System.out.print(help);
      return;
    }
    if (given.contains("--list")) {
      cellNames.forEach(System.out::println);
      return;
    }
    Options options;
    try {
      options = parser.apply(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(help);
      System.exit(BAD_USE);
      return;
    }
    body.run(options, System.out, System.err);
  }

  /** Measures on the cluster of the options, or on an embedded node, and prints the report. */
  static void measure(
      Options options, PrintStream out, PrintStream progress, String file, Measurement measurement)
      throws IOException, InterruptedException {
    String seeds = options.seeds();
    String report;
    if (seeds != null) {
      report = measurement.run(new Arena(options, seeds, progress));
    } else {
      try (EmbeddedAerospike node =
          EmbeddedAerospike.builder().namespace(options.namespace()).start()) {
        report = measurement.run(new Arena(options, node.seeds(), progress));
      }
    }
    out.print(report);
    Path directory = options.outDir();
    if (directory != null) {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve(file), report);
    }
  }

  /** Returns what was measured where, in words; the commands add how. */
  static String situation(Arena arena) {
    Options options = arena.options;
    return """
        %s · Java %s · %d processors, %s · server: %s%s · %,d records of three bins.
        Medians of %d slices of %s s a client, taken in turns in one process. The official client: \
        %d NIO event loop(s), a pool of %s.%s"""
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.version(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            arena.serverBuild(),
            options.seeds() == null ? ", embedded in the same process" : "",
            options.records(),
            options.slices(),
            options.seconds(),
            options.eventLoops(),
            options.connections() > 0
                ? options.connections() + " connections"
                : "a connection for every caller, 100 to 1,024",
            arena.knowsServerProcess() ? "" : " The server's CPU time could not be told.");
  }
}
