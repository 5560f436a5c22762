package dev.aero4j.model;

import org.jspecify.annotations.Nullable;

/** What an expression of a path can look at. */
public enum LoopPart {
  /** The key of a map's entry. */
  MAP_KEY(0),

  /** The element of a list, or the value of a map's entry. */
  VALUE(1),

  /** The index in a list; unknown in a map. */
  INDEX(2);

  private static final LoopPart[] BY_CODE = values();

  private final int code;

  LoopPart(int code) {
    this.code = code;
  }

  /** Returns the number on the wire. */
  public int code() {
    return code;
  }

  /** Returns the part with this number, or null. */
  public static @Nullable LoopPart of(long code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[(int) code] : null;
  }
}
