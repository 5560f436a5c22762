package dev.aero4j.embedded.internal.value;

/** What an expression comes to when it comes to no value. */
public enum Absent {
  /** Something that it needs is missing, or does not fit. */
  UNKNOWN,

  /** The element that is looked at is to go away. */
  REMOVED
}
