package dev.aero4j.operation;

import dev.aero4j.wire.call.ReturnType;

/** What an operation gives back about the entries of a map that it selects. */
public enum MapReturn {
  /** Nothing. */
  NONE(ReturnType.NONE),

  /** Their indexes in the order of keys, from 0 for the smallest key. */
  INDEX(ReturnType.INDEX),

  /** Their indexes in the order of keys, from 0 for the greatest key. */
  REVERSE_INDEX(ReturnType.REVERSE_INDEX),

  /** Their ranks in the order of values, from 0 for the smallest value. */
  RANK(ReturnType.RANK),

  /** Their ranks in the order of values, from 0 for the greatest value. */
  REVERSE_RANK(ReturnType.REVERSE_RANK),

  /** How many they are. */
  COUNT(ReturnType.COUNT),

  /** Their keys. */
  KEY(ReturnType.KEY),

  /** Their values. */
  VALUE(ReturnType.VALUE),

  /** Keys and values, as a map in the order of the answer. */
  KEY_VALUE(ReturnType.KEY_VALUE),

  /** Whether there is any. */
  EXISTS(ReturnType.EXISTS),

  /** Keys and values, as an unordered map. */
  UNORDERED_MAP(ReturnType.UNORDERED_MAP),

  /** Keys and values, as a map ordered by key. */
  ORDERED_MAP(ReturnType.ORDERED_MAP);

  private final int code;

  MapReturn(int code) {
    this.code = code;
  }

  /** {@return the protocol's number} */
  public int code() {
    return code;
  }
}
