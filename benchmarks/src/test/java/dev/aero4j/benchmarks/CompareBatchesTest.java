package dev.aero4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness works; how fast anything is, is no business of a test. */
class CompareBatchesTest {
  private static final PrintStream NOWHERE =
      new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  @TempDir private Path directory;

  @Test
  void smallCellsGiveATableOfEveryFace() throws Exception {
    Options options =
        CompareBatches.parse(
            "--cells",
            "get/16/platform-1,put/16/platform-4,get/100/async-4",
            "--slices",
            "1",
            "--seconds",
            "0.1",
            "--records",
            "250",
            "--out",
            directory.toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    CompareBatches.run(options, new PrintStream(out, true, StandardCharsets.UTF_8), NOWHERE);

    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).contains("## Batch reads", "## Batch writes");
    assertRows(lines, "| 16 keys, 1 platform thread |", 2);
    assertRows(lines, "| 16 keys, 4 platform threads |", 2);
    assertRows(lines, "| 100 keys, async, 4 in flight |", 2);
    assertThat(lines)
        .anyMatch(line -> line.contains("| columns |") && line.contains("(≥ 1.30 "))
        .anyMatch(line -> line.matches("Targets met: \\d+ of 12\\. Not met:"));
    assertThat(Files.readAllLines(directory.resolve("batches.md"))).isEqualTo(lines);
  }

  private static void assertRows(List<String> lines, String start, int number) {
    assertThat(lines)
        .filteredOn(line -> line.startsWith(start))
        .hasSize(number)
        .allMatch(line -> line.endsWith("| 0 / 0 |"));
  }

  @Test
  void aBatchPlanHasEveryRecordOnce() {
    BatchPlan plan = new BatchPlan(new Dataset("test", "set", 100), 20);

    assertThat(IntStream.range(0, plan.count()).mapToObj(plan::batch).flatMapToInt(Arrays::stream))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void aRowOfAnotherKeyIsNoticed() {
    Dataset data = new Dataset("test", "set", 10);
    byte[] texts = (data.text(5) + data.text(7)).getBytes(StandardCharsets.US_ASCII);

    Dataset.checkRow(7, 1, 7, texts, data.score(7, 99));
    assertThatExceptionOfType(WrongAnswerException.class)
        .isThrownBy(() -> Dataset.checkRow(7, 1, 8, texts, data.score(7, 0)));
    assertThatExceptionOfType(WrongAnswerException.class)
        .isThrownBy(() -> Dataset.checkRow(7, 0, 7, texts, data.score(7, 0)));
    assertThatExceptionOfType(WrongAnswerException.class)
        .isThrownBy(() -> Dataset.checkRow(7, 1, 7, texts, data.score(8, 0)));
  }

  @Test
  void cellsThatThereAreNotOrThatNeedMoreRecordsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> CompareBatches.run(CompareBatches.parse("--cells", "get/7/*"), NOWHERE, NOWHERE));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> CompareBatches.run(CompareBatches.parse("--records", "500"), NOWHERE, NOWHERE))
        .withMessageContaining("500");
  }

  @Test
  void theQuickFormMayBeChangedByWhatFollows() {
    Options options = CompareBatches.parse("--quick", "--slices", "2");

    assertThat(options.slices()).isEqualTo(2);
    assertThat(options.wants("put/1000/platform-4")).isTrue();
    assertThat(options.wants("put/100/platform-4")).isFalse();
  }
}
