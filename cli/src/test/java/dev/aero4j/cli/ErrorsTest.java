package dev.aero4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {
  private static String deadSeed() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "127.0.0.1:" + free.getLocalPort();
    }
  }

  @Test
  void withoutAServerThereIsOneLineAndAHint() throws IOException {
    CommandLineRun run = CommandLineRun.of("get", "alice", "--seeds", deadSeed());
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err()).contains("refused", "./aero4j serve").doesNotContain("\tat ");
  }

  @Test
  void verboseShowsTheStackTrace() throws IOException {
    CommandLineRun run = CommandLineRun.of("ping", "--verbose", "--seeds", deadSeed());
    assertThat(run.err()).contains("\tat dev.aero4j");
  }

  @Test
  void withoutACommandTheQuickstartIsNamed() {
    CommandLineRun run = CommandLineRun.of();
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("quickstart", "--help");
  }

  @Test
  void anUnknownOptionIsNamed() {
    CommandLineRun run = CommandLineRun.of("get", "alice", "--jsn");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--jsn", "aero4j get --help");
  }

  @Test
  void helpAndVersionAreNoErrors() {
    assertThat(CommandLineRun.of("--help").out()).contains("quickstart", "serve", "Exit codes");
    assertThat(CommandLineRun.of("put", "--help").out()).contains("NAME:TYPE=VALUE");
    assertThat(CommandLineRun.of("--version").out()).startsWith("aero4j ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "=1",
        "a:float=1",
        "a:int=x",
        "a:bool=yes",
        "a:json={",
        "a=[1,]",
        "a:hex=0",
        "a:null=1",
        "a=99999999999999999999",
        "averyverylongnameofabin=1"
      })
  void aBinThatCannotBeReadIsRefusedBeforeAnythingIsSent(String bin) {
    CommandLineRun run = CommandLineRun.of("put", "alice", bin, "--seeds", "127.0.0.1:1");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"increment alice age x", "append alice raw zz --hex", "serve --nodes 0"})
  void anArgumentThatCannotBeReadIsRefused(String line) {
    CommandLineRun run = CommandLineRun.of(line.split(" "));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.USAGE);
  }
}
