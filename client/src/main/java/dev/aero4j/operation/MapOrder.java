package dev.aero4j.operation;

/** How the entries of a map are kept. */
public enum MapOrder {
  /** In no order. The default. */
  UNORDERED,

  /** Sorted by key. */
  KEY_ORDERED,

  /** Sorted by key, with an index of the values' order, which makes ranks faster. */
  KEY_VALUE_ORDERED
}
