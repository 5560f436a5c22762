package dev.aero4j.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler;

/** Throughput by callers, a chart for each workload, one above the other. */
final class Picture {
  private static final int WIDTH = 1100;
  private static final int HEIGHT = 480;
  private static final int LABEL_DEGREES = 25;

  private Picture() {}

  static void write(List<Outcome> outcomes, Path file) throws IOException {
    List<CategoryChart> charts = new ArrayList<>();
    for (Workload workload : Workload.values()) {
      List<Outcome> part =
          outcomes.stream().filter(outcome -> outcome.cell().workload() == workload).toList();
      if (!part.isEmpty()) {
        charts.add(chart(workload, part));
      }
    }
    BitmapEncoder.saveBitmap(charts, charts.size(), 1, file.toString(), BitmapFormat.PNG);
  }

  private static CategoryChart chart(Workload workload, List<Outcome> outcomes) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(workload.label() + ": commands a second by callers")
            .yAxisTitle("thousand op/s")
            .build();
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNW);
    chart.getStyler().setXAxisLabelRotation(LABEL_DEGREES);
    chart.getStyler().setLabelsVisible(true);
    chart.getStyler().setYAxisDecimalPattern("#,##0");
    List<String> callers = outcomes.stream().map(outcome -> outcome.cell().callersText()).toList();
    chart.addSeries(
        "official", callers, thousands(outcomes.stream().map(Outcome::official).toList()));
    chart.addSeries("aero4j", callers, thousands(outcomes.stream().map(Outcome::ours).toList()));
    return chart;
  }

  private static List<Double> thousands(List<Figures> figures) {
    return figures.stream().map(each -> Math.rint(each.perSecond() / 100) / 10).toList();
  }
}
