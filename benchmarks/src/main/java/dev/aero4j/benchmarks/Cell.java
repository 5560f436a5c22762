package dev.aero4j.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * One situation that both clients are measured in.
 *
 * @param count threads, or commands in flight
 */
public record Cell(Workload workload, CallerKind callers, int count) {
  /** Every cell of a full run, in the order in which they run. */
  static List<Cell> all() {
    List<Cell> cells = new ArrayList<>();
    for (Workload workload : Workload.values()) {
      for (int count : new int[] {1, 8, 64}) {
        cells.add(new Cell(workload, CallerKind.PLATFORM, count));
      }
      for (int count : new int[] {1, 64, 1_000, 10_000}) {
        cells.add(new Cell(workload, CallerKind.VIRTUAL, count));
      }
      for (int count : new int[] {64, 256, 1_024}) {
        cells.add(new Cell(workload, CallerKind.ASYNC, count));
      }
    }
    return cells;
  }

  /** The name by which {@code --cells} picks it, such as {@code get/virtual-64}. */
  public String name() {
    return workload.label() + "/" + callers.label() + "-" + count;
  }

  /** The callers in words. */
  public String callersText() {
    return switch (callers) {
      case PLATFORM -> count == 1 ? "1 platform thread" : "%,d platform threads".formatted(count);
      case VIRTUAL -> count == 1 ? "1 virtual thread" : "%,d virtual threads".formatted(count);
      case ASYNC -> "async, %,d in flight".formatted(count);
    };
  }
}
