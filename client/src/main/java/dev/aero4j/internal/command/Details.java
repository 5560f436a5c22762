package dev.aero4j.internal.command;

import dev.aero4j.expression.Expression;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.Operation;
import java.util.List;

/**
 * What a message says of a command besides its record. A server answers a code for all operations
 * together, so that all of them are named, as far as there is room.
 */
public final class Details {
  private static final int MAX_PARTS = 5;
  private static final int MAX_PART_LENGTH = 300;

  private Details() {}

  /** Returns what helps to understand a server's code; empty when the code says enough. */
  public static String of(int resultCode, RecordCommand<?> command) {
    return switch (resultCode) {
      case ResultCode.PARAMETER_ERROR -> withFilter(command);
      case ResultCode.SERVER_ERROR,
          ResultCode.BIN_EXISTS,
          ResultCode.BIN_TYPE_MISMATCH,
          ResultCode.RECORD_TOO_BIG,
          ResultCode.BIN_NOT_FOUND,
          ResultCode.BIN_NAME_INVALID,
          ResultCode.ELEMENT_NOT_FOUND,
          ResultCode.ELEMENT_EXISTS,
          ResultCode.OPERATION_NOT_APPLICABLE,
          ResultCode.INVALID_GEOJSON ->
          command.details();
      default -> "";
    };
  }

  /** A parameter may be that of an operation, or the filter. */
  private static String withFilter(RecordCommand<?> command) {
    String details = command.details();
    Expression filter = command.policy().filterExpression();
    if (filter == null) {
      return details;
    }
    return (details.isEmpty() ? "" : details + "; ") + "filter " + part(filter);
  }

  /** Returns operations as text. */
  static String of(List<Operation> operations) {
    return list(operations, "");
  }

  /** Returns the names of bins as text. */
  static String ofBins(List<String> names) {
    return list(names, names.size() == 1 ? "bin " : "bins ");
  }

  private static String list(List<?> parts, String before) {
    StringBuilder text = new StringBuilder(before);
    int shown = Math.min(parts.size(), MAX_PARTS);
    for (int i = 0; i < shown; i++) {
      text.append(i == 0 ? "" : ", ");
      text.append(parts.get(i) instanceof String name ? "'" + name + "'" : part(parts.get(i)));
    }
    if (shown < parts.size()) {
      text.append(" and ").append(parts.size() - shown).append(" more");
    }
    return text.toString();
  }

  private static String part(Object part) {
    String text = part.toString();
    return text.length() <= MAX_PART_LENGTH ? text : text.substring(0, MAX_PART_LENGTH) + "…";
  }
}
