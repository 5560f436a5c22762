package dev.aero4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness works; how fast anything is, is no business of a test. */
class CompareTest {
  private static final PrintStream NOWHERE =
      new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  @TempDir private Path directory;

  @Test
  void smallCellsGiveATableAndAPicture() throws Exception {
    Options options =
        Options.parse(
            "--cells",
            "get/platform-1,mixed/async-64",
            "--slices",
            "2",
            "--seconds",
            "0.1",
            "--records",
            "500",
            "--out",
            directory.toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Compare.run(options, new PrintStream(out, true, StandardCharsets.UTF_8), NOWHERE);

    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines)
        .contains("## Targets", "## Gets", "## 80% gets, 20% puts")
        .anyMatch(line -> line.startsWith("| get/platform-1 | op/s, ours / official | ≥ 1.10 |"))
        .anyMatch(line -> line.startsWith("| 1 platform thread |") && line.endsWith("| 0 / 0 |"))
        .anyMatch(line -> line.startsWith("| async, 64 in flight |") && line.endsWith("| 0 / 0 |"));
    assertThat(lines.stream().filter(line -> line.startsWith("|")))
        .allMatch(line -> line.endsWith("|"));
    assertThat(Files.readAllLines(directory.resolve("comparison.md"))).isEqualTo(lines);
    assertThat(ImageIO.read(directory.resolve("throughput.png").toFile()).getWidth())
        .isGreaterThan(500);
  }

  @Test
  void aPatternThatFitsNoCellIsRefused() {
    Options options = Options.parse("--cells", "scan/*");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Compare.run(options, NOWHERE, NOWHERE))
        .withMessageContaining("scan/*");
  }

  @Test
  void optionsThatNobodyKnowsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--fast"));
    assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--slices"));
    assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--slices", "0"));
    assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--seconds", "-1"));
  }

  @Test
  void everyTargetIsOfACellThatThereIs() {
    List<String> cells = Cell.all().stream().map(Cell::name).toList();

    assertThat(Target.ALL).extracting(Target::cell).allMatch(cells::contains);
  }
}
