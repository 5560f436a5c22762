package dev.aero4j.columns;

import dev.aero4j.AerospikeException;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.RecordMeta;
import dev.aero4j.internal.columns.CellValues;
import dev.aero4j.internal.columns.ColumnArrays;
import dev.aero4j.internal.columns.ColumnData;
import dev.aero4j.internal.columns.ColumnsBridge;
import dev.aero4j.internal.columns.KeyIndex;
import dev.aero4j.internal.columns.Layout;
import dev.aero4j.internal.columns.npy.NpyReader;
import dev.aero4j.internal.columns.npy.NpyWriter;
import dev.aero4j.model.ResultCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of typed columns: what a batch read returns, and a batch write takes. A column is one
 * primitive array; which of its cells have a value is known apart.
 *
 * <p><b>Arrays are not copied.</b> {@link #longs} and its kin return the column's own array where
 * its elements have that width, and a batch that a caller made has the caller's own arrays: who
 * changes them, changes the batch. Where a wider type is asked for, they return a copy. Elements
 * without a sign are extended with zeros then; in an array of their own width, those with the
 * highest bit look negative. A cell without a value is zero in a batch that was read, and whatever
 * was given in one that a caller made.
 *
 * <p><b>Shapes.</b> The array of a column has {@code size() * width(name)} elements: row r of a
 * {@code f4[128]} is the elements r*128 to r*128+127.
 *
 * <p>Safe for use by several threads as long as nobody changes its arrays.
 */
public final class ColumnBatch implements Iterable<ColumnRow> {
  static {
    ColumnsBridge.install(new Bridge());
  }

  private final ColumnData data;

  // Made when first asked for, by any thread; an immutable object, so that making it twice in a
  // race only costs time.
  private @Nullable KeyIndex index;

  ColumnBatch(ColumnData data) {
    this.data = data;
  }

  /**
   * Begins a batch of the caller's data.
   *
   * @param schema its columns, each of which must be given
   * @param size how many rows, from 0
   * @return a builder
   * @throws InvalidArgumentException when {@code size} is negative
   */
  public static ColumnBatchBuilder builder(Schema schema, int size) {
    return new ColumnBatchBuilder(schema, size);
  }

  /**
   * Reads a file in NumPy's format: a structured array of one dimension as {@link #writeNpy} and
   * {@code numpy.save} write it, or one of simple numbers or bytes, which becomes a column {@code
   * value}. Fields of either byte order, versions 1.0, 2.0 and 3.0 of the format.
   *
   * @param file a {@code .npy} file
   * @return its rows; all have result code {@link ResultCode#OK}
   * @throws IOException when the file cannot be read
   * @throws InvalidArgumentException when it is no such file, or its type is not one of {@link
   *     ColumnType}: objects, nested or Unicode fields, several dimensions, Fortran order
   */
  public static ColumnBatch readNpy(Path file) throws IOException {
    return new ColumnBatch(NpyReader.read(file));
  }

  /**
   * Writes the columns as a file that {@code numpy.load} reads: a structured array, packed and
   * little-endian. If some cell has no value, and only then, there is one more field {@code
   * _validity} of bytes: bit i of a row's bytes, the lowest first, tells whether column i has one;
   * those that have none are zero. Result codes, generations and keys are not in the file.
   *
   * <p>A failure can leave a part of the file. For a header of more than 10,000 characters
   * (hundreds of columns), {@code numpy.load} wants to be told a larger {@code max_header_size}.
   *
   * @param file written anew if it exists
   * @throws IOException when the file cannot be written
   */
  public void writeNpy(Path file) throws IOException {
    NpyWriter.write(data, file);
  }

  /** {@return how many rows there are} */
  public int size() {
    return data.size();
  }

  /** {@return the columns} */
  public Schema schema() {
    return data.schema();
  }

  /** {@return per row a number of {@link ResultCode}: what became of its record; not copied} */
  public int[] resultCodes() {
    int[] codes = data.resultCodes();
    return codes == null ? new int[data.size()] : codes;
  }

  /**
   * Returns what became of a row's record.
   *
   * @param row the row, from 0
   * @return a number of {@link ResultCode}
   * @throws IndexOutOfBoundsException when there is no such row
   */
  public int resultCode(int row) {
    int[] codes = data.resultCodes();
    int known = checked(row);
    return codes == null ? ResultCode.OK : codes[known];
  }

  /** {@return per row the record's generation, 0 where there is no record; not copied} */
  public int[] generations() {
    int[] generations = data.generations();
    return generations == null ? new int[data.size()] : generations;
  }

  /**
   * {@return per row the seconds that its record has left by this machine's clock, as {@link
   * RecordMeta#ttlSeconds}: -1 when it never expires, 0 where there is no record}
   */
  public long[] ttls() {
    int[] voidTimes = data.voidTimes();
    long[] ttls = new long[data.size()];
    for (int row = 0; row < ttls.length; row++) {
      long voidTime = voidTimes == null ? 0 : voidTimes[row] & 0xFFFF_FFFFL;
      ttls[row] = data.hasRecord(row) ? new RecordMeta(0, voidTime).ttlSeconds() : 0;
    }
    return ttls;
  }

  /** {@return the numbers of the rows that have a record, in order} */
  public int[] found() {
    return IntStream.range(0, data.size()).filter(data::hasRecord).toArray();
  }

  /** {@return how many rows have a record} */
  public int foundCount() {
    return (int) IntStream.range(0, data.size()).filter(data::hasRecord).count();
  }

  /**
   * Returns how many elements of a column's array belong to one row.
   *
   * @param name the column
   * @return 1 for a number, n for {@code S<n>}, {@code V<n>} and arrays of n
   * @throws InvalidArgumentException when there is no such column
   */
  public int width(String name) {
    return data.schema().type(name).width();
  }

  /**
   * Returns a column of one-byte elements: {@code i1}, {@code u1}, {@code S<n>}, {@code V<n>}.
   *
   * @param name the column
   * @return its own array
   * @throws InvalidArgumentException when there is no such column, or it has another type
   */
  public byte[] bytes(String name) {
    return ColumnArrays.bytes(data, name);
  }

  /**
   * Returns a column of integers of up to 16 bits, or the bits of an {@code f2}.
   *
   * @param name the column
   * @return its own array for {@code i2}, {@code u2} and {@code f2}, a copy otherwise
   * @throws InvalidArgumentException when there is no such column, or it has another type
   */
  public short[] shorts(String name) {
    return ColumnArrays.shorts(data, name);
  }

  /**
   * Returns a column of integers of up to 32 bits.
   *
   * @param name the column
   * @return its own array for {@code i4} and {@code u4}, a copy otherwise
   * @throws InvalidArgumentException when there is no such column, or it has another type
   */
  public int[] ints(String name) {
    return ColumnArrays.ints(data, name);
  }

  /**
   * Returns a column of integers.
   *
   * @param name the column
   * @return its own array for {@code i8} and {@code u8}, a copy otherwise
   * @throws InvalidArgumentException when there is no such column, or it has another type
   */
  public long[] longs(String name) {
    return ColumnArrays.longs(data, name);
  }

  /**
   * Returns a column of {@code f2} or {@code f4}.
   *
   * @param name the column
   * @return its own array for {@code f4}, a copy otherwise
   * @throws InvalidArgumentException when there is no such column, or it has another type
   */
  public float[] floats(String name) {
    return ColumnArrays.floats(data, name);
  }

  /**
   * Returns a column of floating-point numbers.
   *
   * @param name the column
   * @return its own array for {@code f8}, a copy otherwise
   * @throws InvalidArgumentException when there is no such column, or it has another type
   */
  public double[] doubles(String name) {
    return ColumnArrays.doubles(data, name);
  }

  /**
   * Returns which rows of a column have a value.
   *
   * @param name the column
   * @return the numbers of those rows; the caller's own
   * @throws InvalidArgumentException when there is no such column
   */
  public BitSet validity(String name) {
    long[] words = data.validity()[data.schema().position(name)];
    if (words != null) {
      return BitSet.valueOf(words);
    }
    BitSet all = new BitSet(data.size());
    all.set(0, data.size());
    return all;
  }

  /**
   * Returns whether all rows of a column have a value.
   *
   * @param name the column
   * @return whether they have
   * @throws InvalidArgumentException when there is no such column
   */
  public boolean isAllValid(String name) {
    return data.isAllValid(data.schema().position(name));
  }

  /**
   * Returns whether a cell has a value.
   *
   * @param row its row, from 0
   * @param name its column
   * @return whether it has
   * @throws InvalidArgumentException when there is no such column
   * @throws IndexOutOfBoundsException when there is no such row
   */
  public boolean isValid(int row, String name) {
    return data.isValid(checked(row), data.schema().position(name));
  }

  /**
   * Returns why a cell has no value.
   *
   * @param row its row, from 0
   * @param name its column
   * @return why, or {@link CellProblem#NONE}
   * @throws InvalidArgumentException when there is no such column
   * @throws IndexOutOfBoundsException when there is no such row
   */
  public CellProblem problem(int row, String name) {
    return data.problem(checked(row), data.schema().position(name));
  }

  /**
   * Tells in words why a cell has no value, with what was seen: {@code string of 5 bytes, which
   * cannot become i4}.
   *
   * @param row its row, from 0
   * @param name its column
   * @return why, or null when it has one
   * @throws InvalidArgumentException when there is no such column
   * @throws IndexOutOfBoundsException when there is no such row
   */
  public @Nullable String invalidReason(int row, String name) {
    return data.reason(checked(row), data.schema().position(name));
  }

  /**
   * Returns the integer in a cell.
   *
   * @param row its row, from 0
   * @param name its column, of single integers
   * @return the value; {@code u8} of 2<sup>63</sup> and more look negative
   * @throws InvalidArgumentException when there is no such column, or it has another type
   * @throws AerospikeException when the cell has no value: what a read of this record alone would
   *     throw, with the reason
   */
  public long getLong(int row, String name) {
    return CellValues.getLong(data, row, name);
  }

  /**
   * Returns the number in a cell.
   *
   * @param row its row, from 0
   * @param name its column, of single floating-point numbers
   * @return the value
   * @throws InvalidArgumentException when there is no such column, or it has another type
   * @throws AerospikeException when the cell has no value
   */
  public double getDouble(int row, String name) {
    return CellValues.getDouble(data, row, name);
  }

  /**
   * Returns the text in a cell.
   *
   * @param row its row, from 0
   * @param name its column, {@code S<n>}
   * @return the text without zeros at its end; bytes that are not UTF-8 become {@code U+FFFD}
   * @throws InvalidArgumentException when there is no such column, or it has another type
   * @throws AerospikeException when the cell has no value
   */
  public String getString(int row, String name) {
    return CellValues.getString(data, row, name);
  }

  /**
   * Returns how many of a cell's bytes are its text.
   *
   * @param row its row, from 0
   * @param name its column, {@code S<n>}
   * @return the bytes before the zeros at its end, 0 to n; whether it has a value does not matter
   * @throws InvalidArgumentException when there is no such column, or it has another type
   * @throws IndexOutOfBoundsException when there is no such row
   */
  public int textLength(int row, String name) {
    return CellValues.textLength(data, checked(row), name);
  }

  /**
   * Returns the bytes in a cell.
   *
   * @param row its row, from 0
   * @param name its column: {@code S<n>}, {@code V<n>}, or an array
   * @return a copy: of {@code S<n>} without zeros at its end, of {@code V<n>} all n, of an array
   *     its elements, little-endian
   * @throws InvalidArgumentException when there is no such column, or it has another type
   * @throws AerospikeException when the cell has no value
   */
  public byte[] getBytes(int row, String name) {
    return CellValues.getBytes(data, row, name);
  }

  /**
   * Returns the integers in a cell.
   *
   * @param row its row, from 0
   * @param name its column, of integers or arrays of them
   * @return a copy, {@code width(name)} elements
   * @throws InvalidArgumentException when there is no such column, or it has another type
   * @throws AerospikeException when the cell has no value
   */
  public long[] getLongs(int row, String name) {
    return ColumnArrays.longs(data, row, name);
  }

  /**
   * Returns the numbers in a cell.
   *
   * @param row its row, from 0
   * @param name its column, of {@code f2}, {@code f4} or arrays of them
   * @return a copy, {@code width(name)} elements
   * @throws InvalidArgumentException when there is no such column, or it has another type
   * @throws AerospikeException when the cell has no value
   */
  public float[] getFloats(int row, String name) {
    return ColumnArrays.floats(data, row, name);
  }

  /**
   * Returns the numbers in a cell.
   *
   * @param row its row, from 0
   * @param name its column, of floating-point numbers or arrays of them
   * @return a copy, {@code width(name)} elements
   * @throws InvalidArgumentException when there is no such column, or it has another type
   * @throws AerospikeException when the cell has no value
   */
  public double[] getDoubles(int row, String name) {
    return ColumnArrays.doubles(data, row, name);
  }

  /**
   * Returns a row's key.
   *
   * @param row the row, from 0
   * @return its key, or null when the batch was made without
   * @throws IndexOutOfBoundsException when there is no such row
   */
  public @Nullable Key key(int row) {
    List<Key> keys = data.keys();
    return keys == null ? null : keys.get(checked(row));
  }

  /**
   * Finds the row of a key: of its namespace, set and user key, or digest. The first call makes an
   * index.
   *
   * @param key the key
   * @return the first row that has it, if one has
   */
  public OptionalInt row(Key key) {
    List<Key> keys = data.keys();
    if (keys == null) {
      return OptionalInt.empty();
    }
    KeyIndex known = index;
    if (known == null) {
      known = new KeyIndex(keys);
      index = known;
    }
    int row = known.find(key);
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /**
   * Returns a view of a row.
   *
   * @param row its number, from 0
   * @return the view
   * @throws IndexOutOfBoundsException when there is no such row
   */
  public ColumnRow at(int row) {
    return new ColumnRow(this, checked(row));
  }

  /** {@return all rows in order, each a view} */
  @Override
  public Iterator<ColumnRow> iterator() {
    return new ColumnRow.Rows(this);
  }

  private int checked(int row) {
    return Objects.checkIndex(row, data.size());
  }

  /** {@return the number of rows and the columns, for people} */
  @Override
  public String toString() {
    return data.size() + " rows of " + data.schema();
  }

  private static final class Bridge extends ColumnsBridge {
    @Override
    public ColumnBatch batch(ColumnData data) {
      return new ColumnBatch(data);
    }

    @Override
    public ColumnData data(ColumnBatch batch) {
      return batch.data;
    }

    @Override
    public Layout layout(Schema schema) {
      return schema.layout;
    }
  }
}
