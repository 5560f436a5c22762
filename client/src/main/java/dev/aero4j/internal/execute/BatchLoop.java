package dev.aero4j.internal.execute;

import dev.aero4j.internal.batch.BatchMessage;
import dev.aero4j.internal.command.Errors;
import dev.aero4j.internal.command.RecordCommand;
import dev.aero4j.internal.command.RowCursor;
import dev.aero4j.internal.io.Stream;
import dev.aero4j.internal.log.Logging;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.message.CompressedFrame;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.FrameDecoder;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Asks several nodes at the same time, on one thread: it writes to all of them first, and then
 * reads their answers one after another while the others work. So a batch costs its caller no
 * hand-over to another thread, and its nodes work side by side.
 *
 * <p>A stream with a message under way is a {@link Lane}. A node with many rows has two lanes, so
 * that it works on one message while the answer to the other is decoded. Rows that are tried again
 * get lanes of their own as soon as their time has come. While there is anything else to look
 * after, no read waits longer than {@link #SLICE_MILLIS} and no lane is read for long: neither a
 * node that is silent nor one that says much keeps the others' answers from being read.
 *
 * <p>A message is only ever written to a stream whose last answer has been read to its end, so
 * client and server cannot both be stuck in writing.
 */
final class BatchLoop {
  private static final Logger LOG = Logging.logger(BatchLoop.class);

  /** How long a lane that is silent may keep the others waiting. */
  private static final int SLICE_MILLIS = 2;

  /** How many reads a lane may have before it is the others' turn. */
  private static final int READS_IN_TURN = 4;

  /** From so many rows on a node gets a second lane, if it is not busy with other batches. */
  private static final int ROWS_FOR_TWO_LANES = 128;

  private static final int MOST_LANES = 2;

  private final BatchCall call;

  /** What has not been begun with. */
  private final ArrayDeque<NodeShare> waiting = new ArrayDeque<>();

  private final List<Lane> lanes = new ArrayList<>();
  private final List<Opening<NodeShare>> openings = new ArrayList<>();

  /** Openings that are over, handed in by their threads; made for the first opening. */
  private @Nullable LinkedBlockingQueue<Opening<NodeShare>> opened;

  private final RowCursor cursor = new RowCursor();
  private int sharesUnderWay;

  BatchLoop(BatchCall call) {
    this.call = call;
  }

  void run() throws InterruptedException {
    try {
      waiting.addAll(call.begin());
      for (; ; ) {
        startShares();
        takeOpened();
        for (int i = lanes.size() - 1; i >= 0; i--) {
          Lane lane = lanes.get(i);
          if (!isUnderWay(lane)) {
            lanes.remove(lane);
            end(lane.share);
          }
        }
        if (lanes.isEmpty() && openings.isEmpty() && waiting.isEmpty()) {
          if (!call.waits()) {
            return;
          }
          call.pauseUntilDue();
        }
        waiting.addAll(call.due(System.nanoTime()));
        if (Thread.currentThread().isInterrupted() && !call.isClosed()) {
          throw new InterruptedException();
        }
      }
    } finally {
      // Only a failure that nobody foresaw, or an interrupt, leaves anything here.
      for (Lane lane : lanes) {
        lane.share.link.streams().discard(lane.stream);
      }
      for (Opening<NodeShare> opening : openings) {
        Stream stream = opening.giveUp() ? null : opening.stream();
        if (stream != null) {
          opening.share.link.streams().release(stream);
        }
      }
    }
  }

  /** Whether anything but this lane, which is under way, has to be looked after. */
  private boolean othersWait() {
    return lanes.size() > 1 || !openings.isEmpty() || call.waits() || mayStartShare();
  }

  private boolean mayStartShare() {
    int limit = call.policy.maxConcurrentNodes();
    return !waiting.isEmpty() && (limit == 0 || sharesUnderWay < limit);
  }

  // ------------------------------------------------------------------ streams

  private void startShares() throws InterruptedException {
    while (mayStartShare()) {
      NodeShare share = waiting.remove();
      int wanted = lanesFor(share);
      share.rowsPerMessage = (share.left() + wanted - 1) / wanted;
      // A first lane whose write fails leaves nothing for a second.
      for (int i = 0; i < wanted && (i == 0 || share.left() > 0); i++) {
        begin(share);
        Stream idle = share.link.streams().acquireIdle();
        if (idle != null) {
          startLane(share, idle);
        } else {
          open(share);
        }
      }
    }
  }

  private void open(NodeShare share) {
    if (opened == null) {
      opened = new LinkedBlockingQueue<>();
    }
    Opening<NodeShare> opening = new Opening<>(share, share.link.streams());
    openings.add(opening);
    opening.start(Math.max(0, call.deadlineNanos() - System.nanoTime()), opened);
  }

  private static int lanesFor(NodeShare share) {
    boolean large = !share.alone && share.left() >= ROWS_FOR_TWO_LANES;
    return large && share.link.streams().inUse() < MOST_LANES ? MOST_LANES : 1;
  }

  private void begin(NodeShare share) {
    if (share.lanes++ == 0) {
      sharesUnderWay++;
    }
  }

  private void end(NodeShare share) {
    if (--share.lanes == 0) {
      sharesUnderWay--;
    }
  }

  /** All rows of a share are on their way: streams that are still being opened are not needed. */
  private void allSent(NodeShare share) {
    for (int i = openings.size() - 1; i >= 0; i--) {
      Opening<NodeShare> opening = openings.get(i);
      if (opening.share == share && opening.giveUp()) {
        openings.remove(i);
        end(share);
      }
    }
  }

  private void startLane(NodeShare share, Stream stream) throws InterruptedException {
    Lane lane = new Lane(share, stream);
    lanes.add(lane);
    if (!send(lane)) {
      lanes.remove(lane);
      end(share);
    }
  }

  /** Begins with the streams that have been opened; waits for one if there is nothing to read. */
  private void takeOpened() throws InterruptedException {
    LinkedBlockingQueue<Opening<NodeShare>> queue = opened;
    if (openings.isEmpty() || queue == null) {
      return;
    }
    Opening<NodeShare> next;
    if (lanes.isEmpty()) {
      long until = call.deadlineNanos();
      boolean retryFirst = call.waits() && call.nextDueNanos() - until < 0;
      until = retryFirst ? call.nextDueNanos() : until;
      next = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        if (!retryFirst) {
          giveUpOpenings();
        }
        return;
      }
    } else {
      next = queue.poll();
    }
    for (; next != null; next = queue.poll()) {
      openings.remove(next);
      Stream stream = next.stream();
      if (stream != null) {
        startLane(next.share, stream);
      } else {
        failed(next);
        end(next.share);
      }
    }
  }

  /** The rows of a share fail when it has no lane at all; otherwise that lane takes them. */
  private void failed(Opening<NodeShare> opening) {
    NodeShare share = opening.share;
    Exception failure = opening.failure();
    if (failure != null) {
      call.requestTend();
    }
    if (share.lanes > 1) {
      return;
    }
    if (failure == null) {
      unsent(share, ResultCode.TIMEOUT, "no connection to the node became free in time");
    } else {
      unsent(share, ResultCode.CONNECTION_ERROR, "cannot connect: " + failure.getMessage());
    }
  }

  private void giveUpOpenings() {
    for (int i = openings.size() - 1; i >= 0; i--) {
      Opening<NodeShare> opening = openings.get(i);
      if (opening.giveUp()) {
        openings.remove(i);
        unsent(opening.share, ResultCode.TIMEOUT, "no connection to the node was made in time");
        end(opening.share);
      }
    }
  }

  // ------------------------------------------------------------------ out

  private void unsent(NodeShare share, int code, String why) {
    String text = why + " (node " + share.node + ")";
    while (share.next < share.end) {
      call.unsent(share.order[share.next++], code, share.node, text);
    }
  }

  /**
   * Sends the next rows of the lane's share.
   *
   * @return false when the lane has ended, because nothing is left or its stream broke
   */
  private boolean send(Lane lane) throws InterruptedException {
    Stream stream = lane.stream;
    NodeShare share = lane.share;
    long now = System.nanoTime();
    if (call.isClosed()) {
      unsent(share, ResultCode.CLIENT_CLOSED, "the client was closed before it was sent");
    } else if (now - call.deadlineNanos() >= 0) {
      unsent(share, ResultCode.TIMEOUT, "the time was up before it was sent");
    }
    int rows =
        Math.min(
            Math.min(share.rowsPerMessage, call.policy.maxRowsPerMessage()),
            share.link.rowLimit(now));
    do {
      if (share.left() == 0) {
        allSent(share);
        share.link.streams().release(stream);
        return false;
      }
      stream.writer().reset();
      encode(lane, Math.min(share.left(), share.alone ? 1 : rows));
    } while (lane.count == 0);
    lane.deadlineNanos = Retries.attemptDeadlineNanos(call.policy, now, call.deadlineNanos());
    if (share.left() == 0) {
      allSent(share);
    }
    call.sending(lane);
    try {
      stream.send(lane.deadlineNanos);
    } catch (IOException e) {
      broken(lane, "a write failed", e);
      return false;
    }
    return true;
  }

  private void encode(Lane lane, int rows) {
    NodeShare share = lane.share;
    int from = share.next;
    if (share.alone) {
      share.next++;
      try {
        call.rows.writeAlone(
            lane.stream.writer(),
            share.order[from],
            RecordCommand.serverTimeoutMillis(call.policy));
        lane.begin(from, 1);
      } catch (RuntimeException e) {
        call.refused(share.order[from], e);
        lane.begin(from, 0);
      }
      return;
    }
    long taken =
        BatchMessage.write(
            lane.stream.writer(),
            call.rows,
            share.order,
            from,
            from + rows,
            call.policy,
            call::refused);
    share.next += (int) (taken >>> 32);
    lane.begin(from, (int) taken);
  }

  // ------------------------------------------------------------------ in

  /** Reads what has come, and sends more when an answer is complete; false when it has ended. */
  private boolean isUnderWay(Lane lane) throws InterruptedException {
    Stream stream = lane.stream;
    try {
      for (int reads = 0; ; reads++) {
        while (stream.frames().next()) {
          if (accept(lane, stream.frames())) {
            return send(lane);
          }
        }
        boolean others = othersWait();
        if (others && reads >= READS_IN_TURN) {
          if (System.nanoTime() - call.deadlineNanos() < 0) {
            return true;
          }
          throw new SocketTimeoutException("the answer is not complete");
        }
        if (!(others ? stream.readWithin(SLICE_MILLIS) : stream.readUntil(lane.deadlineNanos))) {
          throw new EOFException("the node closed the connection");
        }
        lane.deadlineNanos =
            Retries.attemptDeadlineNanos(call.policy, System.nanoTime(), call.deadlineNanos());
      }
    } catch (SocketTimeoutException e) {
      // There was nothing to read just now, so that nobody has been heard of since the last read.
      if (System.nanoTime() - lane.deadlineNanos < 0) {
        return true;
      }
      broken(lane, "no answer came", e);
    } catch (IOException | ProtocolException e) {
      broken(lane, "the answer could not be read", e);
    }
    return false;
  }

  /** Takes a frame; returns whether the answer is complete. */
  private boolean accept(Lane lane, FrameDecoder frames) {
    WireReader body = frames.body();
    if (frames.type() == Frame.COMPRESSED) {
      body = CompressedFrame.readMessage(body, lane.stream.maxResponseSize());
    } else if (frames.type() != Frame.MESSAGE) {
      throw new ProtocolException(
          "expected a frame of type 3 (message) in answer to a batch, seen " + frames.type());
    }
    while (body.remaining() > 0) {
      cursor.next(body);
      if (lane.share.alone) {
        lane.mark(0);
        call.answered(lane.row(0), lane.share.node, cursor);
        return true;
      }
      if (cursor.isLast()) {
        end(lane, cursor.resultCode());
        return true;
      }
      int index = cursor.index();
      if (index < 0 || index >= lane.count || !lane.mark(index)) {
        throw new ProtocolException(
            "an answer for row "
                + index
                + " of a message of "
                + lane.count
                + " rows, of which it has none or had one");
      }
      call.answered(lane.row(index), lane.share.node, cursor);
    }
    return false;
  }

  /** A code other than 0 on the last message is about the message as a whole. */
  private void end(Lane lane, int code) {
    if (lane.answers() == lane.count) {
      return;
    }
    String why = "the node ended the batch with code " + code + ": " + ResultCode.text(code);
    switch (code) {
      case ResultCode.OK ->
          throw new ProtocolException(
              "only " + lane.answers() + " of " + lane.count + " rows were answered");
      case ResultCode.BATCH_MAX_REQUESTS_EXCEEDED -> {
        if (lane.count > 1) {
          lane.share.link.refused(lane.count / 2, System.nanoTime());
          unanswered(lane, call::tooMany);
        } else {
          unanswered(lane, row -> call.ended(row, lane.share.node, code, false, why));
        }
      }
      case ResultCode.BATCH_QUEUES_FULL ->
          unanswered(lane, row -> call.unsent(row, code, lane.share.node, why));
      case ResultCode.BATCH_DISABLED ->
          unanswered(lane, row -> call.ended(row, lane.share.node, code, false, why));
      default -> {
        boolean security = Errors.isSecurity(code);
        int each = security || call.policy.respondAllKeys() ? code : ResultCode.NO_RESPONSE;
        unanswered(lane, row -> call.ended(row, lane.share.node, each, !security, why));
      }
    }
  }

  /** What is done about a row. */
  private interface RowAction {
    void on(int row);
  }

  private static void unanswered(Lane lane, RowAction action) {
    for (int i = 0; i < lane.count; i++) {
      if (!lane.isAnswered(i)) {
        action.on(lane.row(i));
      }
    }
  }

  /** The stream is of no use any more; what was sent on it and not answered is lost. */
  private void broken(Lane lane, String what, Exception cause) throws InterruptedException {
    NodeShare share = lane.share;
    boolean late = lane.stream.isCutOff() || cause instanceof SocketTimeoutException;
    share.link.streams().discard(lane.stream);
    if (Thread.currentThread().isInterrupted() && !call.isClosed()) {
      lanes.remove(lane);
      throw new InterruptedException();
    }
    call.requestTend();
    String why;
    int code;
    if (call.isClosed()) {
      code = ResultCode.CLIENT_CLOSED;
      why = "the client was closed while node " + share.node + " was asked";
    } else if (late) {
      code = ResultCode.TIMEOUT;
      why =
          "no answer came from node "
              + share.node
              + " within the limits of the policy (total timeout "
              + call.policy.totalTimeoutMillis()
              + " ms, socket timeout "
              + call.policy.socketTimeoutMillis()
              + " ms)";
    } else {
      LOG.debug("{}: {}", share.node, what, cause);
      share.link.suspect();
      code = ResultCode.CONNECTION_ERROR;
      why = "the connection to node " + share.node + " broke: " + what + ": " + cause.getMessage();
    }
    unanswered(lane, row -> call.lost(row, share.node, code, why));
    if (!hasOther(lane)) {
      unsent(share, code, why);
      allSent(share);
    }
  }

  /** Whether another lane takes the rows of this one's share that have not been sent. */
  private boolean hasOther(Lane lane) {
    for (Lane other : lanes) {
      if (other != lane && other.share == lane.share) {
        return true;
      }
    }
    return false;
  }
}
