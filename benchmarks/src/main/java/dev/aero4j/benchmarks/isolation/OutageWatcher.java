package dev.aero4j.benchmarks.isolation;

import dev.aero4j.benchmarks.CallWatcher;
import org.HdrHistogram.AtomicHistogram;
import org.jspecify.annotations.Nullable;

/** Keeps the calls that meet the first seconds of an outage apart from all calls. */
final class OutageWatcher implements CallWatcher {
  private static final long HIGHEST_NANOS = 120_000_000_000L;
  private static final int DIGITS = 3;

  private final long windowNanos;
  private final AtomicHistogram all = new AtomicHistogram(HIGHEST_NANOS, DIGITS);
  private final AtomicHistogram window = new AtomicHistogram(HIGHEST_NANOS, DIGITS);
  private final Mishaps mishaps = new Mishaps();

  private volatile boolean begun;

  /** Written before {@link #begun}. */
  private long beginNanos;

  /**
   * Begins with nothing seen.
   *
   * @param windowNanos how long after its begin a call may start and still belong to the outage
   */
  OutageWatcher(long windowNanos) {
    this.windowNanos = windowNanos;
  }

  /** Says that the outage begins now; calls under way belong to it. */
  void outage() {
    beginNanos = System.nanoTime();
    begun = true;
  }

  @Override
  public int record(int choice) {
    return choice;
  }

  @Override
  public void ended(int record, long startNanos, long endNanos, @Nullable Throwable failure) {
    long nanos = Math.min(endNanos - startNanos, HIGHEST_NANOS);
    all.recordValue(nanos);
    if (begun && endNanos - beginNanos >= 0 && startNanos - beginNanos < windowNanos) {
      window.recordValue(nanos);
    }
    if (failure != null) {
      mishaps.add(failure);
    }
  }

  Latencies all() {
    return Latencies.of(all);
  }

  Latencies window() {
    return Latencies.of(window);
  }

  Mishaps mishaps() {
    return mishaps;
  }
}
