package dev.aero4j.operation;

import dev.aero4j.wire.call.Order;
import dev.aero4j.wire.call.WriteFlags;

/**
 * How a write to a map goes about it. Immutable.
 *
 * <pre>{@code
 * MapOptions.keyOrdered().createOnly().noFail()
 * }</pre>
 *
 * @param order the order of a map that is made by the write, or set
 * @param persistIndex whether a map that is made keeps its index in storage, which makes reads of
 *     large maps faster and the record larger; for a bin's own map only, not for nested ones
 * @param flags the protocol's flags
 */
public record MapOptions(MapOrder order, boolean persistIndex, int flags) {
  private static final MapOptions UNORDERED = new MapOptions(MapOrder.UNORDERED, false, 0);
  private static final MapOptions KEY_ORDERED = new MapOptions(MapOrder.KEY_ORDERED, false, 0);
  private static final MapOptions KEY_VALUE_ORDERED =
      new MapOptions(MapOrder.KEY_VALUE_ORDERED, false, 0);

  /** {@return the options for a map in no order} */
  public static MapOptions unordered() {
    return UNORDERED;
  }

  /** {@return the options for a map that is sorted by key} */
  public static MapOptions keyOrdered() {
    return KEY_ORDERED;
  }

  /** {@return the options for a map that is sorted by key, and indexed by value} */
  public static MapOptions keyValueOrdered() {
    return KEY_VALUE_ORDERED;
  }

  /** {@return these options, and a map that is made keeps its index in storage} */
  public MapOptions withPersistIndex() {
    return new MapOptions(order, true, flags);
  }

  /** {@return these options, and a key that is in the map already is refused} */
  public MapOptions createOnly() {
    return plus(WriteFlags.CREATE_ONLY);
  }

  /** {@return these options, and a key that is not in the map yet is refused} */
  public MapOptions updateOnly() {
    return plus(WriteFlags.UPDATE_ONLY);
  }

  /** {@return these options, and what is refused is left undone without an error} */
  public MapOptions noFail() {
    return plus(WriteFlags.NO_FAIL);
  }

  /** {@return these options, and of several entries those that are not refused are written} */
  public MapOptions partial() {
    return plus(WriteFlags.PARTIAL);
  }

  private MapOptions plus(int flag) {
    return new MapOptions(order, persistIndex, flags | flag);
  }

  /** {@return the protocol's number of the order} */
  public int orderCode() {
    int code =
        switch (order) {
          case UNORDERED -> Order.UNORDERED;
          case KEY_ORDERED -> Order.ORDERED;
          case KEY_VALUE_ORDERED -> Order.KEY_VALUE_ORDERED;
        };
    return persistIndex ? code | Order.PERSIST_INDEX : code;
  }
}
