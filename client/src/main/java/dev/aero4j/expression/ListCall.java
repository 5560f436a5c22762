package dev.aero4j.expression;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.internal.call.Call;
import dev.aero4j.model.ExpType;
import dev.aero4j.operation.Context;
import dev.aero4j.operation.ListOptions;
import dev.aero4j.operation.ListReturn;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.CallFamily;

/** A call on a list in an expression; made by {@link ListExp}. Immutable. */
public final class ListCall extends CallExp {
  private final Call call;
  private final ExpType given;

  /**
   * @param given the type of what the call gives, unless {@link #returning} says otherwise
   */
  ListCall(Exp subject, CallArguments arguments, Call call, ExpType given) {
    super(subject, arguments);
    this.call = call;
    this.given = given;
  }

  private ListCall(ListCall same, Call changed) {
    super(same);
    this.call = changed;
    this.given = same.given;
  }

  private ListCall with(Call changed) {
    return new ListCall(this, changed);
  }

  /**
   * Makes the call inside the list.
   *
   * @param path where; it replaces one that was given before
   * @return the call at this place
   */
  public ListCall at(Context path) {
    return with(call.at(path));
  }

  /**
   * Sets how a call that changes goes about it.
   *
   * @param options the order of a list that is made, and flags
   * @return the call with these options
   * @throws dev.aero4j.InvalidArgumentException when the call takes none
   */
  public ListCall with(ListOptions options) {
    return with(call.with(options));
  }

  /**
   * Sets what the call gives about the elements that it selects. A call that removes always gives
   * the list without them.
   *
   * @param what what to give
   * @return the call that gives it
   * @throws dev.aero4j.InvalidArgumentException when the call selects none, or would have no value
   */
  public ListCall returning(ListReturn what) {
    if (what == ListReturn.NONE && !modifies()) {
      throw new InvalidArgumentException(
          call.opcode().label() + " returning NONE has no value, which an expression must have");
    }
    return with(call.withReturnType(what.code()));
  }

  /**
   * Selects all other elements instead.
   *
   * @return the call on the others
   * @throws dev.aero4j.InvalidArgumentException when the call selects none
   */
  public ListCall inverted() {
    return with(call.inverted());
  }

  @Override
  CallFamily family() {
    return CallFamily.COLLECTION;
  }

  @Override
  boolean modifies() {
    return call.opcode().modifies();
  }

  @Override
  ExpType resultType() {
    return Collections.resultType(call, given);
  }

  @Override
  void writeCall(WireWriter out) {
    call.writeTo(out);
  }
}
