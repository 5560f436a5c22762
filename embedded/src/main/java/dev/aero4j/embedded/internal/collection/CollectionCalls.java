package dev.aero4j.embedded.internal.collection;

import dev.aero4j.embedded.internal.value.Absent;
import dev.aero4j.embedded.internal.value.ElementEvaluator;
import dev.aero4j.embedded.internal.value.MarkedMap;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.call.Order;
import dev.aero4j.wire.call.SelectFlags;
import dev.aero4j.wire.expression.ExpNode;
import dev.aero4j.wire.expression.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls on lists and maps that are at hand as Java values, which are never changed themselves. */
public final class CollectionCalls {
  private CollectionCalls() {}

  /**
   * Makes a call on a list or map, or on one inside it.
   *
   * @param subject a {@code List} or {@code Map} as {@link dev.aero4j.wire.value.MsgPack} reads it,
   *     or null for none
   * @param path where in the subject the call is made; empty for the subject itself
   * @param opcode a {@link dev.aero4j.wire.call.ListOpcode} or {@link
   *     dev.aero4j.wire.call.MapOpcode}
   * @param arguments values in the order of the opcode's signature; those at the end may be missing
   * @param evaluator evaluates the expressions that steps of the path go by
   * @return the subject after the call, which may be null for none, and the call's result
   * @throws Refusal when the call cannot be made, with the code that the server gives
   */
  public static CallValue apply(
      @Nullable Object subject,
      List<PathStep> path,
      CallOpcode opcode,
      List<?> arguments,
      ElementEvaluator evaluator) {
    try {
      Engine engine = new Engine(node(subject), opcode.modifies());
      List<Cell> cells = new ArrayList<>(arguments.size());
      for (Object argument : arguments) {
        cells.add(Cell.of(argument));
      }
      Request request = new Request(opcode.code(), cells);
      Effect effect =
          path.isEmpty() ? engine.call(request) : engine.callAt(cells(path), () -> request);
      return value(subject, effect);
    } catch (ProtocolException e) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
  }

  /**
   * Selects by a path that may branch, or modifies what it selects.
   *
   * @param subject as in {@link #apply}
   * @param path the steps, one at least
   * @param flags see {@link dev.aero4j.wire.call.SelectFlags}
   * @param modification what becomes of each selected element; null unless the flags say so
   * @param evaluator evaluates the expressions of the path, and the modification
   * @return the subject after the call, and what was selected; a modification gives no result
   * @throws Refusal when it cannot be done, with the code that the server gives
   */
  public static CallValue select(
      @Nullable Object subject,
      List<PathStep> path,
      long flags,
      @Nullable ExpNode modification,
      ElementEvaluator evaluator) {
    Node node = node(subject);
    if (node == null) {
      throw Refusal.of(ResultCode.BIN_TYPE_MISMATCH);
    }
    long kind = flags & SelectFlags.KIND_MASK;
    if (kind > SelectFlags.APPLY || (kind == SelectFlags.APPLY) != (modification != null)) {
      throw Reply.badParameter();
    }
    List<Level.Pair> pairs = new ArrayList<>(path.size());
    for (PathStep step : path) {
      ExpNode filter = step.filter();
      boolean always =
          filter instanceof ExpNode.Literal literal && Boolean.TRUE.equals(literal.value());
      pairs.add(new Level.Pair((long) step.code(), Cell.of(step.value()), always ? null : filter));
    }
    try {
      return value(
          subject, PathSelection.run(node, Level.of(pairs), flags, modification, evaluator));
    } catch (ProtocolException e) {
      // A modification has nested values deeper than Java values may be here.
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
  }

  private static @Nullable Node node(@Nullable Object subject) {
    if (subject == null) {
      return null;
    } else if (subject instanceof List || subject instanceof Map) {
      return Node.of(Cell.of(subject));
    }
    throw Refusal.of(ResultCode.BIN_TYPE_MISMATCH);
  }

  private static List<Cell> cells(List<PathStep> path) {
    List<Cell> cells = new ArrayList<>(2 * path.size());
    for (PathStep step : path) {
      if ((step.code() & ContextCode.BASE_MASK) == ContextCode.EXPRESSION) {
        throw Reply.notApplicable();
      }
      cells.add(Cell.of((long) step.code()));
      cells.add(Cell.of(step.value()));
    }
    return cells;
  }

  private static CallValue value(@Nullable Object subject, Effect effect) {
    Cell changed = effect.changed();
    Cell result = effect.result();
    return new CallValue(
        changed == null ? subject : value(changed),
        result == null ? Absent.UNKNOWN : value(result));
  }

  private static @Nullable Object value(Cell result) {
    if (!(result.toObject() instanceof Map<?, ?> entries)) {
      return result.toObject();
    }
    Cell map = withoutIndex(result);
    int flags = map.flags();
    boolean isMarked = flags == Reply.PRESERVES_ORDER || flags == Node.Table.VALUE_ORDERED;
    return isMarked ? new MarkedMap(entries, map.bytes()) : entries;
  }

  /** A map that is ordered by value only is marked; one that keeps an index of that is the same. */
  private static Cell withoutIndex(Cell map) {
    return map.flags() == (Node.Table.VALUE_ORDERED | Order.PERSIST_INDEX)
            && Node.of(map) instanceof Node.Table table
        ? new Node.Table(Node.Table.VALUE_ORDERED, table.keys(), table.values()).toCell(false)
        : map;
  }
}
