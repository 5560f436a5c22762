package dev.aero4j.embedded.internal.collection;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.call.WriteFlags;
import dev.aero4j.wire.value.MsgPackType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts values into a list. */
final class ListWriter {
  private static final PackedOrder ORDER = PackedOrder.INSTANCE;

  private final Node.Sequence list;
  private final List<Cell> cells;
  private final int size;
  private final Target target;
  private final boolean unique;
  private final boolean bounded;
  private final boolean noFail;
  private final boolean partial;

  ListWriter(Node.Sequence list, Target target, long flags) {
    this.list = list;
    this.cells = list.cells();
    this.size = list.size();
    this.target = target;
    this.unique = (flags & WriteFlags.ADD_UNIQUE) != 0;
    this.bounded = (flags & WriteFlags.INSERT_BOUNDED) != 0;
    this.noFail = (flags & WriteFlags.NO_FAIL) != 0;
    this.partial = noFail && (flags & WriteFlags.PARTIAL) != 0;
  }

  /** Adds a value, or the elements of one, and returns the size. */
  Cell append(Cell value, boolean items) {
    List<Cell> added = added(value, items);
    if (!list.isOrdered()) {
      return insert(size, added);
    }
    return items ? addSorted(added) : addSorted(added.get(0));
  }

  /** Inserts a value, or the elements of one, and returns the size. */
  Cell insert(long index, Cell value, boolean items) {
    List<Cell> added = added(value, items);
    if (list.isOrdered()) {
      throw Reply.notApplicable();
    }
    return insert(index, added);
  }

  private static List<Cell> added(Cell value, boolean items) {
    if (!items) {
      return List.of(value);
    }
    if (value.type() != MsgPackType.LIST) {
      throw Reply.badParameter();
    }
    return ((Node.Sequence) Node.of(value)).cells();
  }

  private Cell insert(long index, List<Cell> added) {
    if (added.isEmpty()) {
      target.makeList();
      return sizeNow();
    }
    long position = Span.position(index, size);
    if (position < 0) {
      throw Reply.notApplicable();
    }
    if (bounded && position > size) {
      if (noFail) {
        return sizeNow();
      }
      throw Reply.notApplicable();
    }
    List<Cell> accepted = unique ? unseen(added) : added;
    if (accepted.isEmpty()) {
      return sizeNow();
    }
    List<Cell> grown = new ArrayList<>(cells);
    pad(grown, position);
    grown.addAll((int) position, accepted);
    target.change(list.with(grown));
    return Cell.of((long) grown.size());
  }

  /** Fills up with nil to a size. */
  private static void pad(List<Cell> cells, long toSize) {
    long missing = toSize - cells.size();
    if (missing > Span.MAX_PADDING) {
      throw Refusal.of(ResultCode.RECORD_TOO_BIG);
    }
    if (missing > 0) {
      cells.addAll(Collections.nCopies((int) missing, Cell.NIL));
    }
  }

  /** Returns those of several values that are not in the list yet; nothing to do nothing. */
  private List<Cell> unseen(List<Cell> added) {
    List<Cell> accepted = new ArrayList<>();
    for (int i = 0; i < added.size(); i++) {
      Cell value = added.get(i);
      if (Ranking.indexOf(cells, value) >= 0) {
        if (!partial) {
          refuseExisting();
          return List.of();
        }
      } else if (Ranking.indexOf(added.subList(0, i), value) >= 0) {
        if (!noFail) {
          throw Reply.notApplicable();
        } else if (!partial) {
          return List.of();
        }
      } else {
        accepted.add(value);
      }
    }
    return accepted;
  }

  private void refuseExisting() {
    if (!noFail) {
      throw Refusal.of(ResultCode.ELEMENT_EXISTS);
    }
  }

  private Cell addSorted(Cell value) {
    int place = Ranking.insertionPoint(cells, value);
    if (unique && Ranking.isAt(cells, place, value)) {
      refuseExisting();
      return sizeNow();
    }
    List<Cell> grown = new ArrayList<>(cells);
    grown.add(place, value);
    target.change(list.with(grown));
    return Cell.of((long) grown.size());
  }

  private Cell addSorted(List<Cell> added) {
    if (added.isEmpty()) {
      target.makeList();
      return sizeNow();
    }
    List<Cell> sorted = Ranking.sorted(added);
    if (unique) {
      List<Cell> distinct = distinct(sorted);
      if (distinct.size() < sorted.size()) {
        if (!noFail) {
          throw Reply.notApplicable();
        } else if (!partial) {
          return sizeNow();
        }
      }
      sorted = distinct;
    }
    List<Cell> accepted = new ArrayList<>();
    for (Cell value : sorted) {
      if (unique && Ranking.isAt(cells, Ranking.insertionPoint(cells, value), value)) {
        if (!partial) {
          refuseExisting();
          return sizeNow();
        }
      } else {
        accepted.add(value);
      }
    }
    target.change(list.with(merged(accepted)));
    return Cell.of((long) size + accepted.size());
  }

  private static List<Cell> distinct(List<Cell> sorted) {
    List<Cell> distinct = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      // The one before is looked at also when it is left out itself, which shows with NaN.
      if (i == 0 || !ORDER.equal(sorted.get(i - 1), sorted.get(i))) {
        distinct.add(sorted.get(i));
      }
    }
    return distinct;
  }

  /** Returns the list with sorted values at their places. */
  private List<Cell> merged(List<Cell> sorted) {
    List<Cell> merged = new ArrayList<>(size + sorted.size());
    int from = 0;
    for (Cell value : sorted) {
      int place = Math.max(from, Ranking.insertionPoint(cells, value));
      merged.addAll(cells.subList(from, place));
      merged.add(value);
      from = place;
    }
    merged.addAll(cells.subList(from, size));
    return merged;
  }

  /** Puts a value in the place of another, or after the end. */
  void set(long index, Cell value) {
    if (list.isOrdered()) {
      throw Reply.notApplicable();
    }
    if (index >= size) {
      insert(index, List.of(value));
      return;
    }
    long position = Span.position(index, size);
    if (position < 0) {
      throw Reply.notApplicable();
    }
    int at = (int) position;
    if (unique && existsBesides(at, value)) {
      refuseExisting();
      return;
    }
    List<Cell> changed = new ArrayList<>(cells);
    changed.set(at, value);
    target.change(list.with(changed));
  }

  private boolean existsBesides(int index, Cell value) {
    for (int i = 0; i < size; i++) {
      if (i != index && ORDER.equal(cells.get(i), value)) {
        return true;
      }
    }
    return false;
  }

  /** Adds to an element, and returns the sum. */
  Cell increment(long index, @Nullable Cell argument) {
    long position = Span.position(index, size);
    if (position < 0) {
      throw Reply.notApplicable();
    }
    Delta delta = Delta.of(argument, false);
    Cell sum = delta.addTo(position < size ? cells.get((int) position) : null);
    if (list.isOrdered()) {
      replaceSorted(position, sum);
    } else {
      set(position, sum);
    }
    return sum;
  }

  private void replaceSorted(long position, Cell value) {
    if (position > size) {
      throw Reply.notApplicable();
    }
    int index = (int) position;
    int found = Ranking.find(cells, value);
    int rank = found < 0 ? ~found : found;
    if (unique && found >= 0) {
      if (rank != index) {
        refuseExisting();
      }
      return;
    }
    List<Cell> changed = new ArrayList<>(cells);
    if (index < size) {
      changed.remove(index);
    }
    changed.add(rank <= index ? rank : rank - 1, value);
    target.change(list.with(changed));
  }

  private Cell sizeNow() {
    return Cell.of((long) size);
  }
}
