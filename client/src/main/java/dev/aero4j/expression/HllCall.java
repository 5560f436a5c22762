package dev.aero4j.expression;

import dev.aero4j.internal.call.Call;
import dev.aero4j.model.ExpType;
import dev.aero4j.operation.HllOptions;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.CallFamily;

/** A call on a HyperLogLog in an expression; made by {@link HllExp}. Immutable. */
public final class HllCall extends CallExp {
  private final Call call;
  private final ExpType given;

  /**
   * @param given the type of what the call gives
   */
  HllCall(Exp subject, CallArguments arguments, Call call, ExpType given) {
    super(subject, arguments);
    this.call = call;
    this.given = given;
  }

  private HllCall(HllCall same, Call changed) {
    super(same);
    this.call = changed;
    this.given = same.given;
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

  @Override
  CallFamily family() {
    return CallFamily.HLL;
  }

  @Override
  boolean modifies() {
    return call.opcode().modifies();
  }

  @Override
  ExpType resultType() {
    return given;
  }

  @Override
  void writeCall(WireWriter out) {
    call.writeTo(out);
  }
}
