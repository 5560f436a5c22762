package dev.aero4j.benchmarks.isolation;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.AbstractHistogram;

/**
 * How long calls took, in milliseconds.
 *
 * @param count calls
 */
record Latencies(long count, double p50, double p99, double p999, double max) {
  private static final double NANOS = 1e6;

  static Latencies of(AbstractHistogram histogram) {
    return new Latencies(
        histogram.getTotalCount(),
        histogram.getValueAtPercentile(50) / NANOS,
        histogram.getValueAtPercentile(99) / NANOS,
        histogram.getValueAtPercentile(99.9) / NANOS,
        histogram.getMaxValue() / NANOS);
  }

  /** The median of each figure; of the longest, the longest. */
  static Latencies median(List<Latencies> slices) {
    return new Latencies(
        (long) median(slices, Latencies::count),
        median(slices, Latencies::p50),
        median(slices, Latencies::p99),
        median(slices, Latencies::p999),
        slices.stream().mapToDouble(Latencies::max).max().orElse(0));
  }

  private static double median(List<Latencies> slices, ToDoubleFunction<Latencies> figure) {
    double[] sorted = slices.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).average().orElse(0);
  }
}
