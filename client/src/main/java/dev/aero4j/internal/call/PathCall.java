package dev.aero4j.internal.call;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.expression.Expression;
import dev.aero4j.operation.Context;
import dev.aero4j.operation.SelectReturn;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.call.SelectFlags;
import dev.aero4j.wire.value.MsgPackWriter;
import org.jspecify.annotations.Nullable;

/**
 * A selection by a path that may branch, or a modification of what it selects.
 *
 * @param path which elements
 * @param flags see {@link SelectFlags}
 * @param modification what becomes of each element, or null for a selection
 */
public record PathCall(Context path, int flags, @Nullable Expression modification) {
  /** How many steps servers take where a path may branch. */
  private static final int MAX_STEPS = 64;

  public PathCall {
    if (path.steps() > MAX_STEPS) {
      throw new InvalidArgumentException(
          "a path that may branch has at most "
              + MAX_STEPS
              + " steps, conditions counted; this has "
              + path.steps()
              + ": "
              + path);
    }
  }

  public static PathCall select(SelectReturn what, Context path) {
    return new PathCall(path, what.code(), null);
  }

  public static PathCall modify(Expression modification, Context path) {
    return new PathCall(path, SelectFlags.APPLY, modification);
  }

  public PathCall noFail() {
    return new PathCall(path, flags | SelectFlags.NO_FAIL, modification);
  }

  public boolean modifies() {
    return modification != null;
  }

  /** Appends the call. */
  public void writeTo(WireWriter out) {
    Expression applied = modification;
    MsgPackWriter.writeListHeader(out, applied == null ? 3 : 4);
    MsgPackWriter.writeLong(out, ContextCode.SELECT);
    path.writeTo(out);
    MsgPackWriter.writeLong(out, flags);
    if (applied != null) {
      applied.writeTo(out);
    }
  }
}
