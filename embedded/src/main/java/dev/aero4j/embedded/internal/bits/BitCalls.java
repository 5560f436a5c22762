package dev.aero4j.embedded.internal.bits;

import dev.aero4j.embedded.internal.value.BytesResult;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.call.BitOpcode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls on the bits of a blob, whoever makes them: operations and expressions. */
public final class BitCalls {
  private BitCalls() {}

  /**
   * Makes a call.
   *
   * @param blob the bytes, never changed; null for none, which only a resize and an insert fill
   * @param opcode the call
   * @param arguments its arguments, as {@link dev.aero4j.wire.value.MsgPack} reads them
   * @return the changed blob, or what was read
   * @throws Refusal when it cannot be made, with its code
   */
  public static BytesResult apply(byte @Nullable [] blob, BitOpcode opcode, List<?> arguments) {
    throw Refusal.of(ResultCode.UNSUPPORTED_FEATURE);
  }
}
