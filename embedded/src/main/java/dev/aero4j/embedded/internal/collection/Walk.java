package dev.aero4j.embedded.internal.collection;

import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.value.MsgPack;
import dev.aero4j.wire.value.MsgPackReader;
import dev.aero4j.wire.value.MsgPackType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way along a path into nested collections, and back with what has changed. */
final class Walk {
  /** More steps than values may be nested lead nowhere. */
  private static final int MAX_STEPS = MsgPack.MAX_DEPTH;

  private final boolean modifies;
  private final Deque<Frame> frames = new ArrayDeque<>();

  /** The steps into what is not there yet, once something is to be made. */
  private List<Step> missing = List.of();

  private boolean created;
  private boolean binEmpty;
  private boolean holdsSpecial;
  private @Nullable Cell reached;

  private Walk(boolean modifies) {
    this.modifies = modifies;
  }

  /**
   * A collection that was passed.
   *
   * @param index the place of the element that was entered, or of the one that is to be made
   * @param newKey the key of the entry that is to be made, or null
   * @param padding how many nil go before an element that is to be made, or -1 when none is
   */
  private record Frame(Node node, int index, @Nullable Cell newKey, int padding) {}

  /** Reads a path: a list of pairs of a step's number and what it goes by. */
  static List<Cell> read(Cell path) {
    if (path.type() != MsgPackType.LIST) {
      throw Reply.badParameter();
    }
    WireReader in = path.reader();
    MsgPackReader values = new MsgPackReader(in);
    int count = values.readListHeader();
    if (count == 0 || count % 2 != 0 || count / 2 > MAX_STEPS) {
      throw Reply.badParameter();
    }
    List<Cell> cells = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      cells.add(Cell.next(in, values));
    }
    return cells;
  }

  /**
   * Goes along a path.
   *
   * @param bin what the bin holds, or null
   * @param path pairs of a step's number and what it goes by
   * @throws Refusal with code 26 where a step leads nowhere, and 4 when one is none
   */
  static Walk along(@Nullable Node bin, List<Cell> path, boolean modifies) {
    Walk walk = new Walk(modifies);
    walk.go(bin, path);
    return walk;
  }

  private void go(@Nullable Node bin, List<Cell> path) {
    Node node = bin;
    for (int i = 0; i < path.size(); i += 2) {
      Long code = path.get(i).toLong();
      if (code == null) {
        throw Reply.badParameter();
      }
      Step step = new Step(code, path.get(i + 1));
      step.check();
      if (node == null) {
        if (!step.creates()) {
          throw Reply.notApplicable();
        }
        binEmpty = true;
        makeFrom(path, i);
        return;
      }
      take(step, node);
      if (created) {
        if (!modifies) {
          throw Reply.notApplicable();
        }
        makeFrom(path, i + 2);
        return;
      }
      Cell next = reached;
      if (next == null || i + 2 == path.size()) {
        return;
      }
      if (!next.isCollection()) {
        checkNumber(path.get(i + 2));
        throw Reply.notApplicable();
      }
      node = Node.of(next);
    }
  }

  private static void checkNumber(Cell code) {
    if (code.toLong() == null) {
      throw Reply.badParameter();
    }
  }

  private void makeFrom(List<Cell> path, int from) {
    created = true;
    missing = new ArrayList<>();
    for (int i = from; i < path.size(); i += 2) {
      Long code = path.get(i).toLong();
      if (code == null) {
        throw Reply.notApplicable();
      }
      Step step = new Step(code, path.get(i + 1));
      step.checkMaking(binEmpty && i == from);
      if (step.has(ContextCode.MAP)) {
        holdsSpecial = false;
      }
      missing.add(step);
    }
  }

  private void take(Step step, Node node) {
    if (step.has(node instanceof Node.Sequence ? ContextCode.MAP : ContextCode.LIST)) {
      throw Reply.notApplicable();
    }
    switch (node) {
      case Node.Sequence list -> takeInList(step, list);
      case Node.Table map -> takeInMap(step, map);
    }
  }

  private void takeInList(Step step, Node.Sequence list) {
    switch (step.base()) {
      case ContextCode.INDEX -> byIndex(step, list);
      case ContextCode.RANK -> {
        if (list.isOrdered()) {
          byIndex(step, list);
        } else {
          enter(list, RankHeap.select(list.cells(), place(step, list.size()), 1)[0]);
        }
      }
      case ContextCode.VALUE -> {
        holdsSpecial |= step.value().holdsSpecial();
        int index =
            list.isOrdered()
                ? Ranking.find(list.cells(), step.value())
                : Ranking.indexOf(list.cells(), step.value());
        if (index < 0) {
          throw Reply.notApplicable();
        }
        enter(list, index);
      }
      default -> throw Reply.notApplicable();
    }
  }

  private void byIndex(Step step, Node.Sequence list) {
    int size = list.size();
    Long index = step.value().toLong();
    if (index == null) {
      throw Reply.notApplicable();
    }
    Span span = Span.of(index, 1, size, false);
    if (span != null) {
      enter(list, span.start());
      return;
    }
    // Further before the start than the element before the first, the server gives up altogether.
    if (!step.creates() || index < -1) {
      throw Reply.notApplicable();
    }
    int padding = 0;
    boolean atEnd = index == size || (size == 0 && index == -1) || list.isOrdered();
    if (!atEnd) {
      long missingElements = index - size;
      if (step.createOrder() != ContextCode.CREATE_LIST_UNBOUNDED || missingElements < 0) {
        throw Reply.notApplicable();
      }
      if (missingElements > Span.MAX_PADDING) {
        throw Refusal.of(ResultCode.RECORD_TOO_BIG);
      }
      padding = (int) missingElements;
    }
    created = true;
    frames.push(new Frame(list, size, null, padding));
  }

  private void takeInMap(Step step, Node.Table map) {
    switch (step.base()) {
      case ContextCode.INDEX -> enter(map, place(step, map.size()));
      case ContextCode.RANK -> enter(map, Ranking.sort(map.values())[place(step, map.size())]);
      case ContextCode.VALUE -> {
        holdsSpecial |= step.value().holdsSpecial();
        int index = Ranking.indexOf(map.values(), step.value());
        if (index < 0) {
          throw Reply.notApplicable();
        }
        enter(map, index);
      }
      case ContextCode.KEY -> {
        holdsSpecial = false;
        Cell key = step.storedKey();
        int index = Ranking.lowerBound(map.keys(), key);
        if (Ranking.isAt(map.keys(), index, key)) {
          enter(map, index);
        } else if (step.creates()) {
          created = true;
          frames.push(new Frame(map, index, key, 0));
        } else {
          throw Reply.notApplicable();
        }
      }
      default -> throw Reply.notApplicable();
    }
  }

  private static int place(Step step, int size) {
    Long number = step.value().toLong();
    Span span = number == null ? null : Span.of(number, 1, size, false);
    if (span == null) {
      throw Reply.notApplicable();
    }
    return span.start();
  }

  private void enter(Node node, int index) {
    frames.push(new Frame(node, index, null, -1));
    reached =
        switch (node) {
          case Node.Sequence list -> list.cells().get(index);
          case Node.Table map -> map.values().get(index);
        };
  }

  /** Returns whether the path leads to what is not there, and is to be made. */
  boolean isCreated() {
    return created;
  }

  /** Returns whether a wildcard or infinity came on the way. */
  boolean holdsSpecial() {
    return holdsSpecial;
  }

  /** Returns what is at the end of the path, or null for what is to be made. */
  @Nullable Cell reached() {
    return created ? null : reached;
  }

  /** Returns the target of a call at the end of the path. */
  Target target(@Nullable Node present) {
    return new Target(present, created, binEmpty);
  }

  /** Returns what the bin is to hold when {@code changed} is at the end of the path. */
  Cell back(Node changed) {
    boolean atTop = frames.isEmpty();
    Cell cell = changed.toCell(atTop && missing.isEmpty());
    for (int i = missing.size() - 1; i >= 0; i--) {
      cell = missing.get(i).make(cell, atTop && i == 0);
    }
    while (!frames.isEmpty()) {
      Frame frame = frames.pop();
      boolean top = frames.isEmpty();
      cell =
          switch (frame.node()) {
            case Node.Sequence list -> inList(list, frame, cell).toCell(top);
            case Node.Table map -> inMap(map, frame, cell).toCell(top);
          };
    }
    return cell;
  }

  private static Node.Sequence inList(Node.Sequence list, Frame frame, Cell element) {
    List<Cell> cells = new ArrayList<>(list.cells());
    int index = frame.index();
    boolean isNew = frame.padding() >= 0;
    if (isNew) {
      cells.addAll(Collections.nCopies(frame.padding(), Cell.NIL));
      index = cells.size();
    }
    int place = index;
    if (list.isOrdered()) {
      int rank = Ranking.lowerBound(list.cells(), element);
      if (rank < index) {
        place = rank;
      } else if (rank > index + 1) {
        place = rank - 1;
      }
    }
    if (!isNew) {
      cells.remove(index);
    }
    cells.add(place, element);
    return list.with(cells);
  }

  private static Node.Table inMap(Node.Table map, Frame frame, Cell value) {
    List<Cell> values = new ArrayList<>(map.values());
    if (frame.newKey() == null) {
      values.set(frame.index(), value);
      return map.with(map.keys(), values);
    }
    List<Cell> keys = new ArrayList<>(map.keys());
    keys.add(frame.index(), frame.newKey());
    values.add(frame.index(), value);
    return map.with(keys, values);
  }
}
