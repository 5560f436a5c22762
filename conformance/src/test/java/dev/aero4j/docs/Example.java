package dev.aero4j.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of Java in a document.
 *
 * @param document the file's name
 * @param line where the block begins
 * @param runs false for a block that is only compiled, because it needs a cluster elsewhere
 * @param code its lines
 */
record Example(String document, int line, boolean runs, String code) {
  private static final Pattern BLOCK =
      Pattern.compile("^```java( no-run)?\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CLASS =
      Pattern.compile("^(?:final )?class (\\w+)", Pattern.MULTILINE);
  private static final Pattern PROMISE =
      Pattern.compile("System\\.out\\.println\\((.*)\\); // (.*)$", Pattern.MULTILINE);

  static List<Example> of(Path file) throws IOException {
    String text = Files.readString(file);
    List<Example> examples = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      int line = (int) text.substring(0, block.start()).lines().count() + 1;
      examples.add(
          new Example(file.getFileName().toString(), line, block.group(1) == null, block.group(2)));
    }
    return examples;
  }

  String title() {
    return document + " line " + line + (runs ? "" : " (compiled only)");
  }

  /** Whether the block is a whole class, and not statements. */
  boolean isClass() {
    return CLASS.matcher(code).find();
  }

  String className() {
    Matcher declared = CLASS.matcher(code);
    return declared.find() ? declared.group(1) : "Statements";
  }

  /**
   * The block as a source file. Statements become a method of a class that has a connected {@code
   * client}. What is printed with a comment behind it must be what the comment says.
   *
   * @param seeds what the documents' local address stands for
   */
  String source(String seeds) {
    String local = code.replace("127.0.0.1:3000", seeds);
    if (isClass()) {
      return "package example;\n" + local;
    }
    String checked = PROMISE.matcher(local).replaceAll("check($1, \"\"\"\n$2\"\"\");");
    return """
        package example;

        import dev.aero4j.*;
        import dev.aero4j.Record;
        import dev.aero4j.arrow.*;
        import dev.aero4j.batch.*;
        import dev.aero4j.columns.*;
        import dev.aero4j.embedded.*;
        import dev.aero4j.expression.*;
        import dev.aero4j.model.*;
        import dev.aero4j.operation.*;
        import dev.aero4j.policy.*;
        import java.nio.file.*;
        import java.time.*;
        import java.util.*;
        import java.util.concurrent.*;
        import org.apache.arrow.memory.*;
        import org.apache.arrow.vector.*;

        public final class Statements implements Callable<Void> {
          private final Client client;

          public Statements(Client client) {
            this.client = client;
          }

          private static void check(Object seen, String told) {
            dev.aero4j.docs.Promise.check(String.valueOf(seen), told);
          }

          @Override
          public Void call() throws Exception {
            %s
            return null;
          }
        }
        """
        .formatted(checked);
  }
}
