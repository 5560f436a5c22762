package dev.aero4j.embedded.internal.expression;

import dev.aero4j.model.SpecialValue;
import dev.aero4j.wire.value.ValueOrder;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of two values as the server compares packed ones: element by element, entries of
 * maps as they lie. It is no order: NaN equals every other double, and a wildcard makes everything
 * equal from where it is met.
 */
final class PackedComparison {
  private boolean metUnorderedMap;
  private boolean metWildcard;

  /** Returns whether a map without order was looked at, which has no place in any order. */
  boolean metUnorderedMap() {
    return metUnorderedMap;
  }

  /** Returns a number below, equal to, or above 0. */
  int compare(@Nullable Object a, @Nullable Object b) {
    note(a);
    note(b);
    if (metWildcard) {
      return 0;
    }
    if (a instanceof List<?> left && b instanceof List<?> right) {
      return lists(left, right);
    }
    if (a instanceof Map<?, ?> left && b instanceof Map<?, ?> right) {
      return maps(left, right);
    }
    if (a instanceof Double left && b instanceof Double right) {
      return doubles(left, right);
    }
    return ValueOrder.TOTAL.compare(hollow(a), hollow(b));
  }

  private void note(@Nullable Object value) {
    metWildcard |= value == SpecialValue.WILDCARD;
    // An ordered map is read as a sorted one; an empty map shows no order.
    metUnorderedMap |=
        value instanceof Map<?, ?> map && !(map instanceof java.util.SortedMap) && !map.isEmpty();
  }

  /** Lists and maps against values of other types: the type decides, whatever is inside. */
  private static @Nullable Object hollow(@Nullable Object value) {
    return switch (value) {
      case List<?> list -> List.of();
      case Map<?, ?> map -> Map.of();
      case null, default -> value;
    };
  }

  private int lists(List<?> a, List<?> b) {
    int common = Math.min(a.size(), b.size());
    for (int i = 0; i < common; i++) {
      int order = compare(a.get(i), b.get(i));
      if (order != 0 || metWildcard) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private int maps(Map<?, ?> a, Map<?, ?> b) {
    if (a.size() != b.size()) {
      return Integer.compare(a.size(), b.size());
    }
    Iterator<? extends Map.Entry<?, ?>> right = b.entrySet().iterator();
    for (Map.Entry<?, ?> left : a.entrySet()) {
      Map.Entry<?, ?> other = right.next();
      int order = compare(left.getKey(), other.getKey());
      if (order == 0 && !metWildcard) {
        order = compare(left.getValue(), other.getValue());
      }
      if (order != 0 || metWildcard) {
        return order;
      }
    }
    return 0;
  }

  private static int doubles(double a, double b) {
    return a > b ? 1 : a < b ? -1 : 0;
  }
}
