package dev.aero4j.operation;

import dev.aero4j.wire.call.SortFlags;

/** How a list is sorted. */
public enum ListSort {
  /** The greatest value first. */
  DESCENDING(SortFlags.DESCENDING),

  /** Of equal values, only one stays. */
  DROP_DUPLICATES(SortFlags.DROP_DUPLICATES);

  private final int flag;

  ListSort(int flag) {
    this.flag = flag;
  }

  /**
   * Puts flags together.
   *
   * @param flags any number of them
   * @return the protocol's number
   */
  public static int bits(ListSort... flags) {
    int bits = 0;
    for (ListSort flag : flags) {
      bits |= flag.flag;
    }
    return bits;
  }
}
