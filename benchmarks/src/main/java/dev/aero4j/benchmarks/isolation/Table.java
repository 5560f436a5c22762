package dev.aero4j.benchmarks.isolation;

import java.util.Locale;

/** Words of a Markdown table. */
final class Table {
  private Table() {}

  /** Returns the columns with bars between them, and before the first and after the last. */
  static String row(String... columns) {
    return " | " + String.join(" | ", columns) + " |";
  }

  static String pair(double official, double ours) {
    String ratio = official > 0 ? String.format(Locale.ROOT, " = %.2f", ours / official) : "";
    return number(official) + " / " + number(ours) + ratio;
  }

  static String number(double value) {
    String form = value >= 10_000 ? "%.0fk" : value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value >= 10_000 ? value / 1_000 : value);
  }
}
