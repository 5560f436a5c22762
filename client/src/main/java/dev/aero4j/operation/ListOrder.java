package dev.aero4j.operation;

/** How the elements of a list are kept. */
public enum ListOrder {
  /** In the order in which they were put. The default. */
  UNORDERED,

  /** Sorted by value. */
  ORDERED
}
