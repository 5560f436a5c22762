package dev.aero4j.operation;

import dev.aero4j.wire.call.BitFlags;

/** What happens when the sum of integers does not fit into their bits. */
public enum BitOverflow {
  /** The operation is refused with OP_NOT_APPLICABLE. */
  FAIL(0),

  /** The result is the greatest, or the least, integer that fits. */
  SATURATE(BitFlags.SATURATE),

  /** The result is what the lower bits say. */
  WRAP(BitFlags.WRAP);

  private final int flag;

  BitOverflow(int flag) {
    this.flag = flag;
  }

  /** {@return the protocol's number} */
  public int flag() {
    return flag;
  }
}
