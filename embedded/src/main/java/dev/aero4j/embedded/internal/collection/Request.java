package dev.aero4j.embedded.internal.collection;

import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.value.MsgPackReader;
import dev.aero4j.wire.value.MsgPackType;
import java.util.ArrayList;
import java.util.List;

/**
 * A call as it travels: a list of its number and its arguments.
 *
 * @param arguments also a path, and what is called at its end
 */
record Request(long opcode, List<Cell> arguments) {
  static Request read(WireReader in) {
    if (in.remaining() > 1 && in.array()[in.position()] == 0) {
      // Clients of old wrote the number in two bytes, and the arguments only if there are any.
      long opcode = in.readUnsignedShort();
      return new Request(opcode, in.remaining() == 0 ? List.of() : cells(in));
    }
    List<Cell> cells = cells(in);
    Long opcode = cells.isEmpty() ? null : cells.get(0).toLong();
    if (opcode == null) {
      throw Reply.badParameter();
    }
    return new Request(opcode, cells.subList(1, cells.size()));
  }

  static Request of(Cell call) {
    return read(call.reader());
  }

  private static List<Cell> cells(WireReader in) {
    MsgPackReader values = new MsgPackReader(in);
    if (in.remaining() == 0 || values.peek() != MsgPackType.LIST) {
      throw Reply.badParameter();
    }
    int count = values.readListHeader();
    List<Cell> cells = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      cells.add(Cell.next(in, values));
    }
    return cells;
  }
}
