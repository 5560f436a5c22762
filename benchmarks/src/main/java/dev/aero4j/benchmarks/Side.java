package dev.aero4j.benchmarks;

import java.util.function.Supplier;

/** A client in a cell. Of the thread that measures. */
final class Side implements AutoCloseable {
  private final Arena arena;
  private final String name;
  private final Runnable closing;
  private final Supplier<Load> loads;
  private boolean closed;
  private boolean complained;

  private Side(Arena arena, String name, Runnable closing, Supplier<Load> loads) {
    this.arena = arena;
    this.name = name;
    this.closing = closing;
    this.loads = loads;
  }

  /**
   * Puts callers to a client.
   *
   * @param choices from so many each call draws: records, or batches of them
   */
  static Side blocking(Arena arena, String name, Cell cell, int choices, BlockingContender client) {
    return new Side(arena, name, client::close, () -> new BlockingLoad(cell, choices, client));
  }

  /** As {@link #blocking}, of callbacks. */
  static Side async(Arena arena, String name, Cell cell, int choices, AsyncContender client) {
    return new Side(arena, name, client::close, () -> new AsyncLoad(cell, choices, client));
  }

  /**
   * Measures a slice.
   *
   * @throws IllegalStateException when an answer was wrong: nothing else counts then
   */
  Figures slice(double seconds) throws InterruptedException {
    Load load = loads.get();
    Figures figures = arena.meters.run(load, seconds);
    Throwable failure = load.tally.firstFailure();
    if (failure instanceof WrongAnswerException) {
      throw new IllegalStateException(name + " gave a wrong answer", failure);
    }
    if (failure != null && !complained) {
      complained = true;
      arena.progress.println(name + ": " + figures.errors() + " errors, the first: " + failure);
    }
    return figures;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      closing.run();
    }
  }
}
