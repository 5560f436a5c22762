package dev.aero4j.expression;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.internal.call.Call;
import dev.aero4j.model.ExpType;
import dev.aero4j.operation.Context;
import dev.aero4j.operation.ListOptions;
import dev.aero4j.operation.ListReturn;

/** A call on a list in an expression; made by {@link ListExp}. Immutable. */
public final class ListCall extends SingleCall {
  /**
   * @param given the type of what the call gives, unless {@link #returning} says otherwise
   */
  ListCall(Exp subject, CallArguments arguments, Call call, ExpType given) {
    super(subject, arguments, call, given);
  }

  private ListCall(ListCall same, Call changed) {
    super(same, changed);
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
}
