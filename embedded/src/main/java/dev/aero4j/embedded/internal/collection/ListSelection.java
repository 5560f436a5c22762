package dev.aero4j.embedded.internal.collection;

import dev.aero4j.wire.call.Order;
import dev.aero4j.wire.call.ReturnType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects elements of a list, gives back what is asked about them, and removes them if it shall.
 */
final class ListSelection {
  private static final PackedOrder ORDER = PackedOrder.INSTANCE;

  private final Node.Sequence list;
  private final List<Cell> cells;
  private final int size;
  private final Target target;
  private final boolean removes;
  private final Reply reply;

  ListSelection(Node.Sequence list, Target target, boolean removes, Reply reply) {
    this.list = list;
    this.cells = list.cells();
    this.size = list.size();
    this.target = target;
    this.removes = removes;
    this.reply = reply;
  }

  void byIndex(long index, long count) {
    Span span = Span.of(index, count, size, reply.isMultiple());
    if (span == null) {
      throw Reply.notApplicable();
    }
    if (reply.isInverted()) {
      if (!reply.isMultiple() || reply.isIndexRange() || reply.isRankRange()) {
        throw Reply.notApplicable();
      }
      reply.invert(false);
      Span rest = Spans.outside(span, size);
      if (rest == null) {
        around(span);
        return;
      }
      span = rest;
    }
    inside(span);
  }

  private void inside(Span span) {
    int start = span.start();
    int count = span.count();
    if (count == 0) {
      setNotFound(start);
      return;
    }
    List<Cell> selected = cells.subList(start, span.end());
    if (removes) {
      if (count == size) {
        empty(list.isOrdered());
      } else {
        BitSet gone = new BitSet();
        gone.set(start, span.end());
        remove(gone);
      }
    }
    switch (reply.type()) {
      case ReturnType.NONE -> {}
      case ReturnType.COUNT -> reply.set(count);
      case ReturnType.EXISTS -> reply.set(true);
      case ReturnType.INDEX, ReturnType.REVERSE_INDEX -> reply.setRun(start, count, size);
      case ReturnType.RANK, ReturnType.REVERSE_RANK -> {
        if (count == size) {
          // The ranks of all are all ranks.
          reply.setRun(0, count, size);
        } else if (!reply.isMultiple()) {
          int rank = rankAt(start);
          reply.set(reply.isReversed() ? size - rank - 1 : rank);
        } else if (list.isOrdered()) {
          reply.setRun(start, count, size);
        } else {
          reply.setPlaces(ranks(start, span.end()), size);
        }
      }
      case ReturnType.VALUE -> {
        if (reply.isMultiple()) {
          reply.setList(selected);
        } else {
          reply.set(selected.get(0));
        }
      }
      case Reply.INDEX_RANGE, Reply.REVERSE_INDEX_RANGE -> reply.setRunOrRange(start, count, size);
      case Reply.RANK_RANGE, Reply.REVERSE_RANK_RANGE -> {
        if (!list.isOrdered()) {
          throw Reply.notApplicable();
        }
        reply.setRunOrRange(start, count, size);
      }
      default -> throw Reply.notApplicable();
    }
  }

  /** Selects what is before and after a span that is neither at the start nor at the end. */
  private void around(Span span) {
    int start = span.start();
    int end = span.end();
    if (removes) {
      target.change(list.with(cells.subList(start, end)));
    }
    int count = size - span.count();
    switch (reply.type()) {
      case ReturnType.NONE -> {}
      case ReturnType.COUNT -> reply.set(count);
      case ReturnType.EXISTS -> reply.set(true);
      case ReturnType.INDEX, ReturnType.REVERSE_INDEX -> setRunsAround(start, end);
      case ReturnType.RANK, ReturnType.REVERSE_RANK -> {
        if (list.isOrdered()) {
          setRunsAround(start, end);
        } else {
          List<Integer> ranks = ranks(0, start);
          ranks.addAll(ranks(end, size));
          reply.setPlaces(ranks, size);
        }
      }
      case ReturnType.VALUE -> {
        List<Cell> outside = new ArrayList<>(cells.subList(0, start));
        outside.addAll(cells.subList(end, size));
        reply.setList(outside);
      }
      default -> throw Reply.notApplicable();
    }
  }

  private void setRunsAround(int start, int end) {
    List<Long> numbers = new ArrayList<>();
    reply.addRun(numbers, 0, start, size);
    reply.addRun(numbers, end, size - end, size);
    reply.setNumbers(numbers);
  }

  private int rankAt(int index) {
    return list.isOrdered() ? index : Ranking.rankOf(cells, cells.get(index));
  }

  private List<Integer> ranks(int from, int to) {
    List<Integer> ranks = new ArrayList<>();
    for (int i = from; i < to; i++) {
      ranks.add(Ranking.rankOf(cells, cells.get(i)));
    }
    return ranks;
  }

  /** Selects the elements that equal a value, or the first of them. */
  void byValue(Cell value) {
    refuseInvertedSingle();
    if (!list.isOrdered()) {
      if (reply.isMultiple()) {
        byMask(value, cell -> ORDER.equal(cell, value));
      } else {
        firstUnordered(value);
      }
      return;
    }
    Span run = Ranking.run(cells, value);
    if (reply.isMultiple()) {
      byIndex(run.start(), run.count());
    } else if (run.count() > 0) {
      byIndex(run.start(), 1);
    } else {
      setNotFound(0);
    }
  }

  /** Selects the elements from {@code begin} on, and before {@code end} if there is one. */
  void byInterval(Cell begin, @Nullable Cell end) {
    refuseInvertedSingle();
    if (!list.isOrdered()) {
      byMask(
          begin,
          cell -> ORDER.compare(cell, begin) >= 0 && (end == null || ORDER.compare(cell, end) < 0));
      return;
    }
    int start = Ranking.lowerBound(cells, begin);
    int count;
    if (end == null) {
      count = size - start;
    } else {
      count = ORDER.compare(begin, end) >= 0 ? 0 : Ranking.lowerBound(cells, start, end) - start;
    }
    byIndex(start, Math.max(count, 0));
  }

  private void refuseInvertedSingle() {
    if (reply.isInverted() && !reply.isMultiple()) {
      throw Reply.notApplicable();
    }
  }

  /** A question about an element. */
  private interface Condition {
    boolean holds(Cell cell);
  }

  private void byMask(Cell begin, Condition condition) {
    BitSet mask = new BitSet();
    for (int i = 0; i < size; i++) {
      if (condition.holds(cells.get(i)) != reply.isInverted()) {
        mask.set(i);
      }
    }
    int count = mask.cardinality();
    removeUnordered(mask);
    switch (reply.type()) {
      case ReturnType.INDEX, ReturnType.REVERSE_INDEX -> reply.setPlaces(Spans.places(mask), size);
      case ReturnType.VALUE -> reply.setList(Spans.pick(cells, mask));
      case Reply.INDEX_RANGE, Reply.REVERSE_INDEX_RANGE -> throw Reply.notApplicable();
      default ->
          reply.setRunOrRange(
              Ranking.rankOf(cells, begin), reply.isInverted() ? size - count : count, size);
    }
  }

  private void firstUnordered(Cell value) {
    int index = Ranking.indexOf(cells, value);
    int count = index < 0 ? 0 : 1;
    BitSet mask = new BitSet();
    if (index >= 0) {
      mask.set(index);
    }
    removeUnordered(mask);
    switch (reply.type()) {
      case ReturnType.INDEX, ReturnType.REVERSE_INDEX -> reply.setRun(index, count, size);
      case ReturnType.VALUE -> {
        if (index >= 0) {
          reply.set(cells.get(index));
        }
      }
      case Reply.INDEX_RANGE, Reply.REVERSE_INDEX_RANGE -> throw Reply.notApplicable();
      default -> reply.setRunOrRange(Ranking.rankOf(cells, value), count, size);
    }
  }

  void byRank(long rank, long count) {
    refuseInvertedSingle();
    if (list.isOrdered()) {
      byIndex(rank, count);
      return;
    }
    Span span = Span.of(rank, count, size, reply.isMultiple());
    if (span == null) {
      throw Reply.notApplicable();
    }
    boolean inverted = reply.isInverted();
    if ((inverted ? size - span.count() : span.count()) == 0) {
      setNotFound(span.start());
      return;
    }
    int[] selected = RankHeap.select(cells, span.start(), span.count());
    BitSet mask = Spans.mask(selected);
    if (inverted) {
      mask.flip(0, size);
      if (reply.isRankRange()) {
        throw Reply.notApplicable();
      }
    }
    if (removes) {
      remove(mask);
    }
    switch (reply.type()) {
      case ReturnType.INDEX, ReturnType.REVERSE_INDEX -> {
        if (reply.isMultiple()) {
          reply.setPlaces(Spans.places(mask), size);
        } else {
          reply.setRun(selected[0], 1, size);
        }
      }
      case ReturnType.VALUE -> {
        if (inverted) {
          reply.setList(Spans.pick(cells, mask));
        } else if (reply.isMultiple()) {
          reply.setList(Ranking.pick(cells, selected));
        } else {
          reply.set(cells.get(selected[0]));
        }
      }
      case Reply.INDEX_RANGE, Reply.REVERSE_INDEX_RANGE -> throw Reply.notApplicable();
      default -> reply.setRunOrRange(span.start(), span.count(), size);
    }
  }

  void byRelativeRank(Cell value, long rank, long count) {
    int place = list.isOrdered() ? Ranking.lowerBound(cells, value) : Ranking.rankOf(cells, value);
    Span.Relative relative = Span.Relative.of(rank, count, place);
    byRank(relative.index(), relative.count());
  }

  /** Selects the elements that equal one of several values. */
  void byValues(Cell given) {
    if (reply.isRankRange() || reply.isIndexRange()) {
      throw Reply.notApplicable();
    }
    List<Cell> values = Matches.values(given);
    if (values.isEmpty()) {
      if (!reply.isInverted()) {
        setNotFound(0);
        return;
      }
      reply.invert(false);
      byIndex(0, size);
      return;
    }
    Matches matches =
        list.isOrdered() ? Matches.sorted(cells, values) : Matches.unsorted(cells, values);
    BitSet mask = matches.mask(reply.isInverted(), size);
    if (list.isOrdered()) {
      if (removes && mask.cardinality() == size) {
        empty(true);
      } else if (removes && !mask.isEmpty()) {
        remove(mask);
      }
    } else {
      removeUnordered(mask);
    }
    switch (reply.type()) {
      case ReturnType.NONE -> {}
      case ReturnType.COUNT -> reply.set(mask.cardinality());
      case ReturnType.EXISTS -> reply.set(!mask.isEmpty());
      case ReturnType.INDEX, ReturnType.REVERSE_INDEX -> {
        if (list.isOrdered() && !reply.isInverted()) {
          matches.setRuns(reply, size);
        } else {
          reply.setPlaces(Spans.places(mask), size);
        }
      }
      case ReturnType.RANK, ReturnType.REVERSE_RANK -> {
        if (!list.isOrdered()) {
          matches.setRanks(reply, size);
        } else if (reply.isInverted()) {
          reply.setPlaces(Spans.places(mask), size);
        } else {
          matches.setRuns(reply, size);
        }
      }
      case ReturnType.VALUE -> {
        if (list.isOrdered() && !reply.isInverted()) {
          reply.setList(matches.elements(cells));
        } else {
          reply.setList(Spans.pick(cells, mask));
        }
      }
      default -> throw Reply.notApplicable();
    }
  }

  private void setNotFound(int place) {
    if (reply.type() == ReturnType.KEY || reply.isMap()) {
      throw Reply.notApplicable();
    }
    reply.setNotFound(place);
  }

  private void removeUnordered(BitSet mask) {
    if (removes && mask.cardinality() == size) {
      empty(false);
    } else if (removes && !mask.isEmpty()) {
      remove(mask);
    }
  }

  private void remove(BitSet mask) {
    BitSet kept = (BitSet) mask.clone();
    kept.flip(0, size);
    target.change(list.with(Spans.pick(cells, kept)));
  }

  /** A list that loses all its elements at once loses its index too. */
  private void empty(boolean ordered) {
    target.change(Node.Sequence.empty(ordered ? Order.ORDERED : Order.UNORDERED));
  }
}
