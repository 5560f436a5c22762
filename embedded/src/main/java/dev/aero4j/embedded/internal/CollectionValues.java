package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.value.MsgPack;
import dev.aero4j.wire.value.MsgPackReader;
import dev.aero4j.wire.value.MsgPackType;
import dev.aero4j.wire.value.MsgPackWriter;
import dev.aero4j.wire.value.ParticleType;
import dev.aero4j.wire.value.ValueOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings a list or map into the form that the server stores: shortest headers and integers, maps
 * sorted by key at every level. Confined to one write.
 *
 * <p>Refused with code 1 are: anything but exactly one value of the right kind, keys that are not
 * an integer, string or blob, the same key twice, ordered collections out of order, and the
 * wildcard and infinity, which are only for queries.
 */
final class CollectionValues {
  private static final int MAX_DEPTH = MsgPack.MAX_DEPTH;

  private static final int UNSIGNED_LONG = 0xCF;

  /** An extension of one byte is a value, never flags. */
  private static final int SHORTEST_EXTENSION = 0xD4;

  private static final int SPECIAL_EXTENSION = 0xFF;

  /** Flag of a list: it is sorted. */
  private static final int LIST_ORDERED = 1;

  /** Flags of a map: it is sorted by key, and also by value. */
  private static final int MAP_ORDERED = 3;

  private final WireReader in;
  private final MsgPackReader values;
  private final WireWriter out;

  private CollectionValues(WireReader in) {
    this.in = in;
    this.values = new MsgPackReader(in);
    this.out = new WireWriter(Math.max(16, in.remaining()));
  }

  /**
   * Returns the bytes to store.
   *
   * @throws Refusal when the value is not a list or map as it must be
   */
  static byte[] normalize(BinOperation operation) {
    CollectionValues work = new CollectionValues(operation.reader());
    try {
      MsgPackType expected =
          operation.particleType() == ParticleType.LIST ? MsgPackType.LIST : MsgPackType.MAP;
      require(work.in.remaining() > 0 && work.values.peek() == expected);
      work.copyValue(0);
      require(work.in.remaining() == 0);
    } catch (ProtocolException e) {
      throw Refusal.of(ResultCode.SERVER_ERROR);
    }
    return work.out.toByteArray();
  }

  private void copyValue(int depth) {
    require(depth < MAX_DEPTH);
    switch (values.peek()) {
      case LIST -> copyList(depth);
      case MAP -> copyMap(depth);
      case INTEGER -> copyInteger();
      case BYTES -> {
        int length = values.readBytesHeader();
        MsgPackWriter.writeRawBytes(out, in.array(), in.position(), length);
        in.skip(length);
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
    boolean overLong =
        (in.array()[in.position()] & 0xFF) == UNSIGNED_LONG && in.array()[in.position() + 1] < 0;
    if (overLong) {
      copyRaw();
    } else {
      MsgPackWriter.writeLong(out, values.readLong());
    }
  }

  private void copyExtension() {
    require(extensionType() != SPECIAL_EXTENSION);
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
  private int takeFlags(int mask, int count) {
    if (count == 0
        || values.peek() != MsgPackType.EXTENSION
        || (in.array()[in.position()] & 0xFF) == SHORTEST_EXTENSION) {
      return 0;
    }
    int flags = extensionType() & mask;
    values.skipValue();
    return flags;
  }

  private void copyList(int depth) {
    int count = values.readListHeader();
    int start = in.position();
    int flags = takeFlags(LIST_ORDERED, count);
    int left = in.position() == start ? count : count - 1;
    MsgPackWriter.writeListHeader(out, flags == 0 ? left : left + 1);
    if (flags != 0) {
      MsgPackWriter.writeFlags(out, flags);
    }
    Object previous = null;
    for (int i = 0; i < left; i++) {
      int at = out.position();
      copyValue(depth + 1);
      if (flags != 0) {
        Object element = decode(at, out.position());
        require(i == 0 || ValueOrder.TOTAL.compare(previous, element) <= 0);
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
  private record Pair(@Nullable Object key, int start, int end) {}

  private void copyMap(int depth) {
    int count = values.readMapHeader();
    int start = in.position();
    int flags = takeFlags(MAP_ORDERED, count);
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
    Comparator<Pair> byKey = Comparator.comparing(Pair::key, ValueOrder.TOTAL);
    if (flags == 0) {
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
    Object key = decode(start, out.position());
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

  private @Nullable Object decode(int start, int end) {
    return MsgPack.read(new WireReader(out.array(), start, end - start));
  }

  private static void require(boolean valid) {
    if (!valid) {
      throw Refusal.of(ResultCode.SERVER_ERROR);
    }
  }
}
