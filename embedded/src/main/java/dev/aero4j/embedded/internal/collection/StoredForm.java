package dev.aero4j.embedded.internal.collection;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.Order;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.value.MsgPack;
import dev.aero4j.wire.value.MsgPackReader;
import dev.aero4j.wire.value.MsgPackType;
import dev.aero4j.wire.value.MsgPackWriter;
import dev.aero4j.wire.value.ParticleType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings values into the form that the server stores: shortest headers and integers, maps sorted by
 * key at every level, an index only of what a bin holds itself. Confined to one write.
 *
 * <p>Refused are: anything but exactly one value, keys that are not an integer, string or blob, the
 * same key twice, ordered collections out of order, and the wildcard and infinity, which are only
 * for queries.
 */
public final class StoredForm {
  private static final int MAX_DEPTH = MsgPack.MAX_DEPTH;

  private static final int UNSIGNED_LONG = 0xCF;

  /** An extension of one byte is a value, never flags. */
  private static final int SHORTEST_EXTENSION = 0xD4;

  private final WireReader in;
  private final MsgPackReader values;
  private final WireWriter out;
  private final int refusal;
  private final boolean top;

  private StoredForm(WireReader in, int refusal, boolean top) {
    this.in = in;
    this.values = new MsgPackReader(in);
    this.out = new WireWriter(Math.max(16, in.remaining()));
    this.refusal = refusal;
    this.top = top;
  }

  /**
   * Returns the bytes to store of a bin's list or map.
   *
   * @throws Refusal with code 1 when the value is not a list or map as it must be
   */
  public static byte[] ofBin(BinOperation operation) {
    StoredForm work = new StoredForm(operation.reader(), ResultCode.SERVER_ERROR, true);
    MsgPackType expected =
        operation.particleType() == ParticleType.LIST ? MsgPackType.LIST : MsgPackType.MAP;
    Cell stored = work.copy(expected);
    Node node = Node.of(stored);
    return (node.isPersistent() ? node.toCell(true) : stored).bytes();
  }

  /**
   * Returns the bytes of a stored value as clients see it: nobody is told of an index.
   *
   * @param type the particle type
   */
  public static byte[] asSeen(int type, byte[] stored) {
    if (type != ParticleType.LIST && type != ParticleType.MAP) {
      return stored;
    }
    Cell cell = Cell.of(stored);
    int flags = cell.flags();
    if ((flags & Order.PERSIST_INDEX) == 0) {
      return stored;
    }
    int seen = flags & ~Order.PERSIST_INDEX;
    Node withoutIndex =
        switch (Node.of(cell)) {
          case Node.Sequence list -> new Node.Sequence(seen, list.cells());
          case Node.Table map -> new Node.Table(seen, map.keys(), map.values());
        };
    return withoutIndex.toCell(false).bytes();
  }

  /**
   * Returns a value to store inside a list or map.
   *
   * @throws Refusal with code 4 when it cannot be stored
   */
  static Cell ofArgument(Cell argument) {
    return new StoredForm(argument.reader(), ResultCode.PARAMETER_ERROR, false).copy(null);
  }

  private Cell copy(@Nullable MsgPackType expected) {
    try {
      require(in.remaining() > 0 && (expected == null || values.peek() == expected));
      copyValue(0);
      require(in.remaining() == 0);
    } catch (ProtocolException e) {
      throw Refusal.of(refusal);
    }
    return Cell.of(out);
  }

  private void copyValue(int depth) {
    require(depth <= MAX_DEPTH);
    switch (values.peek()) {
      case LIST -> copyList(depth);
      case MAP -> copyMap(depth);
      case INTEGER -> copyInteger();
      case BYTES -> {
        int length = values.readBytesHeader();
        int content = in.position();
        in.skip(length);
        MsgPackWriter.writeRawBytes(out, in.array(), content, length);
      }
      case EXTENSION -> copyExtension();
      case NIL, BOOLEAN, DOUBLE -> copyRaw();
    }
  }

  private void copyRaw() {
    int start = in.position();
    values.skipValue();
    out.putBytes(in.array(), start, in.position() - start);
  }

  private void copyInteger() {
    int start = in.position();
    boolean overLong =
        in.readUnsignedByte() == UNSIGNED_LONG && in.remaining() > 0 && in.readByte() < 0;
    in.position(start);
    if (overLong) {
      copyRaw();
    } else {
      MsgPackWriter.writeLong(out, values.readLong());
    }
  }

  private void copyExtension() {
    require(extensionType() != Cell.SPECIAL_EXTENSION);
    copyRaw();
  }

  /** Returns the type of the extension that comes next, which stays unread. */
  private int extensionType() {
    int start = in.position();
    int head = in.readUnsignedByte();
    in.skip(
        switch (head) {
          case 0xC7 -> 1;
          case 0xC8 -> 2;
          case 0xC9 -> 4;
          default -> 0;
        });
    int type = in.readUnsignedByte();
    in.position(start);
    return type;
  }

  /** Takes the flags that a collection may begin with; returns 0 when it has none. */
  private int takeFlags(int orders, int depth, int count) {
    if (count == 0
        || values.peek() != MsgPackType.EXTENSION
        || (in.array()[in.position()] & 0xFF) == SHORTEST_EXTENSION) {
      return 0;
    }
    int mask = top && depth == 0 ? orders | Order.PERSIST_INDEX : orders;
    int flags = extensionType() & mask;
    values.skipValue();
    return flags;
  }

  private void copyList(int depth) {
    int count = values.readListHeader();
    int start = in.position();
    int flags = takeFlags(Order.ORDERED, depth, count);
    int left = in.position() == start ? count : count - 1;
    MsgPackWriter.writeListHeader(out, flags == 0 ? left : left + 1);
    if (flags != 0) {
      MsgPackWriter.writeFlags(out, flags);
    }
    boolean ordered = (flags & Order.ORDERED) != 0;
    Cell previous = null;
    for (int i = 0; i < left; i++) {
      int at = in.position();
      copyValue(depth + 1);
      if (ordered) {
        // As it came: the server looks before maps inside have been sorted.
        Cell element = Cell.of(Arrays.copyOfRange(in.array(), at, in.position()));
        require(previous == null || PackedOrder.INSTANCE.compare(previous, element) <= 0);
        previous = element;
      }
    }
  }

  /**
   * A pair of a map in the output.
   *
   * @param start where its key begins
   * @param end where its value ends
   */
  private record Pair(Cell key, int start, int end) {}

  private void copyMap(int depth) {
    int count = values.readMapHeader();
    int start = in.position();
    int flags = takeFlags(Order.KEY_VALUE_ORDERED, depth, count);
    boolean flagged = in.position() != start;
    if (flagged) {
      values.skipValue();
    }
    int left = flagged ? count - 1 : count;
    MsgPackWriter.writeMapHeader(out, flags == 0 ? left : left + 1);
    if (flags != 0) {
      MsgPackWriter.writeFlags(out, flags);
      MsgPackWriter.writeNil(out);
    }
    int body = out.position();
    List<Pair> pairs = new ArrayList<>(Math.min(left, in.remaining()));
    for (int i = 0; i < left; i++) {
      pairs.add(copyPair(depth));
    }
    Comparator<Pair> byKey = Comparator.comparing(Pair::key, PackedOrder.INSTANCE);
    if ((flags & Order.ORDERED) == 0) {
      sort(pairs, byKey, body);
    }
    for (int i = 1; i < left; i++) {
      require(byKey.compare(pairs.get(i - 1), pairs.get(i)) < 0);
    }
  }

  private Pair copyPair(int depth) {
    int start = out.position();
    require(isKey());
    copyValue(depth + 1);
    Cell key = written(start, out.position());
    copyValue(depth + 1);
    return new Pair(key, start, out.position());
  }

  private boolean isKey() {
    MsgPackType type = values.peek();
    if (type != MsgPackType.BYTES) {
      return type == MsgPackType.INTEGER;
    }
    int start = in.position();
    int length = values.readBytesHeader();
    int particleType = length == 0 ? ParticleType.NULL : in.readUnsignedByte();
    in.position(start);
    return particleType == ParticleType.STRING || particleType == ParticleType.BLOB;
  }

  /** Sorts the pairs, which stand in the output from {@code body} to its end. */
  private void sort(List<Pair> pairs, Comparator<Pair> byKey, int body) {
    List<Pair> sorted = new ArrayList<>(pairs);
    sorted.sort(byKey);
    if (sorted.equals(pairs)) {
      return;
    }
    byte[] unsorted = Arrays.copyOfRange(out.array(), body, out.position());
    out.truncate(body);
    for (Pair pair : sorted) {
      out.putBytes(unsorted, pair.start() - body, pair.end() - pair.start());
    }
    pairs.clear();
    pairs.addAll(sorted);
  }

  private Cell written(int start, int end) {
    return Cell.of(Arrays.copyOfRange(out.array(), start, end));
  }

  private void require(boolean valid) {
    if (!valid) {
      throw Refusal.of(refusal);
    }
  }
}
