package dev.aero4j.embedded.internal.collection;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.call.CallFamily;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.ListOpcode;
import dev.aero4j.wire.call.MapOpcode;
import dev.aero4j.wire.value.MsgPackType;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes calls on the list or map of a bin, or on one inside it. */
final class Engine {
  private static final int FIRST_MAP_OPCODE = MapOpcode.SET_ORDER.code();

  private final @Nullable Node bin;
  private final boolean modifies;

  /**
   * @param bin the list or map, or null for nothing
   */
  Engine(@Nullable Node bin, boolean modifies) {
    this.bin = bin;
    this.modifies = modifies;
  }

  /**
   * Makes a call on what the bin holds.
   *
   * @throws Refusal when it cannot be made
   */
  Effect call(Request request) {
    if (bin != null && (bin instanceof Node.Sequence) != isList(request.opcode())) {
      throw Refusal.of(ResultCode.BIN_TYPE_MISMATCH);
    }
    Target target = new Target(bin, false, true);
    Cell result = call(target, request, false);
    Node changed = target.outcome();
    return new Effect(changed == null ? null : changed.toCell(true), result);
  }

  /**
   * Makes a call at the end of a path.
   *
   * @param path pairs of a step's number and what it goes by
   * @param call gives the call, which is only read once the path has led somewhere
   * @throws Refusal when it cannot be made
   */
  Effect callAt(List<Cell> path, Supplier<Request> call) {
    Walk walk = Walk.along(bin, path, modifies);
    Cell reached = walk.reached();
    Request request = call.get();
    long opcode = request.opcode();
    Node present = null;
    if (!walk.isCreated() && reached != null) {
      MsgPackType wanted = isList(opcode) ? MsgPackType.LIST : MsgPackType.MAP;
      if (reached.type() != wanted) {
        throw Refusal.of(ResultCode.BIN_TYPE_MISMATCH);
      }
      present = Node.of(reached);
    }
    Target target = walk.target(present);
    Cell result = call(target, request, walk.holdsSpecial());
    Node changed = target.outcome();
    return new Effect(changed == null ? null : walk.back(changed), result);
  }

  static boolean isList(long opcode) {
    return opcode >= 0 && opcode < FIRST_MAP_OPCODE;
  }

  private @Nullable Cell call(Target target, Request request, boolean pathHoldsSpecial) {
    CallOpcode opcode = CallFamily.COLLECTION.opcode(request.opcode());
    if (opcode == null || opcode.modifies() != modifies) {
      throw Reply.badParameter();
    }
    CollectionArguments checked =
        new CollectionArguments(opcode, request.arguments(), pathHoldsSpecial);
    return switch (opcode) {
      case ListOpcode list ->
          modifies
              ? ListCalls.modify(target, list, checked)
              : ListCalls.read(target, list, checked);
      case MapOpcode map ->
          modifies ? MapCalls.modify(target, map, checked) : MapCalls.read(target, map, checked);
      default -> throw Reply.badParameter();
    };
  }
}
