package dev.aero4j.embedded.internal.collection;

import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.value.MsgPackReader;
import dev.aero4j.wire.value.MsgPackType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which elements equal one of several values, and where. */
final class Matches {
  private static final int MAX_VALUES = 1 << 20;
  private static final PackedOrder ORDER = PackedOrder.INSTANCE;

  /** For each value, in the order that they were given, the run of elements that equal it. */
  private final List<Span> runs;

  /** The values from the smallest on. */
  private final int[] sorted;

  private final BitSet mask;

  private Matches(List<Span> runs, int[] sorted, BitSet mask) {
    this.runs = runs;
    this.sorted = sorted;
    this.mask = mask;
  }

  /**
   * Returns the elements of a list that is an argument. The flags that it may begin with count as
   * one, which equals nothing.
   */
  static List<Cell> values(Cell list) {
    if (list.type() != MsgPackType.LIST) {
      throw Reply.badParameter();
    }
    WireReader in = list.reader();
    MsgPackReader reader = new MsgPackReader(in);
    int count = reader.readListHeader();
    if (count > MAX_VALUES) {
      throw Reply.badParameter();
    }
    List<Cell> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(Cell.next(in, reader));
    }
    return values;
  }

  /** Looks in sorted elements: a run is of indexes, and values that are given twice count twice. */
  static Matches sorted(List<Cell> cells, List<Cell> values) {
    List<Span> runs = new ArrayList<>(values.size());
    BitSet mask = new BitSet();
    for (Cell value : values) {
      Span run = Ranking.run(cells, value);
      runs.add(run);
      mask.set(run.start(), run.start() + run.count());
    }
    return new Matches(runs, new int[0], mask);
  }

  /**
   * Looks in elements of any order: a run is of ranks, and of values that are equal only the last
   * has one.
   */
  static Matches unsorted(List<Cell> cells, List<Cell> values) {
    int[] sorted = Ranking.sort(values);
    List<Cell> inOrder = Ranking.pick(values, sorted);
    int[] counts = new int[values.size()];
    int[] before = new int[values.size() + 1];
    BitSet mask = new BitSet();
    for (int i = 0; i < cells.size(); i++) {
      int after = Ranking.upperBound(inOrder, cells.get(i));
      before[after]++;
      if (after > 0 && ORDER.equal(inOrder.get(after - 1), cells.get(i))) {
        counts[after - 1]++;
        mask.set(i);
      }
    }
    Span[] runs = new Span[values.size()];
    int rank = 0;
    for (int i = 0; i < sorted.length; i++) {
      rank += before[i];
      runs[sorted[i]] = new Span(rank, counts[i]);
    }
    return new Matches(List.of(runs), sorted, mask);
  }

  BitSet mask(boolean inverted, int size) {
    BitSet selected = (BitSet) mask.clone();
    if (inverted) {
      selected.flip(0, size);
    }
    return selected;
  }

  /** Gives back the runs, value by value. */
  void setRuns(Reply reply, int size) {
    List<Long> numbers = new ArrayList<>();
    for (Span run : runs) {
      reply.addRun(numbers, run.start(), run.count(), size);
    }
    reply.setNumbers(numbers);
  }

  /** Gives back the places in the runs one by one, or those outside. */
  void setRanks(Reply reply, int size) {
    List<Long> numbers = new ArrayList<>();
    if (reply.isInverted()) {
      int from = 0;
      for (int value : sorted) {
        Span run = runs.get(value);
        if (run.count() != 0) {
          reply.addRun(numbers, from, run.start() - from, size);
          from = run.end();
        }
      }
      reply.addRun(numbers, from, size - from, size);
    } else {
      for (Span run : runs) {
        for (int i = 0; i < run.count(); i++) {
          reply.addRun(numbers, run.start() + i, 1, size);
        }
      }
    }
    reply.setNumbers(numbers);
  }

  /** Returns the elements in the runs of indexes, value by value. */
  List<Cell> elements(List<Cell> cells) {
    List<Cell> elements = new ArrayList<>();
    for (Span run : runs) {
      elements.addAll(cells.subList(run.start(), run.end()));
    }
    return elements;
  }

  List<Span> runs() {
    return runs;
  }
}
