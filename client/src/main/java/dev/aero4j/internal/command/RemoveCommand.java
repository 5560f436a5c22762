package dev.aero4j.internal.command;

import dev.aero4j.Key;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.message.MessageFlags;

/** Removes a record. */
public final class RemoveCommand extends VoidCommand {
  public RemoveCommand(Key key, WritePolicy policy) {
    super("REMOVE", key, policy);
  }

  @Override
  public int info2() {
    return super.info2() | MessageFlags.INFO2_DELETE;
  }
}
