package dev.aero4j.internal.command;

import dev.aero4j.Key;
import dev.aero4j.policy.WritePolicy;

/** A write whose only result is that it was done. */
abstract sealed class VoidCommand extends WriteCommand<Void>
    permits PutCommand, PutEncodedCommand, ModifyBinCommand, TouchCommand, RemoveCommand {
  VoidCommand(String name, Key key, WritePolicy policy) {
    super(name, key, policy);
  }

  @Override
  @SuppressWarnings({"NullAway", "DataFlowIssue"}) // A Void can be nothing but null.
  public final Void decode(RecordReply reply) {
    Errors.check(this, reply);
    return null;
  }
}
