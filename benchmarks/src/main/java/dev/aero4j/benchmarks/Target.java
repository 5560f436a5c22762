package dev.aero4j.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a figure of ours must be, in most cases as a ratio to the official client's in the same run.
 *
 * @param cell the cell's name
 * @param atLeast whether the bound is the least or the most that is allowed
 */
record Target(String cell, String what, Measure measure, boolean atLeast, double bound) {
  /** A ratio is judged as it is shown, with two decimals: the rest is noise. */
  private static final double DIGITS = 100;

  /** The targets that the project has set itself. */
  static final List<Target> ALL =
      List.of(
          faster("get/platform-1", 1.1),
          faster("get/platform-8", 1.1),
          faster("get/platform-64", 1.8),
          faster("get/virtual-64", 3),
          faster("get/virtual-1000", 10),
          less("get/virtual-1000", "p99", 0.15, Figures::p99Micros),
          faster("get/async-256", 5),
          faster("put/platform-1", 1.1),
          faster("put/virtual-64", 2.5),
          less("get/virtual-1000", "client + server CPU a command", 0.15, Figures::totalMicros),
          less("get/platform-1", "bytes allocated a command", 0.4, Figures::bytes),
          less("get/virtual-1000", "bytes allocated a command", 0.4, Figures::bytes),
          new Target("get/virtual-10000", "errors", outcome -> outcome.ours().errors(), false, 0),
          new Target(
              "get/virtual-10000", "connections a node", Outcome::ourConnections, false, 16));

  /** Takes the figure that counts from what a cell came to. */
  @FunctionalInterface
  interface Measure {
    double of(Outcome outcome);
  }

  /** Returns the targets of batches that are done in one of our ways, most telling first. */
  static List<Target> ofBatch(BatchCell cell, BatchFace face) {
    if (!face.isOurs() || cell.isAsync()) {
      return List.of();
    }
    boolean columns = face == BatchFace.COLUMNS;
    String name = cell.name() + ", " + face.label();
    return List.of(
        ratio(name, "records/s", true, cell.load().count() == 1 ? 1.3 : 1, Figures::perSecond),
        less(name, "client CPU a record", columns ? 0.4 : 0.6, Figures::clientMicros),
        less(name, "bytes allocated a record", columns ? 0.1 : 0.4, Figures::bytes));
  }

  private static Target faster(String cell, double bound) {
    return ratio(cell, "op/s", true, bound, Figures::perSecond);
  }

  private static Target less(
      String cell, String what, double bound, ToDoubleFunction<Figures> figure) {
    return ratio(cell, what, false, bound, figure);
  }

  private static Target ratio(
      String cell, String what, boolean atLeast, double bound, ToDoubleFunction<Figures> figure) {
    return new Target(
        cell,
        what + ", ours / official",
        outcome -> figure.applyAsDouble(outcome.ours()) / figure.applyAsDouble(outcome.official()),
        atLeast,
        bound);
  }

  String boundText() {
    return (atLeast ? "≥ " : "≤ ") + number(bound);
  }

  String resultText(Outcome outcome) {
    return number(measure.of(outcome));
  }

  /** Returns what is to be said of the cell: a figure that could not be taken is not a pass. */
  String verdict(Outcome outcome) {
    double value = measure.of(outcome);
    if (Double.isNaN(value)) {
      return "not measured";
    }
    return isMet(outcome) ? "pass" : "**falls short**";
  }

  boolean isMet(Outcome outcome) {
    double shown = Math.rint(measure.of(outcome) * DIGITS) / DIGITS;
    return atLeast ? shown >= bound : shown <= bound;
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
