package dev.aero4j.internal.command;

import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.WritePolicy;
import java.util.List;

/** Does several operations, and gives the bins that they read. */
public final class OperateRecordCommand extends OperateCommand<Record> {
  public OperateRecordCommand(Key key, List<Operation> operations, WritePolicy policy) {
    super(key, operations, policy, false);
  }

  @Override
  public Record decode(RecordReply reply) {
    return Errors.check(this, reply).toRecord(key());
  }
}
