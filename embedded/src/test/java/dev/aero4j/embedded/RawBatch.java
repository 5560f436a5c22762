package dev.aero4j.embedded;

import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.digest.Digests;
import dev.aero4j.wire.message.BatchRequest;
import dev.aero4j.wire.message.BatchRow;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.MessageFlags;
import dev.aero4j.wire.message.MessageHeader;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.Particles;
import org.jspecify.annotations.Nullable;

/** Collects a batch message on keys of set {@code s} in namespace {@code test}. */
final class RawBatch {
  /** The expression {@code false}. */
  private static final byte[] EXPRESSION = {(byte) 0xC2};

  /** A time limit that no machine is too slow for; the server's own is a second. */
  private static final int PATIENCE = 20_000;

  private static final int READ_ALL = 3;
  private static final int WRITE = 1;
  private static final int DELETE = 2;

  private final WireWriter rows = new WireWriter(256);
  private int flags = BatchRequest.RESPOND_ALL_KEYS;
  private int timeout = PATIENCE;
  private int count;
  private byte @Nullable [] filter;

  RawBatch flags(int value) {
    flags = value;
    return this;
  }

  RawBatch timeout(int millis) {
    timeout = millis;
    return this;
  }

  /** Gives the whole batch a filter expression that is true of no record. */
  RawBatch filtered() {
    return filtered(EXPRESSION);
  }

  RawBatch filtered(byte[] expression) {
    filter = expression;
    return this;
  }

  RawBatch read(String key) {
    return row(key, READ_ALL, 0, 0, "", 0L, -1);
  }

  RawBatch put(String key, Object value) {
    return row(key, 0, WRITE, OperationType.WRITE, "n", value, -1);
  }

  RawBatch add(String key, long value) {
    return row(key, 0, WRITE, OperationType.INCREMENT, "n", value, -1);
  }

  RawBatch delete(String key) {
    return row(key, 0, WRITE | DELETE, 0, "", 0L, -1);
  }

  /** A write with one more field, such as a filter expression or a UDF. */
  RawBatch putWith(int fieldType, String key) {
    return row(key, 0, WRITE, OperationType.WRITE, "n", 1L, fieldType);
  }

  /** The row before, on another key. */
  RawBatch repeat(String key) {
    rows.putInt(count);
    rows.putBytes(Digests.of("s", key));
    rows.putByte(BatchRow.REPEAT);
    count++;
    return this;
  }

  private RawBatch row(
      String key, int info1, int info2, int operation, String bin, Object value, int fieldType) {
    int counts = BatchRow.begin(rows, count, Digests.of("s", key), info1, info2, 0, 0, 0);
    Field.writeText(rows, FieldType.NAMESPACE, "test");
    Field.writeText(rows, FieldType.SET, "s");
    if (fieldType >= 0) {
      Field.write(rows, fieldType, EXPRESSION);
    }
    if (operation != 0) {
      int start = BinOperation.begin(rows, operation, Particles.typeOf(value), bin);
      Particles.write(rows, value);
      BinOperation.end(rows, start);
    }
    BatchRow.end(rows, counts, fieldType >= 0 ? 3 : 2, operation == 0 ? 0 : 1);
    count++;
    return this;
  }

  byte[] frame() {
    WireWriter writer = new WireWriter(256);
    int frame = Frame.begin(writer, Frame.MESSAGE);
    int info1 = MessageFlags.INFO1_READ | MessageFlags.INFO1_BATCH;
    new MessageHeader(info1, 0, 0, 0, 0, 0, 0, timeout, filter != null ? 2 : 1, 0).write(writer);
    if (filter != null) {
      Field.write(writer, FieldType.FILTER_EXPRESSION, filter);
    }
    int field = BatchRequest.begin(writer, flags);
    writer.putBytes(rows.toByteArray());
    BatchRequest.end(writer, field, count);
    Frame.end(writer, frame);
    return writer.toByteArray();
  }
}
