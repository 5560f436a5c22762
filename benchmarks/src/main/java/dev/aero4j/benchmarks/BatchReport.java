package dev.aero4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The result of batches as Markdown: every figure, and beside it its target. */
final class BatchReport {
  private static final String EXPLANATION =
      """
      Rates, CPU and bytes are a record, latencies a batch. Each figure: official / aero4j = ratio; behind it, the target of the \
      ratio.

      """;

  private BatchReport() {}

  static String markdown(String situation, List<BatchOutcome> outcomes) {
    StringBuilder text = new StringBuilder("# Batches of aero4j beside the official client\n\n");
    text.append(situation).append("\n\n").append(EXPLANATION);
    targets(text, outcomes);
    for (Workload workload : Workload.values()) {
      List<BatchOutcome> part =
          outcomes.stream()
              .filter(outcome -> outcome.cell().load().workload() == workload)
              .toList();
      if (!part.isEmpty()) {
        text.append(workload == Workload.GET ? "## Batch reads\n\n" : "## Batch writes\n\n");
        figures(text, part);
      }
    }
    return text.toString();
  }

  static String progressLine(BatchOutcome outcome) {
    StringBuilder line = new StringBuilder("%-22s".formatted(outcome.cell().name()));
    for (Map.Entry<BatchFace, Figures> entry : outcome.figures().entrySet()) {
      line.append(' ').append(entry.getKey().label()).append(' ');
      line.append(Report.count(entry.getValue().perSecond())).append(';');
    }
    return line.toString();
  }

  private static void targets(StringBuilder text, List<BatchOutcome> outcomes) {
    int all = 0;
    List<String> missed = new ArrayList<>();
    for (BatchOutcome outcome : outcomes) {
      for (BatchFace face : outcome.figures().keySet()) {
        Outcome pair = outcome.beside(face);
        for (Target target : Target.ofBatch(outcome.cell(), face)) {
          all++;
          if (!target.isMet(pair)) {
            missed.add(
                "- %s: %s %s, target %s\n"
                    .formatted(
                        target.cell(), target.what(), target.resultText(pair), target.boundText()));
          }
        }
      }
    }
    text.append("Targets met: %d of %d. Not met:\n\n".formatted(all - missed.size(), all));
    missed.forEach(text::append);
    text.append('\n');
  }

  private static void figures(StringBuilder text, List<BatchOutcome> outcomes) {
    Report.row(
        text,
        "batch",
        "aero4j, as",
        "records/s",
        "client CPU µs",
        "bytes allocated",
        "server CPU µs",
        "p50 µs",
        "p99 µs",
        "errors");
    text.append("|---|---|---|---|---|---|---|---|---|\n");
    for (BatchOutcome outcome : outcomes) {
      for (BatchFace face : outcome.figures().keySet()) {
        if (face.isOurs()) {
          row(text, outcome, face);
        }
      }
    }
    text.append('\n');
  }

  private static void row(StringBuilder text, BatchOutcome outcome, BatchFace face) {
    Outcome pair = outcome.beside(face);
    List<Target> targets = Target.ofBatch(outcome.cell(), face);
    List<ToDoubleFunction<Figures>> judged =
        List.of(Figures::perSecond, Figures::clientMicros, Figures::bytes);
    List<String> columns = new ArrayList<>();
    columns.add(outcome.cell().text());
    columns.add(face.label());
    for (int i = 0; i < judged.size(); i++) {
      String figure = Report.pair(pair, judged.get(i));
      columns.add(targets.isEmpty() ? figure : figure + judgement(targets.get(i), pair));
    }
    columns.add(Report.pair(pair, Figures::serverMicros));
    columns.add(Report.pair(pair, Figures::p50Micros));
    columns.add(Report.pair(pair, Figures::p99Micros));
    columns.add(pair.official().errors() + " / " + pair.ours().errors());
    Report.row(text, columns.toArray(String[]::new));
  }

  private static String judgement(Target target, Outcome pair) {
    return String.format(
        Locale.ROOT, " (%s %s)", target.boundText(), target.isMet(pair) ? "met" : "**not met**");
  }
}
