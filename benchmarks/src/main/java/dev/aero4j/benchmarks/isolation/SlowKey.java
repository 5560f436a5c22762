package dev.aero4j.benchmarks.isolation;

import dev.aero4j.benchmarks.CallerKind;
import dev.aero4j.benchmarks.Cell;
import dev.aero4j.benchmarks.WatchedClient;
import dev.aero4j.benchmarks.WatchedClient.Side;
import dev.aero4j.benchmarks.Workload;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One call in a hundred goes to a record that is slow; what becomes of the others? The clients take
 * turns in slices, and who goes first changes; each figure is the median of the slices.
 */
final class SlowKey {
  private static final String SET = "isolation";
  private static final int RECORDS = 1_000;

  /** Choices that stand for the slow record: 1% of all. */
  private static final int SLOW_CHOICES = 10;

  private static final int TIMEOUT_MILLIS = 10_000;
  private static final List<Cell> CALLERS =
      List.of(
          new Cell(Workload.GET, CallerKind.PLATFORM, 64),
          new Cell(Workload.GET, CallerKind.VIRTUAL, 64),
          new Cell(Workload.GET, CallerKind.ASYNC, 256),
          new Cell(Workload.PUT, CallerKind.PLATFORM, 64),
          new Cell(Workload.PUT, CallerKind.VIRTUAL, 64),
          new Cell(Workload.PUT, CallerKind.ASYNC, 256));

  private static final String HEADING =
      """
      ## One slow record

      1% of the calls go to a record whose commands the node delays; latencies are those of calls on the other records, in ms. \
      Each pair: official / aero4j = ratio.

      | delay | calls | p50 | p99 | p99.9 | longest | other calls/s | p50 of the slow record | errors | p99 no worse |
      |---|---|---|---|---|---|---|---|---|---|
      """;

  private final IsolationOptions options;
  private final PrintStream progress;

  SlowKey(IsolationOptions options, PrintStream progress) {
    this.options = options;
    this.progress = progress;
  }

  String run() throws IOException, InterruptedException {
    StringBuilder table = new StringBuilder(HEADING);
    List<Cell> cells =
        CALLERS.stream().filter(cell -> cell.name().matches(options.cells())).toList();
    boolean warm = false;
    for (int delay : options.delaysMillis()) {
      try (SlowNodeProcess node = SlowNodeProcess.start(options.namespace(), SET, RECORDS, delay)) {
        WatchedClient.load(node.seeds(), options.namespace(), SET, RECORDS + 1);
        if (!warm) {
          progress.println("warming up");
          for (Cell cell : cells) {
            compare(cell, node.seeds(), 1);
          }
          warm = true;
        }
        for (Cell cell : cells) {
          String row = "| " + delay + " ms" + compare(cell, node.seeds(), options.slices());
          progress.println(row);
          table.append(row).append('\n');
        }
      }
    }
    return table.append('\n').toString();
  }

  private String compare(Cell cell, String seeds, int slices) throws InterruptedException {
    List<Slice> official = new ArrayList<>();
    List<Slice> ours = new ArrayList<>();
    try (WatchedClient theirs = open(Side.OFFICIAL, cell, seeds);
        WatchedClient own = open(Side.AERO4J, cell, seeds)) {
      slice(theirs);
      slice(own);
      for (int i = 0; i < slices; i++) {
        boolean officialFirst = i % 2 == 0;
        if (officialFirst) {
          official.add(slice(theirs));
        }
        ours.add(slice(own));
        if (!officialFirst) {
          official.add(slice(theirs));
        }
      }
    }
    return row(cell, Slice.median(official), Slice.median(ours));
  }

  private WatchedClient open(Side side, Cell cell, String seeds) {
    return WatchedClient.open(
        side,
        cell,
        seeds,
        options.namespace(),
        SET,
        RECORDS + 1,
        RECORDS + SLOW_CHOICES,
        TIMEOUT_MILLIS);
  }

  private Slice slice(WatchedClient client) throws InterruptedException {
    OthersWatcher watcher = new OthersWatcher(RECORDS);
    long start = System.nanoTime();
    WatchedClient.Run run = client.start(watcher);
    TimeUnit.MILLISECONDS.sleep((long) (options.seconds() * 1_000));
    double perSecond = watcher.others().count() * 1e9 / (System.nanoTime() - start);
    run.finish();
    return new Slice(watcher.others(), watcher.slow(), perSecond, watcher.mishaps());
  }

  private static String row(Cell cell, Slice official, Slice ours) {
    return Table.row(
        cell.workload().label() + ", " + cell.callersText(),
        Table.pair(official.others().p50(), ours.others().p50()),
        Table.pair(official.others().p99(), ours.others().p99()),
        Table.pair(official.others().p999(), ours.others().p999()),
        Table.pair(official.others().max(), ours.others().max()),
        Table.pair(official.perSecond(), ours.perSecond()),
        Table.pair(official.slow().p50(), ours.slow().p50()),
        official.mishaps() + " / " + ours.mishaps(),
        ours.others().p99() <= official.others().p99() ? "yes" : "NO");
  }

  private record Slice(Latencies others, Latencies slow, double perSecond, Mishaps mishaps) {
    static Slice median(List<Slice> slices) {
      Mishaps all = new Mishaps();
      slices.forEach(slice -> all.addAll(slice.mishaps));
      double[] rates = slices.stream().mapToDouble(Slice::perSecond).sorted().toArray();
      return new Slice(
          Latencies.median(slices.stream().map(Slice::others).toList()),
          Latencies.median(slices.stream().map(Slice::slow).toList()),
          rates[rates.length / 2],
          all);
    }
  }
}
