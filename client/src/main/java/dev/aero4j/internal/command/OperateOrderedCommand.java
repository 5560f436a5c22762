package dev.aero4j.internal.command;

import dev.aero4j.Key;
import dev.aero4j.OperateOrderedResult;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.WritePolicy;
import java.util.List;

/** Does several operations, and gives the result of each. */
public final class OperateOrderedCommand extends OperateCommand<OperateOrderedResult> {
  public OperateOrderedCommand(Key key, List<Operation> operations, WritePolicy policy) {
    super(key, operations, policy, true);
  }

  @Override
  public OperateOrderedResult decode(RecordReply reply) {
    Errors.check(this, reply);
    return new OperateOrderedResult(
        key(), reply.meta(), complete(reply.toRecord(key()).binValues()));
  }
}
