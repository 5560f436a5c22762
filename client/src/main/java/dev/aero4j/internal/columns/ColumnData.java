package dev.aero4j.internal.columns;

import dev.aero4j.Key;
import dev.aero4j.columns.CellProblem;
import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnType;
import dev.aero4j.columns.Schema;
import dev.aero4j.model.ResultCode;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of columns consists of. Nothing in it changes once it is made; the arrays are not
 * copied, and whoever has them keeps his hands off them, or knows what he does.
 *
 * @param schema the columns
 * @param size how many rows
 * @param cells the values of each column, in the schema's order
 * @param validity per column which rows have a value, as {@link BitSet#toLongArray} has it; null
 *     for all
 * @param problems per column and row what {@link Problems} says; null for a column without any
 * @param resultCodes per row; null for all {@link ResultCode#OK}
 * @param generations per row; null for all 0
 * @param voidTimes per row, in seconds since 2010 (unsigned); null for all 0, never
 * @param keys per row, or null when they are not known
 */
public record ColumnData(
    Schema schema,
    int size,
    Cells[] cells,
    long[] @Nullable [] validity,
    long[] @Nullable [] problems,
    int @Nullable [] resultCodes,
    int @Nullable [] generations,
    int @Nullable [] voidTimes,
    @Nullable List<Key> keys) {

  public ColumnType type(int column) {
    return schema.column(column).type();
  }

  public boolean hasRecord(int row) {
    return resultCodes == null || resultCodes[row] == ResultCode.OK;
  }

  public boolean isValid(int row, int column) {
    long[] words = validity[column];
    return words == null || Validity.get(words, row);
  }

  public boolean isAllValid(int column) {
    long[] words = validity[column];
    return words == null || Validity.isAll(words, size);
  }

  public CellProblem problem(int row, int column) {
    if (isValid(row, column)) {
      return CellProblem.NONE;
    }
    if (!hasRecord(row)) {
      return CellProblem.NO_RECORD;
    }
    long[] known = problems[column];
    return known == null || known[row] == 0 ? CellProblem.NO_BIN : Problems.kind(known[row]);
  }

  /** Why a cell has no value, in words that follow "column 'a' row 3 has no value: ". */
  public @Nullable String reason(int row, int column) {
    return switch (problem(row, column)) {
      case NONE -> null;
      case NO_RECORD -> {
        int code = resultCodes == null ? ResultCode.OK : resultCodes[row];
        yield "no record (" + ResultCode.name(code) + ", code " + code + ")";
      }
      case NO_BIN ->
          schema.column(column).name().equals(Column.KEY)
              ? "the key is not known, or not of type " + type(column)
              : "no such bin";
      case WRONG_TYPE -> seen(row, column) + ", which cannot become " + type(column);
      case WRONG_LENGTH ->
          seen(row, column) + ", and " + type(column) + " needs " + type(column).cellBytes();
      case OUT_OF_RANGE -> seen(row, column) + " that does not fit into " + type(column);
    };
  }

  private String seen(int row, int column) {
    long[] known = problems[column];
    return known == null ? "nothing" : Problems.seen(known[row]);
  }
}
