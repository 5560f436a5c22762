package dev.aero4j.benchmarks;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What the callers of one slice report. Up to {@link #STRIPES} callers have a histogram each; more
 * of them share, which costs an atomic addition without contention worth the name.
 */
final class Tally {
  private static final int STRIPES = 64;
  private static final long HIGHEST_NANOS = 120_000_000_000L;
  private static final int SIGNIFICANT_DIGITS = 2;

  private final AtomicHistogram[] latencies;
  private final LongAdder errors = new LongAdder();
  private final AtomicReference<@Nullable Throwable> firstFailure = new AtomicReference<>();

  Tally(int callers) {
    latencies = new AtomicHistogram[Math.min(callers, STRIPES)];
    for (int i = 0; i < latencies.length; i++) {
      latencies[i] = new AtomicHistogram(HIGHEST_NANOS, SIGNIFICANT_DIGITS);
    }
  }

  void success(int caller, long nanos) {
    latencies[caller % latencies.length].recordValue(Math.min(nanos, HIGHEST_NANOS));
  }

  void failure(Throwable why) {
    errors.increment();
    firstFailure.compareAndSet(null, why);
  }

  long successes() {
    long sum = 0;
    for (AtomicHistogram histogram : latencies) {
      sum += histogram.getTotalCount();
    }
    return sum;
  }

  long errors() {
    return errors.sum();
  }

  @Nullable Throwable firstFailure() {
    return firstFailure.get();
  }

  Histogram latencies() {
    Histogram sum = new Histogram(HIGHEST_NANOS, SIGNIFICANT_DIGITS);
    for (AtomicHistogram histogram : latencies) {
      sum.add(histogram);
    }
    return sum;
  }
}
