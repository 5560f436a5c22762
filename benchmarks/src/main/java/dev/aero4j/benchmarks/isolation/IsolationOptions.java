package dev.aero4j.benchmarks.isolation;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@link Isolation}.
 *
 * @param cells a regular expression of the cells that are measured
 * @param seconds the length of a slice of the slow record
 * @param slices slices a client
 * @param delaysMillis how slow the slow record is
 * @param outDir where the report is written, or null
 * @param outage what the dead replica needs, or null to measure the slow record
 */
record IsolationOptions(
    String namespace,
    String cells,
    double seconds,
    int slices,
    List<Integer> delaysMillis,
    @Nullable Path outDir,
    @Nullable Outage outage) {
  static final String HELP =
      """
      Measures whether what is slow holds up the rest, beside the official client.

      slow-key       one record of an embedded node (in a process of its own) is slow
        --delays MS,…         default: 50,10,200
        --slices N            slices a client; default: 5
        --seconds S           length of a slice; default: 2
      dead-replica   a node of a cluster with two copies of each record is killed under load
        --seeds HOST:PORT,…   the cluster
        --kill COMMAND        run with sh -c, kills a node at once
        --restart COMMAND     starts it again
        --rounds N            outages a client and workload; default: 1
      both
        --cells REGEX         such as get/.*; default: all
        --namespace NAME      default: test
        --out DIR             also write slow-key.md or dead-replica.md there
      """;

  /**
   * How a node of a cluster dies and comes back.
   *
   * @param seeds "host:port,…"
   * @param kill a command of the shell
   * @param restart a command of the shell
   * @param rounds outages a client and workload
   */
  record Outage(String seeds, String kill, String restart, int rounds) {}

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException when an argument is not known, lacks, or has no good value
   */
  static IsolationOptions parse(String... arguments) {
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    String what = rest.isEmpty() ? "" : rest.pop();
    Builder builder = new Builder();
    while (!rest.isEmpty()) {
      String option = rest.pop();
      String value = rest.poll();
      if (value == null) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      builder.take(option, value);
    }
    return switch (what) {
      case "slow-key" -> builder.build(null);
      case "dead-replica" -> builder.build(builder.outage());
      default -> throw new IllegalArgumentException("measure slow-key or dead-replica?");
    };
  }

  private static final class Builder {
    private String namespace = "test";
    private String cells = ".*";
    private double seconds = 2;
    private int slices = 5;
    private String delays = "50,10,200";
    private int rounds = 1;
    private @Nullable Path outDir;
    private @Nullable String seeds;
    private @Nullable String kill;
    private @Nullable String restart;

    void take(String option, String value) {
      switch (option) {
        case "--namespace" -> namespace = value;
        case "--cells" -> cells = value;
        case "--seconds" -> seconds = Double.parseDouble(value);
        case "--slices" -> slices = Integer.parseInt(value);
        case "--delays" -> delays = value;
        case "--rounds" -> rounds = Integer.parseInt(value);
        case "--out" -> outDir = Path.of(value);
        case "--seeds" -> seeds = value;
        case "--kill" -> kill = value;
        case "--restart" -> restart = value;
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }

    Outage outage() {
      if (seeds == null || kill == null || restart == null) {
        throw new IllegalArgumentException("dead-replica needs --seeds, --kill and --restart");
      }
      return new Outage(seeds, kill, restart, rounds);
    }

    IsolationOptions build(@Nullable Outage outage) {
      if (!(seconds > 0) || slices < 1 || rounds < 1) {
        throw new IllegalArgumentException("seconds, slices and rounds must be above 0");
      }
      return new IsolationOptions(
          namespace,
          cells,
          seconds,
          slices,
          Pattern.compile(",").splitAsStream(delays).map(Integer::valueOf).toList(),
          outDir,
          outage);
    }
  }
}
