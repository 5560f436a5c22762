package dev.aero4j.wire.message;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a batch: the content of field {@link FieldType#BATCH_INDEX}, a 4-byte count, a byte
 * of flags, then the rows.
 *
 * @param flags {@link #INLINE_MEMORY}, {@link #INLINE_DEVICE}, {@link #RESPOND_ALL_KEYS}, {@link
 *     #REPORT_FAILED_ROW}
 * @param rows with repetitions resolved
 */
public record BatchRequest(int flags, List<BatchRow> rows) {
  /** The server may run rows on in-memory namespaces in the thread that read the request. */
  public static final int INLINE_MEMORY = 1;

  /** The same for namespaces on a device. */
  public static final int INLINE_DEVICE = 1 << 1;

  /** Go on after a row has failed, and answer every row. */
  public static final int RESPOND_ALL_KEYS = 1 << 2;

  /** When the server stops answering at a failure, the row that failed is still answered. */
  public static final int REPORT_FAILED_ROW = 1 << 3;

  /** Bytes before the first row. */
  public static final int HEAD_SIZE = 5;

  /**
   * Starts the field; rows are appended with {@link BatchRow#begin}.
   *
   * @return the position of the field, for {@link #end}
   */
  public static int begin(WireWriter writer, int flags) {
    int start = Field.begin(writer, FieldType.BATCH_INDEX);
    writer.putInt(0);
    writer.putByte(flags);
    return start;
  }

  /** Completes the field that began at {@code start}. */
  public static void end(WireWriter writer, int start, int rows) {
    writer.setInt(start + Field.MIN_SIZE, rows);
    Field.end(writer, start);
  }

  /**
   * Reads the content of the field.
   *
   * @throws ProtocolException when the count cannot fit or a row is malformed
   */
  public static BatchRequest read(WireReader reader) {
    if (reader.remaining() < HEAD_SIZE) {
      throw new ProtocolException("a batch field of " + reader.remaining() + " bytes has no head");
    }
    long count = reader.readUnsignedInt();
    int flags = reader.readUnsignedByte();
    if (count * BatchRow.MIN_SIZE > reader.remaining()) {
      throw new ProtocolException(
          "a batch of " + count + " rows cannot fit in " + reader.remaining() + " bytes");
    }
    List<BatchRow> rows = new ArrayList<>((int) count);
    BatchRow previous = null;
    for (long i = 0; i < count; i++) {
      previous = BatchRow.read(reader, previous);
      rows.add(previous);
    }
    return new BatchRequest(flags, rows);
  }
}
