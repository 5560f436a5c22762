package dev.aero4j.model;

/**
 * Values that exist only to be compared with, in operations on lists and maps. They can stand
 * inside a list or map that is an argument; the server does not store them.
 */
public enum SpecialValue {
  /** Greater than every other value. */
  INFINITY,
  /** Equal to every other value, as in the pattern {@code ["red", WILDCARD]}. */
  WILDCARD
}
