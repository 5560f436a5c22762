package dev.aero4j.operation;

import dev.aero4j.expression.Expression;
import dev.aero4j.internal.call.PathCall;
import dev.aero4j.internal.command.BinNames;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.ParticleType;
import org.jspecify.annotations.Nullable;

/**
 * An operation on all elements of nested lists and maps that a path selects; the path may branch,
 * with {@link Context#allChildren} and {@link Context#allChildrenWhere}. Immutable. Servers know
 * this from 8.1 on.
 *
 * <pre>{@code
 * // all prices above 10 of a list of maps
 * Context expensive =
 *     Context.root().allChildren().mapKey("price")
 *         .allChildrenWhere(Exp.gt(Exp.loopVar(ExpType.INT, LoopPart.VALUE), Exp.val(10)));
 * client.operate(key, PathOperation.select("items", SelectReturn.VALUE, expensive));
 * }</pre>
 */
public final class PathOperation implements Operation {
  private final String bin;
  private final PathCall call;

  private PathOperation(String bin, PathCall call) {
    this.bin = BinNames.check(bin);
    this.call = call;
  }

  /**
   * Reads what a path selects.
   *
   * @param bin the bin's name
   * @param what what to give of it
   * @param path which elements; at most 64 steps
   * @return the operation; it gives what is asked for
   */
  public static PathOperation select(String bin, SelectReturn what, Context path) {
    return new PathOperation(bin, PathCall.select(what, path));
  }

  /**
   * Puts what an expression makes of each element that a path selects in its place.
   *
   * @param bin the bin's name
   * @param modification the expression, which looks at the element by {@code Exp.loopVar}; {@code
   *     Exp.removeResult()} removes the element
   * @param path which elements
   * @return the operation; it gives nothing
   */
  public static PathOperation modify(String bin, Expression modification, Context path) {
    return new PathOperation(bin, PathCall.modify(modification, path));
  }

  /**
   * Passes over an element for which an expression has no value, instead of failing.
   *
   * @return the operation that does so
   */
  public PathOperation noFail() {
    return new PathOperation(bin, call.noFail());
  }

  @Override
  public Kind kind() {
    return call.modifies() ? Kind.WRITE : Kind.READ;
  }

  @Override
  public boolean needsAllResults() {
    return false;
  }

  @Override
  public boolean isSilent() {
    return false;
  }

  @Override
  public void writeTo(WireWriter writer) {
    int type = call.modifies() ? OperationType.CDT_MODIFY : OperationType.CDT_READ;
    int start = BinOperation.begin(writer, type, ParticleType.BLOB, bin);
    call.writeTo(writer);
    BinOperation.end(writer, start);
  }

  @Override
  public String toString() {
    Expression modification = call.modification();
    return modification == null
        ? Texts.call(PathOperation.class, "select", bin, "…", call.path())
        : Texts.call(PathOperation.class, "modify", bin, modification.toString(), call.path());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PathOperation that && bin.equals(that.bin) && call.equals(that.call);
  }

  @Override
  public int hashCode() {
    return 31 * bin.hashCode() + call.hashCode();
  }
}
