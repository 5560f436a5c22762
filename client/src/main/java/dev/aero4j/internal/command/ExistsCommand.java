package dev.aero4j.internal.command;

import dev.aero4j.ExistsResult;
import dev.aero4j.Key;
import dev.aero4j.model.ResultCode;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.wire.message.MessageFlags;

/** Asks whether there is a record, and for its generation and time to live. */
public final class ExistsCommand extends ReadCommand<ExistsResult> {
  public ExistsCommand(Key key, ReadPolicy policy) {
    super("EXISTS", key, policy, MessageFlags.INFO1_NO_BIN_DATA);
  }

  @Override
  public ExistsResult decode(RecordReply reply) {
    if (reply.resultCode() == ResultCode.KEY_NOT_FOUND) {
      return new ExistsResult(key(), null);
    }
    return new ExistsResult(key(), Errors.check(this, reply).meta());
  }
}
