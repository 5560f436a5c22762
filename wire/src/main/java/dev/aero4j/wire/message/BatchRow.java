package dev.aero4j.wire.message;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record's part of a batch request.
 *
 * <pre>
 *  0       4          24      25                                        then
 * +-------+----------+-------+------------------------------------------+-------+-----+--------+-----+
 * | index |  digest  | flags | info1 [info2 info3] [info4] [gen] [ttl]  |fields | ops | fields | ops |
 * +-------+----------+-------+------------------------------------------+-------+-----+--------+-----+
 *                      4 bytes index, 2 bytes generation, 4 bytes ttl, 2 bytes a count
 * </pre>
 *
 * A row whose flags say {@link #REPEAT} ends after the flags and is, but for index and digest, the
 * same as the row before it.
 *
 * @param index position of the key in the caller's batch
 * @param digest 20 bytes
 * @param header the row's bits, generation (16 bits travel) and expiration, as for a single command
 * @param fields the namespace first
 * @param operations in the order of the wire
 */
public record BatchRow(
    int index,
    byte[] digest,
    MessageHeader header,
    List<Field> fields,
    List<BinOperation> operations) {

  /** Flag: everything but index and digest as in the row before. */
  public static final int REPEAT = 1;

  /** Flag: info 2 and info 3 follow info 1. */
  public static final int HAS_INFO = 1 << 1;

  /** Flag: a 16-bit generation is given. */
  public static final int HAS_GENERATION = 1 << 2;

  /** Flag: a 32-bit expiration is given. */
  public static final int HAS_EXPIRATION = 1 << 3;

  /** Flag: info 4 is given. */
  public static final int HAS_INFO4 = 1 << 4;

  /** The bytes of a repeated row. */
  public static final int MIN_SIZE = 25;

  /** The largest generation that a row can carry. */
  public static final int MAX_GENERATION = 0xFFFF;

  private static final int DIGEST_SIZE = 20;
  private static final int FLAGS_OFFSET = 24;

  /** Returns the first field of a type, or null. */
  public @Nullable Field field(int type) {
    return Message.find(fields, type);
  }

  /**
   * Writes the head of a row: everything up to the counts.
   *
   * @return the position of the two counts, for {@link #end}
   */
  public static int begin(
      WireWriter writer,
      int index,
      byte[] digest,
      int info1,
      int info2,
      int info3,
      int generation,
      int expiration) {
    return begin(writer, index, digest, 0, info1, info2, info3, generation, expiration);
  }

  /**
   * Writes the head of a row whose digest lies in a larger array.
   *
   * @return as {@link #begin(WireWriter, int, byte[], int, int, int, int, int)}
   */
  public static int begin(
      WireWriter writer,
      int index,
      byte[] digests,
      int digestOffset,
      int info1,
      int info2,
      int info3,
      int generation,
      int expiration) {
    int flags = info2 == 0 && info3 == 0 ? 0 : HAS_INFO;
    flags |= generation == 0 ? 0 : HAS_GENERATION;
    flags |= expiration == 0 ? 0 : HAS_EXPIRATION;
    writer.putInt(index);
    writer.putBytes(digests, digestOffset, DIGEST_SIZE);
    writer.putByte(flags);
    writer.putByte(info1);
    if ((flags & HAS_INFO) != 0) {
      writer.putByte(info2);
      writer.putByte(info3);
    }
    if ((flags & HAS_GENERATION) != 0) {
      writer.putShort(generation);
    }
    if ((flags & HAS_EXPIRATION) != 0) {
      writer.putInt(expiration);
    }
    return writer.reserve(4);
  }

  /** Sets the counts of the row whose counts stand at {@code counts}. */
  public static void end(WireWriter writer, int counts, int fields, int operations) {
    writer.setShort(counts, fields);
    writer.setShort(counts + 2, operations);
  }

  /** Appends a row that is, but for index and digest, the same as the row before it. */
  public static void writeRepetition(WireWriter writer, int index, byte[] digest) {
    writer.putInt(index);
    writer.putBytes(digest, 0, DIGEST_SIZE);
    writer.putByte(REPEAT);
  }

  /**
   * Shortens the row that was written last to a repetition if, but for index and digest, it is
   * equal to {@code previous}. Rows that carry their user key must not be given here: the server
   * refuses to repeat a key.
   *
   * @param row where the last row begins
   * @param previous where the last full row before it begins
   * @param previousEnd where that full row ends
   * @return whether the row was shortened
   */
  public static boolean repeatIfEqual(WireWriter writer, int row, int previous, int previousEnd) {
    int end = writer.position();
    byte[] bytes = writer.array();
    if (!java.util.Arrays.equals(
        bytes, previous + FLAGS_OFFSET, previousEnd, bytes, row + FLAGS_OFFSET, end)) {
      return false;
    }
    writer.truncate(row + FLAGS_OFFSET);
    writer.putByte(REPEAT);
    return true;
  }

  /**
   * Reads the next row.
   *
   * @param previous the row before, or null for the first
   */
  public static BatchRow read(WireReader reader, @Nullable BatchRow previous) {
    int index = reader.readInt();
    byte[] digest = reader.readBytes(DIGEST_SIZE);
    int flags = reader.readUnsignedByte();
    if ((flags & REPEAT) != 0) {
      if (previous == null) {
        throw new ProtocolException("the first row of a batch repeats a row before it");
      }
      return new BatchRow(index, digest, previous.header, previous.fields, previous.operations);
    }
    int info1 = reader.readUnsignedByte();
    int info2 = (flags & HAS_INFO) != 0 ? reader.readUnsignedByte() : 0;
    int info3 = (flags & HAS_INFO) != 0 ? reader.readUnsignedByte() : 0;
    int info4 = (flags & HAS_INFO4) != 0 ? reader.readUnsignedByte() : 0;
    int generation = (flags & HAS_GENERATION) != 0 ? reader.readUnsignedShort() : 0;
    int expiration = (flags & HAS_EXPIRATION) != 0 ? reader.readInt() : 0;
    int fieldCount = reader.readUnsignedShort();
    int operationCount = reader.readUnsignedShort();
    long least = (long) fieldCount * Field.MIN_SIZE + (long) operationCount * BinOperation.MIN_SIZE;
    if (least > reader.remaining()) {
      throw new ProtocolException(
          "a batch row announces "
              + fieldCount
              + " fields and "
              + operationCount
              + " operations, but only "
              + reader.remaining()
              + " bytes follow");
    }
    MessageHeader header =
        new MessageHeader(
            info1, info2, info3, info4, 0, generation, expiration, 0, fieldCount, operationCount);
    return new BatchRow(
        index,
        digest,
        header,
        Message.readFields(reader, fieldCount),
        Message.readOperations(reader, operationCount));
  }
}
