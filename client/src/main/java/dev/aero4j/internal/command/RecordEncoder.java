package dev.aero4j.internal.command;

import dev.aero4j.Key;
import dev.aero4j.expression.Expression;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BatchRow;
import dev.aero4j.wire.message.CompressedFrame;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.MessageHeader;
import dev.aero4j.wire.value.ParticleType;
import java.util.Arrays;

/** Writes a command on one record, as a message of its own or as a row of a batch. */
public final class RecordEncoder {
  /** Requests that are shorter gain nothing from compression; other clients draw the line here. */
  private static final int COMPRESS_FROM_BYTES = 128;

  private RecordEncoder() {}

  /** As {@link #writeSingle(WireWriter, RecordCommand, Key, int)}, for the command's own key. */
  public static void writeSingle(
      WireWriter writer, RecordCommand<?> command, int serverTimeoutMillis) {
    writeSingle(writer, command, command.key(), serverTimeoutMillis);
  }

  /**
   * Appends a whole frame.
   *
   * @param key the record's, which need not be the one that the command was made for
   * @param serverTimeoutMillis how long the server may work on it, 0 for the server's own limit
   */
  public static void writeSingle(
      WireWriter writer, RecordCommand<?> command, Key key, int serverTimeoutMillis) {
    int frame = Frame.begin(writer, Frame.MESSAGE);
    int start = writer.position();
    writer.ensure(MessageHeader.SIZE);
    writer.putByte(MessageHeader.SIZE);
    writer.putByte(command.info1());
    writer.putByte(command.info2());
    writer.putByte(command.info3());
    writer.putShort(0); // info 4 and the result code
    writer.putInt(command.generation());
    writer.putInt(command.expiration());
    writer.putInt(serverTimeoutMillis);
    writer.putInt(0); // the counts, patched below
    int fields = writeNames(writer, key);
    Field.write(writer, FieldType.DIGEST, ApiBridge.instance().digest(key));
    fields += 1 + writeOtherFields(writer, command, key);
    MessageHeader.patchCounts(writer, start, fields, command.operationCount());
    command.writeOperations(writer);
    Frame.end(writer, frame);
    if (command.carriesData() && command.policy().compress()) {
      compress(writer, frame);
    }
  }

  /** As {@link #writeRow(WireWriter, RecordCommand, Key, int)}, for the command's own key. */
  public static boolean writeRow(WireWriter writer, RecordCommand<?> command, int index) {
    return writeRow(writer, command, command.key(), index);
  }

  /**
   * Appends a row of a batch.
   *
   * @param key the record's, which need not be the one that the command was made for
   * @param index the position of its answer
   * @return whether {@link BatchRow#repeatIfEqual} may be tried on it: the server refuses to repeat
   *     a row that carries the caller's key
   */
  public static boolean writeRow(WireWriter writer, RecordCommand<?> command, Key key, int index) {
    int counts =
        BatchRow.begin(
            writer,
            index,
            ApiBridge.instance().digest(key),
            command.info1(),
            command.info2(),
            command.info3(),
            command.generation(),
            command.expiration());
    int fields = writeNames(writer, key) + writeOtherFields(writer, command, key);
    BatchRow.end(writer, counts, fields, command.operationCount());
    command.writeOperations(writer);
    return !sendsKey(command, key);
  }

  /** Whether the caller's key travels, so that the row is like no other. */
  public static boolean sendsKey(RecordCommand<?> command, Key key) {
    return command.sendKey() && ApiBridge.instance().userKey(key) != null;
  }

  private static int writeNames(WireWriter writer, Key key) {
    return writeNames(writer, key.namespace(), key.set());
  }

  /** Appends the fields of namespace and set; returns how many they are. */
  public static int writeNames(WireWriter writer, String namespace, String set) {
    Field.writeText(writer, FieldType.NAMESPACE, namespace);
    if (set.isEmpty()) {
      return 1;
    }
    Field.writeText(writer, FieldType.SET, set);
    return 2;
  }

  private static int writeOtherFields(WireWriter writer, RecordCommand<?> command, Key key) {
    Object userKey = command.sendKey() ? ApiBridge.instance().userKey(key) : null;
    int fields = command.writeFields(writer);
    if (userKey != null) {
      writeUserKey(writer, userKey);
      fields++;
    }
    Expression filter = command.policy().filterExpression();
    if (filter != null) {
      writeFilter(writer, filter);
      fields++;
    }
    return fields;
  }

  /** Appends the field of a filter. */
  public static void writeFilter(WireWriter writer, Expression filter) {
    int start = Field.begin(writer, FieldType.FILTER_EXPRESSION);
    filter.writeTo(writer);
    Field.end(writer, start);
  }

  /** Appends the field of the caller's key: a String, Long or byte[]. */
  public static void writeUserKey(WireWriter writer, Object userKey) {
    int start = Field.begin(writer, FieldType.KEY);
    if (userKey instanceof Long number) {
      writer.putByte(ParticleType.INTEGER);
      writer.putLong(number);
    } else if (userKey instanceof String text) {
      writer.putByte(ParticleType.STRING);
      writer.putUtf8(text);
    } else {
      writer.putByte(ParticleType.BLOB);
      writer.putBytes((byte[]) userKey);
    }
    Field.end(writer, start);
  }

  /** Compresses the frame that begins at {@code frame}, the last one, if it is long enough. */
  public static void compress(WireWriter writer, int frame) {
    if (writer.position() - frame <= COMPRESS_FROM_BYTES) {
      return;
    }
    byte[] plain = Arrays.copyOfRange(writer.array(), frame, writer.position());
    writer.truncate(frame);
    CompressedFrame.write(writer, plain, 0, plain.length);
  }
}
