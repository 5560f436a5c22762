package dev.aero4j.benchmarks.isolation;

import dev.aero4j.benchmarks.CallerKind;
import dev.aero4j.benchmarks.Cell;
import dev.aero4j.benchmarks.WatchedClient;
import dev.aero4j.benchmarks.WatchedClient.Side;
import dev.aero4j.benchmarks.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A node dies under load. Its reads have to go to other replicas, and writes whose replica it was
 * wait on their masters until the cluster has noticed. Then it comes back, and when the cluster is
 * whole, it is the other client's turn. Both clients keep the defaults of their policies, a timeout
 * of a second among them.
 */
final class DeadReplica {
  private static final String SET = "isolation";
  private static final int RECORDS = 10_000;
  private static final int TIMEOUT_MILLIS = 1_000;
  private static final int CALM_SECONDS = 3;
  private static final int OUTAGE_SECONDS = 8;
  private static final int WINDOW_SECONDS = 5;
  private static final List<Cell> CELLS =
      List.of(
          new Cell(Workload.GET, CallerKind.PLATFORM, 64),
          new Cell(Workload.PUT, CallerKind.PLATFORM, 64));

  private static final String HEADING =
      """
      ## A node dies

      3 s of load, then a node is killed, 8 s more; failed calls count in latencies (ms). \
      "After" are calls that were under way at the kill or began in the 5 s after it.

      | client | calls | all | p50 | p99 | p99.9 | longest | after | p50 | p99 | p99.9 | longest | errors | in doubt |
      |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
      """;

  private final IsolationOptions options;
  private final IsolationOptions.Outage outage;
  private final PrintStream progress;

  DeadReplica(IsolationOptions options, IsolationOptions.Outage outage, PrintStream progress) {
    this.options = options;
    this.outage = outage;
    this.progress = progress;
  }

  String run() throws IOException, InterruptedException {
    Cluster cluster = new Cluster(outage.seeds());
    cluster.awaitWhole();
    StringBuilder table = new StringBuilder(HEADING);
    for (Cell cell : CELLS) {
      if (!cell.name().matches(options.cells())) {
        continue;
      }
      for (int round = 0; round < outage.rounds(); round++) {
        boolean officialFirst = round % 2 == 0;
        Side first = officialFirst ? Side.OFFICIAL : Side.AERO4J;
        Side second = officialFirst ? Side.AERO4J : Side.OFFICIAL;
        for (Side side : List.of(first, second)) {
          String row = measure(side, cell, cluster);
          progress.println(row);
          table.append(row).append('\n');
        }
      }
    }
    return table.append('\n').toString();
  }

  private String measure(Side side, Cell cell, Cluster cluster)
      throws IOException, InterruptedException {
    WatchedClient.load(cluster.seeds(), options.namespace(), SET, RECORDS);
    OutageWatcher watcher = new OutageWatcher(TimeUnit.SECONDS.toNanos(WINDOW_SECONDS));
    try (WatchedClient client =
        WatchedClient.open(
            side,
            cell,
            cluster.seeds(),
            options.namespace(),
            SET,
            RECORDS,
            RECORDS,
            TIMEOUT_MILLIS)) {
      WatchedClient.Run run = client.start(watcher);
      TimeUnit.SECONDS.sleep(CALM_SECONDS);
      watcher.outage();
      Cluster.run(outage.kill());
      TimeUnit.SECONDS.sleep(OUTAGE_SECONDS);
      run.finish();
    }
    Cluster.run(outage.restart());
    cluster.awaitWhole();
    return row(side, cell, watcher);
  }

  private static String row(Side side, Cell cell, OutageWatcher watcher) {
    Latencies all = watcher.all();
    Latencies after = watcher.window();
    return "| "
        + (side == Side.OFFICIAL ? "official" : "aero4j")
        + Table.row(
            cell.workload().label() + ", " + cell.callersText(),
            Long.toString(all.count()),
            Table.number(all.p50()),
            Table.number(all.p99()),
            Table.number(all.p999()),
            Table.number(all.max()),
            Long.toString(after.count()),
            Table.number(after.p50()),
            Table.number(after.p99()),
            Table.number(after.p999()),
            Table.number(after.max()),
            watcher.mishaps().toString(),
            Long.toString(watcher.mishaps().inDoubt()));
  }
}
