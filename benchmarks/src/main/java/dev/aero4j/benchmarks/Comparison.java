package dev.aero4j.benchmarks;

import com.aerospike.client.Key;
import java.util.List;

/**
 * Measures cells of single commands: the official client and ours in turns. Both are connected anew
 * for each cell, at least, and then have a slice to warm up that does not count.
 */
final class Comparison {
  /** Has the whole way of a command compiled, for every kind of caller. */
  private static final List<Cell> WARM_UP =
      List.of(
          new Cell(Workload.MIXED, CallerKind.PLATFORM, 4),
          new Cell(Workload.MIXED, CallerKind.ASYNC, 64),
          new Cell(Workload.MIXED, CallerKind.VIRTUAL, 64));

  private static final double WARM_UP_SLICES = 2;
  private static final int OFFICIAL = 0;

  private final Arena arena;
  private final Options options;
  private final Dataset data;
  private final Key[] officialKeys;
  private final Aero4jRecords ourRecords;

  /** Loads the records. */
  Comparison(Arena arena) {
    this.arena = arena;
    this.options = arena.options;
    this.data = new Dataset(options.namespace(), "compare", options.records());
    this.officialKeys = OfficialContender.keys(data);
    this.ourRecords = new Aero4jRecords(data);
    arena.load(official(1), data.size());
  }

  void warmUp() throws InterruptedException {
    for (Cell cell : WARM_UP) {
      try (Sides sides = open(cell)) {
        sides.warmUp(options.seconds() * WARM_UP_SLICES);
      }
    }
  }

  Outcome measure(Cell cell) throws InterruptedException {
    Connections connections = new Connections(arena.connections());
    List<Figures> medians =
        arena.contest(cell.count(), () -> open(cell), options.seconds(), connections::count);
    Outcome outcome =
        new Outcome(
            cell,
            medians.get(OFFICIAL),
            medians.get(1 - OFFICIAL),
            connections.official / arena.nodes(),
            connections.ours / arena.nodes());
    arena.progress.println(Report.progressLine(outcome));
    return outcome;
  }

  private OfficialContender official(int callers) {
    return new OfficialContender(options, arena.seeds, data, officialKeys, callers);
  }

  private Sides open(Cell cell) {
    return Sides.open(List.of(() -> officialSide(cell), () -> ourSide(cell)));
  }

  private Side officialSide(Cell cell) {
    OfficialContender client = official(cell.count());
    return cell.callers() == CallerKind.ASYNC
        ? Side.async(arena, "official", cell, data.size(), client)
        : Side.blocking(arena, "official", cell, data.size(), client);
  }

  private Side ourSide(Cell cell) {
    return cell.callers() == CallerKind.ASYNC
        ? Side.async(
            arena, "aero4j", cell, data.size(), new Aero4jAsync(options, arena.seeds, ourRecords))
        : Side.blocking(
            arena,
            "aero4j",
            cell,
            data.size(),
            new Aero4jBlocking(options, arena.seeds, ourRecords));
  }

  /** The most connections that each client had. Of the thread that measures. */
  private final class Connections {
    private final int before;
    private int official;
    private int ours;

    Connections(int before) {
      this.before = before;
    }

    /** Tells them apart by closing the official client. */
    void count(Sides sides) {
      int both = arena.connections() - before;
      sides.get(OFFICIAL).close();
      ours = Math.max(ours, arena.connections() - before);
      official = Math.max(official, both - ours);
    }
  }
}
