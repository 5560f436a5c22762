package dev.aero4j.internal.columns;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.columns.Column;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.ColumnType;
import dev.aero4j.columns.ColumnType.Kind;
import dev.aero4j.columns.Schema;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.digest.Digests;
import dev.aero4j.wire.digest.Ripemd160;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.ParticleType;
import dev.aero4j.wire.value.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a batch as records to write: one column names them, the others are their bins, but
 * for those whose names start with an underscore. A cell without a value is a bin that is not
 * written.
 *
 * <p>Confined to one thread at a time, which owns the hash; the batch itself is shared.
 */
public final class ColumnRows {
  private final ColumnData data;
  private final Schema schema;
  private final String namespace;
  private final String set;
  private final int keyColumn;
  private final int[] binColumns;
  private final Ripemd160 hash = new Ripemd160();

  /**
   * @param set null or empty for none
   * @param keyColumn the name of the column of keys: integers, {@code S<n>} for text, or {@code
   *     V<n>} for bytes
   * @throws InvalidArgumentException when there is no such column, its type cannot be a key, there
   *     is no column to write, or namespace or set are no names
   */
  public ColumnRows(ColumnBatch batch, String namespace, @Nullable String set, String keyColumn) {
    this.data = ColumnsBridge.instance().data(batch);
    this.schema = data.schema();
    Key names = Key.of(namespace, set, 0L);
    this.namespace = names.namespace();
    this.set = names.set();
    if (!schema.has(keyColumn)) {
      throw new InvalidArgumentException(
          "there is no column '" + keyColumn + "' to take keys from; the columns are " + schema);
    }
    this.keyColumn = schema.position(keyColumn);
    ColumnType keyType = data.type(this.keyColumn);
    if (keyType.isArray() || keyType.kind().isFloat()) {
      throw new InvalidArgumentException(
          "column '"
              + keyColumn
              + "' of type "
              + keyType
              + " cannot be a key; allowed are integers, S<bytes> for text and V<bytes> for bytes");
    }
    int[] bins = new int[schema.size()];
    int count = 0;
    for (int column = 0; column < schema.size(); column++) {
      if (column != this.keyColumn && schema.column(column).isBin()) {
        bins[count++] = column;
      }
    }
    this.binColumns = Arrays.copyOf(bins, count);
    if (count == 0) {
      throw new InvalidArgumentException(
          "the columns "
              + schema
              + " have none to write besides the key column '"
              + keyColumn
              + "'; names that start with '_' are not written");
    }
  }

  public int size() {
    return data.size();
  }

  /**
   * Looks at everything that could fail later, when some rows may already have been sent. Keys are
   * not looked at again.
   *
   * @throws InvalidArgumentException for the first row whose key or integer cannot be stored
   */
  public void check() {
    for (int row = 0; row < data.size(); row++) {
      checkKey(row);
    }
    for (int column : binColumns) {
      if (data.type(column).kind() == Kind.U8 && !data.type(column).isArray()) {
        for (int row = 0; row < data.size(); row++) {
          if (data.isValid(row, column)) {
            integer(row, column);
          }
        }
      }
    }
  }

  /** The particle type of a row's key. */
  public int keyType() {
    return switch (data.type(keyColumn).kind()) {
      case S -> ParticleType.STRING;
      case V -> ParticleType.BLOB;
      default -> ParticleType.INTEGER;
    };
  }

  /** Makes a row's key. */
  public Key key(int row) {
    ColumnType type = data.type(keyColumn);
    if (type.kind().isInteger()) {
      return Key.of(namespace, set, integer(row, keyColumn));
    }
    byte[] array = (byte[]) data.cells()[keyColumn].array();
    int first = row * type.width();
    int length = length(row, keyColumn);
    return type.kind() == Kind.S
        ? Key.of(namespace, set, new String(array, first, length, StandardCharsets.UTF_8))
        : Key.of(namespace, set, Arrays.copyOfRange(array, first, first + length));
  }

  /**
   * Writes the digest of a row's key, without making the key.
   *
   * @param target takes {@link Digests#SIZE} bytes
   */
  public void digest(int row, byte[] target, int offset) {
    hash.reset();
    hash.updateUtf8(set);
    hash.update(keyType());
    ColumnType type = data.type(keyColumn);
    if (type.kind().isInteger()) {
      hash.updateLong(integer(row, keyColumn));
    } else {
      byte[] array = (byte[]) data.cells()[keyColumn].array();
      hash.update(array, row * type.width(), length(row, keyColumn));
    }
    hash.digest(target, offset);
  }

  /** Appends a row's key as it travels, without its type; see {@link #keyType}. */
  public void writeKey(WireWriter writer, int row) {
    writeValue(writer, row, keyColumn);
  }

  /** How many bins a row writes, 0 when none of its cells has a value. */
  public int operationCount(int row) {
    int count = 0;
    for (int column : binColumns) {
      count += data.isValid(row, column) ? 1 : 0;
    }
    return count;
  }

  /**
   * Appends the writes of a row's bins, {@link #operationCount} of them.
   *
   * @throws InvalidArgumentException when an integer is over the largest of a bin
   */
  public void writeOperations(WireWriter writer, int row) {
    for (int column : binColumns) {
      if (data.isValid(row, column)) {
        int start =
            BinOperation.begin(
                writer,
                OperationType.WRITE,
                particleType(row, column),
                schema.column(column).name());
        writeValue(writer, row, column);
        BinOperation.end(writer, start);
      }
    }
  }

  /** What a cell is written as; bytes of an {@code S<n>} that are no text are a blob. */
  public int particleType(int row, int column) {
    ColumnType type = data.type(column);
    if (type.isArray() || type.kind() == Kind.V) {
      return ParticleType.BLOB;
    }
    if (type.kind() == Kind.S) {
      byte[] array = (byte[]) data.cells()[column].array();
      return Utf8.isValid(array, row * type.width(), length(row, column))
          ? ParticleType.STRING
          : ParticleType.BLOB;
    }
    return type.kind().isInteger() ? ParticleType.INTEGER : ParticleType.DOUBLE;
  }

  /** Appends a cell as the value of its particle type. */
  public void writeValue(WireWriter writer, int row, int column) {
    ColumnType type = data.type(column);
    Cells cells = data.cells()[column];
    if (type.isArray()) {
      int at = writer.reserve(type.cellBytes());
      cells.toBytes(row * type.width(), type.width(), writer.array(), at);
    } else if (type.kind().isBytes()) {
      writer.putBytes((byte[]) cells.array(), row * type.width(), length(row, column));
    } else if (type.kind().isInteger()) {
      writer.putLong(integer(row, column));
    } else {
      writer.putDouble(cells.real(row));
    }
  }

  private int length(int row, int column) {
    ColumnType type = data.type(column);
    return type.kind() == Kind.S
        ? CellValues.textLength(
            (byte[]) data.cells()[column].array(), row * type.width(), type.width())
        : type.width();
  }

  private long integer(int row, int column) {
    long value = data.cells()[column].integer(row);
    if (value < 0 && data.type(column).kind() == Kind.U8) {
      throw new InvalidArgumentException(
          place(row, column)
              + " is "
              + Long.toUnsignedString(value)
              + "; the largest integer of a bin or a key is "
              + Long.MAX_VALUE);
    }
    return value;
  }

  private void checkKey(int row) {
    if (!data.isValid(row, keyColumn)) {
      throw new InvalidArgumentException(
          place(row, keyColumn)
              + " has no value, and is the record's key: "
              + data.reason(row, keyColumn));
    }
    ColumnType type = data.type(keyColumn);
    if (type.kind() == Kind.U8) {
      integer(row, keyColumn);
    } else if (type.kind() == Kind.S
        && !Utf8.isValid(
            (byte[]) data.cells()[keyColumn].array(), row * type.width(), length(row, keyColumn))) {
      throw new InvalidArgumentException(
          place(row, keyColumn)
              + " is the record's key and is not UTF-8; use V<bytes> for keys of bytes");
    }
    if (type.kind().isBytes() && length(row, keyColumn) > Key.MAX_USER_KEY_BYTES) {
      throw new InvalidArgumentException(
          place(row, keyColumn)
              + " is a key of "
              + length(row, keyColumn)
              + " bytes; allowed are "
              + Key.MAX_USER_KEY_BYTES);
    }
  }

  private String place(int row, int column) {
    Column named = schema.column(column);
    return "column '" + named.name() + "', row " + row + ",";
  }
}
