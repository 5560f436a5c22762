package dev.aero4j.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The project's documents, as files of the checkout that the tests run in. */
final class Documents {
  private Documents() {}

  /** The checkout: the directory above that has the launcher. */
  static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(at.resolve("aero4j"))) {
      at = at.getParent();
      if (at == null) {
        throw new IllegalStateException("the tests do not run inside the checkout");
      }
    }
    return at;
  }

  static List<Path> all() throws IOException {
    List<Path> all = new ArrayList<>();
    all.add(root().resolve("README.md"));
    all.add(root().resolve("CONTRIBUTING.md"));
    try (Stream<Path> docs = Files.list(root().resolve("docs"))) {
      docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(all::add);
    }
    return all;
  }

  static String read(String name) throws IOException {
    return Files.readString(root().resolve(name));
  }

  /** The rows of all tables in a document, each as its cells without spaces around them. */
  static List<List<String>> rows(String document) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : document.lines().toList()) {
      if (line.startsWith("| ")) {
        rows.add(Stream.of(line.substring(1).split("\\|", -1)).map(String::strip).toList());
      }
    }
    return rows;
  }
}
