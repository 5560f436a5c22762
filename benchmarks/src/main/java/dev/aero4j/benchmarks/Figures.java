package dev.aero4j.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one client did in a slice, or the median of several.
 *
 * @param clientMicros CPU time of this process a command, in microseconds
 * @param serverMicros CPU time of the server a command, NaN when it cannot be told
 * @param p50Micros the median latency
 * @param bytes allocated in this process a command
 * @param errors commands that failed; the sum of them in a median
 */
record Figures(
    double perSecond,
    double clientMicros,
    double serverMicros,
    double p50Micros,
    double p99Micros,
    double bytes,
    long errors) {
  static Figures median(List<Figures> slices) {
    return new Figures(
        median(slices, Figures::perSecond),
        median(slices, Figures::clientMicros),
        median(slices, Figures::serverMicros),
        median(slices, Figures::p50Micros),
        median(slices, Figures::p99Micros),
        median(slices, Figures::bytes),
        slices.stream().mapToLong(Figures::errors).sum());
  }

  /**
   * Returns the figures a record of commands that are about so many records each; latencies stay
   * those of a command, and errors are counted in commands.
   */
  Figures perRecord(int records) {
    return new Figures(
        perSecond * records,
        clientMicros / records,
        serverMicros / records,
        p50Micros,
        p99Micros,
        bytes / records,
        errors);
  }

  double totalMicros() {
    return clientMicros + serverMicros;
  }

  private static double median(List<Figures> slices, ToDoubleFunction<Figures> figure) {
    double[] sorted = slices.stream().mapToDouble(figure).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
