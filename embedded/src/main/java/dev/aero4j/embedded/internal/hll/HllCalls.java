package dev.aero4j.embedded.internal.hll;

import dev.aero4j.embedded.internal.value.BytesResult;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.call.HllOpcode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls on a HyperLogLog, whoever makes them: operations and expressions. */
public final class HllCalls {
  private HllCalls() {}

  /**
   * Makes a call.
   *
   * @param sketch the HyperLogLog's bytes, never changed; null for none, which init, add and union
   *     make
   * @param opcode the call
   * @param arguments its arguments, as {@link dev.aero4j.wire.value.MsgPack} reads them
   * @return the changed sketch, and what the call gives
   * @throws Refusal when it cannot be made, with its code
   */
  public static BytesResult apply(byte @Nullable [] sketch, HllOpcode opcode, List<?> arguments) {
    throw Refusal.of(ResultCode.UNSUPPORTED_FEATURE);
  }
}
