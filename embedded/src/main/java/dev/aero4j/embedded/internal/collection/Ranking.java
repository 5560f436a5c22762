package dev.aero4j.embedded.internal.collection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sorting and finding, with the server's choice among values that compare as equal. */
final class Ranking {
  private static final PackedOrder ORDER = PackedOrder.INSTANCE;

  private Ranking() {}

  /**
   * Sorts the numbers from 0 to {@code size}, and keeps those that are equal in their order.
   *
   * <p>The JDK's sort refuses comparators that are no order, and the server's is none where NaN is
   * about; this merge sort takes any.
   */
  static int[] sort(int size, Comparator<Integer> order) {
    int[] sorted = new int[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = i;
    }
    sort(sorted, 0, size, new int[size], order);
    return sorted;
  }

  private static void sort(int[] a, int from, int to, int[] spare, Comparator<Integer> order) {
    if (to - from < 2) {
      return;
    }
    int middle = from + (to - from) / 2;
    sort(a, from, middle, spare, order);
    sort(a, middle, to, spare, order);
    int left = from;
    int right = middle;
    int at = from;
    while (left < middle && right < to) {
      spare[at++] = order.compare(a[left], a[right]) <= 0 ? a[left++] : a[right++];
    }
    while (left < middle) {
      spare[at++] = a[left++];
    }
    System.arraycopy(spare, from, a, from, at - from);
  }

  /** Returns the places of values from the smallest on. */
  static int[] sort(List<Cell> cells) {
    return sort(cells.size(), (a, b) -> ORDER.compare(cells.get(a), cells.get(b)));
  }

  /** Returns values in their order. */
  static List<Cell> sorted(List<Cell> cells) {
    return pick(cells, sort(cells));
  }

  static List<Cell> pick(List<Cell> cells, int[] places) {
    List<Cell> picked = new ArrayList<>(places.length);
    for (int place : places) {
      picked.add(cells.get(place));
    }
    return picked;
  }

  /**
   * Finds the first of the sorted values that equal one.
   *
   * @return its place; or, when halving came upon no equal value, {@code ~place} of where it would
   *     stand. With NaN, which equals every number, an equal value may be met and another place
   *     come out
   */
  static int find(List<Cell> sorted, Cell value) {
    return find(sorted, 0, value, false);
  }

  /** Finds the run of the sorted values that equal one; an empty run where it would stand. */
  static Span run(List<Cell> sorted, Cell value) {
    int first = find(sorted, 0, value, false);
    if (first < 0) {
      return new Span(~first, 0);
    }
    int end = find(sorted, first + 1, value, true);
    return new Span(first, end < 0 ? 1 : end - first);
  }

  private static int find(List<Cell> sorted, int from, Cell value, boolean last) {
    int low = from;
    int high = sorted.size();
    int at = low + (high - low) / 2;
    boolean met = false;
    while (low < high) {
      int order = ORDER.compare(value, sorted.get(at));
      if (order == 0) {
        met = true;
        order = last ? 1 : -1;
      }
      if (order > 0) {
        if (at >= high - 1) {
          at++;
          break;
        }
        low = met ? at : at + 1;
        at = (at + high) / 2;
      } else {
        if (at == low) {
          break;
        }
        high = at;
        at = (at + low) / 2;
      }
    }
    return met ? at : ~at;
  }

  /** Returns how many of the sorted values come before one; where it would stand first. */
  static int lowerBound(List<Cell> sorted, Cell value) {
    return lowerBound(sorted, 0, value);
  }

  /** Does the same, but looks from a place on. */
  static int lowerBound(List<Cell> sorted, int from, Cell value) {
    int place = find(sorted, from, value, false);
    return place < 0 ? ~place : place;
  }

  /** Returns how many of the sorted values come before one or equal it. */
  static int upperBound(List<Cell> sorted, Cell value) {
    int place = find(sorted, 0, value, true);
    return place < 0 ? ~place : place;
  }

  /**
   * Returns where a value is inserted: among equal ones before the first that halving comes upon,
   * which shows where equal values are not the same, such as 0.0 and -0.0.
   */
  static int insertionPoint(List<Cell> sorted, Cell value) {
    if (sorted.isEmpty()) {
      return 0;
    }
    int low = 0;
    int high = sorted.size();
    int at = high / 2;
    while (true) {
      int order = ORDER.compare(value, sorted.get(at));
      if (order == 0) {
        return at;
      } else if (order > 0) {
        if (at >= high - 1) {
          return at + 1;
        }
        low = at + 1;
        at = (at + high) / 2;
      } else {
        if (at == low) {
          return at;
        }
        high = at;
        at = (at + low) / 2;
      }
    }
  }

  /**
   * Returns the place of the value with a rank. Which of several equal ones it is depends on the
   * way it is found: by dividing what is left around the one in its middle.
   */
  static int select(List<Cell> cells, int rank) {
    int[] places = new int[cells.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    int first = 0;
    int last = places.length - 1;
    while (first < last) {
      swap(places, first, first + (last - first) / 2);
      int middle = divide(cells, places, first, last);
      if (middle == rank) {
        return places[middle];
      } else if (middle < rank) {
        first = middle + 1;
      } else {
        last = middle - 1;
      }
    }
    return places[first];
  }

  /** Brings the first of a range between those that are not greater and those that are not less. */
  private static int divide(List<Cell> cells, int[] places, int first, int last) {
    Cell pivot = cells.get(places[first]);
    int left = first + 1;
    int right = last;
    while (true) {
      while (left < right && ORDER.compare(cells.get(places[left]), pivot) < 0) {
        left++;
      }
      while (left <= right && ORDER.compare(pivot, cells.get(places[right])) < 0) {
        right--;
      }
      if (left >= right) {
        swap(places, first, right);
        return right;
      }
      swap(places, left++, right--);
    }
  }

  private static void swap(int[] places, int a, int b) {
    int place = places[a];
    places[a] = places[b];
    places[b] = place;
  }

  /**
   * Returns the rank of the first of those that equal a value, in places that are sorted by value
   * and then by place; or with {@code last} the rank after the last of them.
   */
  static int rankAmong(List<Cell> cells, int[] sorted, Cell value, boolean last) {
    int target = last ? sorted.length : 0;
    int low = 0;
    int high = sorted.length;
    int at = high / 2;
    boolean met = false;
    while (low < high) {
      int place = sorted[at];
      int order = ORDER.compare(value, cells.get(place));
      if (order == 0) {
        met = true;
        if (target == place) {
          return at;
        }
        order = Integer.compare(target, place);
      }
      if (order > 0) {
        if (at >= high - 1) {
          return at + 1;
        }
        low = met ? at : at + 1;
        at = (at + high) / 2;
      } else {
        if (at == low) {
          return at;
        }
        high = at;
        at = (at + low) / 2;
      }
    }
    return low;
  }

  /** Returns whether the value that {@link #lowerBound} found is equal. */
  static boolean isAt(List<Cell> sorted, int place, Cell value) {
    return place < sorted.size() && ORDER.equal(sorted.get(place), value);
  }

  /** Returns how many values, in any order, are less than one. */
  static int rankOf(List<Cell> cells, Cell value) {
    int rank = 0;
    for (Cell cell : cells) {
      if (ORDER.compare(cell, value) < 0) {
        rank++;
      }
    }
    return rank;
  }

  /** Returns the place of the first equal value, or -1. */
  static int indexOf(List<Cell> cells, Cell value) {
    for (int i = 0; i < cells.size(); i++) {
      if (ORDER.equal(cells.get(i), value)) {
        return i;
      }
    }
    return -1;
  }
}
