package dev.aero4j.wire.value;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a map that is ordered on the server is read as: its keys are in the server's order, whatever
 * their types, and may be {@code null}.
 *
 * <p>{@code get} finds a blob key by {@code byte[]} as well as by {@code BytesKey}, and an integer
 * by {@code Integer} as well as by {@code Long}, because they compare as equal.
 */
public final class OrderedMap extends TreeMap<@Nullable Object, @Nullable Object> {
  private static final long serialVersionUID = 1L;

  private final boolean valueOrdered;

  /** Returns an empty map ordered by key. */
  public OrderedMap() {
    this(false);
  }

  /**
   * Returns an empty map.
   *
   * @param valueOrdered whether it carries the flag that asks the server to keep an index of values
   *     by rank as well; the order here is by key all the same
   */
  public OrderedMap(boolean valueOrdered) {
    super(ValueOrder.TOTAL);
    this.valueOrdered = valueOrdered;
  }

  /** Returns whether the map carries the flag for order by value. */
  public boolean valueOrdered() {
    return valueOrdered;
  }
}
