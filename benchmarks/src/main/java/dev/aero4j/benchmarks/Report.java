package dev.aero4j.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The result as Markdown: the targets first, then every figure. */
final class Report {
  private Report() {}

  static String markdown(String situation, List<Outcome> outcomes) {
    StringBuilder text = new StringBuilder("# aero4j beside the official client\n\n");
    text.append(situation).append("\n\n");
    targets(text, outcomes);
    for (Workload workload : Workload.values()) {
      List<Outcome> part =
          outcomes.stream().filter(outcome -> outcome.cell().workload() == workload).toList();
      if (!part.isEmpty()) {
        figures(text, workload, part);
      }
    }
    return text.toString();
  }

  static String progressLine(Outcome outcome) {
    return "%-22s %8s : %8s op/s = %.2f"
        .formatted(
            outcome.name(),
            count(outcome.official().perSecond()),
            count(outcome.ours().perSecond()),
            outcome.ours().perSecond() / outcome.official().perSecond());
  }

  private static void targets(StringBuilder text, List<Outcome> outcomes) {
    Map<String, Outcome> byName =
        outcomes.stream().collect(Collectors.toMap(Outcome::name, Function.identity()));
    if (Target.ALL.stream().noneMatch(target -> byName.containsKey(target.cell()))) {
      return;
    }
    text.append("## Targets\n\n| cell | what | target | seen | |\n|---|---|---|---|---|\n");
    for (Target target : Target.ALL) {
      Outcome outcome = byName.get(target.cell());
      if (outcome != null) {
        row(
            text,
            target.cell(),
            target.what(),
            target.boundText(),
            target.resultText(outcome),
            target.verdict(outcome));
      }
    }
    text.append('\n');
  }

  private static void figures(StringBuilder text, Workload workload, List<Outcome> outcomes) {
    text.append("## ").append(title(workload)).append("\n\n");
    text.append("Each cell: official / aero4j = ratio.\n\n");
    row(
        text,
        "callers",
        "op/s",
        "client CPU µs",
        "server CPU µs",
        "p50 µs",
        "p99 µs",
        "bytes allocated",
        "connections",
        "errors");
    text.append("|---|---|---|---|---|---|---|---|---|\n");
    for (Outcome outcome : outcomes) {
      row(
          text,
          outcome.cell().callersText(),
          pair(outcome, Figures::perSecond),
          pair(outcome, Figures::clientMicros),
          pair(outcome, Figures::serverMicros),
          pair(outcome, Figures::p50Micros),
          pair(outcome, Figures::p99Micros),
          pair(outcome, Figures::bytes),
          outcome.officialConnections() + " / " + outcome.ourConnections(),
          outcome.official().errors() + " / " + outcome.ours().errors());
    }
    text.append('\n');
  }

  private static String title(Workload workload) {
    return switch (workload) {
      case GET -> "Gets";
      case PUT -> "Puts";
      case MIXED -> "80% gets, 20% puts";
    };
  }

  static String pair(Outcome outcome, ToDoubleFunction<Figures> figure) {
    double official = figure.applyAsDouble(outcome.official());
    double ours = figure.applyAsDouble(outcome.ours());
    if (Double.isNaN(official) || Double.isNaN(ours)) {
      return "–";
    }
    return count(official)
        + " / "
        + count(ours)
        + String.format(Locale.ROOT, " = %.2f", ours / official);
  }

  /** Three digits are all that a measurement of this kind gives. */
  static String count(double value) {
    if (value >= 10_000) {
      return String.format(Locale.ROOT, "%.0fk", value / 1_000);
    }
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }

  static void row(StringBuilder text, String... columns) {
    text.append("| ").append(String.join(" | ", columns)).append(" |\n");
  }
}
