package dev.aero4j.embedded.internal.collection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What selections of lists and of maps do alike with places. */
final class Spans {
  private Spans() {}

  /** Returns the span of everything outside a span, or null when that is two spans. */
  static @Nullable Span outside(Span span, int size) {
    if (span.count() == 0) {
      return new Span(0, size);
    } else if (span.start() == 0) {
      return new Span(span.count(), size - span.count());
    }
    return span.end() >= size ? new Span(0, span.start()) : null;
  }

  static BitSet mask(int[] places) {
    BitSet mask = new BitSet();
    for (int place : places) {
      mask.set(place);
    }
    return mask;
  }

  static List<Integer> places(BitSet mask) {
    List<Integer> places = new ArrayList<>();
    for (int i = mask.nextSetBit(0); i >= 0; i = mask.nextSetBit(i + 1)) {
      places.add(i);
    }
    return places;
  }

  static List<Cell> pick(List<Cell> cells, BitSet mask) {
    List<Cell> picked = new ArrayList<>();
    for (int i = mask.nextSetBit(0); i >= 0; i = mask.nextSetBit(i + 1)) {
      picked.add(cells.get(i));
    }
    return picked;
  }
}
