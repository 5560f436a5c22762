package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.internal.expression.ExpressionReader;
import dev.aero4j.wire.expression.ExpNode;
import dev.aero4j.wire.message.BatchRow;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.MessageFlags;
import dev.aero4j.wire.message.MessageHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command on one record, be it a message of its own or a row of a batch.
 *
 * @param digestArray holds the digest
 * @param digestOffset where the digest begins
 * @param batchIndex goes into the answer where a single command has 0
 * @param inBatch whether this is a row of a batch
 * @param batchFilter decides on all rows of the batch that have no filter of their own, or null
 * @param deadlineNanos when the client stops waiting, as {@link System#nanoTime} shows it
 */
record RecordRequest(
    MessageHeader header,
    List<Field> fields,
    List<BinOperation> operations,
    byte[] digestArray,
    int digestOffset,
    int batchIndex,
    boolean inBatch,
    @Nullable ExpNode batchFilter,
    long deadlineNanos) {

  /** What the server allows a command whose client gives no limit ({@code transaction-max-ms}). */
  private static final int DEFAULT_TIMEOUT_MILLIS = 1000;

  static RecordRequest single(Message message, Field digest, long arrivedNanos) {
    return new RecordRequest(
        message.header(),
        message.fields(),
        message.operations(),
        digest.array(),
        digest.offset(),
        0,
        false,
        null,
        deadline(message.header(), arrivedNanos));
  }

  /**
   * Returns a row of a batch.
   *
   * @param filter the batch's, or null
   * @param deadlineNanos of the whole batch
   */
  static RecordRequest row(BatchRow row, @Nullable ExpNode filter, long deadlineNanos) {
    return new RecordRequest(
        row.header(),
        row.fields(),
        row.operations(),
        row.digest(),
        0,
        row.index(),
        true,
        filter,
        deadlineNanos);
  }

  /** Returns when the client of a message stops waiting. */
  static long deadline(MessageHeader header, long arrivedNanos) {
    // The field has 32 bits without a sign.
    long millis = Integer.toUnsignedLong(header.timeout());
    return arrivedNanos + (millis == 0 ? DEFAULT_TIMEOUT_MILLIS : millis) * 1_000_000L;
  }

  /** Returns whether the client has stopped waiting. */
  boolean isLate() {
    return System.nanoTime() - deadlineNanos >= 0;
  }

  Digest digest() {
    return Digest.read(digestArray, digestOffset);
  }

  /** Returns the first field of a type, or null. */
  @Nullable Field field(int type) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).type() == type) {
        return fields.get(i);
      }
    }
    return null;
  }

  /** Returns the text of a field, empty when it is absent. */
  String text(int type) {
    Field field = field(type);
    return field == null ? "" : field.text();
  }

  /**
   * Returns the expression that must be true of the record, or null.
   *
   * @throws dev.aero4j.embedded.internal.value.Refusal when it is none
   */
  @Nullable ExpNode filter() {
    Field own = field(FieldType.FILTER_EXPRESSION);
    return own == null ? batchFilter : ExpressionReader.readFilter(own.bytes());
  }

  String namespace() {
    return text(FieldType.NAMESPACE);
  }

  String set() {
    return text(FieldType.SET);
  }

  boolean isWrite() {
    return info2(MessageFlags.INFO2_WRITE);
  }

  boolean isRead() {
    return info1(MessageFlags.INFO1_READ);
  }

  boolean info1(int bit) {
    return (header.info1() & bit) != 0;
  }

  boolean info2(int bit) {
    return (header.info2() & bit) != 0;
  }

  boolean info3(int bit) {
    return (header.info3() & bit) != 0;
  }
}
