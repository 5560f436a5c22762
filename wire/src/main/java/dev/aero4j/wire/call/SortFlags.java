package dev.aero4j.wire.call;

/** Flags of how a list is sorted. */
public final class SortFlags {
  public static final int DESCENDING = 0x01;
  public static final int DROP_DUPLICATES = 0x02;

  private SortFlags() {}
}
