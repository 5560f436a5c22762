package dev.aero4j.wire.call;

/** Numbers of what a selection by path gives back, or does. */
public final class SelectFlags {
  /** The collection with only the selected elements, and the way to them. */
  public static final int MATCHING_TREE = 0;

  public static final int VALUE = 1;
  public static final int MAP_KEY = 2;
  public static final int MAP_KEY_VALUE = 3;

  /** Puts what an expression makes of each selected element in its place. */
  public static final int APPLY = 4;

  /** The part of the number that tells one of the above. */
  public static final int KIND_MASK = 0x0F;

  /** Flag: an element for which an expression has no value is passed over without an error. */
  public static final int NO_FAIL = 0x10;

  private SelectFlags() {}
}
