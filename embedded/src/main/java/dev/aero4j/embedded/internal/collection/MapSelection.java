package dev.aero4j.embedded.internal.collection;

import dev.aero4j.wire.call.ReturnType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects entries of a map, gives back what is asked about them, and removes them if it shall.
 *
 * <p>What is given back depends on more than the entries: the server finds them in other ways when
 * a map is ordered, and when it keeps an index of values by rank, and it shows in the order of the
 * results, and in what is refused.
 */
final class MapSelection {
  private final Node.Table map;
  private final List<Cell> keys;
  private final List<Cell> values;
  private final int size;
  private final Target target;
  private final boolean removes;
  private final Reply reply;
  private int @Nullable [] byRank;

  MapSelection(Node.Table map, Target target, boolean removes, Reply reply) {
    this.map = map;
    this.keys = map.keys();
    this.values = map.values();
    this.size = map.size();
    this.target = target;
    this.removes = removes;
    this.reply = reply;
  }

  void byKey(Cell key) {
    if (reply.isRankRange()) {
      throw Reply.notApplicable();
    }
    int index = placeOf(key);
    boolean found = Ranking.isAt(keys, index, key);
    if (!map.isKeyOrdered() && reply.isInverted()) {
      throw Reply.notApplicable();
    }
    if (found) {
      byIndex(index, 1);
    } else {
      setKeyNotFound(-1);
    }
  }

  /** Returns where a key is, or would be; a wildcard shows how it is looked for. */
  private int placeOf(Cell key) {
    return map.isKeyOrdered() ? Ranking.insertionPoint(keys, key) : Ranking.lowerBound(keys, key);
  }

  /** Selects the keys from {@code begin} on, and before {@code end} if there is one. */
  void byKeyInterval(Cell begin, @Nullable Cell end) {
    if (reply.isRankRange()) {
      throw Reply.notApplicable();
    }
    int start = placeOf(begin);
    int stop = end == null ? size : placeOf(end);
    int count = Math.max(0, stop - start);
    if (map.isKeyOrdered()) {
      byIndex(start, count);
      return;
    }
    BitSet mask = new BitSet();
    mask.set(start, start + count);
    if (reply.isInverted()) {
      mask.flip(0, size);
    }
    remove(mask);
    if (reply.isOfElements()) {
      setElements(Spans.places(mask));
    } else if (reply.isOfRank()) {
      setRanks(Spans.places(mask));
    } else {
      reply.setRunOrRange(start, count, size);
    }
  }

  void byIndex(long index, long count) {
    Span span = Span.of(index, count, size, reply.isMultiple());
    if (span == null || reply.isRankRange()) {
      throw Reply.notApplicable();
    }
    if (reply.isInverted()) {
      if (!reply.isMultiple()) {
        throw Reply.notApplicable();
      }
      Span rest = Spans.outside(span, size);
      if (rest == null) {
        aroundIndexes(span);
        return;
      }
      reply.invert(false);
      span = rest;
    }
    if (span.count() == 0) {
      setKeyNotFound(span.start());
    } else if (span.count() == size) {
      all();
    } else {
      insideIndexes(span);
    }
  }

  private void insideIndexes(Span span) {
    BitSet mask = new BitSet();
    mask.set(span.start(), span.end());
    remove(mask);
    if (reply.isOfElements()) {
      setElements(Spans.places(mask));
    } else if (reply.isOfRank()) {
      setRanks(Spans.places(mask));
    } else {
      reply.setRunOrRange(span.start(), span.count(), size);
    }
  }

  /** Selects what is before and after a span that is neither at the start nor at the end. */
  private void aroundIndexes(Span span) {
    BitSet mask = new BitSet();
    mask.set(0, span.start());
    mask.set(span.end(), size);
    remove(mask);
    if (reply.isOfElements()) {
      setElements(Spans.places(mask));
    } else if (reply.isOfRank()) {
      setRanks(Spans.places(mask));
    } else if (map.isKeyOrdered()) {
      switch (reply.type()) {
        case ReturnType.NONE -> {}
        case ReturnType.COUNT -> reply.set(mask.cardinality());
        case ReturnType.EXISTS -> reply.set(true);
        case ReturnType.INDEX, ReturnType.REVERSE_INDEX ->
            reply.setRun(span.start(), span.count(), size);
        default -> throw Reply.notApplicable();
      }
    } else {
      reply.setRunOrRange(span.start(), span.count(), size);
    }
  }

  void byRelativeIndex(Cell key, long index, long count) {
    Span.Relative relative = Span.Relative.of(index, count, placeOf(key));
    byIndex(relative.index(), relative.count());
  }

  /** Selects the entries with one of several keys. */
  void byKeys(Cell given) {
    List<Cell> wanted = Matches.values(given);
    if (wanted.isEmpty()) {
      if (reply.isOfRank()) {
        throw Reply.notApplicable();
      }
      byNone();
      return;
    }
    Matches matches =
        map.isKeyOrdered() ? Matches.sorted(keys, wanted) : Matches.unsorted(keys, wanted);
    BitSet mask = matches.mask(reply.isInverted(), size);
    remove(mask);
    switch (reply.type()) {
      case ReturnType.INDEX, ReturnType.REVERSE_INDEX -> {
        if (!map.isKeyOrdered()) {
          matches.setRanks(reply, size);
        } else if (reply.isInverted()) {
          reply.setPlaces(Spans.places(mask), size);
        } else {
          matches.setRuns(reply, size);
        }
      }
      default -> setFound(mask);
    }
  }

  /** Selects by an empty list of keys or values. */
  private void byNone() {
    if (reply.isIndexRange() || reply.isRankRange()) {
      throw Reply.notApplicable();
    }
    if (reply.isInverted()) {
      reply.invert(false);
      all();
    } else if (reply.isKnown()) {
      reply.setNotFound(0);
    }
  }

  private void setFound(BitSet mask) {
    switch (reply.type()) {
      case ReturnType.NONE -> {}
      case ReturnType.COUNT -> reply.set(mask.cardinality());
      case ReturnType.EXISTS -> reply.set(!mask.isEmpty());
      default -> {
        if (!reply.isOfElements()) {
          throw Reply.notApplicable();
        }
        setElements(Spans.places(mask));
      }
    }
  }

  /** Selects the entries whose value equals one, or the first of them. */
  void byValue(Cell value) {
    int[] ranks = ranking();
    int rank = rankOf(value);
    if (Ranking.indexOf(values, value) < 0) {
      byRankRun(rank, 0, ranks);
    } else if (reply.isMultiple()) {
      byRankRun(rank, endOf(value) - rank, ranks);
    } else if (map.hasRankIndex()) {
      byRankRun(rank, 1, ranks);
    } else {
      // By key it is the first, which only a wildcard shows.
      int[] swapped = ranks.clone();
      swapped[rank] = Ranking.indexOf(values, value);
      byRankRun(rank, 1, swapped);
    }
  }

  /** Returns how many values are less; with an index, what the server makes of a wildcard. */
  private int rankOf(Cell value) {
    return map.hasRankIndex()
        ? Ranking.rankAmong(values, ranking(), value, false)
        : Ranking.rankOf(values, value);
  }

  private int endOf(Cell value) {
    int[] ranks = ranking();
    return map.hasRankIndex()
        ? Ranking.rankAmong(values, ranks, value, true)
        : Ranking.upperBound(Ranking.pick(values, ranks), value);
  }

  /** Selects the values from {@code begin} on, and before {@code end} if there is one. */
  void byValueInterval(Cell begin, @Nullable Cell end) {
    int start = rankOf(begin);
    int stop = end == null ? size : rankOf(end);
    byRankRun(start, Math.max(0, stop - start), ranking());
  }

  private void byRankRun(int rank, int count, int[] ranks) {
    if (reply.isIndexRange() || (reply.isInverted() && !reply.isMultiple())) {
      throw Reply.notApplicable();
    }
    if (size == 0) {
      setValueNotFound(-1);
      return;
    }
    if (!map.hasRankIndex() && count == 0) {
      if (reply.isInverted()) {
        reply.invert(false);
        all();
      } else {
        setValueNotFound(reply.isOfRank() || reply.isRankRange() ? rank : 0);
      }
      return;
    }
    BitSet mask = maskOf(ranks, rank, count);
    if (reply.isInverted()) {
      mask.flip(0, size);
    }
    remove(mask);
    boolean inRankOrder = map.hasRankIndex() && !reply.isInverted();
    List<Integer> places = inRankOrder ? run(ranks, rank, count) : Spans.places(mask);
    if (reply.isOfElements()) {
      setElements(reply.type() == ReturnType.ORDERED_MAP ? Spans.places(mask) : places);
    } else if (reply.isOfIndex()) {
      setIndexes(places);
    } else {
      reply.setRunOrRange(rank, count, size);
    }
  }

  void byRank(long rank, long count) {
    Span span = Span.of(rank, count, size, reply.isMultiple());
    if (span == null || reply.isIndexRange()) {
      throw Reply.notApplicable();
    }
    if (reply.isInverted()) {
      if (!reply.isMultiple()) {
        throw Reply.notApplicable();
      }
      Span rest = Spans.outside(span, size);
      if (rest != null) {
        reply.invert(false);
        span = rest;
      }
    }
    if (span.count() == 0) {
      setValueNotFound(span.start());
      return;
    }
    int[] ranks = ranking();
    BitSet mask = maskOf(ranks, span.start(), span.count());
    if (reply.isInverted()) {
      mask.flip(0, size);
    }
    remove(mask);
    boolean byMask = reply.isInverted() || reply.type() == ReturnType.ORDERED_MAP;
    List<Integer> places = byMask ? Spans.places(mask) : run(ranks, span.start(), span.count());
    if (reply.isOfElements()) {
      setElements(places);
    } else if (reply.isOfIndex()) {
      setIndexes(places);
    } else {
      reply.setRunOrRange(span.start(), span.count(), size);
    }
  }

  void byRelativeRank(Cell value, long rank, long count) {
    Span.Relative relative = Span.Relative.of(rank, count, rankOf(value));
    byRank(relative.index(), relative.count());
  }

  /** Selects the entries with one of several values. */
  void byValues(Cell given) {
    List<Cell> wanted = Matches.values(given);
    if (wanted.isEmpty()) {
      byNone();
      return;
    }
    boolean indexed = map.hasRankIndex();
    int[] ranks = ranking();
    Matches matches =
        indexed
            ? Matches.sorted(Ranking.pick(values, ranks), wanted)
            : Matches.unsorted(values, wanted);
    BitSet mask = matches.mask(false, size);
    if (indexed) {
      mask = Spans.mask(mask.stream().map(rank -> ranks[rank]).toArray());
    }
    if (reply.isInverted()) {
      mask.flip(0, size);
    }
    remove(mask);
    switch (reply.type()) {
      case ReturnType.INDEX, ReturnType.REVERSE_INDEX -> {
        if (!indexed || reply.isInverted()) {
          setIndexes(Spans.places(mask));
        } else {
          List<Integer> places = new ArrayList<>();
          matches.runs().forEach(run -> places.addAll(run(ranks, run.start(), run.count())));
          reply.setPlaces(places, size);
        }
      }
      case ReturnType.RANK, ReturnType.REVERSE_RANK -> {
        if (!indexed) {
          matches.setRanks(reply, size);
        } else if (reply.isInverted()) {
          setRanks(Spans.places(mask));
        } else {
          matches.setRuns(reply, size);
        }
      }
      default -> setFound(mask);
    }
  }

  private void all() {
    if (removes) {
      target.change(Node.Table.empty(map.flags()));
    }
    BitSet mask = new BitSet();
    mask.set(0, size);
    switch (reply.type()) {
      case ReturnType.NONE -> {}
      case ReturnType.INDEX,
          ReturnType.REVERSE_INDEX,
          ReturnType.RANK,
          ReturnType.REVERSE_RANK,
          ReturnType.COUNT,
          ReturnType.EXISTS ->
          reply.setRun(0, size, size);
      case Reply.INDEX_RANGE,
          Reply.REVERSE_INDEX_RANGE,
          Reply.RANK_RANGE,
          Reply.REVERSE_RANK_RANGE ->
          reply.setPair(0, size);
      default -> setFound(mask);
    }
  }

  private void setKeyNotFound(int index) {
    if (reply.isRankRange()) {
      throw Reply.notApplicable();
    }
    reply.setNotFound(index);
  }

  private void setValueNotFound(int rank) {
    if (reply.isIndexRange()) {
      throw Reply.notApplicable();
    }
    reply.setNotFound(rank);
  }

  /** Sets the keys, values or entries at some places; one, or as many as there are. */
  private void setElements(List<Integer> places) {
    List<Cell> pickedKeys = new ArrayList<>(places.size());
    List<Cell> pickedValues = new ArrayList<>(places.size());
    for (int place : places) {
      pickedKeys.add(keys.get(place));
      pickedValues.add(values.get(place));
    }
    if (reply.isMap()) {
      reply.setMap(pickedKeys, pickedValues);
      return;
    }
    List<Cell> picked = reply.type() == ReturnType.KEY ? pickedKeys : pickedValues;
    if (reply.isMultiple()) {
      reply.setList(picked);
    } else if (!picked.isEmpty()) {
      reply.set(picked.get(0));
    }
  }

  private void setIndexes(List<Integer> places) {
    if (reply.isMultiple()) {
      reply.setPlaces(places, size);
    } else {
      reply.setRun(places.isEmpty() ? 0 : places.get(0), places.size(), size);
    }
  }

  private void setRanks(List<Integer> places) {
    int[] ranks = ranking();
    int[] rankOf = new int[size];
    for (int rank = 0; rank < size; rank++) {
      rankOf[ranks[rank]] = rank;
    }
    setIndexes(places.stream().map(place -> rankOf[place]).toList());
  }

  /** Returns the places of the entries by value, and of equal values by key. */
  private int[] ranking() {
    int[] known = byRank;
    if (known == null) {
      known = Ranking.sort(values);
      byRank = known;
    }
    return known;
  }

  private static BitSet maskOf(int[] ranks, int rank, int count) {
    BitSet mask = new BitSet();
    for (int i = rank; i < rank + count; i++) {
      mask.set(ranks[i]);
    }
    return mask;
  }

  private static List<Integer> run(int[] ranks, int rank, int count) {
    List<Integer> places = new ArrayList<>(count);
    for (int i = rank; i < rank + count; i++) {
      places.add(ranks[i]);
    }
    return places;
  }

  private void remove(BitSet mask) {
    if (removes && !mask.isEmpty()) {
      BitSet kept = (BitSet) mask.clone();
      kept.flip(0, size);
      target.change(map.with(Spans.pick(keys, kept), Spans.pick(values, kept)));
    }
  }
}
