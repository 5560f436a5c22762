package dev.aero4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The clients that are connected for a cell. Of the thread that measures. */
final class Sides implements AutoCloseable {
  private final List<Side> sides = new ArrayList<>();

  /** Connects them one after another, all or none. */
  static Sides open(List<Supplier<Side>> clients) {
    Sides opened = new Sides();
    try {
      for (Supplier<Side> client : clients) {
        opened.sides.add(client.get());
      }
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  int count() {
    return sides.size();
  }

  Side get(int index) {
    return sides.get(index);
  }

  void warmUp(double seconds) throws InterruptedException {
    for (Side side : sides) {
      side.slice(seconds);
    }
  }

  /** Gives each client a slice, another one first each turn, and adds what it came to. */
  void play(int turn, double seconds, List<List<Figures>> slices) throws InterruptedException {
    for (int i = 0; i < sides.size(); i++) {
      int index = (turn + i) % sides.size();
      slices.get(index).add(sides.get(index).slice(seconds));
    }
  }

  @Override
  public void close() {
    sides.forEach(Side::close);
  }
}
