package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.internal.expression.ExpressionReader;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.expression.ExpNode;
import dev.aero4j.wire.message.BatchRequest;
import dev.aero4j.wire.message.BatchRow;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.MessageFlags;
import dev.aero4j.wire.message.MessageHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers a batch message: a frame of rows for each 128 KiB, then a frame with the last mark. Rows
 * are commands like any other; each is atomic by itself. Confined to the connection's thread.
 *
 * <p>Rows are executed one after another, and none waits for another one's copies: a row that must
 * wait, and what follows it, is held back until all have been executed, and then answered in order.
 * What has not had its turn when the client's time is over is answered with code 9 and not executed
 * (learnt from server 8.1.2.0: of 20,000 puts with a limit of 1 ms it did some hundred).
 *
 * <p>A row fails when its code is other than found, not found or filtered out. Unless the client
 * wants an answer to every row, a failure suppresses the rest of the answer (but no row's
 * execution) and becomes the code of the last frame.
 */
final class BatchService {
  /** Most bytes of rows in a frame, unless a single row has more. */
  private static final int BLOCK_SIZE = 128 * 1024 - 32;

  /** The field's former number, which servers still accept. */
  private static final int OLD_BATCH_FIELD = 42;

  private final RecordService records;
  private final FaultSession faults;
  private final AnswerChannel channel;
  private final Settings settings;
  private final boolean mayWrite;
  private final NodeCounters counters;

  BatchService(
      RecordService records,
      FaultSession faults,
      AnswerChannel channel,
      Cluster cluster,
      NodeCounters counters) {
    this.records = records;
    this.faults = faults;
    this.channel = channel;
    this.settings = cluster.settings();
    this.mayWrite = cluster.options().batchMayWrite();
    this.counters = counters;
  }

  void answer(Message message) throws IOException, InterruptedException {
    counters.batches().increment();
    end(codeOf(message));
  }

  private int codeOf(Message message) throws IOException, InterruptedException {
    int refused = check(message);
    if (refused != ResultCode.OK) {
      return refused;
    }
    Answer answer;
    try {
      answer = new Answer(message);
    } catch (Refusal refusal) {
      return refusal.resultCode();
    }
    return answer.execute();
  }

  /** Writes the last frame of an answer, with a code that concerns the whole batch. */
  void end(int code) {
    WireWriter out = channel.writer();
    int last = Frame.begin(out, Frame.MESSAGE);
    new MessageHeader(0, 0, MessageFlags.INFO3_LAST, 0, code, 0, 0, 0, 0, 0).write(out);
    Frame.end(out, last);
  }

  private int check(Message message) {
    Field rows = rows(message);
    if (!settings.batchEnabled()) {
      return ResultCode.BATCH_DISABLED;
    }
    if (rows == null || rows.length() < BatchRequest.HEAD_SIZE) {
      return ResultCode.PARAMETER_ERROR;
    }
    long count = rows.reader().readUnsignedInt();
    if (count == 0) {
      return ResultCode.PARAMETER_ERROR;
    }
    int max = settings.batchMaxRequests();
    if (max != 0 && count > max) {
      return ResultCode.BATCH_MAX_REQUESTS_EXCEEDED;
    }
    return ResultCode.OK;
  }

  private static @Nullable Field rows(Message message) {
    Field rows = message.field(FieldType.BATCH_INDEX);
    return rows == null ? message.field(OLD_BATCH_FIELD) : rows;
  }

  /**
   * A row that is not in a frame yet.
   *
   * @param answer as far as it is known
   */
  private record HeldRow(Progress progress, byte[] answer) {}

  /** The answer to one message as it grows. */
  private final class Answer {
    private final WireWriter out = channel.writer();
    private final WireReader reader;
    private final long count;
    private final boolean respondAll;
    private final boolean reportFailedRow;
    private final boolean compress;

    /** Decides on every row that has no filter of its own; null for none. */
    private final @Nullable ExpNode filter;

    private final long deadlineNanos;

    /** The first row that must be waited for, and all after it. */
    private final List<HeldRow> held = new ArrayList<>();

    /** Where the frame that is being filled begins. */
    private int block;

    /** Code that suppresses the rest of the answer. */
    private int failure = ResultCode.OK;

    /** Code that becomes the failure once the frame that is being filled has been sent. */
    private int blockFailure = ResultCode.OK;

    /** Throws a {@link Refusal} when the filter is none. */
    Answer(Message message) {
      Field rows = rows(message);
      if (rows == null) {
        throw new IllegalArgumentException("not a batch");
      }
      reader = rows.reader();
      count = reader.readUnsignedInt();
      int flags = reader.readUnsignedByte();
      respondAll = (flags & BatchRequest.RESPOND_ALL_KEYS) != 0;
      reportFailedRow = (flags & BatchRequest.REPORT_FAILED_ROW) != 0;
      Field expression = message.field(FieldType.FILTER_EXPRESSION);
      filter = expression == null ? null : ExpressionReader.readFilter(expression.bytes());
      deadlineNanos = RecordRequest.deadline(message.header(), faults.startNanos());
      compress = (message.header().info1() & MessageFlags.INFO1_COMPRESS_RESPONSE) != 0;
    }

    /** Executes the rows and returns the code of the last frame. */
    int execute() throws IOException, InterruptedException {
      block = Frame.begin(out, Frame.MESSAGE);
      BatchRow previous = null;
      for (long i = 0; i < count; i++) {
        BatchRow row = next(previous);
        if (row == null) {
          failure = ResultCode.PARAMETER_ERROR;
          break;
        }
        executeRow(RecordRequest.row(row, filter, deadlineNanos));
        previous = row;
      }
      for (HeldRow row : held) {
        int start = out.position();
        out.putBytes(row.answer());
        append(start, row.progress().finish(start));
      }
      if (failure != ResultCode.OK || out.position() == block + Frame.HEADER_SIZE) {
        out.truncate(block);
      } else {
        endBlock();
      }
      return failure == ResultCode.OK ? blockFailure : failure;
    }

    /** Returns the next row, or null when the server would not go on. */
    private @Nullable BatchRow next(@Nullable BatchRow previous) {
      int start = reader.position();
      BatchRow row;
      try {
        row = BatchRow.read(reader, previous);
      } catch (ProtocolException e) {
        return null;
      }
      boolean repeatsKey =
          reader.position() - start == BatchRow.MIN_SIZE && row.field(FieldType.KEY) != null;
      Field namespace = row.field(FieldType.NAMESPACE);
      boolean refused =
          repeatsKey
              || namespace == null
              || !records.knowsNamespace(namespace.text())
              || (!mayWrite && row.header().info2() != 0);
      return refused ? null : row;
    }

    private void executeRow(RecordRequest request) throws IOException, InterruptedException {
      counters.batchRows().increment();
      int start = out.position();
      Progress progress = faults.around(request, out, row -> records.begin(row, out));
      if (held.isEmpty() && progress.rest() == null) {
        append(start, progress.code());
      } else {
        held.add(new HeldRow(progress, Arrays.copyOfRange(out.array(), start, out.position())));
        out.truncate(start);
      }
    }

    /** Gives the row that begins at {@code start} its place in the answer, if it has one. */
    private void append(int start, int code) throws IOException, InterruptedException {
      boolean failed = !respondAll && isFailure(code);
      if (failed && !reportFailedRow) {
        failure = code;
      }
      if (failure != ResultCode.OK) {
        out.truncate(start);
        return;
      }
      if (out.position() - block - Frame.HEADER_SIZE > BLOCK_SIZE
          && start > block + Frame.HEADER_SIZE) {
        moveToNextBlock(start);
      }
      if (failed) {
        blockFailure = code;
      }
    }

    /** Ends the frame before the row that begins at {@code start}, and sends it. */
    private void moveToNextBlock(int start) throws IOException, InterruptedException {
      byte[] row = Arrays.copyOfRange(out.array(), start, out.position());
      out.truncate(start);
      endBlock();
      if (faults.maySendEarly()) {
        channel.flush();
      }
      block = Frame.begin(out, Frame.MESSAGE);
      failure = blockFailure;
      if (failure == ResultCode.OK) {
        out.putBytes(row);
      }
    }

    private void endBlock() {
      Frame.end(out, block);
      if (compress) {
        channel.compress(block);
      }
    }
  }

  private static boolean isFailure(int code) {
    return code != ResultCode.OK
        && code != ResultCode.KEY_NOT_FOUND
        && code != ResultCode.FILTERED_OUT;
  }
}
