package dev.aero4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.Aerospike;
import dev.aero4j.Client;
import dev.aero4j.embedded.EmbeddedAerospike;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the Java examples of all documents, each on a node of its own. */
class ExamplesTest {
  @TempDir private Path directory;

  @Test
  void theDocumentsHaveExamplesOfBothFaces() throws IOException {
    List<Example> examples = Example.of(Documents.root().resolve("README.md"));
    assertThat(examples).anyMatch(example -> example.code().contains("Aerospike.client("));
    assertThat(examples).anyMatch(example -> example.code().contains("Aerospike.asyncClient("));
    assertThat(examples).anyMatch(Example::isClass);
  }

  @TestFactory
  Stream<DynamicTest> examples() throws IOException {
    return Documents.all().stream()
        .flatMap(ExamplesTest::examplesOf)
        .map(example -> DynamicTest.dynamicTest(example.title(), () -> compileAndRun(example)));
  }

  private static Stream<Example> examplesOf(Path document) {
    try {
      return Example.of(document).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compileAndRun(Example example) throws Exception {
    Path home = Files.createTempDirectory(directory, "example");
    try (EmbeddedAerospike server = EmbeddedAerospike.start()) {
      compile(example, server.seeds(), home);
      if (example.runs()) {
        run(example, server.seeds(), home);
      }
    } catch (AssertionError | Exception e) {
      throw new AssertionError(example.title() + ": " + e, e);
    }
  }

  private static void compile(Example example, String seeds, Path home) throws IOException {
    Path source = home.resolve(example.className() + ".java");
    Files.writeString(source, example.source(seeds));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                said,
                null,
                null,
                List.of(
                    "-proc:none",
                    "--release",
                    "21",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-d",
                    home.toString()),
                null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
            .call();
    assertThat(compiled).as("%s%n%s%n%s", example.title(), said, example.code()).isTrue();
  }

  private static void run(Example example, String seeds, Path home) throws Exception {
    try (URLClassLoader loader =
            new URLClassLoader(
                new URL[] {home.toUri().toURL()}, ExamplesTest.class.getClassLoader());
        Client client = Aerospike.client("aerospike://" + seeds).connect()) {
      Class<?> type = loader.loadClass("example." + example.className());
      if (example.isClass()) {
        runTests(type);
      } else {
        ((Callable<?>) type.getConstructor(Client.class).newInstance(client)).call();
      }
    }
  }

  private static void runTests(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    int run = 0;
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Test.class)) {
        method.setAccessible(true);
        method.invoke(constructor.newInstance());
        run++;
      }
    }
    assertThat(run).as("tests in %s", type).isPositive();
  }
}
