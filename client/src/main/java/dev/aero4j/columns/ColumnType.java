package dev.aero4j.columns;

import dev.aero4j.InvalidArgumentException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a column are, in the words of NumPy. Immutable.
 *
 * <pre>
 * i1 i2 i4 i8      integers of 1, 2, 4, 8 bytes       u1 u2 u4 u8   the same without a sign
 * f2 f4 f8         IEEE 754 half, float, double
 * S16              text or bytes, up to 16, padded with zeros
 * V16              exactly 16 bytes, or fewer, padded with zeros
 * f4[128]          128 floats in one cell, held in a blob of 512 bytes, little-endian
 * </pre>
 */
public final class ColumnType {
  /** The largest cell in bytes: 8 MiB, the most that a record can hold. */
  public static final int MAX_CELL_BYTES = 8 << 20;

  static final String ALLOWED =
      "i1 i2 i4 i8, u1 u2 u4 u8, f2 f4 f8, S<bytes>, V<bytes>, and arrays of numbers such as"
          + " f4[128]";

  /** Integer of 8 bits. */
  public static final ColumnType I1 = new ColumnType(Kind.I1, 1, false);

  /** Integer of 16 bits. */
  public static final ColumnType I2 = new ColumnType(Kind.I2, 1, false);

  /** Integer of 32 bits. */
  public static final ColumnType I4 = new ColumnType(Kind.I4, 1, false);

  /** Integer of 64 bits. */
  public static final ColumnType I8 = new ColumnType(Kind.I8, 1, false);

  /** Unsigned integer of 8 bits. */
  public static final ColumnType U1 = new ColumnType(Kind.U1, 1, false);

  /** Unsigned integer of 16 bits. */
  public static final ColumnType U2 = new ColumnType(Kind.U2, 1, false);

  /** Unsigned integer of 32 bits. */
  public static final ColumnType U4 = new ColumnType(Kind.U4, 1, false);

  /** Unsigned integer of 64 bits; bins hold integers up to 2<sup>63</sup>-1. */
  public static final ColumnType U8 = new ColumnType(Kind.U8, 1, false);

  /** IEEE 754 number of 16 bits. */
  public static final ColumnType F2 = new ColumnType(Kind.F2, 1, false);

  /** IEEE 754 number of 32 bits. */
  public static final ColumnType F4 = new ColumnType(Kind.F4, 1, false);

  /** IEEE 754 number of 64 bits. */
  public static final ColumnType F8 = new ColumnType(Kind.F8, 1, false);

  private static final Pattern TEXT =
      Pattern.compile("[<|=]?([A-Za-z])([0-9]{1,18})(?:\\[([0-9]{1,18})])?");

  /** What one element is. */
  public enum Kind {
    /** Integer of 8 bits. */
    I1('i', 1),
    /** Integer of 16 bits. */
    I2('i', 2),
    /** Integer of 32 bits. */
    I4('i', 4),
    /** Integer of 64 bits. */
    I8('i', 8),
    /** Unsigned integer of 8 bits. */
    U1('u', 1),
    /** Unsigned integer of 16 bits. */
    U2('u', 2),
    /** Unsigned integer of 32 bits. */
    U4('u', 4),
    /** Unsigned integer of 64 bits. */
    U8('u', 8),
    /** IEEE 754 number of 16 bits. */
    F2('f', 2),
    /** IEEE 754 number of 32 bits. */
    F4('f', 4),
    /** IEEE 754 number of 64 bits. */
    F8('f', 8),
    /** A byte of text. */
    S('S', 1),
    /** A byte. */
    V('V', 1);

    private final char letter;
    private final int bytes;

    Kind(char letter, int bytes) {
      this.letter = letter;
      this.bytes = bytes;
    }

    /** {@return the bytes of one element: 1 for S and V} */
    public int bytes() {
      return bytes;
    }

    /** {@return whether it is an integer, with or without a sign} */
    public boolean isInteger() {
      return letter == 'i' || letter == 'u';
    }

    /** {@return whether it is an integer without a sign} */
    public boolean isUnsigned() {
      return letter == 'u';
    }

    /** {@return whether it is f2, f4 or f8} */
    public boolean isFloat() {
      return letter == 'f';
    }

    /** {@return whether it is S or V} */
    public boolean isBytes() {
      return letter == 'S' || letter == 'V';
    }
  }

  private final Kind kind;
  private final int width;
  private final boolean array;

  private ColumnType(Kind kind, int width, boolean array) {
    this.kind = kind;
    this.width = width;
    this.array = array;
  }

  /**
   * Returns the type of text or bytes, {@code S<n>}: cells are padded with zeros, and zeros at the
   * end are not part of the value.
   *
   * @param bytes the most bytes of a cell, 1 to 8 MiB
   * @return the type
   * @throws InvalidArgumentException when {@code bytes} is out of range
   */
  public static ColumnType bytes(int bytes) {
    return new ColumnType(Kind.S, checkWidth(Kind.S, bytes, "S" + bytes), false);
  }

  /**
   * Returns the type of raw bytes, {@code V<n>}: a cell is all its bytes.
   *
   * @param bytes the bytes of a cell, 1 to 8 MiB
   * @return the type
   * @throws InvalidArgumentException when {@code bytes} is out of range
   */
  public static ColumnType raw(int bytes) {
    return new ColumnType(Kind.V, checkWidth(Kind.V, bytes, "V" + bytes), false);
  }

  /**
   * Returns the type of cells that hold several of these numbers each.
   *
   * @param elements how many, from 1 to as many as make 8 MiB
   * @return the type, {@code f4[elements]} for {@code f4}
   * @throws InvalidArgumentException when this is not one number, or there are none or too many
   */
  public ColumnType array(int elements) {
    if (array || kind.isBytes()) {
      throw new InvalidArgumentException(
          "an array of " + this + "; allowed are arrays of single numbers, such as f4[128]");
    }
    String text = this + "[" + elements + "]";
    return new ColumnType(kind, checkWidth(kind, elements, text), true);
  }

  /**
   * Reads a type.
   *
   * @param text such as {@code i4}, {@code S16} or {@code f4[128]}; NumPy's {@code <i4} and {@code
   *     |S16} are read too
   * @return the type
   * @throws InvalidArgumentException when it is none; the message lists what is allowed
   */
  public static ColumnType parse(String text) {
    ColumnType type = text == null ? null : read(text.strip());
    if (type == null) {
      throw new InvalidArgumentException(
          "'" + text + "' is no type of a column; allowed are " + ALLOWED);
    }
    return type;
  }

  private static @Nullable ColumnType read(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    String letter = parts.group(1);
    long number = Long.parseLong(parts.group(2));
    String elements = parts.group(3);
    if (letter.equals("S") || letter.equals("V")) {
      Kind kind = letter.equals("S") ? Kind.S : Kind.V;
      return elements != null ? null : new ColumnType(kind, checkWidth(kind, number, text), false);
    }
    ColumnType single = number(letter + number);
    if (single == null || elements == null) {
      return single;
    }
    return new ColumnType(
        single.kind, checkWidth(single.kind, Long.parseLong(elements), text), true);
  }

  private static @Nullable ColumnType number(String name) {
    return switch (name) {
      case "i1" -> I1;
      case "i2" -> I2;
      case "i4" -> I4;
      case "i8" -> I8;
      case "u1" -> U1;
      case "u2" -> U2;
      case "u4" -> U4;
      case "u8" -> U8;
      case "f2" -> F2;
      case "f4" -> F4;
      case "f8" -> F8;
      default -> null;
    };
  }

  private static int checkWidth(Kind kind, long elements, String text) {
    int most = MAX_CELL_BYTES / kind.bytes();
    if (elements < 1 || elements > most) {
      throw new InvalidArgumentException(
          "'"
              + text
              + "' is no type of a column: "
              + (kind.isBytes() ? "a cell is 1 to " : "an array has 1 to ")
              + most
              + (kind.isBytes() ? " bytes" : " elements")
              + " (8 MiB); allowed are "
              + ALLOWED);
    }
    return (int) elements;
  }

  /** {@return what one element is} */
  public Kind kind() {
    return kind;
  }

  /** {@return whether a cell is an array of numbers} An array of one element is one, too. */
  public boolean isArray() {
    return array;
  }

  /**
   * {@return how many elements of the column's primitive array belong to one row: 1 for a number, n
   * for {@code S<n>}, {@code V<n>} and an array of n}
   */
  public int width() {
    return width;
  }

  /** {@return the bytes of one cell} */
  public int cellBytes() {
    return width * kind.bytes();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ColumnType that
        && kind == that.kind
        && width == that.width
        && array == that.array;
  }

  @Override
  public int hashCode() {
    return (kind.hashCode() * 31 + width) * 2 + (array ? 1 : 0);
  }

  /** {@return the type as {@link #parse} reads it} */
  @Override
  public String toString() {
    if (kind.isBytes()) {
      return kind.name() + width;
    }
    String name = kind.name().toLowerCase(Locale.ROOT);
    return array ? name + "[" + width + "]" : name;
  }
}
