package dev.aero4j.expression;

import dev.aero4j.internal.call.Call;
import dev.aero4j.model.ExpType;
import dev.aero4j.operation.HllOptions;

/** A call on a HyperLogLog in an expression; made by {@link HllExp}. Immutable. */
public final class HllCall extends SingleCall {
  /**
   * @param given the type of what the call gives
   */
  HllCall(Exp subject, CallArguments arguments, Call call, ExpType given) {
    super(subject, arguments, call, given);
  }

  private HllCall(HllCall same, Call changed) {
    super(same, changed);
  }

  private HllCall with(Call changed) {
    return new HllCall(this, changed);
  }

  /**
   * Sets how a call that changes goes about it.
   *
   * @param options the options
   * @return the call with these options
   * @throws dev.aero4j.InvalidArgumentException when the call takes none
   */
  public HllCall with(HllOptions options) {
    return with(call.withFlags(options.flags()));
  }
}
