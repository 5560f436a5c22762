package dev.aero4j.embedded.internal;

import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.admin.AdminMessage;
import dev.aero4j.wire.message.CompressedFrame;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.Message;
import dev.aero4j.wire.message.MessageFlags;
import java.io.IOException;

/** Sends each frame of a connection to whoever answers it. Confined to the connection's thread. */
final class FrameDispatcher {
  private final RecordService records;
  private final InfoService info;
  private final BatchService batches;
  private final FaultSession faults;
  private final AnswerChannel channel;
  private final NodeCounters counters;

  FrameDispatcher(Cluster cluster, NodeServer node, FaultSession faults, AnswerChannel channel) {
    this.records = node.records();
    this.info = node.info();
    this.faults = faults;
    this.channel = channel;
    this.counters = node.counters();
    this.batches = new BatchService(records, faults, channel, cluster, counters);
  }

  /**
   * Answers a frame; the answer is left in the channel.
   *
   * @throws ProtocolException when the connection must be closed
   */
  void dispatch(int type, WireReader body) throws IOException, InterruptedException {
    faults.begin();
    switch (type) {
      case Frame.INFO -> {
        counters.infoRequests().increment();
        faults.aroundInfo(() -> info(body));
      }
      case Frame.ADMIN -> admin();
      case Frame.COMPRESSED -> compressed(body);
      default -> message(body);
    }
  }

  private void info(WireReader body) {
    WireWriter out = channel.writer();
    int start = Frame.begin(out, Frame.INFO);
    info.answer(body, out);
    Frame.end(out, start);
  }

  /** Whatever is asked: there is no security. */
  private void admin() {
    WireWriter out = channel.writer();
    int start = Frame.begin(out, Frame.ADMIN);
    AdminMessage.answer(ResultCode.SECURITY_NOT_SUPPORTED).write(out);
    Frame.end(out, start);
  }

  private void compressed(WireReader body) throws IOException, InterruptedException {
    WireReader inner;
    try {
      inner = new WireReader(CompressedFrame.read(body, Frame.MAX_BODY_SIZE));
      boolean message =
          inner.readUnsignedByte() == Frame.VERSION && inner.readUnsignedByte() == Frame.MESSAGE;
      inner.skip(Frame.HEADER_SIZE - 2);
      if (!message) {
        throw new ProtocolException("only messages may be compressed");
      }
    } catch (ProtocolException e) {
      refuse(ResultCode.PARAMETER_ERROR);
      return;
    }
    message(inner);
  }

  private void message(WireReader body) throws IOException, InterruptedException {
    // The second byte tells a batch even when the rest is malformed.
    boolean batch =
        body.remaining() > 1 && (body.array()[body.position() + 1] & MessageFlags.INFO1_BATCH) != 0;
    Message message;
    try {
      message = Message.read(body);
      if (body.remaining() != 0) {
        throw new ProtocolException(body.remaining() + " bytes follow a message");
      }
    } catch (ProtocolException e) {
      if (batch) {
        batches.end(ResultCode.PARAMETER_ERROR);
      } else {
        refuse(ResultCode.PARAMETER_ERROR);
      }
      return;
    }
    if (batch) {
      batches.answer(message);
      return;
    }
    counters.commands().increment();
    Field digest = message.field(FieldType.DIGEST);
    if (!records.knowsNamespace(namespace(message))) {
      refuse(ResultCode.INVALID_NAMESPACE);
    } else if (digest == null) {
      // Without a digest it is a query.
      refuse(ResultCode.UNSUPPORTED_FEATURE);
    } else if (digest.length() != dev.aero4j.wire.digest.Digests.SIZE) {
      refuse(ResultCode.PARAMETER_ERROR);
    } else {
      single(RecordRequest.single(message, digest, faults.startNanos()));
    }
  }

  private void single(RecordRequest request) throws InterruptedException {
    WireWriter out = channel.writer();
    int start = Frame.begin(out, Frame.MESSAGE);
    int answer = out.position();
    Progress progress = faults.around(request, out, command -> records.begin(command, out));
    int unused = progress.finish(answer);
    Frame.end(out, start);
    if (request.info1(MessageFlags.INFO1_COMPRESS_RESPONSE)) {
      channel.compress(start);
    }
  }

  private void refuse(int resultCode) {
    WireWriter out = channel.writer();
    int start = Frame.begin(out, Frame.MESSAGE);
    RecordAnswer.writeCode(out, resultCode, 0, 0, 0);
    Frame.end(out, start);
  }

  private static String namespace(Message message) {
    Field field = message.field(FieldType.NAMESPACE);
    return field == null ? "" : field.text();
  }
}
