package dev.aero4j.internal.columns.npy;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnType;
import dev.aero4j.columns.ColumnType.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field of a row in a file.
 *
 * @param name its name; empty for bytes between fields that mean nothing
 * @param type what it holds
 * @param offset where it begins in the row, in bytes
 * @param bigEndian its byte order
 */
record NpyField(String name, ColumnType type, int offset, boolean bigEndian) {
  /** A row is held in memory once; a field is at most 8 MiB, and this is many of them. */
  static final int MAX_ROW_BYTES = 1 << 30;

  private static final Pattern TYPE = Pattern.compile("([<>=|]?)([A-Za-z?])([0-9]*)(.*)");
  private static final String ALLOWED =
      "; readable are i1 i2 i4 i8, u1 u2 u4 u8, f2 f4 f8, S<n>, V<n>, and arrays of numbers in one"
          + " dimension";

  /** Where the field after this one begins. */
  int end() {
    return checkedEnd(offset, type);
  }

  boolean isPadding() {
    return name.isEmpty();
  }

  static int checkedEnd(int offset, ColumnType type) {
    long end = (long) offset + type.cellBytes();
    if (end > MAX_ROW_BYTES) {
      throw new InvalidArgumentException(
          "a row of more than " + MAX_ROW_BYTES + " bytes; use fewer columns, or shorter ones");
    }
    return (int) end;
  }

  /** How a field is described in a file's header, a tuple of Python. */
  static String describe(String name, ColumnType type) {
    StringBuilder text = new StringBuilder("(");
    quote(name, text);
    text.append(", '").append(type.kind().bytes() == 1 ? '|' : '<');
    if (type.kind().isBytes()) {
      return text.append(type).append("')").toString();
    }
    String number = type.toString();
    text.append(number, 0, 2).append('\'');
    if (type.isArray()) {
      text.append(", (").append(type.width()).append(",)");
    }
    return text.append(')').toString();
  }

  /** All of it in ASCII, which every version of the format and every reader takes. */
  private static void quote(String name, StringBuilder text) {
    text.append('\'');
    name.codePoints()
        .forEach(
            c -> {
              if (c == '\'' || c == '\\') {
                text.append('\\').append((char) c);
              } else if (c >= ' ' && c < 0x7F) {
                text.append((char) c);
              } else if (c <= 0xFF) {
                text.append("\\x%02x".formatted(c));
              } else {
                text.append((c <= 0xFFFF ? "\\u%04x" : "\\U%08x").formatted(c));
              }
            });
    text.append('\'');
  }

  /**
   * Reads one field of a structured type.
   *
   * @param description name, type and perhaps shape, as a header has them
   * @param offset where it begins in the row
   */
  static NpyField parse(Object description, int offset) {
    if (!(description instanceof List<?> parts) || parts.size() < 2 || parts.size() > 3) {
      throw new InvalidArgumentException(
          "a field is described by " + description + "; expected are name, type and shape");
    }
    if (!(parts.get(0) instanceof String name)) {
      throw new InvalidArgumentException(
          "the field " + parts.get(0) + " has a title besides its name; titles are not read");
    }
    if (!(parts.get(1) instanceof String type)) {
      throw new InvalidArgumentException(
          "field '" + name + "' has fields itself; nested types are not read" + ALLOWED);
    }
    return parse(name, type, parts.size() == 3 ? parts.get(2) : null, offset);
  }

  /** Reads a field by its name, type and shape; no shape is a single value. */
  static NpyField parse(String name, String type, @Nullable Object shape, int offset) {
    Matcher parts = TYPE.matcher(type);
    if (!parts.matches() || !parts.group(4).isEmpty()) {
      throw unreadable(name, type, "is unknown");
    }
    switch (parts.group(2)) {
      case "O" -> throw unreadable(name, type, "holds objects of Python");
      case "U" ->
          throw unreadable(name, type, "is Unicode of 4 bytes a character; store bytes (S<n>)");
      default -> {
        // Everything else is known or not.
      }
    }
    ColumnType single;
    try {
      single = ColumnType.parse(parts.group(2) + parts.group(3));
    } catch (InvalidArgumentException e) {
      throw unreadable(name, type, "is not a type of columns");
    }
    boolean bigEndian = parts.group(1).equals(">");
    return new NpyField(name, shaped(name, single, shape), offset, bigEndian);
  }

  private static ColumnType shaped(String name, ColumnType single, @Nullable Object shape) {
    if (shape == null) {
      return single;
    }
    Object length = shape;
    if (shape instanceof List<?> dimensions) {
      if (dimensions.size() != 1) {
        throw new InvalidArgumentException(
            "field '" + name + "' has " + dimensions.size() + " dimensions " + shape + ALLOWED);
      }
      length = dimensions.get(0);
    }
    if (!(length instanceof Long elements) || elements < 1 || elements > Integer.MAX_VALUE) {
      throw new InvalidArgumentException("field '" + name + "' has the shape " + shape + ALLOWED);
    }
    if (single.kind() == Kind.S || single.kind() == Kind.V) {
      throw new InvalidArgumentException(
          "field '" + name + "' is an array of " + single + "s" + ALLOWED);
    }
    return single.array(elements.intValue());
  }

  private static InvalidArgumentException unreadable(String name, String type, String why) {
    return new InvalidArgumentException(
        "the type '" + type + "' of field '" + name + "' " + why + ALLOWED);
  }

  Column column() {
    return new Column(name, type);
  }
}
