package dev.aero4j.internal.command;

import dev.aero4j.Key;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.OperationType;

/** Renews a record's time to live and counts its generation up. */
public final class TouchCommand extends VoidCommand {
  public TouchCommand(Key key, WritePolicy policy) {
    super("TOUCH", key, policy);
  }

  @Override
  public int operationCount() {
    return 1;
  }

  @Override
  public void writeOperations(WireWriter writer) {
    BinOperation.writeEmpty(writer, OperationType.TOUCH, "");
  }
}
