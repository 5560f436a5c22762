package dev.aero4j.wire.value;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a map without an order is read as: it behaves as a {@link LinkedHashMap}, which may be
 * changed and has its entries in the order in which they came, and takes about a third of its
 * memory, since there is no object for an entry.
 *
 * <pre>
 *  table  |  3 |  0 |  1 |  0 |  0 |  2 |  0 |  0 |   where a hash leads: slot + 1, or 0
 *           |         |              |
 *           |         v              v
 *  cells    |     | key 0 | value 0 | key 1 | value 1 | key 2 | value 2 | …
 *           +-----------------------------------------------^
 * </pre>
 *
 * <p>A few entries are looked through without a table. Keys that were chosen to have the same hash
 * would make the table slow; when they pile up, the slots are kept in a {@link HashMap}, which has
 * trees for that. A removed entry leaves its slot behind until the cells are full.
 *
 * <p>Not safe for use by several threads while one of them changes it.
 */
final class CompactMap extends AbstractMap<@Nullable Object, @Nullable Object>
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Stands for the key of an entry that was removed. */
  private static final Object GONE = new Object();

  private static final Object[] NOTHING = {};
  private static final int MAX_WITHOUT_TABLE = 8;

  /** A table that is no fuller than two thirds needs a few steps only. */
  private static final int MAX_STEPS = 64;

  private static final int MAX_TABLE = 1 << 30;

  /** 2^32 by the golden ratio, which spreads numbers that are multiples of each other. */
  private static final int SPREAD = 0x9E3779B9;

  // All are transient: what is serialized is a LinkedHashMap.
  private transient @Nullable Object[] cells;
  private transient int used;
  private transient int size;
  private transient int @Nullable [] table;
  private transient @Nullable Map<@Nullable Object, Integer> slots;
  private transient int changes;

  /**
   * @param expected how many entries will be put, about
   */
  CompactMap(int expected) {
    cells = expected == 0 ? NOTHING : new @Nullable Object[2 * expected];
    if (expected > MAX_WITHOUT_TABLE) {
      table = new int[tableLength(expected)];
    }
  }

  private static int tableLength(int entries) {
    long atLeast = entries + (entries + 1L) / 2;
    return (int) Math.min(MAX_TABLE, Long.highestOneBit(atLeast - 1) << 1);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return find(key) >= 0;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    int slot = find(key);
    return slot < 0 ? null : cells[2 * slot + 1];
  }

  @Override
  public @Nullable Object put(@Nullable Object key, @Nullable Object value) {
    int slot = find(key);
    if (slot >= 0) {
      Object old = cells[2 * slot + 1];
      cells[2 * slot + 1] = value;
      return old;
    }
    if (2 * used == cells.length) {
      makeRoom();
    }
    cells[2 * used] = key;
    cells[2 * used + 1] = value;
    enter(key, used);
    used++;
    size++;
    changes++;
    return null;
  }

  @Override
  public @Nullable Object remove(@Nullable Object key) {
    int slot = find(key);
    return slot < 0 ? null : removeSlot(slot);
  }

  @Override
  public void clear() {
    cells = NOTHING;
    used = 0;
    size = 0;
    table = null;
    slots = null;
    changes++;
  }

  @Override
  public void forEach(BiConsumer<? super @Nullable Object, ? super @Nullable Object> action) {
    Objects.requireNonNull(action);
    int expected = changes;
    for (int slot = 0; slot < used; slot++) {
      Object key = cells[2 * slot];
      if (key != GONE) {
        action.accept(key, cells[2 * slot + 1]);
        checkUnchanged(expected);
      }
    }
  }

  @Override
  public Set<Map.Entry<@Nullable Object, @Nullable Object>> entrySet() {
    return new Entries();
  }

  @Override
  public Set<@Nullable Object> keySet() {
    return new Keys();
  }

  /** Returns the slot of a key, or -1. */
  private int find(@Nullable Object key) {
    int[] byHash = table;
    if (byHash != null) {
      int mask = byHash.length - 1;
      for (int at = home(key, byHash); byHash[at] != 0; at = (at + 1) & mask) {
        if (isAt(byHash[at] - 1, key)) {
          return byHash[at] - 1;
        }
      }
      return -1;
    } else if (slots != null) {
      return slots.getOrDefault(key, -1);
    }
    for (int slot = 0; slot < used; slot++) {
      if (isAt(slot, key)) {
        return slot;
      }
    }
    return -1;
  }

  private boolean isAt(int slot, @Nullable Object key) {
    Object found = cells[2 * slot];
    return key == null ? found == null : found != GONE && key.equals(found);
  }

  private static int home(@Nullable Object key, int[] table) {
    int hash = key == null ? 0 : key.hashCode();
    return (hash * SPREAD) >>> (Integer.numberOfLeadingZeros(table.length) + 1);
  }

  /** Makes a key that is not there yet be found. */
  private void enter(@Nullable Object key, int slot) {
    int[] byHash = table;
    if (byHash != null) {
      int mask = byHash.length - 1;
      int at = home(key, byHash);
      for (int steps = 0; byHash[at] != 0; steps++) {
        if (steps == MAX_STEPS) {
          useSlots(slot + 1);
          return;
        }
        at = (at + 1) & mask;
      }
      byHash[at] = slot + 1;
    } else if (slots != null) {
      slots.put(key, slot);
    }
  }

  private void useSlots(int count) {
    Map<@Nullable Object, Integer> map = HashMap.newHashMap(count);
    for (int slot = 0; slot < count; slot++) {
      if (cells[2 * slot] != GONE) {
        map.put(cells[2 * slot], slot);
      }
    }
    slots = map;
    table = null;
  }

  /** Closes the gaps that removed entries left, or grows when they are few. */
  private void makeRoom() {
    @Nullable Object[] old = cells;
    int oldUsed = used;
    int entries = size < used / 4 * 3 ? used : Math.max(4, used + used / 2);
    cells = new @Nullable Object[Math.multiplyExact(2, entries)];
    used = 0;
    table = slots == null && entries > MAX_WITHOUT_TABLE ? new int[tableLength(entries)] : null;
    if (slots != null) {
      slots.clear();
    }
    for (int slot = 0; slot < oldUsed; slot++) {
      if (old[2 * slot] != GONE) {
        cells[2 * used] = old[2 * slot];
        cells[2 * used + 1] = old[2 * slot + 1];
        enter(cells[2 * used], used);
        used++;
      }
    }
  }

  private @Nullable Object removeSlot(int slot) {
    Object value = cells[2 * slot + 1];
    if (slots != null) {
      slots.remove(cells[2 * slot]);
    }
    cells[2 * slot] = GONE;
    cells[2 * slot + 1] = null;
    size--;
    changes++;
    return value;
  }

  private void checkUnchanged(int expected) {
    if (changes != expected) {
      throw new ConcurrentModificationException("a map was changed while it was looked through");
    }
  }

  /** Other versions need not know this class. */
  private Object writeReplace() {
    return new LinkedHashMap<>(this);
  }

  /** Goes from slot to slot. */
  private abstract class Slots<E extends @Nullable Object> implements Iterator<E> {
    private int next = after(-1);
    private int last = -1;
    private int expected = changes;

    private int after(int slot) {
      int following = slot + 1;
      while (following < used && cells[2 * following] == GONE) {
        following++;
      }
      return following;
    }

    @Override
    public final boolean hasNext() {
      return next < used;
    }

    @Override
    public final @Nullable E next() {
      checkUnchanged(expected);
      if (next >= used) {
        throw new NoSuchElementException("there are no more entries");
      }
      last = next;
      next = after(last);
      return at(last);
    }

    abstract @Nullable E at(int slot);

    @Override
    public final void remove() {
      checkUnchanged(expected);
      if (last < 0) {
        throw new IllegalStateException("there is no entry to remove: next() comes first");
      }
      removeSlot(last);
      last = -1;
      expected = changes;
    }
  }

  /** What the sets of keys and of entries share. */
  private abstract class View<E extends @Nullable Object> extends AbstractSet<E> {
    @Override
    public final int size() {
      return size;
    }

    @Override
    public final void clear() {
      CompactMap.this.clear();
    }
  }

  private final class Keys extends View<@Nullable Object> {
    @Override
    public Iterator<@Nullable Object> iterator() {
      return new Slots<@Nullable Object>() {
        @Override
        @Nullable Object at(int slot) {
          return cells[2 * slot];
        }
      };
    }

    @Override
    public boolean contains(@Nullable Object key) {
      return containsKey(key);
    }

    @Override
    public boolean remove(@Nullable Object key) {
      int slot = find(key);
      if (slot < 0) {
        return false;
      }
      removeSlot(slot);
      return true;
    }
  }

  private final class Entries extends View<Map.Entry<@Nullable Object, @Nullable Object>> {
    @Override
    public Iterator<Map.Entry<@Nullable Object, @Nullable Object>> iterator() {
      return new Slots<>() {
        @Override
        Map.Entry<@Nullable Object, @Nullable Object> at(int slot) {
          return new Entry(cells[2 * slot], cells[2 * slot + 1]);
        }
      };
    }

    @Override
    public boolean contains(@Nullable Object entry) {
      return slotOf(entry) >= 0;
    }

    @Override
    public boolean remove(@Nullable Object entry) {
      int slot = slotOf(entry);
      if (slot < 0) {
        return false;
      }
      removeSlot(slot);
      return true;
    }

    private int slotOf(@Nullable Object entry) {
      if (!(entry instanceof Map.Entry<?, ?> wanted)) {
        return -1;
      }
      int slot = find(wanted.getKey());
      return slot >= 0 && Objects.equals(cells[2 * slot + 1], wanted.getValue()) ? slot : -1;
    }
  }

  /** An entry that is made when it is asked for. */
  private final class Entry extends SimpleEntry<@Nullable Object, @Nullable Object> {
    private static final long serialVersionUID = 1L;

    Entry(@Nullable Object key, @Nullable Object value) {
      super(key, value);
    }

    @Override
    public @Nullable Object setValue(@Nullable Object value) {
      int slot = find(getKey());
      if (slot >= 0) {
        cells[2 * slot + 1] = value;
      }
      return super.setValue(value);
    }
  }
}
