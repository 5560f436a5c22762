package dev.aero4j.wire.value;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list that carries the server's "ordered" flag: the server keeps its elements sorted,
 * and so are they here, in the order of {@link ValueOrder#TOTAL}.
 *
 * <p>It equals any list with the same elements in the same order. Reading a list that is ordered on
 * the server gives one; writing one makes an ordered list there.
 */
public final class OrderedList extends AbstractList<@Nullable Object> implements RandomAccess {
  private final @Nullable Object[] elements;

  private OrderedList(@Nullable Object[] elements) {
    this.elements = elements;
  }

  /**
   * Returns a list of these elements, sorted. Maps without order inside have their entries sorted
   * by key too: a server finds the place of such a map by its entries as they come, and would else
   * refuse the list as not ordered.
   *
   * @throws IllegalArgumentException when one cannot be stored, and so has no place in the order
   */
  public static OrderedList of(Collection<?> elements) {
    @Nullable Object[] sorted = elements.toArray();
    Arrays.setAll(sorted, i -> MapSorter.sorted(sorted[i]));
    return ofStored(sorted);
  }

  /** Returns a list of elements that a server has stored, which are left as they are. */
  static OrderedList ofStored(@Nullable Object[] sorted) {
    Arrays.sort(sorted, ValueOrder.TOTAL);
    return new OrderedList(sorted);
  }

  @Override
  public @Nullable Object get(int index) {
    return elements[index];
  }

  @Override
  public int size() {
    return elements.length;
  }
}
