package dev.aero4j.benchmarks;

import com.aerospike.client.Key;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Measures cells of batches: the official client and ours in turns, all connected anew. */
final class BatchComparison {
  /** Has the whole way of a batch compiled, for every face. */
  private static final List<BatchCell> WARM_UP =
      List.of(
          new BatchCell(new Cell(Workload.GET, CallerKind.PLATFORM, 2), 100),
          new BatchCell(new Cell(Workload.GET, CallerKind.ASYNC, 2), 100),
          new BatchCell(new Cell(Workload.PUT, CallerKind.PLATFORM, 2), 100));

  private static final double WARM_UP_SLICES = 3;

  /** The compiler has done its work by then, so a connection has only to settle. */
  private static final double LEAD_IN_SLICES = 0.3;

  private static final int LOAD_KEYS = 100;

  private final Arena arena;
  private final Options options;
  private final Dataset data;

  /** Every record, in batches. */
  private final Material everything;

  private final Map<Integer, Material> materials = new HashMap<>();

  /** What the clients work on in batches of one size; the same in all their slices. */
  private record Material(BatchPlan plan, Key[][] officialKeys, Aero4jBatchData ours) {
    static Material of(BatchPlan plan) {
      return new Material(plan, OfficialBatches.keys(plan), new Aero4jBatchData(plan));
    }
  }

  /** Loads the records. */
  BatchComparison(Arena arena) {
    this.arena = arena;
    this.options = arena.options;
    this.data = new Dataset(options.namespace(), "batches", options.records());
    this.everything =
        Material.of(new BatchPlan(data, data.size() % LOAD_KEYS == 0 ? LOAD_KEYS : 1));
    arena.load(official(everything, 1), everything.plan.count());
  }

  void warmUp() throws InterruptedException {
    for (BatchCell cell : WARM_UP) {
      if (cell.keys() <= data.size()) {
        try (Sides sides = open(cell)) {
          sides.warmUp(options.seconds() * WARM_UP_SLICES);
        }
      }
    }
  }

  BatchOutcome measure(BatchCell cell) throws InterruptedException {
    List<Figures> medians =
        arena.contest(
            cell.load().count(), () -> open(cell), options.seconds() * LEAD_IN_SLICES, sides -> {});
    if (cell.load().workload() == Workload.PUT) {
      verify();
    }
    Map<BatchFace, Figures> figures = new EnumMap<>(BatchFace.class);
    Iterator<Figures> inOrder = medians.iterator();
    for (BatchFace face : BatchFace.values()) {
      figures.put(face, inOrder.next().perRecord(cell.keys()));
    }
    BatchOutcome outcome = new BatchOutcome(cell, figures);
    arena.progress.println(BatchReport.progressLine(outcome));
    return outcome;
  }

  /** Reads every record, so that none that was written holds what belongs to another. */
  private void verify() {
    try (OfficialBatches reader = official(everything, 1)) {
      for (int i = 0; i < everything.plan.count(); i++) {
        reader.get(i);
      }
    }
  }

  private Sides open(BatchCell cell) {
    return Sides.open(
        Stream.of(BatchFace.values()).<Supplier<Side>>map(face -> () -> side(cell, face)).toList());
  }

  private Side side(BatchCell cell, BatchFace face) {
    Material material = material(cell.keys());
    int batches = material.plan.count();
    if (cell.isAsync()) {
      AsyncContender client =
          face.isOurs()
              ? new Aero4jAsyncBatches(
                  options, arena.seeds, material.ours, face == BatchFace.COLUMNS)
              : official(material, cell.load().count());
      return Side.async(arena, face.label(), cell.load(), batches, client);
    }
    BlockingContender client =
        face.isOurs()
            ? new Aero4jBatches(
                options, arena.seeds, data, material.ours, face == BatchFace.COLUMNS)
            : official(material, cell.load().count());
    return Side.blocking(arena, face.label(), cell.load(), batches, client);
  }

  private OfficialBatches official(Material material, int callers) {
    return new OfficialBatches(options, arena.seeds, material.plan, material.officialKeys, callers);
  }

  private Material material(int keys) {
    return materials.computeIfAbsent(keys, size -> Material.of(new BatchPlan(data, size)));
  }
}
