package dev.aero4j.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.conformance.differential.Corpus.Entry;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What programs are printed as can be pasted, and makes the very same programs. */
class JavaPrinterTest {
  private static final int EVERY = 3;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(Family.class)
  void programsAreMadeByTheJavaThatTheyPrint(Family family) throws Exception {
    List<Entry> all = Corpus.read(family);
    List<Program> programs =
        all.stream().filter(entry -> all.indexOf(entry) % EVERY == 0).map(Entry::program).toList();
    List<Program> pasted = pasted(family, programs);
    assertThat(pasted).hasSameSizeAs(programs);
    for (int i = 0; i < programs.size(); i++) {
      assertThat(bytes(pasted.get(i))).isEqualTo(bytes(programs.get(i)));
    }
  }

  private static String bytes(Program program) {
    return Corpus.text(new Entry("", program, new Answer(0, 0, List.of(), List.of())));
  }

  @SuppressWarnings("unchecked") // it was compiled so
  private List<Program> pasted(Family family, List<Program> programs) throws Exception {
    String name = "Pasted" + family;
    byte[] compiled = compile(name, source(name, programs));
    Class<?> type = MethodHandles.lookup().defineClass(compiled);
    return ((Supplier<List<Program>>) type.getDeclaredConstructor().newInstance()).get();
  }

  private static String source(String name, List<Program> programs) {
    return """
        package dev.aero4j.conformance.differential;

        import dev.aero4j.model.*;
        import dev.aero4j.wire.call.*;
        import dev.aero4j.wire.message.OperationType;
        import dev.aero4j.wire.value.*;
        import java.util.List;
        import java.util.function.Supplier;

        final class %s implements Supplier<List<Program>> {
          public List<Program> get() {
            return List.of(new Program[] {
            %s
            });
          }
        }
        """
        .formatted(name, programs.stream().map(Program::toString).collect(Collectors.joining(",")));
  }

  private byte[] compile(String name, String source) throws IOException {
    Path file = directory.resolve(name + ".java");
    Files.writeString(file, source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", directory.toString());
    var files = compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file);
    assertThat(compiler.getTask(said, null, null, options, null, files).call())
        .as("%s%n%s", said, source)
        .isTrue();
    return Files.readAllBytes(
        directory.resolve("dev/aero4j/conformance/differential/" + name + ".class"));
  }
}
