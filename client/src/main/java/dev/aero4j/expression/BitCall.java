package dev.aero4j.expression;

import dev.aero4j.internal.call.Call;
import dev.aero4j.model.ExpType;
import dev.aero4j.operation.BitOptions;

/** A call on the bits of a blob in an expression; made by {@link BitExp}. Immutable. */
public final class BitCall extends SingleCall {
  /**
   * @param given the type of what the call gives
   */
  BitCall(Exp subject, CallArguments arguments, Call call, ExpType given) {
    super(subject, arguments, call, given);
  }

  private BitCall(BitCall same, Call changed) {
    super(same, changed);
  }

  private BitCall with(Call changed) {
    return new BitCall(this, changed);
  }

  /**
   * Sets how a call that changes goes about it.
   *
   * @param options the options
   * @return the call with these options
   * @throws dev.aero4j.InvalidArgumentException when the call takes none
   */
  public BitCall with(BitOptions options) {
    return with(call.withFlags(options.flags()));
  }
}
