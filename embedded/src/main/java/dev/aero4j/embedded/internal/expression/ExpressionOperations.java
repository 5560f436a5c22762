package dev.aero4j.embedded.internal.expression;

import dev.aero4j.embedded.internal.value.Absent;
import dev.aero4j.embedded.internal.value.CallOutcome;
import dev.aero4j.embedded.internal.value.Particle;
import dev.aero4j.embedded.internal.value.RecordView;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.call.WriteFlags;
import dev.aero4j.wire.expression.ExpNode;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.MsgPackReader;
import dev.aero4j.wire.value.MsgPackType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Operations that read, or write, what an expression makes of the record. */
public final class ExpressionOperations {
  private static final long READ_FLAGS = WriteFlags.EVAL_NO_FAIL;

  private static final long MODIFY_FLAGS =
      WriteFlags.CREATE_ONLY
          | WriteFlags.UPDATE_ONLY
          | WriteFlags.ALLOW_DELETE
          | WriteFlags.POLICY_NO_FAIL
          | WriteFlags.EVAL_NO_FAIL;

  private ExpressionOperations() {}

  /**
   * Applies an operation of type EXPRESSION_READ or EXPRESSION_MODIFY.
   *
   * @param bin what the bin of the operation's name holds, or null
   * @throws Refusal when it cannot be applied
   */
  public static CallOutcome apply(
      BinOperation operation, @Nullable Particle bin, RecordView record) {
    boolean reads = operation.operation() == OperationType.EXPRESSION_READ;
    Request request = Request.of(operation, reads ? READ_FLAGS : MODIFY_FLAGS);
    return reads ? read(request, bin, record) : modify(request, bin, record);
  }

  private static CallOutcome read(Request request, @Nullable Particle bin, RecordView record) {
    Evaluator evaluator = new Evaluator(record);
    Object value = evaluator.evaluate(request.expression());
    if (value instanceof Absent) {
      request.refuseUnless(WriteFlags.EVAL_NO_FAIL, ResultCode.OPERATION_NOT_APPLICABLE);
      return new CallOutcome(bin, null);
    }
    return new CallOutcome(bin, evaluator.particleOf(value));
  }

  private static CallOutcome modify(Request request, @Nullable Particle bin, RecordView record) {
    CallOutcome unchanged = new CallOutcome(bin, null);
    if (request.has(bin == null ? WriteFlags.UPDATE_ONLY : WriteFlags.CREATE_ONLY)) {
      request.refuseUnless(
          WriteFlags.POLICY_NO_FAIL,
          bin == null ? ResultCode.BIN_NOT_FOUND : ResultCode.BIN_EXISTS);
      return unchanged;
    }
    Evaluator evaluator = new Evaluator(record);
    Object value = evaluator.evaluate(request.expression());
    if (value instanceof Absent) {
      request.refuseUnless(WriteFlags.EVAL_NO_FAIL, ResultCode.OPERATION_NOT_APPLICABLE);
      return unchanged;
    }
    Particle changed = evaluator.particleOf(value);
    if (changed == null && bin != null && !request.has(WriteFlags.ALLOW_DELETE)) {
      // The server looks whether there are flags at all, where it means the one for this.
      request.refuseUnless(MODIFY_FLAGS, ResultCode.OPERATION_NOT_APPLICABLE);
      return unchanged;
    }
    return new CallOutcome(changed, null);
  }

  /** What an operation carries. */
  private record Request(ExpNode expression, long flags) {
    static Request of(BinOperation operation, long allowed) {
      try {
        WireReader in = operation.reader();
        MsgPackReader reader = new MsgPackReader(in);
        int count = reader.readListHeader();
        require(count == 1 || count == 2);
        int start = in.position();
        reader.skipValue();
        byte[] expression = Arrays.copyOfRange(in.array(), start, in.position());
        // What is no number is no flag.
        boolean flagged = reader.hasRemaining() && reader.peek() == MsgPackType.INTEGER;
        long flags = flagged ? reader.readLong() : 0;
        require((flags & ~allowed) == 0);
        return new Request(ExpressionReader.read(expression), flags);
      } catch (ProtocolException e) {
        throw Refusal.of(ResultCode.PARAMETER_ERROR);
      }
    }

    private static void require(boolean valid) {
      if (!valid) {
        throw Refusal.of(ResultCode.PARAMETER_ERROR);
      }
    }

    boolean has(long flag) {
      return (flags & flag) != 0;
    }

    void refuseUnless(long flag, int code) {
      if (!has(flag)) {
        throw Refusal.of(code);
      }
    }
  }
}
