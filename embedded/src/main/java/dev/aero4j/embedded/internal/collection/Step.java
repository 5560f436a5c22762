package dev.aero4j.embedded.internal.collection;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.call.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A step of a path to one list or map, and what it makes where there is nothing.
 *
 * @param code see {@link ContextCode}
 * @param value the index, rank, key or value that it goes by
 */
record Step(long code, Cell value) {
  private static final int LIST_INDEX = ContextCode.LIST | ContextCode.INDEX;
  private static final int MAP_KEY = ContextCode.MAP | ContextCode.KEY;
  private static final int TYPE_MASK = ContextCode.LIST | ContextCode.MAP | ContextCode.BASE_MASK;

  /** A record cannot hold a list with so many elements. */
  private static final int MAX_INDEX = 1 << 27;

  int base() {
    return (int) code & ContextCode.BASE_MASK;
  }

  boolean has(int flag) {
    return (code & flag) != 0;
  }

  /** Returns whether a collection is made where the step finds none. */
  boolean creates() {
    return has(ContextCode.CREATE_MASK);
  }

  int createOrder() {
    return (int) code & ContextCode.CREATE_MASK;
  }

  /**
   * Checks what can be checked before the step is taken.
   *
   * @throws Refusal with code 26
   */
  void check() {
    boolean typed = has(ContextCode.LIST) || has(ContextCode.MAP);
    if (base() > ContextCode.VALUE
        || (!typed && (creates() || has(ContextCode.CREATE_PERSIST_INDEX)))) {
      throw Reply.notApplicable();
    }
  }

  /**
   * Checks that the step can be taken where there is nothing, and makes what it needs.
   *
   * @param top whether it is the first step, into a bin that holds nothing
   * @throws Refusal with code 26
   */
  void checkMaking(boolean top) {
    check();
    if (!top && has(ContextCode.CREATE_PERSIST_INDEX)) {
      throw Reply.notApplicable();
    }
    switch ((int) code & TYPE_MASK) {
      case MAP_KEY -> storedKey();
      case LIST_INDEX -> {
        Long index = value.toLong();
        boolean pads = createOrder() == ContextCode.CREATE_LIST_UNBOUNDED;
        boolean anyIndex =
            createOrder() == ContextCode.CREATE_LIST_ORDERED
                || has(ContextCode.CREATE_PERSIST_INDEX);
        if (index == null
            || index < (pads ? 0 : -1)
            || (!pads && !anyIndex && index > 0)
            || (pads && index > MAX_INDEX)) {
          throw Reply.notApplicable();
        }
        if (pads && index > Span.MAX_PADDING) {
          throw Refusal.of(ResultCode.RECORD_TOO_BIG);
        }
      }
      default -> throw Reply.notApplicable();
    }
  }

  /** Returns the key that the step goes by as it is stored. */
  Cell storedKey() {
    try {
      return StoredForm.ofArgument(value);
    } catch (Refusal refusal) {
      throw Reply.notApplicable();
    }
  }

  /** Makes a collection in which the step leads to {@code element}; it has been checked. */
  Cell make(Cell element, boolean top) {
    int persist = top && has(ContextCode.CREATE_PERSIST_INDEX) ? Order.PERSIST_INDEX : 0;
    if (has(ContextCode.MAP)) {
      int order =
          switch (createOrder()) {
            case ContextCode.CREATE_MAP_KEY_ORDERED -> Order.ORDERED;
            case ContextCode.CREATE_MAP_KEY_VALUE_ORDERED -> Order.KEY_VALUE_ORDERED;
            default -> Order.UNORDERED;
          };
      return new Node.Table(order | persist, List.of(storedKey()), List.of(element)).toCell(top);
    }
    List<Cell> cells = new ArrayList<>();
    if (createOrder() == ContextCode.CREATE_LIST_UNBOUNDED) {
      Long index = value.toLong();
      cells.addAll(Collections.nCopies(index == null ? 0 : index.intValue(), Cell.NIL));
    }
    cells.add(element);
    boolean ordered = createOrder() == ContextCode.CREATE_LIST_ORDERED;
    return new Node.Sequence((ordered ? Order.ORDERED : 0) | persist, cells).toCell(top);
  }
}
