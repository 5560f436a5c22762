package dev.aero4j.embedded.internal.collection;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.call.ListOpcode;
import dev.aero4j.wire.call.ReturnType;
import dev.aero4j.wire.call.SortFlags;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls on lists. */
final class ListCalls {
  private static final PackedOrder ORDER = PackedOrder.INSTANCE;

  private final Target target;
  private final CollectionArguments arguments;

  private ListCalls(Target target, CollectionArguments arguments) {
    this.target = target;
    this.arguments = arguments;
  }

  /**
   * Makes a call that reads.
   *
   * @return what it gives back, or null for nothing
   */
  static @Nullable Cell read(Target target, ListOpcode opcode, CollectionArguments arguments) {
    Node.Sequence list = target.list(0);
    if (opcode == ListOpcode.SIZE) {
      return Cell.of((long) list.size());
    }
    arguments.check();
    return new ListCalls(target, arguments).select(list, opcode, false);
  }

  /**
   * Makes a call that modifies.
   *
   * @return what it gives back, or null for nothing
   */
  static @Nullable Cell modify(Target target, ListOpcode opcode, CollectionArguments arguments) {
    return new ListCalls(target, arguments).modify(opcode);
  }

  private @Nullable Cell modify(ListOpcode opcode) {
    return switch (opcode) {
      case SET_ORDER -> {
        arguments.check();
        yield setOrder(target.list(0), (int) arguments.number(0) & 0xFF);
      }
      case APPEND, APPEND_ITEMS -> {
        arguments.check();
        boolean items = opcode == ListOpcode.APPEND_ITEMS;
        Node.Sequence list = target.list(arguments.number(1, 0));
        yield new ListWriter(list, target, arguments.number(2, 0))
            .append(stored(arguments.cell(0)), items);
      }
      case INSERT, INSERT_ITEMS -> {
        arguments.check();
        boolean items = opcode == ListOpcode.INSERT_ITEMS;
        Node.Sequence list = target.list(0);
        yield new ListWriter(list, target, arguments.number(2, 0))
            .insert(arguments.number(0), stored(arguments.cell(1)), items);
      }
      case SET -> {
        arguments.check();
        Node.Sequence list = target.list(0);
        new ListWriter(list, target, arguments.number(2, 0))
            .set(arguments.number(0), stored(arguments.cell(1)));
        yield null;
      }
      case INCREMENT -> {
        arguments.check();
        Node.Sequence list = target.list(arguments.number(2, 0));
        yield new ListWriter(list, target, arguments.number(3, 0))
            .increment(arguments.number(0), arguments.optional(1));
      }
      case SORT -> sort();
      case CLEAR -> {
        if (target.present() instanceof Node.Sequence list) {
          target.change(Node.Sequence.empty(list.isOrdered() ? 1 : 0));
        }
        yield null;
      }
      default -> remove(opcode);
    };
  }

  private @Nullable Cell remove(ListOpcode opcode) {
    if (!(target.present() instanceof Node.Sequence list)) {
      return null;
    }
    arguments.check();
    return select(list, opcode, true);
  }

  private static Cell stored(Cell argument) {
    return StoredForm.ofArgument(argument);
  }

  private @Nullable Cell setOrder(Node.Sequence list, int wanted) {
    if ((wanted & ~0x11) != 0) {
      throw Reply.notApplicable();
    }
    int flags = target.isTopLevel() ? wanted : wanted & ~0x10;
    if (flags == list.flags()) {
      target.makeList();
      return null;
    }
    boolean sorts = (flags & 1) != 0 && !list.isOrdered();
    List<Cell> cells = sorts ? Ranking.sorted(list.cells()) : list.cells();
    target.change(new Node.Sequence(flags, cells));
    return null;
  }

  private @Nullable Cell sort() {
    if (target.isAbsent() && !target.isBinLive()) {
      throw Refusal.of(ResultCode.BIN_TYPE_MISMATCH);
    }
    arguments.check();
    if (!(target.present() instanceof Node.Sequence list) || list.size() <= 1) {
      return null;
    }
    long flags = arguments.number(0, 0);
    List<Cell> sorted = list.cells();
    if (!list.isOrdered()) {
      List<Cell> cells = sorted;
      Comparator<Cell> order = (flags & SortFlags.DESCENDING) != 0 ? ORDER.reversed() : ORDER;
      sorted =
          Ranking.pick(
              cells,
              Ranking.sort(cells.size(), (a, b) -> order.compare(cells.get(a), cells.get(b))));
    }
    if ((flags & SortFlags.DROP_DUPLICATES) != 0) {
      sorted = withoutDuplicates(sorted);
    }
    target.change(list.with(sorted));
    return null;
  }

  /** Duplicates are only dropped from what goes upwards, which the server insists on. */
  private static List<Cell> withoutDuplicates(List<Cell> sorted) {
    List<Cell> kept = new ArrayList<>();
    kept.add(sorted.get(0));
    for (int i = 1; i < sorted.size(); i++) {
      int order = ORDER.compare(sorted.get(i - 1), sorted.get(i));
      if (order > 0) {
        throw Reply.badParameter();
      } else if (order < 0) {
        kept.add(sorted.get(i));
      }
    }
    return kept;
  }

  private @Nullable Cell select(Node.Sequence list, ListOpcode opcode, boolean removes) {
    Reply reply = reply(opcode);
    ListSelection selection = new ListSelection(list, target, removes, reply);
    switch (opcode) {
      case GET, POP, REMOVE -> selection.byIndex(arguments.number(0), 1);
      case GET_RANGE, POP_RANGE, REMOVE_RANGE, TRIM ->
          selection.byIndex(arguments.number(0), arguments.number(1, Span.ALL));
      case GET_BY_INDEX, REMOVE_BY_INDEX -> selection.byIndex(arguments.number(1), 1);
      case GET_BY_INDEX_RANGE, REMOVE_BY_INDEX_RANGE ->
          selection.byIndex(arguments.number(1), arguments.number(2, Span.ALL));
      case GET_BY_RANK, REMOVE_BY_RANK -> selection.byRank(arguments.number(1), 1);
      case GET_BY_RANK_RANGE, REMOVE_BY_RANK_RANGE ->
          selection.byRank(arguments.number(1), arguments.number(2, Span.ALL));
      case GET_FIRST_BY_VALUE, REMOVE_FIRST_BY_VALUE, GET_BY_VALUE, REMOVE_BY_VALUE ->
          selection.byValue(arguments.cell(1));
      case GET_BY_VALUE_LIST, REMOVE_BY_VALUE_LIST -> selection.byValues(arguments.cell(1));
      case GET_BY_VALUE_RANGE, REMOVE_BY_VALUE_RANGE ->
          selection.byInterval(arguments.cell(1), arguments.optional(2));
      case GET_BY_VALUE_RELATIVE_RANK_RANGE, REMOVE_BY_VALUE_RELATIVE_RANK_RANGE ->
          selection.byRelativeRank(
              arguments.cell(1), arguments.number(2), arguments.number(3, Span.ALL));
      default -> throw Reply.badParameter();
    }
    return reply.value();
  }

  private Reply reply(ListOpcode opcode) {
    return switch (opcode) {
      case GET, POP -> Reply.of(ReturnType.VALUE, false);
      case REMOVE -> Reply.of(ReturnType.COUNT, false);
      case GET_RANGE, POP_RANGE -> Reply.of(ReturnType.VALUE, true);
      case REMOVE_RANGE -> Reply.of(ReturnType.COUNT, true);
      case TRIM -> Reply.of(ReturnType.COUNT | ReturnType.INVERTED, true);
      case GET_BY_INDEX,
          REMOVE_BY_INDEX,
          GET_BY_RANK,
          REMOVE_BY_RANK,
          GET_FIRST_BY_VALUE,
          REMOVE_FIRST_BY_VALUE ->
          Reply.of(arguments.number(0), false);
      default -> Reply.of(arguments.number(0), true);
    };
  }
}
