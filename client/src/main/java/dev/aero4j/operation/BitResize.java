package dev.aero4j.operation;

import dev.aero4j.wire.call.BitFlags;

/** How a blob is resized. */
public enum BitResize {
  /** Bytes are added and taken away at the beginning, instead of at the end. */
  FROM_FRONT(BitFlags.RESIZE_FROM_FRONT),

  /** A blob that is larger already is refused. */
  GROW_ONLY(BitFlags.RESIZE_GROW_ONLY),

  /** A blob that is smaller already is refused. */
  SHRINK_ONLY(BitFlags.RESIZE_SHRINK_ONLY);

  private final int flag;

  BitResize(int flag) {
    this.flag = flag;
  }

  /**
   * Puts flags together.
   *
   * @param flags any number of them
   * @return the protocol's number
   */
  public static int bits(BitResize... flags) {
    int bits = 0;
    for (BitResize flag : flags) {
      bits |= flag.flag;
    }
    return bits;
  }
}
