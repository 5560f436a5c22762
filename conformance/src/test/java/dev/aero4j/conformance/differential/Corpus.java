package dev.aero4j.conformance.differential;

import dev.aero4j.conformance.differential.Program.Act;
import dev.aero4j.wire.message.OperationType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a real server answered to programs, in one text file a family:
 *
 * <pre>
 *   # name of the program
 *   | the program as Java, for people
 *   bin    name particle value        of the record before, the value in hexadecimal
 *   step   operation particle name value
 *   filter value
 *   act    GET                        when it is not operated on
 *   code   result code, generation
 *   gives  an answer to an operation
 *   after  a bin of the record afterwards
 * </pre>
 *
 * Programs are parted by empty lines; an empty name or value is a dash.
 */
final class Corpus {
  private static final Path FOLDER = Path.of("src", "test", "resources", "corpus");
  private static final HexFormat HEX = HexFormat.of();

  private Corpus() {}

  /** A program and its right answer. */
  record Entry(String name, Program program, Answer answer) {}

  static List<Entry> read(Family family) {
    return Stream.of(contents(family).split("\n\n", -1))
        .map(block -> new Reading().read(block))
        .toList();
  }

  /** Returns what the file of a family holds. */
  static String contents(Family family) {
    try {
      return Files.readString(file(family));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Family family, List<Entry> entries) {
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(file(family), text(entries));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns entries as they are written. */
  static String text(List<Entry> entries) {
    return String.join("\n", entries.stream().map(Corpus::text).toList());
  }

  private static Path file(Family family) {
    return FOLDER.resolve(family.name().toLowerCase(Locale.ROOT) + ".txt");
  }

  /** Returns an entry as it is written. */
  static String text(Entry entry) {
    Program program = entry.program();
    StringBuilder out = new StringBuilder("# ").append(entry.name()).append('\n');
    program.toString().lines().forEach(line -> out.append("| ").append(line).append('\n'));
    for (Step bin : program.before()) {
      line(out, "bin", dashed(bin.bin()), bin.particle(), hex(bin.value()));
    }
    for (Step step : program.steps()) {
      line(out, "step", step.operation(), step.particle(), dashed(step.bin()), hex(step.value()));
    }
    byte[] filter = program.filter();
    if (filter != null) {
      line(out, "filter", hex(filter));
    }
    if (program.act() != Act.OPERATE) {
      line(out, "act", program.act());
    }
    Answer answer = entry.answer();
    line(out, "code", answer.resultCode(), answer.generation());
    answer.results().forEach(result -> line(out, "gives", result));
    answer.bins().forEach(bin -> line(out, "after", bin));
    return out.toString();
  }

  private static void line(StringBuilder out, String word, Object... parts) {
    out.append(word);
    for (Object part : parts) {
      out.append(' ').append(part);
    }
    out.append('\n');
  }

  private static String dashed(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static String hex(byte[] bytes) {
    return dashed(HEX.formatHex(bytes));
  }

  /** The parts of an entry that is being read. */
  private static final class Reading {
    private final List<Step> before = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<String> results = new ArrayList<>();
    private final List<String> bins = new ArrayList<>();
    private String name = "";
    private Act act = Act.OPERATE;
    private byte @Nullable [] filter;
    private int resultCode;
    private int generation;

    Entry read(String block) {
      block.lines().forEach(this::line);
      return new Entry(
          name,
          new Program(before, act, steps, filter),
          new Answer(resultCode, generation, results, bins));
    }

    private void line(String line) {
      int end = line.indexOf(' ');
      String rest = line.substring(end + 1);
      String[] parts = rest.split(" ", -1);
      switch (line.substring(0, end)) {
        case "#" -> name = rest;
        case "|" -> {}
        case "bin" ->
            before.add(
                Cases.raw(
                    OperationType.WRITE,
                    Integer.parseInt(parts[1]),
                    text(parts[0]),
                    text(parts[2])));
        case "step" ->
            steps.add(
                Cases.raw(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    text(parts[2]),
                    text(parts[3])));
        case "filter" -> filter = HEX.parseHex(text(rest));
        case "act" -> act = Act.valueOf(rest);
        case "code" -> {
          resultCode = Integer.parseInt(parts[0]);
          generation = Integer.parseInt(parts[1]);
        }
        case "gives" -> results.add(rest);
        case "after" -> bins.add(rest);
        default -> throw new IllegalArgumentException("no line of a corpus: " + line);
      }
    }

    private static String text(String part) {
      return part.equals("-") ? "" : part;
    }
  }
}
