package dev.aero4j.expression;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.internal.call.Call;
import dev.aero4j.model.ExpType;
import dev.aero4j.operation.Context;
import dev.aero4j.operation.MapOptions;
import dev.aero4j.operation.MapReturn;

/** A call on a map in an expression; made by {@link MapExp}. Immutable. */
public final class MapCall extends SingleCall {
  /**
   * @param given the type of what the call gives, unless {@link #returning} says otherwise
   */
  MapCall(Exp subject, CallArguments arguments, Call call, ExpType given) {
    super(subject, arguments, call, given);
  }

  private MapCall(MapCall same, Call changed) {
    super(same, changed);
  }

  private MapCall with(Call changed) {
    return new MapCall(this, changed);
  }

  /**
   * Makes the call inside the map.
   *
   * @param path where; it replaces one that was given before
   * @return the call at this place
   */
  public MapCall at(Context path) {
    return with(call.at(path));
  }

  /**
   * Sets how a call that changes goes about it.
   *
   * @param options the order of a map that is made, and flags
   * @return the call with these options
   * @throws dev.aero4j.InvalidArgumentException when the call takes none
   */
  public MapCall with(MapOptions options) {
    return with(call.with(options));
  }

  /**
   * Sets what the call gives about the entries that it selects. A call that removes always gives
   * the map without them.
   *
   * @param what what to give
   * @return the call that gives it
   * @throws dev.aero4j.InvalidArgumentException when the call selects none, or would have no value
   */
  public MapCall returning(MapReturn what) {
    if (what == MapReturn.NONE && !modifies()) {
      throw new InvalidArgumentException(
          call.opcode().label() + " returning NONE has no value, which an expression must have");
    }
    return with(call.withReturnType(what.code()));
  }

  /**
   * Selects all other entries instead.
   *
   * @return the call on the others
   * @throws dev.aero4j.InvalidArgumentException when the call selects none
   */
  public MapCall inverted() {
    return with(call.inverted());
  }
}
