package dev.aero4j.internal.columns;

import dev.aero4j.BinTypeException;
import dev.aero4j.Key;
import dev.aero4j.columns.CellProblem;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnType;
import dev.aero4j.columns.ColumnType.Kind;
import dev.aero4j.columns.Narrowing;
import dev.aero4j.columns.Schema;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.value.ParticleType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a batch's answers are decoded to: bins go straight into the arrays of their columns, and
 * nothing is allocated for a cell. What a particle becomes is decided here and nowhere else; {@code
 * docs/columns.md} has the rules as a table.
 *
 * <p>Rows may come in any order, and a row again (the last value stays). A row that is never
 * mentioned has the result code {@link ResultCode#NO_RESPONSE}.
 *
 * <p>Confined to one thread at a time, which owns all fields: rows share words of validity. Handing
 * it from one thread to another needs an order between them, as any mutable object does.
 */
public final class ColumnSink {
  private final Schema schema;
  private final int size;
  private final boolean strict;
  private final Layout layout;
  private final Kind[] kinds;
  private final int[] widths;
  private final boolean[] arrays;
  private final Cells[] cells;
  private final long[][] validity;
  private final long[] @Nullable [] problems;
  private final int[] resultCodes;
  private final int[] generations;
  private final int[] voidTimes;

  // The first value that was too much for its column; -1 for none.
  private int lossRow = -1;
  private int lossColumn = -1;
  private String lossValue = "";

  /**
   * @param size how many rows there will be
   * @throws dev.aero4j.InvalidArgumentException when a column of so many rows is no array of Java
   */
  public ColumnSink(Schema schema, int size, Narrowing narrowing) {
    int columns = schema.size();
    this.schema = schema;
    this.size = size;
    this.strict = narrowing == Narrowing.STRICT;
    this.layout = ColumnsBridge.instance().layout(schema);
    this.kinds = layout.kinds;
    this.widths = layout.widths;
    this.arrays = layout.arrays;
    this.cells = new Cells[columns];
    this.validity = new long[columns][];
    this.problems = new long[columns] @Nullable [];
    this.resultCodes = new int[size];
    this.generations = new int[size];
    this.voidTimes = new int[size];
    Arrays.fill(resultCodes, ResultCode.NO_RESPONSE);
    for (int column = 0; column < columns; column++) {
      cells[column] = Cells.allocate(schema.column(column), size);
      validity[column] = Validity.none(size);
    }
  }

  public Schema schema() {
    return schema;
  }

  public int size() {
    return size;
  }

  /** The names of the columns that are read from bins. */
  public List<String> bins() {
    return layout.bins();
  }

  /**
   * Finds the column of a bin.
   *
   * @param array holds the bin's name in UTF-8
   * @param hint where to look first, any number from 0: bins mostly come in the schema's order
   * @return the column, or -1
   */
  public int columnOf(byte[] array, int offset, int length, int hint) {
    return layout.columnOf(array, offset, length, hint);
  }

  /** Says what became of a row. */
  public void meta(int row, int resultCode, int generation, long voidTime) {
    resultCodes[row] = resultCode;
    generations[row] = generation;
    voidTimes[row] = (int) voidTime;
  }

  public void integer(int row, int column, long value) {
    Kind kind = kinds[column];
    if (arrays[column] || kind.isBytes()) {
      problem(row, column, CellProblem.WRONG_TYPE, ParticleType.INTEGER, 0);
    } else if (strict && !Ranges.holds(kind, value)) {
      loss(row, column, ParticleType.INTEGER, 0, Long.toString(value));
    } else {
      cells[column].setInteger(row, value);
      Validity.set(validity[column], row);
    }
  }

  public void real(int row, int column, double value) {
    Kind kind = kinds[column];
    if (arrays[column] || !kind.isFloat()) {
      problem(row, column, CellProblem.WRONG_TYPE, ParticleType.DOUBLE, 0);
    } else if (strict && !Ranges.holds(kind, value)) {
      loss(row, column, ParticleType.DOUBLE, 0, Double.toString(value));
    } else {
      cells[column].setReal(row, value);
      Validity.set(validity[column], row);
    }
  }

  /** Takes a string; the array holds its UTF-8. */
  public void text(int row, int column, byte[] array, int offset, int length) {
    if (kinds[column].isBytes()) {
      bytes(row, column, ParticleType.STRING, array, offset, length);
    } else {
      problem(row, column, CellProblem.WRONG_TYPE, ParticleType.STRING, length);
    }
  }

  public void blob(int row, int column, byte[] array, int offset, int length) {
    if (kinds[column].isBytes()) {
      bytes(row, column, ParticleType.BLOB, array, offset, length);
    } else if (!arrays[column]) {
      problem(row, column, CellProblem.WRONG_TYPE, ParticleType.BLOB, length);
    } else if (length != widths[column] * kinds[column].bytes()) {
      problem(row, column, CellProblem.WRONG_LENGTH, ParticleType.BLOB, length);
    } else {
      cells[column].fromBytes(row * widths[column], widths[column], array, offset);
      Validity.set(validity[column], row);
    }
  }

  @SuppressWarnings(
      "unused") // The value of a boolean is part of the call, though no type takes it.
  public void bool(int row, int column, boolean value) {
    problem(row, column, CellProblem.WRONG_TYPE, ParticleType.BOOL, 0);
  }

  /** Takes a bin of any type that has no method here; null is no bin. */
  public void otherType(int row, int column, int particleType) {
    if (particleType == ParticleType.NULL) {
      invalidate(row, column);
    } else {
      problem(row, column, CellProblem.WRONG_TYPE, particleType, 0);
    }
  }

  /** Forgets all cells of a row, so that it can be filled by another answer. */
  public void clear(int row) {
    for (int column = 0; column < cells.length; column++) {
      invalidate(row, column);
    }
    meta(row, ResultCode.NO_RESPONSE, 0, 0);
  }

  private void bytes(int row, int column, int type, byte[] array, int offset, int length) {
    int width = widths[column];
    if (length > width && strict) {
      loss(row, column, type, length, ParticleType.name(type) + " of " + length + " bytes");
      return;
    }
    int taken = Math.min(length, width);
    cells[column].fromBytes(row * width, taken, array, offset);
    cells[column].zero(row * width + taken, width - taken);
    Validity.set(validity[column], row);
  }

  private void loss(int row, int column, int type, int length, String value) {
    if (lossRow < 0) {
      lossRow = row;
      lossColumn = column;
      lossValue = value;
    }
    problem(row, column, CellProblem.OUT_OF_RANGE, type, length);
  }

  private void problem(int row, int column, CellProblem kind, int type, int length) {
    invalidate(row, column);
    long[] known = problems[column];
    if (known == null) {
      known = new long[size];
      problems[column] = known;
    }
    known[row] = Problems.of(kind, type, length);
  }

  private void invalidate(int row, int column) {
    Validity.clear(validity[column], row);
    cells[column].zero(row * widths[column], widths[column]);
    long[] known = problems[column];
    if (known != null) {
      known[row] = 0;
    }
  }

  /**
   * Returns the exception for the first value that did not fit, to be thrown when the whole answer
   * has been read.
   *
   * @param keys the keys of the rows, if known
   * @return the exception; null when everything did fit, and always when narrowing is lenient
   */
  public @Nullable BinTypeException problem(@Nullable List<Key> keys) {
    if (lossRow < 0) {
      return null;
    }
    ColumnType type = schema.column(lossColumn).type();
    return new BinTypeException(
        ResultCode.BIN_TYPE_MISMATCH,
        (keys == null ? "row " + lossRow : "row " + lossRow + ", " + keys.get(lossRow))
            + ": bin '"
            + schema.column(lossColumn).name()
            + "' holds "
            + lossValue
            + ", which does not fit into "
            + type
            + "; use a wider type, or Narrowing.LENIENT to have it cut",
        null);
  }

  /** The batch of what was filled in. The sink must not be used any more. */
  public ColumnBatch toBatch(@Nullable List<Key> keys) {
    return ColumnsBridge.instance().batch(toData(keys));
  }

  ColumnData toData(@Nullable List<Key> keys) {
    return new ColumnData(
        schema, size, cells, validity, problems, resultCodes, generations, voidTimes, keys);
  }
}
