package dev.aero4j.embedded.internal.collection;

import dev.aero4j.embedded.internal.value.CallOutcome;
import dev.aero4j.embedded.internal.value.ElementEvaluator;
import dev.aero4j.embedded.internal.value.Particle;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.message.BinOperation;
import org.jspecify.annotations.Nullable;

/** Operations on the list or map that a bin holds. */
public final class CollectionOperations {
  private CollectionOperations() {}

  /**
   * Applies an operation of type CDT_READ or CDT_MODIFY.
   *
   * @param bin what the bin holds, or null
   * @throws Refusal when it cannot be applied
   */
  public static CallOutcome apply(
      BinOperation operation, @Nullable Particle bin, ElementEvaluator evaluator) {
    if (operation.operation() >= 0) {
      throw Refusal.of(ResultCode.UNSUPPORTED_FEATURE);
    }
    return new CallOutcome(bin, null);
  }
}
