package dev.aero4j.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * One situation that batches are measured in.
 *
 * @param load who calls, and whether batches are read or written
 * @param keys how many records a batch is about
 */
record BatchCell(Cell load, int keys) {
  private static final int[] KEYS = {16, 100, 1_000, 10_000};
  private static final int[] CALLERS = {1, 4};
  private static final int ASYNC_KEYS = 100;
  private static final int ASYNC_IN_FLIGHT = 4;

  /** Every cell of a full run, in the order in which they run. */
  static List<BatchCell> all() {
    List<BatchCell> cells = new ArrayList<>();
    for (Workload workload : List.of(Workload.GET, Workload.PUT)) {
      for (int keys : KEYS) {
        for (int callers : CALLERS) {
          cells.add(new BatchCell(new Cell(workload, CallerKind.PLATFORM, callers), keys));
        }
      }
    }
    cells.add(new BatchCell(new Cell(Workload.GET, CallerKind.ASYNC, ASYNC_IN_FLIGHT), ASYNC_KEYS));
    return cells;
  }

  /** The name by which {@code --cells} picks it, such as {@code get/1000/platform-4}. */
  String name() {
    return load.workload().label() + "/" + keys + "/" + load.callers().label() + "-" + load.count();
  }

  String text() {
    return "%,d keys, %s".formatted(keys, load.callersText());
  }

  boolean isAsync() {
    return load.callers() == CallerKind.ASYNC;
  }
}
