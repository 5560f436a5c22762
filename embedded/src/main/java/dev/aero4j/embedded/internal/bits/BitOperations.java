package dev.aero4j.embedded.internal.bits;

import dev.aero4j.embedded.internal.value.BytesResult;
import dev.aero4j.embedded.internal.value.CallArguments;
import dev.aero4j.embedded.internal.value.CallOutcome;
import dev.aero4j.embedded.internal.value.Particle;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.call.BitOpcode;
import dev.aero4j.wire.call.CallFamily;
import dev.aero4j.wire.call.WriteFlags;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.ParticleType;
import org.jspecify.annotations.Nullable;

/** Operations on the bits of the blob that a bin holds. */
public final class BitOperations {
  private BitOperations() {}

  /**
   * Applies an operation of type BIT_READ or BIT_MODIFY.
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
    if (operation.particleType() != ParticleType.BLOB) {
      throw Refusal.of(ResultCode.BIN_TYPE_MISMATCH);
    }
    CallArguments arguments = CallArguments.of(operation);
    BitOpcode opcode = (BitOpcode) arguments.readOpcode(CallFamily.BITS, !read);
    BitRequest request = BitRequest.read(opcode, arguments);
    boolean wrongType = bin != null && bin.type() != ParticleType.BLOB;
    if (wrongType && !request.has(WriteFlags.CREATE_ONLY)) {
      throw Refusal.of(ResultCode.BIN_TYPE_MISMATCH);
    }
    BytesResult result = BitCalls.apply(bin == null ? null : bin.bytes(), request);
    byte[] changed = result.changed();
    return new CallOutcome(
        changed == null ? bin : new Particle(ParticleType.BLOB, changed),
        Particle.of(result.result()));
  }
}
