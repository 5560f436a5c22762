package dev.aero4j.operation;

import dev.aero4j.wire.call.Order;
import dev.aero4j.wire.call.WriteFlags;

/**
 * How a write to a list goes about it. Immutable.
 *
 * <pre>{@code
 * ListOptions.ordered().addUnique().noFail()
 * }</pre>
 *
 * @param order the order of a list that is made by the write, or set
 * @param persistIndex whether a list that is made keeps its index in storage, which makes reads of
 *     large lists faster and the record larger; for a bin's own list only, not for nested ones
 * @param flags the protocol's flags
 */
public record ListOptions(ListOrder order, boolean persistIndex, int flags) {
  private static final ListOptions UNORDERED = new ListOptions(ListOrder.UNORDERED, false, 0);
  private static final ListOptions ORDERED = new ListOptions(ListOrder.ORDERED, false, 0);

  /** {@return the options for a list that keeps the order of its writes} */
  public static ListOptions unordered() {
    return UNORDERED;
  }

  /** {@return the options for a list that is sorted by value} */
  public static ListOptions ordered() {
    return ORDERED;
  }

  /** {@return these options, and a list that is made keeps its index in storage} */
  public ListOptions withPersistIndex() {
    return new ListOptions(order, true, flags);
  }

  /** {@return these options, and a value that is in the list already is refused} */
  public ListOptions addUnique() {
    return plus(WriteFlags.ADD_UNIQUE);
  }

  /** {@return these options, and an index past the list's end is refused instead of padded to} */
  public ListOptions insertBounded() {
    return plus(WriteFlags.INSERT_BOUNDED);
  }

  /** {@return these options, and what is refused is left undone without an error} */
  public ListOptions noFail() {
    return plus(WriteFlags.NO_FAIL);
  }

  /** {@return these options, and of several values those that are not refused are written} */
  public ListOptions partial() {
    return plus(WriteFlags.PARTIAL);
  }

  private ListOptions plus(int flag) {
    return new ListOptions(order, persistIndex, flags | flag);
  }

  /** {@return the protocol's number of the order} */
  public int orderCode() {
    int code = order == ListOrder.ORDERED ? Order.ORDERED : Order.UNORDERED;
    return persistIndex ? code | Order.PERSIST_INDEX : code;
  }
}
