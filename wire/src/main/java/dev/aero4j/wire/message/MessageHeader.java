package dev.aero4j.wire.message;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;

/**
 * The fixed head of a message, and of each record in an answer of several records.
 *
 * <pre>
 *  0      1     2     3     4     5      6            10           14           18        20        22
 * +------+-----+-----+-----+-----+------+------------+------------+------------+---------+---------+
 * | size |info1|info2|info3|info4|result| generation | expiration |  timeout   | fields  |   ops   |
 * +------+-----+-----+-----+-----+------+------------+------------+------------+---------+---------+
 * </pre>
 *
 * @param info1 read bits, see {@link MessageFlags}
 * @param info2 write bits
 * @param info3 more bits
 * @param info4 transaction bits
 * @param resultCode 0 in a request
 * @param generation expected generation in a request, the record's in an answer
 * @param expiration in a request seconds to live (0 namespace default, -1 never, -2 keep), or for a
 *     read the percentage of read-touch; in an answer the void time, in seconds since 2010-01-01
 *     UTC, 0 for never
 * @param timeout in a request the server's time limit in milliseconds, 0 for the server's default;
 *     in a row of a batch answer the index of the key
 * @param fieldCount number of fields that follow
 * @param operationCount number of operations after the fields
 */
public record MessageHeader(
    int info1,
    int info2,
    int info3,
    int info4,
    int resultCode,
    int generation,
    int expiration,
    int timeout,
    int fieldCount,
    int operationCount) {

  /** Bytes of the header, as it says itself in its first byte. */
  public static final int SIZE = 22;

  private static final int FIELD_COUNT_OFFSET = 18;
  private static final int OPERATION_COUNT_OFFSET = 20;

  /** Returns whether this is the end of an answer in several messages. */
  public boolean isLast() {
    return (info3 & MessageFlags.INFO3_LAST) != 0;
  }

  /** Returns the position of the key in the batch that this row answers. */
  public int batchIndex() {
    return timeout;
  }

  /** Appends the header; see {@link #patchCounts} for counts that are not known yet. */
  public void write(WireWriter writer) {
    writer.ensure(SIZE);
    writer.putByte(SIZE);
    writer.putByte(info1);
    writer.putByte(info2);
    writer.putByte(info3);
    writer.putByte(info4);
    writer.putByte(resultCode);
    writer.putInt(generation);
    writer.putInt(expiration);
    writer.putInt(timeout);
    writer.putShort(fieldCount);
    writer.putShort(operationCount);
  }

  /** Sets the counts of a header that was written at {@code start}. */
  public static void patchCounts(WireWriter writer, int start, int fields, int operations) {
    writer.setShort(start + FIELD_COUNT_OFFSET, fields);
    writer.setShort(start + OPERATION_COUNT_OFFSET, operations);
  }

  /**
   * Reads a header and checks that its counts can fit in what follows.
   *
   * @throws ProtocolException when the header is cut short, of another size, or its counts cannot
   *     fit
   */
  public static MessageHeader read(WireReader reader) {
    int size = reader.readUnsignedByte();
    if (size != SIZE) {
      throw new ProtocolException("expected a message header of " + SIZE + " bytes, seen " + size);
    }
    MessageHeader header =
        new MessageHeader(
            reader.readUnsignedByte(),
            reader.readUnsignedByte(),
            reader.readUnsignedByte(),
            reader.readUnsignedByte(),
            reader.readUnsignedByte(),
            reader.readInt(),
            reader.readInt(),
            reader.readInt(),
            reader.readUnsignedShort(),
            reader.readUnsignedShort());
    long least =
        (long) header.fieldCount * Field.MIN_SIZE
            + (long) header.operationCount * BinOperation.MIN_SIZE;
    if (least > reader.remaining()) {
      throw new ProtocolException(
          header.fieldCount
              + " fields and "
              + header.operationCount
              + " operations need at least "
              + least
              + " bytes, but only "
              + reader.remaining()
              + " follow");
    }
    return header;
  }
}
