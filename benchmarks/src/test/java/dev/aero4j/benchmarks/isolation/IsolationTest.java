package dev.aero4j.benchmarks.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aero4j.benchmarks.CallerKind;
import dev.aero4j.benchmarks.Cell;
import dev.aero4j.benchmarks.WatchedClient;
import dev.aero4j.benchmarks.WatchedClient.Side;
import dev.aero4j.benchmarks.Workload;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.embedded.FaultRule;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The harness works; how fast anything is, is no business of a test. */
class IsolationTest {
  private static final PrintStream NOWHERE =
      new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  @TempDir private Path directory;

  @Test
  void aSmallRunWithASlowRecordGivesATable() throws Exception {
    IsolationOptions options =
        IsolationOptions.parse(
            "slow-key",
            "--delays",
            "20",
            "--cells",
            "(get/virtual|put/async).*",
            "--slices",
            "1",
            "--seconds",
            "0.2",
            "--out",
            directory.toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Isolation.run(options, new PrintStream(out, true, StandardCharsets.UTF_8), NOWHERE);

    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines)
        .filteredOn(line -> line.startsWith("| 20 ms |"))
        .hasSize(2)
        .allMatch(line -> line.contains("| none / none |"));
    assertThat(Files.readAllLines(directory.resolve("slow-key.md"))).isEqualTo(lines);
  }

  @ParameterizedTest
  @EnumSource
  void failedCallsAreToldByKindAndDoubt(Side side) throws Exception {
    try (EmbeddedAerospike node = EmbeddedAerospike.start()) {
      WatchedClient.load(node.seeds(), "test", "isolation", 10);
      node.faults().add(FaultRule.dropAnswer().writes());
      OutageWatcher watcher = new OutageWatcher(Long.MAX_VALUE);
      watcher.outage();
      try (WatchedClient client =
          WatchedClient.open(
              side,
              new Cell(Workload.PUT, CallerKind.PLATFORM, 2),
              node.seeds(),
              "test",
              "isolation",
              10,
              10,
              100)) {
        WatchedClient.Run run = client.start(watcher);
        Awaitility.await().until(() -> watcher.mishaps().count() > 1);
        run.finish();
      }
      assertThat(watcher.mishaps().inDoubt()).isEqualTo(watcher.mishaps().count());
      assertThat(watcher.mishaps().toString()).contains(" × ");
      assertThat(watcher.window()).isEqualTo(watcher.all());
    }
  }

  @Test
  void optionsThatLackOrThatNobodyKnowsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> IsolationOptions.parse());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IsolationOptions.parse("dead-replica", "--seeds", "127.0.0.1:3000"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IsolationOptions.parse("slow-key", "--fast", "yes"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IsolationOptions.parse("slow-key", "--slices", "0"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IsolationOptions.parse("slow-key", "--delays", "slow"));
  }
}
