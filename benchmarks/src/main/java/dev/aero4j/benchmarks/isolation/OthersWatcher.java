package dev.aero4j.benchmarks.isolation;

import dev.aero4j.benchmarks.CallWatcher;
import org.HdrHistogram.AtomicHistogram;
import org.jspecify.annotations.Nullable;

/** Sends some of the calls to the slow record, and keeps them and the others apart. */
final class OthersWatcher implements CallWatcher {
  private static final long HIGHEST_NANOS = 120_000_000_000L;
  private static final int DIGITS = 3;

  private final int slowRecord;
  private final AtomicHistogram others = new AtomicHistogram(HIGHEST_NANOS, DIGITS);
  private final AtomicHistogram slow = new AtomicHistogram(HIGHEST_NANOS, DIGITS);
  private final Mishaps mishaps = new Mishaps();

  /**
   * Begins with nothing seen.
   *
   * @param slowRecord also stands for every choice above it
   */
  OthersWatcher(int slowRecord) {
    this.slowRecord = slowRecord;
  }

  @Override
  public int record(int choice) {
    return Math.min(choice, slowRecord);
  }

  @Override
  public void ended(int record, long startNanos, long endNanos, @Nullable Throwable failure) {
    (record == slowRecord ? slow : others)
        .recordValue(Math.min(endNanos - startNanos, HIGHEST_NANOS));
    if (failure != null) {
      mishaps.add(failure);
    }
  }

  Latencies others() {
    return Latencies.of(others);
  }

  Latencies slow() {
    return Latencies.of(slow);
  }

  Mishaps mishaps() {
    return mishaps;
  }
}
