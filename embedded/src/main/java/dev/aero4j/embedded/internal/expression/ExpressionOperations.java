package dev.aero4j.embedded.internal.expression;

import dev.aero4j.embedded.internal.value.CallOutcome;
import dev.aero4j.embedded.internal.value.Particle;
import dev.aero4j.embedded.internal.value.RecordView;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.message.BinOperation;
import org.jspecify.annotations.Nullable;

/** Operations that read, or write, what an expression makes of the record. */
public final class ExpressionOperations {
  private ExpressionOperations() {}

  /**
   * Applies an operation of type EXPRESSION_READ or EXPRESSION_MODIFY.
   *
   * @param bin what the bin of the operation's name holds, or null
   * @throws Refusal when it cannot be applied
   */
  public static CallOutcome apply(
      BinOperation operation, @Nullable Particle bin, RecordView record) {
    if (operation.operation() >= 0) {
      throw Refusal.of(ResultCode.UNSUPPORTED_FEATURE);
    }
    return new CallOutcome(bin, null);
  }
}
