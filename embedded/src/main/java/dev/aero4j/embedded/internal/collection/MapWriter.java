package dev.aero4j.embedded.internal.collection;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.call.WriteFlags;
import dev.aero4j.wire.value.MsgPackType;
import java.util.ArrayList;
import java.util.List;
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
    Entries changed = new Entries(map);
    changed.put(storedKey, storedValue);
    target.change(changed.in(map));
    return Cell.of((long) changed.size());
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
    Entries changed = new Entries(map);
    for (int i = 0; i < added.size(); i++) {
      Cell key = added.keys().get(i);
      if (size == 0 || mayPut(key)) {
        changed.put(key, added.values().get(i));
      } else if (!partial) {
        return sizeNow();
      }
    }
    target.change(changed.in(map));
    return Cell.of((long) changed.size());
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

  /** The entries of a map that is being changed. */
  private static final class Entries {
    private final List<Cell> keys;
    private final List<Cell> values;

    Entries(Node.Table map) {
      this.keys = new ArrayList<>(map.keys());
      this.values = new ArrayList<>(map.values());
    }

    void put(Cell key, Cell value) {
      int place = Ranking.lowerBound(keys, key);
      if (Ranking.isAt(keys, place, key)) {
        values.set(place, value);
      } else {
        keys.add(place, key);
        values.add(place, value);
      }
    }

    int size() {
      return keys.size();
    }

    Node.Table in(Node.Table map) {
      return map.with(keys, values);
    }
  }
}
