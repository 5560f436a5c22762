package dev.aero4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.embedded.EmbeddedAerospike;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuickstartTest {
  private static final String[] SMALL = {"quickstart", "--threads", "200", "--gets", "5"};

  @Test
  void itShowsEveryStepOnItsOwnNode() {
    CommandLineRun run = CommandLineRun.of(SMALL);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains(
            "EmbeddedAerospike.start()",
            "Aerospike.client(\"aerospike://127.0.0.1:",
            "\"name\":\"Alice\"",
            "{\"age\":31}",
            "1,000 gets in ",
            "per second, p50 ",
            "./aero4j serve");
    // Nobody looks on, so there are lines and no bar.
    assertThat(run.err().lines()).contains("gets: 100% (1,000 of 1,000)");
    assertThat(run.out() + run.err()).doesNotContain("\u001b", "\r");
  }

  @Test
  void onAClusterItCleansUp() {
    try (EmbeddedAerospike server = EmbeddedAerospike.builder().nodes(2).start()) {
      CommandLineRun run =
          CommandLineRun.of(
              "quickstart", "--threads", "50", "--gets", "2", "--seeds", server.seeds());
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains("nodes A1, A2", "1,001 records");
      assertThat(server.recordCount("test")).isZero();
    }
  }

  @Test
  void aPersonSeesABarAndColours() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            true,
            true);
    assertThat(Main.run(terminal, SMALL)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\u001b[1m");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("100%", "1000/1000");
  }

  @Test
  void numbersThatMakeNoSenseAreRefused() {
    assertThat(CommandLineRun.of("quickstart", "--threads", "0").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(CommandLineRun.of("quickstart", "--gets", "100000").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }
}
