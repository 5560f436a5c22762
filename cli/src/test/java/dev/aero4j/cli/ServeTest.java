package dev.aero4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ServeTest {
  private static final Pattern READY = Pattern.compile("Ready: (\\S+)[ ,]");

  @Test
  void itServesUntilItIsStopped() throws InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    Thread serving =
        Thread.ofPlatform()
            .start(
                () ->
                    exitCode.complete(
                        Main.run(
                            CommandLineRun.terminal(out, err),
                            "serve",
                            "--port",
                            "0",
                            "--nodes",
                            "2",
                            "--namespace",
                            "users,cache")));
    AtomicReference<String> seeds = new AtomicReference<>("");
    await()
        .until(
            () -> {
              Matcher ready = READY.matcher(out.toString(StandardCharsets.UTF_8));
              boolean found = ready.find();
              if (found) {
                seeds.set(ready.group(1));
              }
              return found;
            });
    CommandLineRun put =
        CommandLineRun.of("put", "alice", "a=1", "-n", "cache", "--seeds", seeds.get());
    assertThat(put.exitCode()).as(put.err()).isZero();
    assertThat(CommandLineRun.of("nodes", "--seeds", seeds.get()).out().lines()).hasSize(2);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Java", "Python", "Node.js", "aql", "namespace users, cache", "--seeds");

    serving.interrupt();
    serving.join();

    assertThat(exitCode.join()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Stopped.");
    assertThat(CommandLineRun.of("ping", "--seeds", seeds.get()).exitCode())
        .isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aPortThatIsTakenIsSaidInOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandLineRun run =
          CommandLineRun.of("serve", "--port", String.valueOf(taken.getLocalPort()));
      assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err()).contains("in use", "--port");
    }
  }
}
