package dev.aero4j.embedded.internal.collection;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.call.MapOpcode;
import dev.aero4j.wire.call.WriteFlags;
import org.jspecify.annotations.Nullable;

/** The calls on maps. */
final class MapCalls {
  private final Target target;
  private final CollectionArguments arguments;

  private MapCalls(Target target, CollectionArguments arguments) {
    this.target = target;
    this.arguments = arguments;
  }

  /**
   * Makes a call that reads.
   *
   * @return what it gives back, or null for nothing
   */
  static @Nullable Cell read(Target target, MapOpcode opcode, CollectionArguments arguments) {
    Node.Table map = target.map(0);
    if (opcode == MapOpcode.SIZE) {
      return Cell.of((long) map.size());
    }
    arguments.check();
    return new MapCalls(target, arguments).select(map, opcode, false);
  }

  /**
   * Makes a call that modifies.
   *
   * @return what it gives back, or null for nothing
   */
  static @Nullable Cell modify(Target target, MapOpcode opcode, CollectionArguments arguments) {
    return new MapCalls(target, arguments).modify(opcode);
  }

  private @Nullable Cell modify(MapOpcode opcode) {
    return switch (opcode) {
      case SET_ORDER -> {
        arguments.check();
        setOrder(target.map(0), (int) arguments.number(0) & 0xFF);
        yield null;
      }
      case ADD -> put(arguments.number(2, 0), WriteFlags.CREATE_ONLY, false);
      case ADD_ITEMS -> put(arguments.number(1, 0), WriteFlags.CREATE_ONLY, true);
      case PUT -> put(arguments.number(2, 0), arguments.number(3, 0), false);
      case PUT_ITEMS -> put(arguments.number(1, 0), arguments.number(2, 0), true);
      case REPLACE -> put(0, WriteFlags.UPDATE_ONLY, false);
      case REPLACE_ITEMS -> {
        if (target.isAbsent()) {
          throw Refusal.of(ResultCode.ELEMENT_NOT_FOUND);
        }
        yield put(0, WriteFlags.UPDATE_ONLY, true);
      }
      case INCREMENT, DECREMENT -> {
        arguments.check();
        Node.Table map = target.map(arguments.number(2, 0));
        yield new MapWriter(map, target, 0)
            .increment(arguments.cell(0), arguments.optional(1), opcode == MapOpcode.DECREMENT);
      }
      case CLEAR -> {
        if (target.present() instanceof Node.Table map) {
          target.change(Node.Table.empty(map.flags()));
        }
        yield null;
      }
      default -> {
        if (!(target.present() instanceof Node.Table map)) {
          yield null;
        }
        arguments.check();
        yield select(map, opcode, true);
      }
    };
  }

  private Cell put(long order, long flags, boolean items) {
    arguments.check();
    MapWriter writer = new MapWriter(target.map(order), target, flags);
    return items
        ? writer.putItems(arguments.cell(0))
        : writer.put(arguments.cell(0), arguments.cell(1));
  }

  private void setOrder(Node.Table map, int wanted) {
    if ((wanted & ~Target.MAP_FLAGS) != 0) {
      throw Reply.notApplicable();
    }
    int flags = target.isTopLevel() ? wanted : wanted & ~0x10;
    target.change(new Node.Table(flags, map.keys(), map.values()));
  }

  private @Nullable Cell select(Node.Table map, MapOpcode opcode, boolean removes) {
    Reply reply = reply(opcode);
    MapSelection selection = new MapSelection(map, target, removes, reply);
    switch (opcode) {
      case GET_BY_KEY, REMOVE_BY_KEY -> selection.byKey(arguments.cell(1));
      case GET_BY_KEY_LIST, REMOVE_BY_KEY_LIST -> selection.byKeys(arguments.cell(1));
      case GET_BY_KEY_RANGE, REMOVE_BY_KEY_RANGE ->
          selection.byKeyInterval(arguments.cell(1), arguments.optional(2));
      case GET_BY_KEY_RELATIVE_INDEX_RANGE, REMOVE_BY_KEY_RELATIVE_INDEX_RANGE ->
          selection.byRelativeIndex(
              arguments.cell(1), arguments.number(2), arguments.number(3, Span.ALL));
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
          selection.byValueInterval(arguments.cell(1), arguments.optional(2));
      case GET_BY_VALUE_RELATIVE_RANK_RANGE, REMOVE_BY_VALUE_RELATIVE_RANK_RANGE ->
          selection.byRelativeRank(
              arguments.cell(1), arguments.number(2), arguments.number(3, Span.ALL));
      default -> throw Reply.badParameter();
    }
    return reply.value();
  }

  private Reply reply(MapOpcode opcode) {
    boolean multiple =
        switch (opcode) {
          case GET_BY_KEY,
              REMOVE_BY_KEY,
              GET_BY_INDEX,
              REMOVE_BY_INDEX,
              GET_BY_RANK,
              REMOVE_BY_RANK,
              GET_FIRST_BY_VALUE,
              REMOVE_FIRST_BY_VALUE ->
              false;
          default -> true;
        };
    return Reply.of(arguments.number(0), multiple);
  }
}
