package dev.aero4j.operation;

import dev.aero4j.wire.call.WriteFlags;

/**
 * How a write to a HyperLogLog goes about it. Immutable.
 *
 * @param flags the protocol's flags
 */
public record HllOptions(int flags) {
  private static final HllOptions NONE = new HllOptions(0);

  /** {@return the options for a sketch that may be there or not} */
  public static HllOptions none() {
    return NONE;
  }

  /** {@return these options, and a bin that is there already is refused} */
  public HllOptions createOnly() {
    return new HllOptions(flags | WriteFlags.CREATE_ONLY);
  }

  /** {@return these options, and a bin that is not there yet is refused} */
  public HllOptions updateOnly() {
    return new HllOptions(flags | WriteFlags.UPDATE_ONLY);
  }

  /** {@return these options, and what is refused is left undone without an error} */
  public HllOptions noFail() {
    return new HllOptions(flags | WriteFlags.NO_FAIL);
  }

  /** {@return these options, and a union may have fewer index bits than the bin had} */
  public HllOptions allowFold() {
    return new HllOptions(flags | WriteFlags.ALLOW_FOLD);
  }
}
