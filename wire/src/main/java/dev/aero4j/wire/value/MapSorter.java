package dev.aero4j.wire.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the entries of maps without order in the order of their keys, at every level. What servers
 * make of lists and maps themselves is so already. What a client sends is as its maker wrote it,
 * and servers compare two such maps by their entries as they come.
 */
@SuppressWarnings("ReferenceEquality") // what was sorted before is the very same object
public final class MapSorter {
  private MapSorter() {}

  /** Returns the value with its maps sorted: the same object when they are. */
  public static @Nullable Object sorted(@Nullable Object value) {
    return switch (value) {
      case OrderedList list -> list;
      case List<?> list -> sortedInside(list);
      case SortedMap<?, ?> map -> sortedInside(map);
      case Map<?, ?> map -> sortedMap(map);
      case null, default -> value;
    };
  }

  private static List<?> sortedInside(List<?> list) {
    List<@Nullable Object> sorted = new ArrayList<>(list.size());
    boolean changed = false;
    for (Object element : list) {
      Object after = sorted(element);
      changed |= after != element;
      sorted.add(after);
    }
    return changed ? sorted : list;
  }

  private static Map<?, ?> sortedInside(SortedMap<?, ?> map) {
    OrderedMap sorted = new OrderedMap(map instanceof OrderedMap ordered && ordered.valueOrdered());
    boolean changed = false;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object after = sorted(entry.getValue());
      changed |= after != entry.getValue();
      sorted.put(entry.getKey(), after);
    }
    return changed ? sorted : map;
  }

  private static Map<?, ?> sortedMap(Map<?, ?> map) {
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
    entries.sort((a, b) -> ValueOrder.TOTAL.compare(a.getKey(), b.getKey()));
    Map<@Nullable Object, @Nullable Object> sorted = LinkedHashMap.newLinkedHashMap(map.size());
    boolean changed = !entries.equals(new ArrayList<>(map.entrySet()));
    for (Map.Entry<?, ?> entry : entries) {
      Object after = sorted(entry.getValue());
      changed |= after != entry.getValue();
      sorted.put(entry.getKey(), after);
    }
    return changed ? sorted : map;
  }
}
