package dev.aero4j.benchmarks.isolation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A {@link SlowNode} that was started. */
final class SlowNodeProcess implements AutoCloseable {
  private static final int END_SECONDS = 5;

  private final Process process;
  private final String seeds;

  private SlowNodeProcess(Process process, String seeds) {
    this.process = process;
    this.seeds = seeds;
  }

  static SlowNodeProcess start(String namespace, String set, int slowRecord, int delayMillis)
      throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                SlowNode.class.getName(),
                namespace,
                set,
                Integer.toString(slowRecord),
                Integer.toString(delayMillis))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader();
    String port = output.readLine();
    if (port == null) {
      throw new IOException("the node's process ended without a word");
    }
    return new SlowNodeProcess(process, "127.0.0.1:" + port);
  }

  String seeds() {
    return seeds;
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
