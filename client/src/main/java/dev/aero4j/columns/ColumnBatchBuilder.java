package dev.aero4j.columns;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.internal.columns.BatchBuilder;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link ColumnBatch} of the caller's arrays. Every column of the schema must be given as
 * an array of {@code size * width} elements.
 *
 * <p>An array whose elements are as wide as the column's is <b>not copied</b>, and belongs to the
 * batch from then on: {@code int[]} for {@code i4} and {@code u4}, {@code short[]} for {@code i2},
 * {@code u2} and the bits of {@code f2}, {@code byte[]} for {@code i1}, {@code u1}, {@code S<n>}
 * and {@code V<n>}. Integers of other widths are copied and must be in the type's range; so are
 * integers for columns of floating-point numbers, which must be exact there, and doubles for {@code
 * f4}, which are rounded and must stay finite.
 *
 * <p>A column that does not exist, an array of another length, a value out of range: {@link
 * InvalidArgumentException} with the column's name and the row.
 *
 * <p>Belongs to one thread.
 */
public final class ColumnBatchBuilder {
  private final BatchBuilder columns;

  ColumnBatchBuilder(Schema schema, int size) {
    this.columns = new BatchBuilder(schema, size);
  }

  /**
   * Gives a column of one-byte elements, or integers for a wider column.
   *
   * @param name the column
   * @param values its rows, not copied for {@code i1}, {@code u1}, {@code S<n>} and {@code V<n>}
   * @return this
   */
  public ColumnBatchBuilder bytes(String name, byte[] values) {
    columns.integers(name, values, values.length, i -> values[i]);
    return this;
  }

  /**
   * Gives a column of integers, or the bits of an {@code f2}.
   *
   * @param name the column
   * @param values its rows, not copied for {@code i2}, {@code u2} and {@code f2}
   * @return this
   */
  public ColumnBatchBuilder shorts(String name, short[] values) {
    columns.integers(name, values, values.length, i -> values[i]);
    return this;
  }

  /**
   * Gives a column of integers.
   *
   * @param name the column
   * @param values its rows, not copied for {@code i4} and {@code u4}
   * @return this
   */
  public ColumnBatchBuilder ints(String name, int[] values) {
    columns.integers(name, values, values.length, i -> values[i]);
    return this;
  }

  /**
   * Gives a column of integers.
   *
   * @param name the column
   * @param values its rows, not copied for {@code i8} and {@code u8}
   * @return this
   */
  public ColumnBatchBuilder longs(String name, long[] values) {
    columns.integers(name, values, values.length, i -> values[i]);
    return this;
  }

  /**
   * Gives a column of floating-point numbers.
   *
   * @param name the column
   * @param values its rows, not copied for {@code f4}
   * @return this
   */
  public ColumnBatchBuilder floats(String name, float[] values) {
    columns.reals(name, values, values.length, i -> values[i]);
    return this;
  }

  /**
   * Gives a column of floating-point numbers.
   *
   * @param name the column
   * @param values its rows, not copied for {@code f8}
   * @return this
   */
  public ColumnBatchBuilder doubles(String name, double[] values) {
    columns.reals(name, values, values.length, i -> values[i]);
    return this;
  }

  /**
   * Gives a column of text.
   *
   * @param name the column, {@code S<n>}
   * @param values one a row, up to n bytes of UTF-8; null for no value
   * @return this
   */
  public ColumnBatchBuilder strings(String name, List<? extends @Nullable String> values) {
    columns.strings(name, values);
    return this;
  }

  /**
   * Gives a column of bytes.
   *
   * @param name the column: {@code S<n>}, {@code V<n>}, or an array of numbers
   * @param values one a row, up to n bytes, and for an array exactly its own, little-endian; null
   *     for no value
   * @return this
   */
  public ColumnBatchBuilder blobs(String name, List<byte @Nullable []> values) {
    columns.blobs(name, values);
    return this;
  }

  /**
   * Gives the keys of the rows, for {@link ColumnBatch#key} and {@link ColumnBatch#row}.
   *
   * @param keys one a row; not copied
   * @return this
   */
  public ColumnBatchBuilder keys(List<Key> keys) {
    columns.keys(keys);
    return this;
  }

  /**
   * Says that a cell has no value.
   *
   * @param name the column
   * @param row the row, from 0
   * @return this
   */
  public ColumnBatchBuilder invalid(String name, int row) {
    columns.invalid(name, row);
    return this;
  }

  /**
   * Says which rows of a column have a value; without it, all have.
   *
   * @param name the column
   * @param valid the numbers of those rows; copied
   * @return this
   */
  public ColumnBatchBuilder validity(String name, BitSet valid) {
    columns.validity(name, valid);
    return this;
  }

  /**
   * Makes the batch.
   *
   * @return the batch
   * @throws InvalidArgumentException when a column was not given; the message lists those
   */
  public ColumnBatch build() {
    return new ColumnBatch(columns.build());
  }
}
