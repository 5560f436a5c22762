package dev.aero4j.internal.command;

import dev.aero4j.BinValue;
import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.ReadModeAp;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.MessageFlags;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Does several operations on one record at once.
 *
 * @param <T> a record, or the results in order
 */
public abstract sealed class OperateCommand<T> extends WriteCommand<T>
    permits OperateRecordCommand, OperateOrderedCommand {
  private final List<Operation> operations;
  private final boolean writes;
  private final int info1;
  private final boolean respondAllOps;

  /**
   * @param respondAllOps whether writes get an entry in the answer too. The server cannot do so
   *     while one operation reads all bins, and then does not.
   */
  OperateCommand(Key key, List<Operation> operations, WritePolicy policy, boolean respondAllOps) {
    super("OPERATE", key, policy);
    if (operations.isEmpty()) {
      throw new InvalidArgumentException("operate without an operation");
    }
    this.operations = List.copyOf(operations);
    boolean writes = false;
    boolean readsBins = false;
    boolean readsHeader = false;
    boolean readsAll = false;
    boolean needsAllResults = respondAllOps;
    for (Operation operation : this.operations) {
      switch (operation.kind()) {
        case WRITE -> writes = true;
        case READ -> readsBins = true;
        case READ_ALL -> {
          readsBins = true;
          readsAll = true;
        }
        case READ_HEADER -> readsHeader = true;
      }
      needsAllResults |= operation.needsAllResults();
    }
    this.writes = writes;
    this.respondAllOps = needsAllResults && !readsAll;
    this.info1 =
        (readsBins || readsHeader ? MessageFlags.INFO1_READ : 0)
            | (readsAll ? MessageFlags.INFO1_GET_ALL : 0)
            | (readsHeader && !readsBins ? MessageFlags.INFO1_NO_BIN_DATA : 0)
            | (policy.readModeAp() == ReadModeAp.ALL ? MessageFlags.INFO1_READ_MODE_AP_ALL : 0)
            | (policy.compress() ? MessageFlags.INFO1_COMPRESS_RESPONSE : 0);
  }

  @Override
  public final boolean isWrite() {
    return writes;
  }

  @Override
  public final int info1() {
    return info1;
  }

  @Override
  public final int info2() {
    return policyBits2()
        | (writes ? MessageFlags.INFO2_WRITE : 0)
        | (respondAllOps ? MessageFlags.INFO2_RESPOND_ALL_OPS : 0);
  }

  @Override
  public final int info3() {
    return policyBits3() | readModeScBits(policy().readModeSc());
  }

  @Override
  public final int expiration() {
    return writes ? policy().ttlSeconds() : policy().readTouchTtlPercent();
  }

  /** Adds an entry without a value for each operation that the server leaves out of its answer. */
  final List<BinValue> complete(List<BinValue> answered) {
    if (!respondAllOps || answered.size() == operations.size()) {
      return answered;
    }
    List<BinValue> complete = new ArrayList<>(operations.size());
    Iterator<BinValue> next = answered.iterator();
    for (Operation operation : operations) {
      if (operation.isSilent()) {
        complete.add(new BinValue("", null));
      } else if (next.hasNext()) {
        complete.add(next.next());
      }
    }
    next.forEachRemaining(complete::add);
    return complete;
  }

  @Override
  public final String details() {
    return Details.of(operations);
  }

  @Override
  public final int operationCount() {
    return operations.size();
  }

  @Override
  public final void writeOperations(WireWriter writer) {
    for (Operation operation : operations) {
      operation.writeTo(writer);
    }
  }

  @Override
  final boolean carriesData() {
    return true;
  }
}
