package dev.aero4j.expression;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.internal.call.PathCall;
import dev.aero4j.model.ExpType;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.CallFamily;

/** A call by a path that may branch, in an expression; made by {@link PathExp}. Immutable. */
public final class PathCallExp extends CallExp {
  private final ExpType given;
  private final PathCall call;

  PathCallExp(ExpType given, PathCall call, Exp collection) {
    super(check(collection), CallArguments.of());
    this.given = given;
    this.call = call;
  }

  private static Exp check(Exp collection) {
    requireValue(collection);
    ExpType type = collection.type();
    if (type != null && type != ExpType.LIST && type != ExpType.MAP && type != ExpType.NIL) {
      throw new InvalidArgumentException(
          "a path leads into a list or map; it was given " + type.phrase() + ": " + collection);
    }
    return collection;
  }

  /**
   * Passes over an element for which an expression has no value, instead of having none itself.
   *
   * @return the call that does so
   */
  public PathCallExp noFail() {
    return new PathCallExp(given, call.noFail(), subject);
  }

  @Override
  CallFamily family() {
    return CallFamily.COLLECTION;
  }

  @Override
  boolean modifies() {
    return call.modifies();
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
