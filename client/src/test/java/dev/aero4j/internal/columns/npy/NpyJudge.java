package dev.aero4j.internal.columns.npy;

import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * A program in Python that reads and writes {@code .npy} files and shares nothing with the code
 * under test; {@code npy_judge.py} says how it answers. It is started once for many files.
 */
final class NpyJudge implements AutoCloseable {
  private final Process process;
  private final Writer to;
  private final BufferedReader from;

  private NpyJudge(Process process) {
    this.process = process;
    this.to = process.outputWriter(StandardCharsets.UTF_8);
    this.from = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts it; that there is no Python here is a failure, as nothing else proves the format. */
  static NpyJudge start() {
    URL script = Objects.requireNonNull(NpyJudge.class.getResource("/npy_judge.py"));
    try {
      return new NpyJudge(
          new ProcessBuilder("python3", Path.of(script.toURI()).toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(
          "python3 does not start, which judges .npy files independently of this project's code;"
              + " install it (it needs no NumPy): "
              + e,
          e);
    }
  }

  /** Says what is in a file. */
  List<String> read(Path file) {
    return ask("read " + file);
  }

  /** Makes a file and says what is in it. */
  List<String> write(long seed, Path file) {
    return ask("write " + seed + " " + file);
  }

  private List<String> ask(String command) {
    try {
      to.write(command + "\n");
      to.flush();
      List<String> lines = new ArrayList<>();
      for (String line = from.readLine(); !".".equals(line); line = from.readLine()) {
        if (line == null || line.startsWith("failed ")) {
          throw new AssertionError(command + ": " + line);
        }
        lines.add(line);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(command, e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** What it should say of a file with these rows, as known from their primitive arrays. */
  static List<String> expected(ColumnBatch batch) {
    List<String> lines = new ArrayList<>();
    lines.add("rows " + batch.size());
    List<Column> columns = batch.schema().columns();
    for (Column column : columns) {
      ColumnType type = column.type();
      String element =
          type.kind().isBytes()
              ? type.toString()
              : ColumnType.parse(type.toString().substring(0, 2)).toString();
      lines.add(field(column.name(), element, type.isArray() ? "" + type.width() : "-"));
    }
    boolean withValidity = columns.stream().anyMatch(column -> !batch.isAllValid(column.name()));
    int validityBytes = (columns.size() + 7) / 8;
    if (withValidity) {
      lines.add(field("_validity", "u1", "" + validityBytes));
    }
    for (int row = 0; row < batch.size(); row++) {
      StringJoiner cells = new StringJoiner(" ");
      int[] bits = new int[validityBytes];
      for (int i = 0; i < columns.size(); i++) {
        boolean valid = batch.isValid(row, columns.get(i).name());
        bits[i / 8] |= valid ? 1 << i % 8 : 0;
        cells.add(cell(batch, columns.get(i), row, valid));
      }
      if (withValidity) {
        cells.add(String.join(",", Arrays.stream(bits).mapToObj(Integer::toString).toList()));
      }
      lines.add("row " + cells);
    }
    return lines;
  }

  private static String field(String name, String type, String count) {
    String hex = HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
    return "field " + hex + " " + type + " " + count;
  }

  private static String cell(ColumnBatch batch, Column column, int row, boolean valid) {
    ColumnType type = column.type();
    int width = type.width();
    int first = row * width;
    if (type.kind().isBytes()) {
      byte[] bytes = Arrays.copyOfRange(batch.bytes(column.name()), first, first + width);
      return HexFormat.of().formatHex(valid ? bytes : new byte[width]);
    }
    StringJoiner elements = new StringJoiner(",");
    for (int i = first; i < first + width; i++) {
      elements.add(element(batch, column, i, valid));
    }
    return elements.toString();
  }

  private static String element(ColumnBatch batch, Column column, int index, boolean valid) {
    String name = column.name();
    return switch (column.type().kind()) {
      case F2 -> {
        short bits = valid ? batch.shorts(name)[index] : 0;
        yield number(bits & 0xFFFFL, Float.float16ToFloat(bits));
      }
      case F4 -> {
        float value = valid ? batch.floats(name)[index] : 0;
        yield number(Float.floatToRawIntBits(value) & 0xFFFF_FFFFL, value);
      }
      case F8 -> {
        double value = valid ? batch.doubles(name)[index] : 0;
        yield number(Double.doubleToRawLongBits(value), value);
      }
      case I1 -> "" + (valid ? batch.bytes(name)[index] : 0);
      case U1 -> "" + (valid ? batch.bytes(name)[index] & 0xFF : 0);
      case I2 -> "" + (valid ? batch.shorts(name)[index] : 0);
      case U2 -> "" + (valid ? batch.shorts(name)[index] & 0xFFFF : 0);
      case I4 -> "" + (valid ? batch.ints(name)[index] : 0);
      case U4 -> "" + (valid ? batch.ints(name)[index] & 0xFFFF_FFFFL : 0);
      case I8 -> "" + (valid ? batch.longs(name)[index] : 0);
      case U8 -> valid ? Long.toUnsignedString(batch.longs(name)[index]) : "0";
      case S, V -> throw new AssertionError("bytes have no elements");
    };
  }

  private static String number(long bits, double value) {
    String exact =
        Double.isNaN(value)
            ? "nan"
            : Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : Double.toHexString(value);
    return Long.toHexString(bits) + ":" + exact;
  }
}
