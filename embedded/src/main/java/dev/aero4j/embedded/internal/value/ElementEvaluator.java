package dev.aero4j.embedded.internal.value;

import dev.aero4j.wire.expression.ExpNode;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions for the elements of lists and maps that a path looks at. */
@FunctionalInterface
public interface ElementEvaluator {
  /** Stands for the index of a map's entry, which the server does not tell. */
  long NO_INDEX = -1;

  /**
   * Evaluates an expression.
   *
   * @param expression which
   * @param key the key of a map's entry; {@link Absent#UNKNOWN} in a list
   * @param value the element, or the entry's value
   * @param index the index in the list; {@link #NO_INDEX} in a map, where it is unknown
   * @return a value as {@link dev.aero4j.wire.value.MsgPack} reads it, null for nil, or an {@link
   *     Absent}
   */
  @Nullable Object evaluate(
      ExpNode expression, @Nullable Object key, @Nullable Object value, long index);
}
