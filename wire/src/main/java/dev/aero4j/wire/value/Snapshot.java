package dev.aero4j.wire.value;

import dev.aero4j.wire.WireWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A list or map as it was when the snapshot was taken, whatever becomes of it afterwards; it is
 * written when its message is. What cannot be stored is found when it is taken.
 *
 * <p>Values that nobody can change, texts and numbers for example, are shared and not encoded: one
 * array of references takes less than the bytes, and they are encoded once, into the buffer that is
 * sent. Immutable.
 */
public final class Snapshot {
  /** No flags are sent. */
  private static final int PLAIN = -1;

  private final boolean isMap;
  private final int flags;

  /** The elements of a list; keys and values of a map in turn. */
  private final @Nullable Object[] elements;

  private Snapshot(boolean isMap, int flags, @Nullable Object[] elements) {
    this.isMap = isMap;
    this.flags = flags;
    this.elements = elements;
  }

  /**
   * Returns what a value is now: a snapshot of a list or map, a copy of bytes, and the value itself
   * when nobody can change it.
   *
   * @throws IllegalArgumentException when it, or something inside it, cannot be stored, keys of
   *     maps as {@link MapKeys} has it; the message says where
   */
  public static @Nullable Object of(@Nullable Object value) {
    return take(value, true, 0);
  }

  /** Returns a list that is sent without any order, of values as {@link #of} takes them. */
  public static Snapshot ofElements(Collection<?> list) {
    return new Snapshot(false, PLAIN, elements(list, true, 0));
  }

  /** Returns a map that is sent without any order, of keys and values as {@link #of} takes them. */
  public static Snapshot ofEntries(Map<?, ?> map) {
    return new Snapshot(true, PLAIN, entries(map.entrySet(), map.size(), true, 0));
  }

  /** As {@link #of}, for a list or map that is written before it can change, with any keys. */
  static Snapshot ofUnchanging(Object collection) {
    return collection instanceof List<?> list
        ? ofList(list, false, 1)
        : ofMap((Map<?, ?>) collection, false, 1);
  }

  /** Returns whether it is of a map, and not of a list. */
  public boolean isMap() {
    return isMap;
  }

  /** Returns how many values it holds, not counting those inside others. */
  int size() {
    return elements.length;
  }

  void writeTo(WireWriter out) {
    int extra = flags == PLAIN ? 0 : 1;
    if (isMap) {
      MsgPackWriter.writeMapHeader(out, elements.length / 2 + extra);
    } else {
      MsgPackWriter.writeListHeader(out, elements.length + extra);
    }
    if (flags != PLAIN) {
      MsgPackWriter.writeFlags(out, flags);
      if (isMap) {
        MsgPackWriter.writeNil(out);
      }
    }
    for (Object element : elements) {
      ValueEncoder.write(out, element);
    }
  }

  /**
   * @param kept whether it outlives the call, and is stored: bytes are copied, and keys looked at
   * @param depth how many collections it lies in
   */
  private static @Nullable Object take(@Nullable Object value, boolean kept, int depth) {
    if (value == null || ValueEncoder.isFrequent(value)) {
      return value;
    } else if (value instanceof byte[] bytes) {
      return kept ? bytes.clone() : bytes;
    } else if (value instanceof List<?> list) {
      return ofList(list, kept, depth + 1);
    } else if (value instanceof Map<?, ?> map) {
      return ofMap(map, kept, depth + 1);
    } else if (ValueEncoder.isRare(value)) {
      return value;
    }
    throw ValueEncoder.unsupported(value);
  }

  private static Snapshot ofList(List<?> list, boolean kept, int depth) {
    checkDepth(depth);
    @Nullable Object[] elements = elements(list, kept, depth);
    int flags = list instanceof OrderedList ? MsgPackFormat.FLAG_ORDERED : flagsBefore(elements);
    return new Snapshot(false, flags, elements);
  }

  private static @Nullable Object[] elements(Collection<?> list, boolean kept, int depth) {
    @Nullable Object[] elements = new @Nullable Object[list.size()];
    int index = 0;
    try {
      for (Object element : list) {
        checkCount(index < elements.length, elements.length);
        elements[index] = take(element, kept, depth);
        index++;
      }
    } catch (UnsupportedValueException e) {
      throw e.inside("[" + index + "]");
    }
    checkCount(index == elements.length, elements.length);
    return elements;
  }

  private static Snapshot ofMap(Map<?, ?> map, boolean kept, int depth) {
    checkDepth(depth);
    if (map instanceof SortedMap<?, ?> sorted) {
      return new Snapshot(
          true, flagsOf(map), entries(inServerOrder(sorted), map.size(), kept, depth));
    }
    @Nullable Object[] elements = entries(map.entrySet(), map.size(), kept, depth);
    return new Snapshot(true, flagsBefore(elements), elements);
  }

  private static @Nullable Object[] entries(
      Collection<? extends Map.Entry<?, ?>> entries, int count, boolean kept, int depth) {
    @Nullable Object[] elements = new @Nullable Object[Math.multiplyExact(2, count)];
    int at = 0;
    for (Map.Entry<?, ?> entry : entries) {
      checkCount(at < elements.length, count);
      Object key = entry.getKey();
      try {
        elements[at] = take(key, kept, depth);
      } catch (UnsupportedValueException e) {
        throw e.inside(".key#" + at / 2);
      }
      if (kept) {
        MapKeys.check(key);
      }
      try {
        elements[at + 1] = take(entry.getValue(), kept, depth);
      } catch (UnsupportedValueException e) {
        throw e.inside("[" + Values.toString(key) + "]");
      }
      at += 2;
    }
    checkCount(at == elements.length, count);
    return elements;
  }

  /** An extension in the first place would be taken for flags. */
  private static int flagsBefore(@Nullable Object[] elements) {
    return elements.length > 0 && ValueEncoder.isExtension(elements[0]) ? 0 : PLAIN;
  }

  private static int flagsOf(Map<?, ?> map) {
    return map instanceof OrderedMap ordered && ordered.valueOrdered()
        ? MsgPackFormat.FLAG_ORDERED | MsgPackFormat.FLAG_VALUE_ORDERED
        : MsgPackFormat.FLAG_ORDERED;
  }

  /** The server's order of keys is not Java's: strings go by UTF-8, and types mix. */
  private static Collection<? extends Map.Entry<?, ?>> inServerOrder(SortedMap<?, ?> map) {
    if (ValueOrder.TOTAL.equals(map.comparator())) {
      return map.entrySet();
    }
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
    entries.sort((a, b) -> ValueOrder.TOTAL.compare(a.getKey(), b.getKey()));
    return entries;
  }

  private static void checkDepth(int depth) {
    if (depth > MsgPack.MAX_DEPTH) {
      throw new UnsupportedValueException(
          "lists and maps are nested deeper than " + MsgPack.MAX_DEPTH);
    }
  }

  private static void checkCount(boolean agrees, int announced) {
    if (!agrees) {
      throw new ConcurrentModificationException(
          "a collection of " + announced + " elements was changed while it was looked at");
    }
  }
}
