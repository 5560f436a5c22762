package dev.aero4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final Cell CELL = new Cell(Workload.GET, CallerKind.PLATFORM, 1);

  private static Figures perSecond(double perSecond, long errors) {
    return new Figures(perSecond, 10, Double.NaN, 1, 2, 100, errors);
  }

  @Test
  void theMedianIsOfEachFigureAndErrorsAreSummed() {
    Figures median =
        Figures.median(List.of(perSecond(900, 1), perSecond(100, 0), perSecond(200, 2)));

    assertThat(median.perSecond()).isEqualTo(200);
    assertThat(median.errors()).isEqualTo(3);
    assertThat(median.serverMicros()).isNaN();
  }

  @Test
  void theMedianOfAnEvenNumberLiesInTheMiddle() {
    assertThat(Figures.median(List.of(perSecond(100, 0), perSecond(300, 0))).perSecond())
        .isEqualTo(200);
  }

  @Test
  void aRatioPassesAtItsBoundAndFallsShortBelow() {
    Target target = Target.ALL.get(0);

    assertThat(target.verdict(new Outcome(CELL, perSecond(100, 0), perSecond(111, 0), 1, 1)))
        .isEqualTo("pass");
    assertThat(target.verdict(new Outcome(CELL, perSecond(100, 0), perSecond(109, 0), 1, 1)))
        .contains("falls short");
  }

  @Test
  void whatWasNotMeasuredDoesNotPass() {
    Target cpu =
        Target.ALL.stream().filter(target -> target.what().contains("CPU")).findFirst().get();

    assertThat(cpu.verdict(new Outcome(CELL, perSecond(1, 0), perSecond(1, 0), 1, 1)))
        .isEqualTo("not measured");
  }

  @Test
  void anAnswerOfAnotherKeyIsNoticed() {
    Dataset data = new Dataset("test", "set", 10);

    Dataset.check(3, 3, data.text(3), data.score(3, 77));
    assertThatExceptionOfType(WrongAnswerException.class)
        .isThrownBy(() -> Dataset.check(3, 4, data.text(3), data.score(3, 0)));
    assertThatExceptionOfType(WrongAnswerException.class)
        .isThrownBy(() -> Dataset.check(3, 3, data.text(4), data.score(3, 0)));
    assertThatExceptionOfType(WrongAnswerException.class)
        .isThrownBy(() -> Dataset.check(3, 3, data.text(3), data.score(4, 0)));
  }
}
