package dev.aero4j.operation;

import dev.aero4j.wire.call.ReturnType;

/** What an operation gives back about the elements of a list that it selects. */
public enum ListReturn {
  /** Nothing. */
  NONE(ReturnType.NONE),

  /** Their indexes, from 0 for the first. */
  INDEX(ReturnType.INDEX),

  /** Their indexes, from 0 for the last. */
  REVERSE_INDEX(ReturnType.REVERSE_INDEX),

  /** Their ranks, from 0 for the smallest value. */
  RANK(ReturnType.RANK),

  /** Their ranks, from 0 for the greatest value. */
  REVERSE_RANK(ReturnType.REVERSE_RANK),

  /** How many they are. */
  COUNT(ReturnType.COUNT),

  /** Their values. */
  VALUE(ReturnType.VALUE),

  /** Whether there is any. */
  EXISTS(ReturnType.EXISTS);

  private final int code;

  ListReturn(int code) {
    this.code = code;
  }

  /** {@return the protocol's number} */
  public int code() {
    return code;
  }
}
