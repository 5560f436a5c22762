package dev.aero4j.wire.message;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import java.nio.charset.StandardCharsets;

/**
 * One operation on a bin in a request, or one bin in an answer.
 *
 * <pre>
 *  0            4          5               6         7             8
 * +------------+----------+---------------+---------+-------------+------+-------+
 * | size after |operation | particle type | version | name length | name | value |
 * +------------+----------+---------------+---------+-------------+------+-------+
 * </pre>
 *
 * The value is a view of the message's bytes and is not copied.
 *
 * @param operation see {@link OperationType}
 * @param particleType type of the value
 * @param bin name of the bin, empty where the operation is about the whole record
 * @param array holds the value
 * @param offset where the value begins
 * @param length bytes of the value
 */
public record BinOperation(
    int operation, int particleType, String bin, byte[] array, int offset, int length) {

  /** The bytes of an operation with neither name nor value. */
  public static final int MIN_SIZE = 8;

  /** Bytes that the size counts besides name and value. */
  private static final int COUNTED_HEAD = 4;

  /** Returns a cursor over the value. */
  public WireReader reader() {
    return new WireReader(array, offset, length);
  }

  /** Reads the next operation. */
  public static BinOperation read(WireReader reader) {
    int size = reader.readLength();
    int start = reader.position();
    if (size < COUNTED_HEAD) {
      throw new ProtocolException(
          "an operation at offset " + start + " is " + size + " bytes long, shorter than its head");
    }
    int operation = reader.readUnsignedByte();
    int particleType = reader.readUnsignedByte();
    reader.skip(1);
    int nameLength = reader.readUnsignedByte();
    if (nameLength > size - COUNTED_HEAD) {
      throw new ProtocolException(
          "a bin name of "
              + nameLength
              + " bytes at offset "
              + reader.position()
              + " reaches past its operation of "
              + size
              + " bytes");
    }
    String bin = new String(reader.array(), reader.position(), nameLength, StandardCharsets.UTF_8);
    int offset = reader.position() + nameLength;
    int length = size - COUNTED_HEAD - nameLength;
    reader.skip(size - COUNTED_HEAD);
    return new BinOperation(operation, particleType, bin, reader.array(), offset, length);
  }

  /** Moves past {@code count} operations. */
  public static void skip(WireReader reader, int count) {
    for (int i = 0; i < count; i++) {
      reader.skip(reader.readLength());
    }
  }

  /**
   * Starts an operation whose value follows.
   *
   * @return the position of the operation, for {@link #end}
   */
  public static int begin(WireWriter writer, int operation, int particleType, String bin) {
    int start = writer.reserve(MIN_SIZE);
    writer.setByte(start + 4, operation);
    writer.setByte(start + 5, particleType);
    writer.setByte(start + 7, writer.putUtf8(bin));
    return start;
  }

  /** Completes the operation that began at {@code start}. */
  public static void end(WireWriter writer, int start) {
    writer.setInt(start, writer.position() - start - 4);
  }

  /** Appends an operation without a value. */
  public static void writeEmpty(WireWriter writer, int operation, String bin) {
    end(writer, begin(writer, operation, 0, bin));
  }

  /** Appends an operation with a value at hand. */
  public static void write(
      WireWriter writer,
      int operation,
      int particleType,
      String bin,
      byte[] value,
      int offset,
      int length) {
    int start = begin(writer, operation, particleType, bin);
    writer.putBytes(value, offset, length);
    end(writer, start);
  }
}
