package dev.aero4j.embedded.internal.collection;

import dev.aero4j.model.ExtensionValue;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.Order;
import dev.aero4j.wire.value.MsgPackReader;
import dev.aero4j.wire.value.MsgPackType;
import dev.aero4j.wire.value.MsgPackWriter;
import java.util.ArrayList;
import java.util.List;

/** A list or map whose elements can be told apart; immutable. */
sealed interface Node permits Node.Sequence, Node.Table {
  /** Returns the flags it begins with; see {@link Order}. */
  int flags();

  /** Returns the number of elements or entries. */
  int size();

  /** Appends it as a bin holds it when {@code top}, else as a collection inside another. */
  void writeTo(WireWriter out, boolean top);

  /** Returns how its index is stored: as many bytes, whose content matters to nobody here. */
  int indexSize(int contentSize);

  default boolean isPersistent() {
    return (flags() & Order.PERSIST_INDEX) != 0;
  }

  default Cell toCell(boolean top) {
    WireWriter out = new WireWriter(64);
    writeTo(out, top);
    return Cell.of(out);
  }

  /** Reads a list or map. */
  static Node of(Cell cell) {
    WireReader in = cell.reader();
    MsgPackReader values = new MsgPackReader(in);
    return values.peek() == MsgPackType.LIST ? Sequence.read(in, values) : Table.read(in, values);
  }

  /**
   * Reads the flags that a collection of so many elements may begin with; -1 when there are none.
   */
  private static int readFlags(WireReader in, MsgPackReader values, int count) {
    if (count == 0 || values.peek() != MsgPackType.EXTENSION) {
      return -1;
    }
    int start = in.position();
    ExtensionValue extension = values.readExtension();
    if (extension.type() == Cell.SPECIAL_EXTENSION) {
      in.position(start);
      return -1;
    }
    return extension.type();
  }

  /** A list. */
  record Sequence(int flags, List<Cell> cells) implements Node {
    private static final int INDEX_STEP = 128;

    static Sequence empty(int flags) {
      return new Sequence(flags, List.of());
    }

    private static Sequence read(WireReader in, MsgPackReader values) {
      int count = values.readListHeader();
      int flags = readFlags(in, values, count);
      int size = flags < 0 ? count : count - 1;
      List<Cell> cells = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        cells.add(Cell.next(in, values));
      }
      return new Sequence(Math.max(flags, 0), cells);
    }

    Sequence with(List<Cell> newCells) {
      return new Sequence(flags, newCells);
    }

    boolean isOrdered() {
      return (flags & Order.ORDERED) != 0;
    }

    @Override
    public int size() {
      return cells.size();
    }

    @Override
    public void writeTo(WireWriter out, boolean top) {
      MsgPackWriter.writeListHeader(out, flags == 0 ? size() : size() + 1);
      writeFlags(out, top, cells);
      for (Cell cell : cells) {
        cell.writeTo(out);
      }
    }

    private void writeFlags(WireWriter out, boolean top, List<Cell> content) {
      if (flags != 0) {
        int contentSize = content.stream().mapToInt(Cell::size).sum();
        int index = top ? indexSize(contentSize) : 0;
        MsgPackWriter.writeExtension(out, flags, new byte[index]);
      }
    }

    @Override
    public int indexSize(int contentSize) {
      if (!isPersistent()) {
        return 0;
      }
      int entries = size();
      if (!isOrdered()) {
        // Of an unordered list only every 128th place is kept.
        int steps = entries == 0 ? 0 : (entries - 1) / INDEX_STEP;
        entries = steps == 0 ? 0 : steps + 1;
      }
      return entries <= 1 ? 0 : entries * width(contentSize);
    }
  }

  /** A map, its entries in the order of their keys. */
  record Table(int flags, List<Cell> keys, List<Cell> values) implements Node {
    /** Flag: the index of values by rank is kept as well. */
    static final int VALUE_ORDERED = 0x02;

    static Table empty(int flags) {
      return new Table(flags, List.of(), List.of());
    }

    private static Table read(WireReader in, MsgPackReader reader) {
      int count = reader.readMapHeader();
      int flags = readFlags(in, reader, count);
      int size = count;
      if (flags >= 0) {
        reader.skipValue();
        size--;
      }
      List<Cell> keys = new ArrayList<>(size);
      List<Cell> values = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        keys.add(Cell.next(in, reader));
        values.add(Cell.next(in, reader));
      }
      return new Table(Math.max(flags, 0), keys, values);
    }

    Table with(List<Cell> newKeys, List<Cell> newValues) {
      return new Table(flags, newKeys, newValues);
    }

    /** Returns whether it counts as ordered by key; any flag makes it so. */
    boolean isKeyOrdered() {
      return flags != 0;
    }

    /** Returns whether there is an index by rank, which some results are ordered by. */
    boolean hasRankIndex() {
      return isPersistent() && (flags & VALUE_ORDERED) != 0 && size() > 1;
    }

    @Override
    public int size() {
      return keys.size();
    }

    @Override
    public void writeTo(WireWriter out, boolean top) {
      int size = size();
      MsgPackWriter.writeMapHeader(out, flags == 0 ? size : size + 1);
      if (flags != 0) {
        int contentSize =
            keys.stream().mapToInt(Cell::size).sum() + values.stream().mapToInt(Cell::size).sum();
        MsgPackWriter.writeExtension(out, flags, new byte[top ? indexSize(contentSize) : 0]);
        MsgPackWriter.writeNil(out);
      }
      for (int i = 0; i < size; i++) {
        keys.get(i).writeTo(out);
        values.get(i).writeTo(out);
      }
    }

    @Override
    public int indexSize(int contentSize) {
      int size = size();
      if (!isPersistent() || size <= 1) {
        return 0;
      }
      int byKey = size * width(contentSize);
      return (flags & VALUE_ORDERED) == 0 ? byKey : byKey + size * width(size);
    }
  }

  /** Returns how many bytes an index takes for a number up to this one. */
  private static int width(int largest) {
    if (largest < 1 << 8) {
      return 1;
    } else if (largest < 1 << 16) {
      return 2;
    }
    return largest < 1 << 24 ? 3 : 4;
  }
}
