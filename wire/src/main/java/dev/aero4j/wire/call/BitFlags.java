package dev.aero4j.wire.call;

/** Flags of integers inside bits, and of blobs that are resized. */
public final class BitFlags {
  public static final int SIGNED = 0x01;
  public static final int SATURATE = 0x02;
  public static final int WRAP = 0x04;

  public static final int RESIZE_FROM_FRONT = 0x01;
  public static final int RESIZE_GROW_ONLY = 0x02;
  public static final int RESIZE_SHRINK_ONLY = 0x04;

  private BitFlags() {}
}
