package dev.aero4j.internal.io;

import dev.aero4j.internal.command.RecordCommand;
import dev.aero4j.internal.command.RecordEncoder;
import dev.aero4j.internal.command.RecordReply;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BatchRequest;
import dev.aero4j.wire.message.BatchRow;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.CompressedFrame;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.FrameDecoder;
import dev.aero4j.wire.message.MessageFlags;
import dev.aero4j.wire.message.MessageHeader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What travels together on a connection: one write with one or more commands, and their answers.
 *
 * <p>Four or more commands that may be grouped go as one batch message; fewer go one after another.
 * Nothing is written behind the first message that the socket buffers could not hold ({@link
 * #MAX_TRAILING_BYTES}), because a server that is stuck in writing a large answer does not read,
 * and a client that is stuck in writing would not read either.
 *
 * <p>Confined to the holder of the slot. The ticker looks through {@link #members} without being
 * the holder; what it does there is safe on any attempt, whichever exchange it belongs to.
 */
final class Exchange {
  /** Where the exchange stands; the holder of the slot drives it from one to the next. */
  enum Phase {
    EMPTY,
    FILLED,
    ENCODED,
    WRITTEN
  }

  /** From so many commands on, one batch message is cheaper than singles. */
  static final int MIN_BATCH = 4;

  /** A command of more bytes than this travels on the connections for large records. */
  static final int LARGE_COMMAND_BYTES = 64 * 1024;

  /** Bytes that may follow the first single in the same write. */
  private static final int MAX_TRAILING_BYTES = 8 * 1024;

  /** A batch message takes no further rows past this size. */
  private static final int MAX_BATCH_BYTES = 96 * 1024;

  static final AttemptFailure HELD_UP =
      new AttemptFailure(
          AttemptFailure.Kind.HELD_UP, "it travelled with a record that is slow", null);

  final Attempt[] members;
  int count;
  Phase phase = Phase.EMPTY;
  boolean batch;

  /** Whether the slot does not count against the limit, because it carries a convict. */
  volatile boolean apart;

  /** Whether its members are suspects already; the ticker sets it. */
  volatile boolean blamed;

  private boolean hasWrites;
  private int answered;

  /** The code with which the node has refused the exchange as a group, 0 if it has not. */
  private int refusal;

  /** Past the last deadline, what is stuck (a write, say) is cut off. */
  private static final long GRACE_NANOS = 20_000_000L;

  private boolean untimed;

  /** When the last member gives up. */
  private long lastDeadlineNanos;

  /** Until when the answers are worth reading, though nobody waits for them any more. */
  private long drainUntilNanos;

  /** What {@link Pacer#quick} was when the exchange was written. */
  volatile int quickAtStart;

  /** When the exchange was written, 0 when none is under way; the ticker reads it. */
  volatile long sentNanos;

  Exchange(int maxGroup) {
    members = new Attempt[maxGroup];
  }

  void add(Attempt attempt) {
    members[count++] = attempt;
    hasWrites |= attempt.command().isWrite();
    phase = Phase.FILLED;
  }

  boolean has(Attempt attempt) {
    for (int i = 0; i < count; i++) {
      if (members[i] == attempt) {
        return true;
      }
    }
    return false;
  }

  void clear() {
    Arrays.fill(members, 0, count, null);
    count = 0;
    answered = 0;
    batch = false;
    hasWrites = false;
    blamed = false;
    refusal = 0;
    phase = Phase.EMPTY;
    sentNanos = 0;
  }

  boolean hasWrites() {
    return hasWrites;
  }

  long drainUntilNanos() {
    return drainUntilNanos;
  }

  /**
   * Returns whether its one caller may write and read without a time limit of its own, because the
   * ticker cuts it off at its deadline: a read with a limit costs two system calls more.
   */
  boolean isUntimed() {
    return untimed;
  }

  /** For the ticker: returns whether nobody waits any more and no answer is worth reading. */
  boolean isHopeless(long now) {
    if (untimed) {
      return now - lastDeadlineNanos >= 0;
    }
    boolean outlivesItsCallers = drainUntilNanos != lastDeadlineNanos;
    return now - drainUntilNanos > GRACE_NANOS || (!outlivesItsCallers && !hasLiveMembers());
  }

  /** What became of a member when it was encoded. */
  interface Rejects {
    /** The member is larger than {@link #LARGE_COMMAND_BYTES}; still queued. */
    void large(Attempt attempt);

    /** There was no room any more; still queued. */
    void noRoom(Attempt attempt);
  }

  /**
   * Encodes as many members as travel together and marks them as sent; the others are given to
   * {@code rejects}. A member whose deadline has passed by now is left out.
   *
   * @param reader the member that will read the answers, or null
   * @return false when nothing is left to be sent
   */
  boolean encode(WireWriter writer, @Nullable Attempt reader, @Nullable Rejects rejects) {
    lastDeadlineNanos = Long.MIN_VALUE;
    drainUntilNanos = Long.MIN_VALUE;
    answered = 0;
    writer.reset();
    int kept =
        batch ? encodeBatch(writer, reader, rejects) : encodeSingles(writer, reader, rejects);
    Arrays.fill(members, kept, count, null);
    count = kept;
    untimed = kept == 1 && members[0].equals(reader) && drainUntilNanos == lastDeadlineNanos;
    phase = Phase.ENCODED;
    return kept > 0;
  }

  private int encodeSingles(
      WireWriter writer, @Nullable Attempt reader, @Nullable Rejects rejects) {
    int kept = 0;
    int afterFirst = 0;
    for (int i = 0; i < count; i++) {
      Attempt member = members[i];
      int start = writer.position();
      if (kept > 0 && rejects != null && start - afterFirst > MAX_TRAILING_BYTES) {
        rejects.noRoom(member);
        continue;
      }
      try {
        RecordEncoder.writeSingle(writer, member.command(), member.command().serverTimeoutMillis());
      } catch (RuntimeException e) {
        refuse(writer, start, member, e);
        continue;
      }
      if (rejects != null && writer.position() - start > LARGE_COMMAND_BYTES) {
        writer.truncate(start);
        rejects.large(member);
      } else if (kept > 0
          && rejects != null
          && writer.position() - afterFirst > MAX_TRAILING_BYTES) {
        writer.truncate(start);
        rejects.noRoom(member);
      } else if (claim(member, reader)) {
        members[kept++] = member;
        afterFirst = kept == 1 ? writer.position() : afterFirst;
      } else {
        writer.truncate(start);
      }
    }
    return kept;
  }

  private int encodeBatch(WireWriter writer, @Nullable Attempt reader, @Nullable Rejects rejects) {
    int frame = Frame.begin(writer, Frame.MESSAGE);
    new MessageHeader(
            MessageFlags.INFO1_READ | MessageFlags.INFO1_BATCH,
            0,
            0,
            0,
            0,
            0,
            0,
            longestServerTimeout(),
            1,
            0)
        .write(writer);
    int field =
        BatchRequest.begin(writer, BatchRequest.INLINE_MEMORY | BatchRequest.RESPOND_ALL_KEYS);
    int kept = 0;
    int fullRow = -1;
    int fullRowEnd = -1;
    for (int i = 0; i < count; i++) {
      Attempt member = members[i];
      int start = writer.position();
      if (start > MAX_BATCH_BYTES && rejects != null) {
        rejects.noRoom(member);
        continue;
      }
      boolean repeatable;
      try {
        repeatable = RecordEncoder.writeRow(writer, member.command(), kept);
      } catch (RuntimeException e) {
        refuse(writer, start, member, e);
        continue;
      }
      if (rejects != null && writer.position() - start > LARGE_COMMAND_BYTES) {
        writer.truncate(start);
        rejects.large(member);
      } else if (claim(member, reader)) {
        members[kept++] = member;
        if (!repeatable) {
          fullRow = -1;
        } else if (fullRow < 0 || !BatchRow.repeatIfEqual(writer, start, fullRow, fullRowEnd)) {
          fullRow = start;
          fullRowEnd = writer.position();
        }
      } else {
        writer.truncate(start);
      }
    }
    BatchRequest.end(writer, field, kept);
    Frame.end(writer, frame);
    return kept;
  }

  /** No member may get less time than it would have alone; 0 is the server's own limit. */
  private int longestServerTimeout() {
    int longest = 0;
    for (int i = 0; i < count; i++) {
      int timeout = members[i].command().serverTimeoutMillis();
      if (timeout == 0) {
        return 0;
      }
      longest = Math.max(longest, timeout);
    }
    return longest;
  }

  private boolean claim(Attempt member, @Nullable Attempt reader) {
    if (!member.advance(Attempt.QUEUED, member == reader ? Attempt.READING : Attempt.SENT)) {
      return false;
    }
    RecordCommand<?> command = member.command();
    long deadline = member.deadlineNanos();
    long delay = command.policy().timeoutDelayMillis() * 1_000_000L;
    lastDeadlineNanos = Math.max(lastDeadlineNanos, deadline);
    drainUntilNanos = Math.max(drainUntilNanos, deadline + delay);
    return true;
  }

  private static void refuse(WireWriter writer, int start, Attempt member, RuntimeException why) {
    writer.truncate(start);
    member.fail(
        new AttemptFailure(
            AttemptFailure.Kind.INVALID,
            "the command cannot be encoded: " + why.getMessage(),
            why));
  }

  /**
   * Takes a frame of the answer.
   *
   * @return whether the exchange is complete
   * @throws ProtocolException when the frame is no answer to this exchange
   */
  boolean accept(FrameDecoder frames, int maxBodySize) {
    WireReader body = frames.body();
    if (frames.type() == Frame.COMPRESSED) {
      body = CompressedFrame.readMessage(body, maxBodySize);
    } else if (frames.type() != Frame.MESSAGE) {
      throw new ProtocolException(
          "expected a frame of type 3 (message) in answer to a command, seen " + frames.type());
    }
    return batch ? acceptRows(body) : acceptSingle(body);
  }

  private boolean acceptSingle(WireReader body) {
    if (answered == count) {
      throw new ProtocolException("an answer arrived that nobody asked for");
    }
    int start = body.position();
    MessageHeader header = MessageHeader.read(body);
    Field.skip(body, header.fieldCount());
    BinOperation.skip(body, header.operationCount());
    if (body.remaining() > 0) {
      throw new ProtocolException(
          "an answer to one command has " + body.remaining() + " bytes too many");
    }
    members[answered++].answer(copy(body, start));
    return answered == count;
  }

  private boolean acceptRows(WireReader body) {
    while (body.remaining() > 0) {
      int start = body.position();
      MessageHeader header = MessageHeader.read(body);
      Field.skip(body, header.fieldCount());
      BinOperation.skip(body, header.operationCount());
      if (header.isLast()) {
        endRows(header.resultCode(), copy(body, start));
        return true;
      }
      int index = header.batchIndex();
      if (index < 0 || index >= count) {
        throw new ProtocolException(
            "an answer for row " + index + " of a batch of " + count + " rows");
      }
      answered++;
      members[index].answer(copy(body, start));
    }
    return false;
  }

  /** A code other than 0 on the last message is about the batch as a whole. */
  private void endRows(int resultCode, RecordReply last) {
    if (resultCode == ResultCode.OK) {
      if (answered < count) {
        throw new ProtocolException("only " + answered + " of " + count + " rows were answered");
      }
      return;
    }
    if (isAboutTheConnection(resultCode)) {
      for (int i = 0; i < count; i++) {
        members[i].answer(last);
      }
    } else {
      boolean refused = isRefusal(resultCode);
      refusal = refused ? resultCode : 0;
      failAll(
          new AttemptFailure(
              refused ? AttemptFailure.Kind.GROUP_REFUSED : AttemptFailure.Kind.CONNECTION,
              "the node ended the group with code "
                  + resultCode
                  + ": "
                  + ResultCode.text(resultCode),
              null));
    }
  }

  /** Codes with which a node refuses a batch before it has looked at any of its rows. */
  private static boolean isRefusal(int resultCode) {
    return switch (resultCode) {
      case ResultCode.BATCH_DISABLED,
          ResultCode.BATCH_MAX_REQUESTS_EXCEEDED,
          ResultCode.BATCH_QUEUES_FULL ->
          true;
      default -> false;
    };
  }

  /** Codes of the security layer, which would be the answer to each command alone. */
  private static boolean isAboutTheConnection(int resultCode) {
    return resultCode >= 50 && resultCode < 100;
  }

  /** Returns whether the node has refused to serve these commands as a group. */
  boolean wasRefused() {
    return refusal != 0;
  }

  /** Returns the size of a group that the node may serve after it has refused this one. */
  int sizeThatMayFit() {
    return refusal == ResultCode.BATCH_MAX_REQUESTS_EXCEEDED ? count / 2 : 1;
  }

  private static RecordReply copy(WireReader body, int start) {
    return new RecordReply(Arrays.copyOfRange(body.array(), start, body.position()));
  }

  /** Tells everyone who still waits that there will be no answer. */
  void failAll(AttemptFailure why) {
    for (int i = 0; i < count; i++) {
      members[i].fail(why);
    }
  }

  /**
   * For the ticker: lets the reads of a group go, to be sent again alone. A write has to stay,
   * since it may be carried out yet, and so does the member that reads the answers.
   */
  void releaseReads() {
    if (count > 1) {
      for (Attempt member : members) {
        if (member == null) {
          return;
        }
        if (!member.command().isWrite()) {
          member.abandon(HELD_UP);
        }
      }
    }
  }

  /** Also for the ticker, under whose eyes the members may go. */
  boolean hasLiveMembers() {
    for (int i = 0; i < count; i++) {
      Attempt member = members[i];
      if (member != null && !member.isDone()) {
        return true;
      }
    }
    return false;
  }
}
