package dev.aero4j.benchmarks;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@link Compare} and, with other defaults, {@link CompareBatches}.
 *
 * @param seeds "host:port,…", or null for an embedded node in this process
 * @param serverPid the server's process, 0 to look it up by its port
 * @param seconds the length of a slice
 * @param outDir where the report and the picture are written, or null
 * @param connections of the official client to a node, 0 for one per caller within limits
 */
record Options(
    @Nullable String seeds,
    long serverPid,
    String namespace,
    List<String> cells,
    int slices,
    double seconds,
    int records,
    @Nullable Path outDir,
    int connections,
    int eventLoops,
    int timeoutMillis,
    boolean grouping) {
  static final String HELP =
      """
      Compares this project's client with the official one, side by side in one process.

        --seeds HOST:PORT,…   the cluster; without it, an embedded node in this process
        --namespace NAME      default: test
        --cells PATTERN,…     such as get/*, put/virtual-64, */async-*; default: all
        --list                print the names of all cells and end
        --quick               the cells that have targets, 3 slices of 0.6 s
        --slices N            slices a cell and client; default: 5
        --seconds S           length of a slice; default: 1
        --records N           records to work on; default: 100000
        --server-pid PID      the server's process; default: found by its port
        --out DIR             also write comparison.md and throughput.png there
        --official-connections N
                              pool of the official client; default: one per caller, 100 to 1024
        --event-loops N       of the official client; default: 1
        --timeout MILLIS      total timeout of a command, both clients; default: 10000
        --no-grouping         our client without grouping
      """;

  private static final String TARGET_CELLS =
      String.join(",", Target.ALL.stream().map(Target::cell).distinct().toList());

  /** The official client's own default. */
  private static final int LEAST_CONNECTIONS = 100;

  /** Servers allow 15,000 connections in all, and each costs both sides memory. */
  private static final int MOST_CONNECTIONS = 1_024;

  /**
   * @throws IllegalArgumentException when an argument is not known or has no good value
   */
  static Options parse(String... arguments) {
    Builder builder = new Builder();
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    while (!rest.isEmpty()) {
      builder.take(rest.pop(), rest);
    }
    return builder.build();
  }

  boolean wants(String cellName) {
    return cells.stream()
        .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
        .anyMatch((PathMatcher matcher) -> matcher.matches(Path.of(cellName)));
  }

  int officialConnections(int callers) {
    return connections > 0 ? connections : Math.clamp(callers, LEAST_CONNECTIONS, MOST_CONNECTIONS);
  }

  private static final class Builder {
    private @Nullable String seeds;
    private long serverPid;
    private String namespace = "test";
    private String cells = "**";
    private int slices = 5;
    private double seconds = 1;
    private int records = 100_000;
    private @Nullable Path outDir;
    private int connections;
    private int eventLoops = 1;
    private int timeoutMillis = 10_000;
    private boolean grouping = true;

    void take(String option, Deque<String> rest) {
      switch (option) {
        case "--seeds" -> seeds = value(option, rest);
        case "--namespace" -> namespace = value(option, rest);
        case "--cells" -> cells = value(option, rest);
        case "--slices" -> slices = positive(option, rest);
        case "--seconds" -> seconds = seconds(option, rest);
        case "--records" -> records = positive(option, rest);
        case "--server-pid" -> serverPid = positive(option, rest);
        case "--out" -> outDir = Path.of(value(option, rest));
        case "--official-connections" -> connections = positive(option, rest);
        case "--event-loops" -> eventLoops = positive(option, rest);
        case "--timeout" -> timeoutMillis = positive(option, rest);
        case "--no-grouping" -> grouping = false;
        case "--quick" -> {
          cells = TARGET_CELLS;
          slices = 3;
          seconds = 0.6;
        }
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }

    Options build() {
      return new Options(
          seeds,
          serverPid,
          namespace,
          Pattern.compile(",").splitAsStream(cells).map(String::strip).toList(),
          slices,
          seconds,
          records,
          outDir,
          connections,
          eventLoops,
          timeoutMillis,
          grouping);
    }

    private static String value(String option, Deque<String> rest) {
      String value = rest.poll();
      if (value == null) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      return value;
    }

    private static int positive(String option, Deque<String> rest) {
      String text = value(option, rest);
      if (!text.matches("[1-9][0-9]{0,8}")) {
        throw new IllegalArgumentException(option + " needs a number from 1 on, not " + text);
      }
      return Integer.parseInt(text);
    }

    private static double seconds(String option, Deque<String> rest) {
      String text = value(option, rest);
      if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,3})?") || Double.parseDouble(text) == 0) {
        throw new IllegalArgumentException(option + " needs seconds such as 0.5, not " + text);
      }
      return Double.parseDouble(text);
    }
  }
}
