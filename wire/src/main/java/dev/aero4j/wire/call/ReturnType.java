package dev.aero4j.wire.call;

/** Numbers of what a call on a list or map gives back about the elements it selects. */
public final class ReturnType {
  public static final int NONE = 0;
  public static final int INDEX = 1;
  public static final int REVERSE_INDEX = 2;
  public static final int RANK = 3;
  public static final int REVERSE_RANK = 4;
  public static final int COUNT = 5;
  public static final int KEY = 6;
  public static final int VALUE = 7;
  public static final int KEY_VALUE = 8;
  public static final int EXISTS = 13;
  public static final int UNORDERED_MAP = 16;
  public static final int ORDERED_MAP = 17;

  /** Flag: what is not selected, instead of what is. */
  public static final int INVERTED = 0x10000;

  private ReturnType() {}
}
