package dev.aero4j.internal.command;

import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.wire.message.MessageFlags;

/** Reads a record with all its bins. */
public final class GetCommand extends ReadCommand<Record> {
  public GetCommand(Key key, ReadPolicy policy) {
    super("GET", key, policy, MessageFlags.INFO1_GET_ALL | compressBit(policy));
  }

  @Override
  public Record decode(RecordReply reply) {
    return Errors.check(this, reply).toRecord(key());
  }
}
