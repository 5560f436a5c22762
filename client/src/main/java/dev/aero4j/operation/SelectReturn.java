package dev.aero4j.operation;

import dev.aero4j.wire.call.SelectFlags;

/** What a selection by a path that may branch gives. */
public enum SelectReturn {
  /** The bin's collection with only what is selected, and the way to it. */
  MATCHING_TREE(SelectFlags.MATCHING_TREE),

  /** A list of the selected values. */
  VALUE(SelectFlags.VALUE),

  /** A list of the keys of the selected entries of maps. */
  MAP_KEY(SelectFlags.MAP_KEY),

  /** A list of the keys and values of the selected entries of maps, one after the other. */
  MAP_KEY_VALUE(SelectFlags.MAP_KEY_VALUE);

  private final int code;

  SelectReturn(int code) {
    this.code = code;
  }

  /** {@return the protocol's number} */
  public int code() {
    return code;
  }
}
