package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.MessageFlags;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.ParticleType;
import java.util.List;

/**
 * What flags and operations of a write demand together, checked before the record is looked at.
 *
 * @param mustExist the write must not create the record
 * @param replace the bins there are go away first
 */
record WriteRules(boolean mustExist, boolean replace) {

  /**
   * Checks the combination.
   *
   * @throws Refusal when the server would refuse it
   */
  static WriteRules of(RecordRequest request) {
    CommonChecks.operationCount(request);
    boolean replaceOnly = request.info3(MessageFlags.INFO3_REPLACE_ONLY);
    boolean replace = replaceOnly || request.info3(MessageFlags.INFO3_CREATE_OR_REPLACE);
    boolean mustExist = replaceOnly || request.info3(MessageFlags.INFO3_UPDATE_ONLY);
    boolean respondAll = request.info2(MessageFlags.INFO2_RESPOND_ALL_OPS);
    boolean reads = false;
    boolean readAll = false;
    boolean answersBin = false;
    List<BinOperation> operations = request.operations();
    for (int i = 0; i < operations.size(); i++) {
      BinOperation operation = operations.get(i);
      int type = operation.operation();
      if (type == OperationType.TOUCH) {
        refuseIf(replace);
        mustExist = true;
        continue;
      }
      CommonChecks.binName(operation);
      if (isReadAll(request, operation)) {
        refuseIf(respondAll || readAll);
        reads = true;
        readAll = true;
      } else if (OperationType.isRead(type)) {
        reads = true;
        answersBin = true;
      } else {
        refuseIf(replace && changesInPlace(operation));
        answersBin |= type == OperationType.CDT_MODIFY || type == OperationType.HLL_MODIFY;
      }
    }
    refuseIf(reads && !request.isRead());
    refuseIf(readAll && answersBin);
    refuseIf(request.info1(MessageFlags.INFO1_GET_ALL) && !readAll);
    return new WriteRules(mustExist, replace);
  }

  /** Reading all bins is a read of the bin without name, in a message with the flag for it. */
  static boolean isReadAll(RecordRequest request, BinOperation operation) {
    return operation.operation() == OperationType.READ
        && operation.bin().isEmpty()
        && request.info1(MessageFlags.INFO1_GET_ALL);
  }

  /** Operations that make no sense on a record whose bins are all replaced. */
  private static boolean changesInPlace(BinOperation operation) {
    return switch (operation.operation()) {
      case OperationType.WRITE -> operation.particleType() == ParticleType.NULL;
      case OperationType.INCREMENT,
          OperationType.APPEND,
          OperationType.PREPEND,
          OperationType.DELETE,
          OperationType.CDT_MODIFY,
          OperationType.BIT_MODIFY,
          OperationType.HLL_MODIFY ->
          true;
      default -> false;
    };
  }

  private static void refuseIf(boolean condition) {
    if (condition) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
  }
}
