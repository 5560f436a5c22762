package dev.aero4j.embedded.internal.hll;

import dev.aero4j.embedded.internal.value.BytesResult;
import dev.aero4j.embedded.internal.value.CallArguments;
import dev.aero4j.embedded.internal.value.CallOutcome;
import dev.aero4j.embedded.internal.value.Particle;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.call.CallFamily;
import dev.aero4j.wire.call.HllOpcode;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.ParticleType;
import org.jspecify.annotations.Nullable;

/** Operations on the HyperLogLog that a bin holds. */
public final class HllOperations {
  private HllOperations() {}

  /**
   * Applies an operation of type HLL_READ or HLL_MODIFY.
   *
   * @param bin what the bin holds, or null
   * @throws Refusal when it cannot be applied
   */
  public static CallOutcome apply(BinOperation operation, @Nullable Particle bin) {
    boolean read = OperationType.isRead(operation.operation());
    if (read && bin == null) {
      // The server does not even look at what is asked of a bin that is not there.
      return new CallOutcome(null, null);
    }
    CallArguments arguments = CallArguments.of(operation);
    HllOpcode opcode = (HllOpcode) arguments.readOpcode(CallFamily.HLL, !read);
    if (bin != null && bin.type() != ParticleType.HLL) {
      throw Refusal.of(ResultCode.BIN_TYPE_MISMATCH);
    }
    BytesResult result = HllCalls.apply(bin == null ? null : bin.bytes(), opcode, arguments);
    byte[] changed = result.changed();
    return new CallOutcome(
        changed == null ? bin : new Particle(ParticleType.HLL, changed),
        Particle.of(result.result()));
  }
}
