package dev.aero4j.columns;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.internal.command.BinNames;

/**
 * A column: the name of a bin, and what its values become.
 *
 * @param name the bin's name, 1 to 15 bytes of UTF-8; {@code _key} stands for the rows' keys, and
 *     others that start with {@code _} are read, but not written
 * @param type the type of all its cells
 */
public record Column(String name, ColumnType type) {
  /** The name of the column that a batch read fills with the rows' keys. */
  public static final String KEY = "_key";

  /** The name under which {@code .npy} files keep which cells have values. */
  static final String VALIDITY = "_validity";

  /**
   * Makes a column.
   *
   * @throws InvalidArgumentException when the name is empty, too long, or {@code _validity}, which
   *     means something in files
   */
  public Column {
    if (type == null) {
      throw new InvalidArgumentException(
          "column '" + name + "' has no type; allowed are " + ColumnType.ALLOWED);
    }
    if (name == null || name.isEmpty()) {
      throw new InvalidArgumentException(
          "a column of type "
              + type
              + " has no name; expected is a bin's name of 1 to "
              + BinNames.MAX_BYTES
              + " bytes of UTF-8");
    }
    if (name.equals(VALIDITY)) {
      throw new InvalidArgumentException(
          "a column is called '"
              + VALIDITY
              + "', which in .npy files means which cells have values; choose another name");
    }
    BinNames.check(name);
  }

  /**
   * Makes a column of a type in text.
   *
   * @param name the bin's name
   * @param type as {@link ColumnType#parse} reads it
   * @return the column
   * @throws InvalidArgumentException when name or type are none; the message names the column
   */
  public static Column of(String name, String type) {
    ColumnType parsed;
    try {
      parsed = ColumnType.parse(type);
    } catch (InvalidArgumentException e) {
      throw new InvalidArgumentException("column '" + name + "': " + e.getMessage());
    }
    return new Column(name, parsed);
  }

  /**
   * {@return whether a batch write makes a bin of it: the name does not start with an underscore}
   */
  public boolean isBin() {
    return name.charAt(0) != '_';
  }

  /** {@return name and type as {@link Schema#parse} reads them, {@code age:i4}} */
  @Override
  public String toString() {
    return name + ":" + type;
  }
}
