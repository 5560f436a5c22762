package dev.aero4j.internal.batch;

import dev.aero4j.batch.ColumnWriteResult.Failure;
import dev.aero4j.internal.columns.ColumnRows;
import dev.aero4j.model.ResultCode;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The rows of a batch of columns that failed, in order: eight bytes each, and an object only when
 * one is asked for. What is behind the last row that was tried has failed, too, and needs no bytes.
 *
 * <p>Rows that fail together fail alike, so that a failure is a row and the number of what happened
 * to it. Immutable.
 */
public final class ColumnFailures extends AbstractList<Failure> implements RandomAccess {
  /** What happened to rows that were never sent, as the write ended early. */
  static final RowFailure UNSENT =
      new RowFailure(
          ResultCode.CLIENT_ERROR, false, null, 0, "never sent, as the write ended before it");

  private final ColumnRows columns;
  private final int[] rows;
  private final int[] kinds;
  private final RowFailure[] failures;
  private final int unsentFrom;

  private ColumnFailures(
      ColumnRows columns, int[] rows, int[] kinds, RowFailure[] failures, int unsentFrom) {
    this.columns = columns;
    this.rows = rows;
    this.kinds = kinds;
    this.failures = failures;
    this.unsentFrom = unsentFrom;
  }

  @Override
  public int size() {
    return rows.length + columns.size() - unsentFrom;
  }

  @Override
  public Failure get(int index) {
    Objects.checkIndex(index, size());
    boolean sent = index < rows.length;
    int row = sent ? rows[index] : unsentFrom + index - rows.length;
    RowFailure failure = sent ? failures[kinds[index]] : UNSENT;
    String message = failure.message();
    return new Failure(
        row,
        failure.resultCode(),
        failure.inDoubt(),
        failure.node(),
        failure.attempts(),
        "PUT "
            + columns.key(row)
            + ": "
            + (message == null ? ResultCode.text(failure.resultCode()) : message));
  }

  /** Collects failures. Belongs to the thread that carries out the write. */
  static final class Builder {
    private final ColumnRows columns;
    private final Map<RowFailure, Integer> known = new HashMap<>();
    private int[] rows = {};
    private int[] kinds = {};
    private int size;

    Builder(ColumnRows columns) {
      this.columns = columns;
    }

    /** The number of a kind of failure, from 0. */
    int kind(RowFailure failure) {
      Integer kind = known.putIfAbsent(failure, known.size());
      return kind == null ? known.size() - 1 : kind;
    }

    /** Adds a row, which is behind all that were added before. */
    void add(int row, int kind) {
      if (size == rows.length) {
        // Never more than there are rows, which is less than the longest array.
        int capacity = (int) Math.min(columns.size(), Math.max(16, size * 2L));
        rows = Arrays.copyOf(rows, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
      }
      rows[size] = row;
      kinds[size++] = kind;
    }

    /**
     * @param unsentFrom the first row that was never tried
     */
    List<Failure> build(int unsentFrom) {
      RowFailure[] failures = new RowFailure[known.size()];
      known.forEach((failure, kind) -> failures[kind] = failure);
      return new ColumnFailures(
          columns, Arrays.copyOf(rows, size), Arrays.copyOf(kinds, size), failures, unsentFrom);
    }
  }
}
