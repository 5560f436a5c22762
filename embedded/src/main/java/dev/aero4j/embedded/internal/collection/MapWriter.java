package dev.aero4j.embedded.internal.collection;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.call.WriteFlags;
import dev.aero4j.wire.value.MsgPackType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts entries into a map. */
final class MapWriter {
  private final Node.Table map;
  private final int size;
  private final Target target;
  private final boolean mayUpdate;
  private final boolean mayCreate;
  private final boolean noFail;
  private final boolean partial;

  MapWriter(Node.Table map, Target target, long flags) {
    this.map = map;
    this.size = map.size();
    this.target = target;
    this.mayUpdate = (flags & WriteFlags.CREATE_ONLY) == 0;
    this.mayCreate = (flags & WriteFlags.UPDATE_ONLY) == 0;
    this.noFail = (flags & WriteFlags.NO_FAIL) != 0;
    this.partial = (flags & WriteFlags.PARTIAL) != 0;
  }

  /** Puts an entry, and returns the size. */
  Cell put(Cell key, Cell value) {
    if (!key.isKey()) {
      throw Reply.badParameter();
    }
    Cell storedKey = StoredForm.ofArgument(key);
    Cell storedValue = StoredForm.ofArgument(value);
    if (!mayPut(storedKey)) {
      return sizeNow();
    }
    return change(List.of(storedKey), List.of(storedValue));
  }

  /** Puts the entries of a map, and returns the size. */
  Cell putItems(Cell items) {
    if (items.type() != MsgPackType.MAP) {
      throw Reply.badParameter();
    }
    Node.Table added = (Node.Table) Node.of(StoredForm.ofArgument(items));
    if (added.size() == 0) {
      target.makeMap();
      return sizeNow();
    }
    // Nothing is created in an empty map, unless it is done in part: then everything is.
    if (size == 0 && !mayCreate && !(noFail && partial)) {
      mayPut(added.keys().get(0));
      return sizeNow();
    }
    // In their order, the last of equal keys winning, so that all are put in one pass.
    SortedMap<Cell, Cell> accepted = new TreeMap<>(PackedOrder.INSTANCE);
    for (int i = 0; i < added.size(); i++) {
      Cell key = added.keys().get(i);
      if (size == 0 || mayPut(key)) {
        accepted.put(key, added.values().get(i));
      } else if (!partial) {
        return sizeNow();
      }
    }
    return change(accepted.keySet(), accepted.values());
  }

  /** Returns whether an entry may be put, or fails where that is what is to happen otherwise. */
  private boolean mayPut(Cell key) {
    boolean exists = Ranking.isAt(map.keys(), Ranking.lowerBound(map.keys(), key), key);
    if (exists ? mayUpdate : mayCreate) {
      return true;
    } else if (noFail) {
      return false;
    }
    throw Refusal.of(exists ? ResultCode.ELEMENT_EXISTS : ResultCode.ELEMENT_NOT_FOUND);
  }

  /** Adds to a value, and returns the sum. */
  Cell increment(Cell key, @Nullable Cell argument, boolean negated) {
    int place = Ranking.lowerBound(map.keys(), key);
    boolean exists = Ranking.isAt(map.keys(), place, key);
    Delta delta = Delta.of(argument, negated);
    Cell sum = delta.addTo(exists ? map.values().get(place) : null);
    put(key, sum);
    return sum;
  }

  private Cell sizeNow() {
    return Cell.of((long) size);
  }

  /** Puts entries with keys in order, and returns the size. */
  private Cell change(Collection<Cell> newKeys, Collection<Cell> newValues) {
    List<Cell> keys = new ArrayList<>(size + newKeys.size());
    List<Cell> values = new ArrayList<>(size + newKeys.size());
    int done = 0;
    Iterator<Cell> value = newValues.iterator();
    for (Cell key : newKeys) {
      int place = Ranking.lowerBound(map.keys(), done, key);
      keys.addAll(map.keys().subList(done, place));
      values.addAll(map.values().subList(done, place));
      boolean replaces = Ranking.isAt(map.keys(), place, key);
      keys.add(replaces ? map.keys().get(place) : key);
      values.add(value.next());
      done = replaces ? place + 1 : place;
    }
    keys.addAll(map.keys().subList(done, size));
    values.addAll(map.values().subList(done, size));
    target.change(map.with(keys, values));
    return Cell.of((long) keys.size());
  }
}
