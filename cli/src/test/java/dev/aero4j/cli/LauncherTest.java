package dev.aero4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./aero4j}, with a JDK and a Maven that only pretend. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Path SCRIPT = Path.of("..", "aero4j").toAbsolutePath().normalize();

  @TempDir private Path directory;

  private record Result(int exitCode, String said) {}

  private static Result run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("JAVA_HOME");
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), said);
  }

  private static void script(Path path, String... lines) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertThat(path.toFile().setExecutable(true)).isTrue();
  }

  /** A checkout with a space in its path, and a JDK whose java tells how it was called. */
  private Path checkout() throws IOException {
    Path root = directory.resolve("my checkout");
    Files.createDirectories(root);
    Files.copy(SCRIPT, root.resolve("aero4j"));
    assertThat(root.resolve("aero4j").toFile().setExecutable(true)).isTrue();
    for (String module : List.of("wire", "client", "embedded", "cli")) {
      Files.createDirectories(root.resolve(module).resolve("src/main"));
      Files.writeString(root.resolve(module).resolve("pom.xml"), "");
    }
    Files.writeString(root.resolve("pom.xml"), "");
    return root;
  }

  private Path jdk(int version) throws IOException {
    Path home = directory.resolve("jdk " + version);
    script(home.resolve("bin/java"), "echo \"java " + version + "\"", "printf '<%s>\\n' \"$@\"");
    script(home.resolve("bin/javac"), "echo \"javac " + version + ".0.1\"");
    return home;
  }

  private Path maven(String... lines) throws IOException {
    Path bin = directory.resolve("maven");
    script(bin.resolve("mvn"), lines);
    return bin;
  }

  private Result launch(Path root, Path jdk, Path maven, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(root.resolve("aero4j").toString()));
    command.addAll(List.of(arguments));
    return run(Map.of("JAVA_HOME", jdk.toString(), "PATH", maven + ":/usr/bin:/bin"), command);
  }

  private static final String[] BUILDS = {
    "echo \"$@\" >>builds",
    "mkdir -p cli/target/lib",
    "touch cli/target/aero4j-cli-0.1.0-SNAPSHOT.jar",
    "echo '[INFO] noise'"
  };

  @Test
  void itsSyntaxIsRight() throws IOException, InterruptedException {
    Result result = run(Map.of(), List.of("bash", "-n", SCRIPT.toString()));
    assertThat(result).isEqualTo(new Result(0, ""));
    assertThat(Files.isExecutable(SCRIPT)).isTrue();
  }

  @Test
  void itBuildsOnFirstUseAndWhenASourceIsNewer() throws IOException, InterruptedException {
    Path root = checkout();
    Path maven = maven(BUILDS);
    Result first = launch(root, jdk(21), maven, "put", "a key", "name=Alice B");
    assertThat(first.exitCode()).as(first.said()).isZero();
    assertThat(first.said())
        .contains("building with", "java 21", "<a key>", "<name=Alice B>")
        .contains("<dev.aero4j.cli/dev.aero4j.cli.Main>")
        .doesNotContain("noise");

    Result second = launch(root, jdk(21), maven, "ping");
    assertThat(second.said()).doesNotContain("building");

    Path source = root.resolve("wire/src/main/New.java");
    Files.writeString(source, "");
    assertThat(source.toFile().setLastModified(System.currentTimeMillis() + 10_000)).isTrue();
    assertThat(launch(root, jdk(21), maven, "ping").said()).contains("building");
    assertThat(Files.readAllLines(root.resolve("builds"))).hasSize(2);
  }

  @Test
  void aBuildThatFailsShowsItsErrorsAndLeavesNothing() throws IOException, InterruptedException {
    Path root = checkout();
    Path maven =
        maven(
            "mkdir -p cli/target/lib",
            "touch cli/target/aero4j-cli-0.1.0-SNAPSHOT.jar",
            "echo '[ERROR] Wire.java:[3,1] not a statement'",
            "exit 1");
    Result result = launch(root, jdk(21), maven, "ping");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.said()).contains("not a statement", "the build failed");
    assertThat(root.resolve("cli/target/aero4j-cli-0.1.0-SNAPSHOT.jar")).doesNotExist();
  }

  @Test
  void itCanBeCalledByALinkFromElsewhere() throws IOException, InterruptedException {
    Path root = checkout();
    Path link = directory.resolve("link");
    Files.createSymbolicLink(link, root.resolve("aero4j"));
    Path maven = maven(BUILDS);
    Result result =
        run(
            Map.of("JAVA_HOME", jdk(22).toString(), "PATH", maven + ":/usr/bin:/bin"),
            List.of(link.toString(), "ping"));
    assertThat(result.exitCode()).as(result.said()).isZero();
    assertThat(result.said()).contains("java 22");
  }

  @Test
  void aJavaHomeThatIsTooOldIsPassedOver() throws IOException, InterruptedException {
    // Whatever this machine has otherwise, or none: the old one is not used.
    Result result = launch(checkout(), jdk(17), maven(BUILDS), "ping");
    assertThat(result.said())
        .doesNotContain("java 17")
        .containsPattern("building with|JDK 21 or newer is needed");
  }
}
