package dev.aero4j.wire.message;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole message (or one record of an answer in several records) as immutable data: its header,
 * its fields and its operations, which view the bytes they were read from.
 *
 * @param header the counts in it are those of the lists
 * @param fields in the order of the wire
 * @param operations in the order of the wire
 */
public record Message(MessageHeader header, List<Field> fields, List<BinOperation> operations) {

  /**
   * Reads one message and leaves the reader behind it.
   *
   * @throws ProtocolException when lengths overlap, counts cannot fit, or the input is cut short
   */
  public static Message read(WireReader reader) {
    MessageHeader header = MessageHeader.read(reader);
    return new Message(
        header,
        readFields(reader, header.fieldCount()),
        readOperations(reader, header.operationCount()));
  }

  static List<Field> readFields(WireReader reader, int count) {
    List<Field> fields = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      fields.add(Field.read(reader));
    }
    return List.copyOf(fields);
  }

  static List<BinOperation> readOperations(WireReader reader, int count) {
    List<BinOperation> operations = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      operations.add(BinOperation.read(reader));
    }
    return List.copyOf(operations);
  }

  /** Returns the first field of a type, or null. */
  public @Nullable Field field(int type) {
    return find(fields, type);
  }

  static @Nullable Field find(List<Field> fields, int type) {
    for (Field field : fields) {
      if (field.type() == type) {
        return field;
      }
    }
    return null;
  }

  /** Appends the message without the frame around it. */
  public void write(WireWriter writer) {
    int start = writer.position();
    header.write(writer);
    MessageHeader.patchCounts(writer, start, fields.size(), operations.size());
    for (Field field : fields) {
      int at = Field.begin(writer, field.type());
      writer.putBytes(field.array(), field.offset(), field.length());
      Field.end(writer, at);
    }
    for (BinOperation op : operations) {
      BinOperation.write(
          writer,
          op.operation(),
          op.particleType(),
          op.bin(),
          op.array(),
          op.offset(),
          op.length());
    }
  }
}
