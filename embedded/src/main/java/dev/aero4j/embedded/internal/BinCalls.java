package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.internal.bits.BitOperations;
import dev.aero4j.embedded.internal.collection.CollectionOperations;
import dev.aero4j.embedded.internal.expression.Evaluator;
import dev.aero4j.embedded.internal.expression.ExpressionOperations;
import dev.aero4j.embedded.internal.hll.HllOperations;
import dev.aero4j.embedded.internal.value.CallOutcome;
import dev.aero4j.embedded.internal.value.Particle;
import dev.aero4j.embedded.internal.value.RecordView;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.OperationType;

/** The operations that look inside a bin's value, or compute one. */
final class BinCalls {
  private BinCalls() {}

  /**
   * Applies such an operation.
   *
   * @throws Refusal when it cannot be applied, or is none of these
   */
  static CallOutcome apply(BinOperation operation, RecordView record) {
    Particle bin = record.bin(operation.bin());
    return switch (operation.operation()) {
      case OperationType.CDT_READ, OperationType.CDT_MODIFY ->
          CollectionOperations.apply(operation, bin, Evaluator.OF_ELEMENTS);
      case OperationType.BIT_READ, OperationType.BIT_MODIFY -> BitOperations.apply(operation, bin);
      case OperationType.HLL_READ, OperationType.HLL_MODIFY -> HllOperations.apply(operation, bin);
      case OperationType.EXPRESSION_READ, OperationType.EXPRESSION_MODIFY ->
          ExpressionOperations.apply(operation, bin, record);
      default -> throw Refusal.of(ResultCode.PARAMETER_ERROR);
    };
  }
}
