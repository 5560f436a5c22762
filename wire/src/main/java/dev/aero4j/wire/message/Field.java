package dev.aero4j.wire.message;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One field of a message: a 4-byte size (type included), the type, the value. The value is a view
 * of the message's bytes and is not copied.
 *
 * @param type see {@link FieldType}
 * @param array holds the value
 * @param offset where the value begins
 * @param length bytes of the value
 */
public record Field(int type, byte[] array, int offset, int length) {
  /** The bytes of a field with an empty value. */
  public static final int MIN_SIZE = 5;

  /** Returns a copy of the value. */
  public byte[] bytes() {
    return Arrays.copyOfRange(array, offset, offset + length);
  }

  /** Returns the value as UTF-8 text. */
  public String text() {
    return new String(array, offset, length, StandardCharsets.UTF_8);
  }

  /** Returns a cursor over the value. */
  public WireReader reader() {
    return new WireReader(array, offset, length);
  }

  /**
   * Reads the next field. The rows of a batch end with the message at the latest, whatever length
   * they announce: the official Java client counts a filter that stands before them as theirs too,
   * and servers do not mind.
   */
  public static Field read(WireReader reader) {
    int start = reader.position();
    boolean rows = reader.remaining() > 4 && reader.array()[start + 4] == FieldType.BATCH_INDEX;
    int size =
        rows ? (int) Math.min(reader.readUnsignedInt(), reader.remaining()) : reader.readLength();
    if (size < 1) {
      throw new ProtocolException("a field at offset " + reader.position() + " has no type byte");
    }
    int type = reader.readUnsignedByte();
    Field field = new Field(type, reader.array(), reader.position(), size - 1);
    reader.skip(size - 1);
    return field;
  }

  /** Moves past {@code count} fields. */
  public static void skip(WireReader reader, int count) {
    for (int i = 0; i < count; i++) {
      reader.skip(reader.readLength());
    }
  }

  /** Appends a field with a value at hand. */
  public static void write(WireWriter writer, int type, byte[] value) {
    writer.putInt(value.length + 1);
    writer.putByte(type);
    writer.putBytes(value);
  }

  /** Appends a field of text. */
  public static void writeText(WireWriter writer, int type, String value) {
    int start = begin(writer, type);
    writer.putUtf8(value);
    end(writer, start);
  }

  /** Appends a field with a 32-bit value. */
  public static void writeInt(WireWriter writer, int type, int value) {
    writer.putInt(5);
    writer.putByte(type);
    writer.putInt(value);
  }

  /** Appends a field with a 64-bit value. */
  public static void writeLong(WireWriter writer, int type, long value) {
    writer.putInt(9);
    writer.putByte(type);
    writer.putLong(value);
  }

  /**
   * Starts a field whose length is not known yet.
   *
   * @return the position of the field, for {@link #end}
   */
  public static int begin(WireWriter writer, int type) {
    int start = writer.reserve(MIN_SIZE);
    writer.setByte(start + 4, type);
    return start;
  }

  /** Completes the field that began at {@code start}. */
  public static void end(WireWriter writer, int start) {
    writer.setInt(start, writer.position() - start - 4);
  }
}
