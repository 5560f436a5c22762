package dev.aero4j.embedded.internal.expression;

import dev.aero4j.embedded.internal.value.Absent;
import dev.aero4j.embedded.internal.value.ElementEvaluator;
import dev.aero4j.model.BytesKey;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.LoopPart;
import org.jspecify.annotations.Nullable;

/**
 * The element that a step of a path looks at.
 *
 * @param key of a map's entry; {@link Absent#UNKNOWN} in a list
 * @param value the element, or the entry's value
 * @param index in the list; {@link Absent#UNKNOWN} in a map
 */
record LoopElement(@Nullable Object key, @Nullable Object value, @Nullable Object index) {
  /** Outside of a path there is no element. */
  static final LoopElement NONE = new LoopElement(Absent.UNKNOWN, Absent.UNKNOWN, Absent.UNKNOWN);

  static LoopElement of(@Nullable Object key, @Nullable Object value, long index) {
    return new LoopElement(
        key, value, index == ElementEvaluator.NO_INDEX ? (Object) Absent.UNKNOWN : (Object) index);
  }

  /** Returns a part of the element, which is unknown when it is of another type. */
  @Nullable Object part(LoopPart part, ExpType type) {
    Object found =
        switch (part) {
          case MAP_KEY -> key instanceof BytesKey bytes ? bytes.toBytes() : key;
          case VALUE -> value;
          case INDEX -> index;
        };
    return ValueTypes.isOf(type, found) ? found : Absent.UNKNOWN;
  }
}
