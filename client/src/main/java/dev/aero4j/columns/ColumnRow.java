package dev.aero4j.columns;

import dev.aero4j.AerospikeException;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A row of a {@link ColumnBatch}: a view, which holds no values of its own. Its reads are those of
 * the batch for this row, with the same types and the same errors.
 */
public final class ColumnRow {
  private final ColumnBatch batch;
  private final int number;

  ColumnRow(ColumnBatch batch, int number) {
    this.batch = batch;
    this.number = number;
  }

  /** {@return its number in the batch, from 0} */
  public int number() {
    return number;
  }

  /** {@return its key, or null when the batch was made without} */
  public @Nullable Key key() {
    return batch.key(number);
  }

  /** {@return what became of its record, a number of {@link dev.aero4j.model.ResultCode}} */
  public int resultCode() {
    return batch.resultCode(number);
  }

  /**
   * Returns whether it has a value in a column.
   *
   * @param name the column
   * @return whether it has
   * @throws InvalidArgumentException when there is no such column
   */
  public boolean isValid(String name) {
    return batch.isValid(number, name);
  }

  /**
   * Returns an integer, as {@link ColumnBatch#getLong}.
   *
   * @param name the column
   * @return the value
   * @throws InvalidArgumentException when there is no such column, or it has another type
   * @throws AerospikeException when there is no value
   */
  public long getLong(String name) {
    return batch.getLong(number, name);
  }

  /**
   * Returns a floating-point number, as {@link ColumnBatch#getDouble}.
   *
   * @param name the column
   * @return the value
   * @throws InvalidArgumentException when there is no such column, or it has another type
   * @throws AerospikeException when there is no value
   */
  public double getDouble(String name) {
    return batch.getDouble(number, name);
  }

  /**
   * Returns text, as {@link ColumnBatch#getString}.
   *
   * @param name the column
   * @return the value
   * @throws InvalidArgumentException when there is no such column, or it has another type
   * @throws AerospikeException when there is no value
   */
  public String getString(String name) {
    return batch.getString(number, name);
  }

  /**
   * Returns bytes, as {@link ColumnBatch#getBytes}.
   *
   * @param name the column
   * @return the value
   * @throws InvalidArgumentException when there is no such column, or it has another type
   * @throws AerospikeException when there is no value
   */
  public byte[] getBytes(String name) {
    return batch.getBytes(number, name);
  }

  /**
   * Returns integers, as {@link ColumnBatch#getLongs}.
   *
   * @param name the column
   * @return the values
   * @throws InvalidArgumentException when there is no such column, or it has another type
   * @throws AerospikeException when there is no value
   */
  public long[] getLongs(String name) {
    return batch.getLongs(number, name);
  }

  /**
   * Returns numbers, as {@link ColumnBatch#getFloats}.
   *
   * @param name the column
   * @return the values
   * @throws InvalidArgumentException when there is no such column, or it has another type
   * @throws AerospikeException when there is no value
   */
  public float[] getFloats(String name) {
    return batch.getFloats(number, name);
  }

  /**
   * Returns numbers, as {@link ColumnBatch#getDoubles}.
   *
   * @param name the column
   * @return the values
   * @throws InvalidArgumentException when there is no such column, or it has another type
   * @throws AerospikeException when there is no value
   */
  public double[] getDoubles(String name) {
    return batch.getDoubles(number, name);
  }

  /** {@return its number, for people} */
  @Override
  public String toString() {
    return "row " + number + " of " + batch.size();
  }

  /** The rows in order. Belongs to one thread, which owns the position. */
  static final class Rows implements Iterator<ColumnRow> {
    private final ColumnBatch batch;
    private int next;

    Rows(ColumnBatch batch) {
      this.batch = batch;
    }

    @Override
    public boolean hasNext() {
      return next < batch.size();
    }

    @Override
    public ColumnRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the batch has " + batch.size() + " rows");
      }
      return new ColumnRow(batch, next++);
    }
  }
}
