package dev.aero4j.conformance.differential;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.value.MsgPackReader;
import dev.aero4j.wire.value.MsgPackType;
import dev.aero4j.wire.value.MsgPackWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Msgpack, whatever it stands for: values, calls and expressions alike. */
sealed interface Tree {
  void writeTo(WireWriter out);

  default byte[] toBytes() {
    WireWriter out = new WireWriter(64);
    writeTo(out);
    return out.toByteArray();
  }

  /** Returns the number that stands here, or -1. */
  default long number() {
    return -1;
  }

  /** Returns the elements of a list; none of anything else. */
  default List<Tree> elements() {
    return List.of();
  }

  /** Returns the tree of these bytes, or null when they are none. */
  static @Nullable Tree of(byte[] bytes) {
    try {
      WireReader in = new WireReader(bytes);
      Tree tree = read(in);
      return in.remaining() == 0 ? tree : null;
    } catch (ProtocolException e) {
      return null;
    }
  }

  private static Tree read(WireReader in) {
    MsgPackReader reader = new MsgPackReader(in);
    MsgPackType type = reader.peek();
    if (type == MsgPackType.LIST) {
      return new Branch(false, read(in, reader.readListHeader()));
    } else if (type == MsgPackType.MAP) {
      return new Branch(true, read(in, 2 * reader.readMapHeader()));
    }
    int start = in.position();
    reader.skipValue();
    int length = in.position() - start;
    in.position(start);
    return new Leaf(type, in.readBytes(length));
  }

  private static List<Tree> read(WireReader in, int count) {
    List<Tree> children = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      children.add(read(in));
    }
    return children;
  }

  /** What has nothing inside. */
  record Leaf(MsgPackType type, byte[] bytes) implements Tree {
    static Leaf of(long number) {
      WireWriter out = new WireWriter(9);
      MsgPackWriter.writeLong(out, number);
      return new Leaf(MsgPackType.INTEGER, out.toByteArray());
    }

    @Override
    public void writeTo(WireWriter out) {
      out.putBytes(bytes);
    }

    @Override
    public long number() {
      return type == MsgPackType.INTEGER
          ? new MsgPackReader(new WireReader(bytes)).readLong()
          : Tree.super.number();
    }
  }

  /**
   * A list or a map.
   *
   * @param children the elements, or keys and values in turn
   */
  record Branch(boolean isMap, List<Tree> children) implements Tree {
    @Override
    public void writeTo(WireWriter out) {
      if (isMap) {
        MsgPackWriter.writeMapHeader(out, children.size() / 2);
      } else {
        MsgPackWriter.writeListHeader(out, children.size());
      }
      children.forEach(child -> child.writeTo(out));
    }

    @Override
    public List<Tree> elements() {
      return isMap ? List.of() : children;
    }

    /** Returns the same without some of the children. */
    Branch without(int from, int to) {
      List<Tree> fewer = new ArrayList<>(children.subList(0, from));
      fewer.addAll(children.subList(to, children.size()));
      return new Branch(isMap, fewer);
    }

    Branch with(int index, Tree child) {
      List<Tree> changed = new ArrayList<>(children);
      changed.set(index, child);
      return new Branch(isMap, changed);
    }
  }
}
