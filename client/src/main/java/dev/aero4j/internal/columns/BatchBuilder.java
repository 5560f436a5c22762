package dev.aero4j.internal.columns;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnType;
import dev.aero4j.columns.ColumnType.Kind;
import dev.aero4j.columns.Schema;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a batch of a caller's arrays. Confined to one thread, which owns all fields. */
public final class BatchBuilder {
  private final Schema schema;
  private final int size;
  private final @Nullable Cells[] cells;

  // What the caller said of each column, and which of its values were nulls; null for none. Apart,
  // as values may be given before or after validity, and anew.
  private final long[] @Nullable [] validity;
  private final long[] @Nullable [] nonNull;

  private @Nullable List<Key> keys;

  public BatchBuilder(Schema schema, int size) {
    if (size < 0) {
      throw new InvalidArgumentException("a batch of " + size + " rows; allowed are 0 and more");
    }
    this.schema = schema;
    this.size = size;
    this.cells = new @Nullable Cells[schema.size()];
    this.validity = new long[schema.size()] @Nullable [];
    this.nonNull = new long[schema.size()] @Nullable [];
  }

  /**
   * Takes integers, or bytes.
   *
   * @param values an array of bytes, shorts, ints or longs
   * @param length its length
   * @param at gives its elements
   */
  public void integers(String name, Object values, int length, IntToLongFunction at) {
    int position = begin(name, length);
    ColumnType type = schema.column(position).type();
    if (isOwn(type.kind(), values.getClass().componentType())) {
      cells[position] = Cells.wrap(type, values);
      return;
    }
    if (type.kind().isBytes()) {
      throw wrongArray(position, values);
    }
    Cells made = Cells.allocate(schema.column(position), size);
    for (int i = 0; i < length; i++) {
      long value = at.applyAsLong(i);
      if (!Ranges.holds(type.kind(), value)) {
        throw outOfRange(position, i, Long.toString(value));
      }
      made.setInteger(i, value);
    }
    cells[position] = made;
  }

  /**
   * Takes floating-point numbers.
   *
   * @param values an array of floats or doubles
   * @param length its length
   * @param at gives its elements
   */
  public void reals(String name, Object values, int length, IntToDoubleFunction at) {
    int position = begin(name, length);
    ColumnType type = schema.column(position).type();
    if (isOwn(type.kind(), values.getClass().componentType())) {
      cells[position] = Cells.wrap(type, values);
      return;
    }
    if (!type.kind().isFloat()) {
      throw wrongArray(position, values);
    }
    Cells made = Cells.allocate(schema.column(position), size);
    for (int i = 0; i < length; i++) {
      double value = at.applyAsDouble(i);
      if (!Ranges.holds(type.kind(), value)) {
        throw outOfRange(position, i, Double.toString(value));
      }
      made.setReal(i, value);
    }
    cells[position] = made;
  }

  public void strings(String name, List<? extends @Nullable String> values) {
    int position = schema.position(name);
    if (schema.column(position).type().kind() != Kind.S) {
      throw new InvalidArgumentException(
          column(position) + ", and strings become S<bytes>; give it as an array");
    }
    checkRows(position, values.size());
    Cells made = Cells.allocate(schema.column(position), size);
    nonNull[position] = null;
    for (int row = 0; row < size; row++) {
      String text = values.get(row);
      if (text == null) {
        clear(nonNull, position, row);
      } else {
        put(made, position, row, text.getBytes(StandardCharsets.UTF_8));
      }
    }
    cells[position] = made;
  }

  public void blobs(String name, List<byte @Nullable []> values) {
    int position = schema.position(name);
    ColumnType type = schema.column(position).type();
    if (!type.kind().isBytes() && !type.isArray()) {
      throw new InvalidArgumentException(
          column(position) + ", and bytes become S<bytes>, V<bytes> or arrays of numbers");
    }
    checkRows(position, values.size());
    Cells made = Cells.allocate(schema.column(position), size);
    nonNull[position] = null;
    for (int row = 0; row < size; row++) {
      byte[] bytes = values.get(row);
      if (bytes == null) {
        clear(nonNull, position, row);
      } else {
        put(made, position, row, bytes);
      }
    }
    cells[position] = made;
  }

  private void put(Cells made, int position, int row, byte[] bytes) {
    ColumnType type = schema.column(position).type();
    int room = type.cellBytes();
    if (bytes.length > room || (type.isArray() && bytes.length < room)) {
      throw new InvalidArgumentException(
          column(position)
              + ", and row "
              + row
              + " has "
              + bytes.length
              + " bytes; "
              + (type.isArray() ? "expected are " : "allowed are ")
              + room);
    }
    made.fromBytes(row * type.width(), bytes.length / type.kind().bytes(), bytes, 0);
  }

  /** Takes what was filled in elsewhere. */
  public void cells(int position, Cells filled) {
    cells[position] = filled;
  }

  public void keys(List<Key> rows) {
    if (rows.size() != size) {
      throw new InvalidArgumentException(
          rows.size() + " keys were given for a batch of " + size + " rows");
    }
    keys = rows;
  }

  public void invalid(String name, int row) {
    int position = schema.position(name);
    if (row < 0 || row >= size) {
      throw new InvalidArgumentException(
          "column '" + name + "' has no row " + row + "; there are " + size + ", from 0");
    }
    invalid(position, row);
  }

  /** Says that a cell has no value; position and row exist. */
  public void invalid(int position, int row) {
    clear(validity, position, row);
  }

  private void clear(long[] @Nullable [] columns, int position, int row) {
    long[] words = columns[position];
    if (words == null) {
      words = Validity.all(size);
      columns[position] = words;
    }
    Validity.clear(words, row);
  }

  public void validity(String name, BitSet valid) {
    int position = schema.position(name);
    if (valid.length() > size) {
      throw new InvalidArgumentException(
          "column '"
              + name
              + "' is said to have a value in row "
              + (valid.length() - 1)
              + "; there are "
              + size
              + " rows, from 0");
    }
    long[] words = Validity.none(size);
    long[] given = valid.toLongArray();
    System.arraycopy(given, 0, words, 0, given.length);
    validity[position] = words;
  }

  public ColumnData build() {
    Cells[] complete = new Cells[cells.length];
    for (int i = 0; i < complete.length; i++) {
      Cells given = cells[i];
      if (given == null) {
        throw new InvalidArgumentException("no values were given for " + missing());
      }
      complete[i] = given;
    }
    return new ColumnData(
        schema,
        size,
        complete,
        copyOfValidity(),
        new long[complete.length] @Nullable [],
        null,
        null,
        null,
        keys);
  }

  /** The builder may go on, and the batch must not change. */
  private long[] @Nullable [] copyOfValidity() {
    long[] @Nullable [] copy = new long[validity.length] @Nullable [];
    for (int column = 0; column < copy.length; column++) {
      copy[column] = Validity.both(validity[column], nonNull[column]);
    }
    return copy;
  }

  private String missing() {
    return IntStream.range(0, cells.length)
        .filter(i -> cells[i] == null)
        .mapToObj(i -> "column '" + schema.column(i).name() + "'")
        .collect(Collectors.joining(", "));
  }

  private int begin(String name, int length) {
    int position = schema.position(name);
    Column column = schema.column(position);
    nonNull[position] = null;
    int expected = Cells.elements(column, size);
    if (length != expected) {
      throw new InvalidArgumentException(
          column(position)
              + ", and an array of "
              + length
              + " elements was given; expected are "
              + expected
              + " ("
              + size
              + " rows of "
              + column.type().width()
              + ")");
    }
    return position;
  }

  private void checkRows(int position, int given) {
    if (given != size) {
      throw new InvalidArgumentException(
          column(position) + ", and " + given + " rows were given; expected are " + size);
    }
  }

  private static boolean isOwn(Kind kind, @Nullable Class<?> element) {
    return element
        == switch (kind) {
          case I1, U1, S, V -> byte.class;
          case I2, U2, F2 -> short.class;
          case I4, U4 -> int.class;
          case I8, U8 -> long.class;
          case F4 -> float.class;
          case F8 -> double.class;
        };
  }

  private InvalidArgumentException wrongArray(int position, Object array) {
    return new InvalidArgumentException(
        column(position)
            + ", and an array of "
            + array.getClass().componentType()
            + " with "
            + Array.getLength(array)
            + " elements was given; values are only converted where nothing is lost");
  }

  private InvalidArgumentException outOfRange(int position, int element, String value) {
    int width = schema.column(position).type().width();
    return new InvalidArgumentException(
        column(position)
            + ", and row "
            + element / width
            + " has "
            + value
            + (width == 1 ? "" : " at element " + element % width)
            + ", which does not fit");
  }

  private String column(int position) {
    Column column = schema.column(position);
    return "column '" + column.name() + "' is of type " + column.type();
  }
}
