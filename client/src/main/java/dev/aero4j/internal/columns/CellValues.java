package dev.aero4j.internal.columns;

import dev.aero4j.columns.CellProblem;
import dev.aero4j.columns.ColumnType;
import dev.aero4j.columns.ColumnType.Kind;
import dev.aero4j.internal.command.Errors;
import dev.aero4j.model.ResultCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Single cells, for those who do not want a whole column. */
public final class CellValues {
  private CellValues() {}

  public static long getLong(ColumnData data, int row, String name) {
    int column = data.schema().position(name);
    ColumnType type = data.type(column);
    ColumnArrays.require(type.kind().isInteger() && !type.isArray(), data, column, "getLong");
    requireValid(data, row, column);
    return data.cells()[column].integer(row);
  }

  public static double getDouble(ColumnData data, int row, String name) {
    int column = data.schema().position(name);
    ColumnType type = data.type(column);
    ColumnArrays.require(type.kind().isFloat() && !type.isArray(), data, column, "getDouble");
    requireValid(data, row, column);
    return data.cells()[column].real(row);
  }

  public static byte[] getBytes(ColumnData data, int row, String name) {
    int column = data.schema().position(name);
    ColumnType type = data.type(column);
    ColumnArrays.require(type.kind().isBytes() || type.isArray(), data, column, "getBytes");
    requireValid(data, row, column);
    int first = row * type.width();
    if (type.kind() == Kind.S) {
      byte[] array = (byte[]) data.cells()[column].array();
      return Arrays.copyOfRange(array, first, first + textLength(array, first, type.width()));
    }
    byte[] copy = new byte[type.cellBytes()];
    data.cells()[column].toBytes(first, type.width(), copy, 0);
    return copy;
  }

  public static String getString(ColumnData data, int row, String name) {
    int column = data.schema().position(name);
    ColumnType type = data.type(column);
    ColumnArrays.require(type.kind() == Kind.S, data, column, "getString");
    requireValid(data, row, column);
    byte[] array = (byte[]) data.cells()[column].array();
    int first = row * type.width();
    return new String(array, first, textLength(array, first, type.width()), StandardCharsets.UTF_8);
  }

  public static int textLength(ColumnData data, int row, String name) {
    int column = data.schema().position(name);
    ColumnType type = data.type(column);
    ColumnArrays.require(type.kind() == Kind.S, data, column, "textLength");
    return textLength((byte[]) data.cells()[column].array(), row * type.width(), type.width());
  }

  /** How much of a cell of text is left without the zeros at its end. */
  public static int textLength(byte[] array, int offset, int width) {
    int length = width;
    while (length > 0 && array[offset + length - 1] == 0) {
      length--;
    }
    return length;
  }

  /** Throws what a single read of such a record or bin would throw. */
  static void requireValid(ColumnData data, int row, int column) {
    Objects.checkIndex(row, data.size());
    if (data.isValid(row, column)) {
      return;
    }
    CellProblem problem = data.problem(row, column);
    int code =
        switch (problem) {
          case NO_RECORD ->
              data.resultCodes() == null ? ResultCode.KEY_NOT_FOUND : data.resultCodes()[row];
          case NO_BIN -> ResultCode.BIN_NOT_FOUND;
          default -> ResultCode.BIN_TYPE_MISMATCH;
        };
    String key = data.keys() == null ? "" : ", " + data.keys().get(row);
    throw Errors.map(
        code,
        "column '"
            + data.schema().column(column).name()
            + "', row "
            + row
            + key
            + ", has no value: "
            + data.reason(row, column));
  }
}
