package dev.aero4j.embedded.internal.collection;

import java.util.List;

/**
 * Finds the elements of an unordered list that have certain ranks.
 *
 * <p>Which of several equal elements has which rank depends on the way they are found, and shows
 * when one of them is removed. The server takes elements off a heap, from the end of the list's
 * order that is nearer to the ranks asked for; so does this.
 */
final class RankHeap {
  private final List<Cell> cells;
  private final int[] heap;
  private final int sign;
  private int filled;

  private RankHeap(List<Cell> cells, boolean smallestFirst) {
    this.cells = cells;
    this.heap = new int[cells.size()];
    this.sign = smallestFirst ? -1 : 1;
    this.filled = heap.length;
    for (int i = 0; i < filled; i++) {
      heap[i] = i;
    }
    for (int i = filled / 2 - 1; i >= 0; i--) {
      siftDown(i);
    }
  }

  /**
   * Returns the places of the elements from rank {@code rank} on: the greatest element first when
   * the ranks are nearer to the smallest one, else the smallest first.
   */
  static int[] select(List<Cell> cells, int rank, int count) {
    int after = cells.size() - rank - count;
    boolean smallestFirst = rank <= after;
    RankHeap heap = new RankHeap(cells, smallestFirst);
    int passedOver = smallestFirst ? rank : after;
    for (int i = 0; i < passedOver; i++) {
      heap.take();
    }
    int[] selected = new int[count];
    for (int i = count - 1; i >= 0; i--) {
      selected[i] = heap.take();
    }
    return selected;
  }

  private int take() {
    int top = heap[0];
    filled--;
    heap[0] = heap[filled];
    siftDown(0);
    return top;
  }

  private void siftDown(int from) {
    int at = from;
    while (2 * at + 1 < filled) {
      int child = 2 * at + 1;
      if (child + 1 < filled && compare(child, child + 1) * sign < 0) {
        child++;
      }
      if (compare(child, at) * sign <= 0) {
        return;
      }
      int swapped = heap[at];
      heap[at] = heap[child];
      heap[child] = swapped;
      at = child;
    }
  }

  private int compare(int a, int b) {
    return PackedOrder.INSTANCE.compare(cells.get(heap[a]), cells.get(heap[b]));
  }
}
