package dev.aero4j.benchmarks.isolation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The command that measures whether something slow holds up the rest. */
public final class Isolation {
  private static final int BAD_USE = 2;

  private Isolation() {}

  /** Measures what the options say; see {@code --help}. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(IsolationOptions.HELP);
      return;
    }
    IsolationOptions options;
    try {
      options = IsolationOptions.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(IsolationOptions.HELP);
      System.exit(BAD_USE);
      return;
    }
    run(options, System.out, System.err);
  }

  static void run(IsolationOptions options, PrintStream out, PrintStream progress)
      throws IOException, InterruptedException {
    IsolationOptions.Outage outage = options.outage();
    String report =
        situation()
            + (outage == null
                ? new SlowKey(options, progress).run()
                : new DeadReplica(options, outage, progress).run());
    out.print(report);
    Path directory = options.outDir();
    if (directory != null) {
      Files.createDirectories(directory);
      String name = outage == null ? "slow-key.md" : "dead-replica.md";
      Files.writeString(directory.resolve(name), report);
    }
  }

  private static String situation() {
    return "%s · Java %s · %d processors, %s%n%n"
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.version(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"));
  }
}
