package dev.aero4j.wire.call;

/** Numbers of the orders of lists and maps. */
public final class Order {
  public static final int UNORDERED = 0;

  /** An ordered list, or a map ordered by key. */
  public static final int ORDERED = 0x01;

  /** A map ordered by key and value. */
  public static final int KEY_VALUE_ORDERED = 0x03;

  /** Flag of an order: the index is stored with the collection. */
  public static final int PERSIST_INDEX = 0x10;

  private Order() {}
}
