package dev.aero4j.operation;

import dev.aero4j.wire.call.WriteFlags;

/**
 * How a write to the bits of a blob goes about it. Immutable.
 *
 * @param flags the protocol's flags
 */
public record BitOptions(int flags) {
  private static final BitOptions NONE = new BitOptions(0);

  /** {@return the options for a blob that may be there or not} */
  public static BitOptions none() {
    return NONE;
  }

  /** {@return these options, and a bin that is there already is refused} */
  public BitOptions createOnly() {
    return new BitOptions(flags | WriteFlags.CREATE_ONLY);
  }

  /** {@return these options, and a bin that is not there yet is refused} */
  public BitOptions updateOnly() {
    return new BitOptions(flags | WriteFlags.UPDATE_ONLY);
  }

  /** {@return these options, and what is refused is left undone without an error} */
  public BitOptions noFail() {
    return new BitOptions(flags | WriteFlags.NO_FAIL);
  }

  /** {@return these options, and bits past the blob's end are left out instead of refused} */
  public BitOptions partial() {
    return new BitOptions(flags | WriteFlags.PARTIAL);
  }
}
