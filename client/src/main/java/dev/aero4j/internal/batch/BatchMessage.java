package dev.aero4j.internal.batch;

import dev.aero4j.internal.command.RecordEncoder;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BatchRequest;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.MessageFlags;
import dev.aero4j.wire.message.MessageHeader;

/** Writes rows as one batch message. */
public final class BatchMessage {
  /** A message takes no further rows past this size, unless it has none yet. */
  private static final int MAX_BYTES = 256 * 1024;

  private BatchMessage() {}

  /** Hears of a row that cannot be encoded. */
  public interface Refused {
    void row(int row, RuntimeException why);
  }

  /**
   * Appends a message. The rows that are in it are moved to the front, in their order: to {@code
   * order[from]} and on.
   *
   * @param order numbers of rows
   * @param from the first to take
   * @param to the end of those to take
   * @return how many are in the message, and in the upper 32 bits how many of {@code order} were
   *     used up, which are more when some were refused
   */
  public static long write(
      WireWriter writer,
      Rows rows,
      int[] order,
      int from,
      int to,
      BatchPolicy policy,
      Refused refused) {
    int frame = Frame.begin(writer, Frame.MESSAGE);
    new MessageHeader(info1(policy), 0, 0, 0, 0, 0, 0, policy.totalTimeoutMillis(), 1, 0)
        .write(writer);
    int field = BatchRequest.begin(writer, flags(policy));
    rows.beginMessage();
    int kept = 0;
    int at = from;
    for (; at < to; at++) {
      int start = writer.position();
      if (kept > 0 && start - frame > MAX_BYTES) {
        break;
      }
      int row = order[at];
      try {
        rows.write(writer, row, kept);
        order[from + kept++] = row;
      } catch (RuntimeException e) {
        writer.truncate(start);
        rows.beginMessage();
        refused.row(row, e);
      }
    }
    BatchRequest.end(writer, field, kept);
    Frame.end(writer, frame);
    if (policy.compress()) {
      RecordEncoder.compress(writer, frame);
    }
    return (long) (at - from) << 32 | kept;
  }

  private static int info1(BatchPolicy policy) {
    return MessageFlags.INFO1_BATCH
        | (policy.compress() ? MessageFlags.INFO1_COMPRESS_RESPONSE : 0);
  }

  private static int flags(BatchPolicy policy) {
    return (policy.allowInline() ? BatchRequest.INLINE_MEMORY : 0)
        | (policy.allowInlineSsd() ? BatchRequest.INLINE_DEVICE : 0)
        | (policy.respondAllKeys() ? BatchRequest.RESPOND_ALL_KEYS : 0)
        | BatchRequest.REPORT_FAILED_ROW;
  }
}
