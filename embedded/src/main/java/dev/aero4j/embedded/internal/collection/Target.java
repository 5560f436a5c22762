package dev.aero4j.embedded.internal.collection;

import dev.aero4j.wire.call.Order;
import org.jspecify.annotations.Nullable;

/**
 * What a call is made on: the list or map of a bin, one inside it, or nothing yet. It remembers
 * what the call puts in its place.
 */
final class Target {
  private static final int LIST_FLAGS = Order.ORDERED | Order.PERSIST_INDEX;
  static final int MAP_FLAGS = Order.KEY_VALUE_ORDERED | Order.PERSIST_INDEX;

  private final @Nullable Node present;
  private final boolean created;
  private final boolean topLevel;
  private int createFlags;
  private @Nullable Node made;
  private @Nullable Node changed;

  /**
   * @param present what is there, or null for nothing
   * @param created whether the path makes the place; nothing is made unless the call does something
   * @param topLevel whether it is what the bin itself holds
   */
  Target(@Nullable Node present, boolean created, boolean topLevel) {
    this.present = present;
    this.created = created;
    this.topLevel = topLevel;
  }

  /** Returns whether there is nothing, so that nothing can be removed. */
  boolean isAbsent() {
    return present == null;
  }

  /** Returns whether the bin holds anything at all. */
  boolean isBinLive() {
    return present != null || !topLevel;
  }

  boolean isTopLevel() {
    return topLevel;
  }

  @Nullable Node present() {
    return present;
  }

  /** Returns the list, a new one with these flags if there is none. */
  Node.Sequence list(long flags) {
    if (present != null) {
      return (Node.Sequence) present;
    }
    createFlags = allowed(flags, LIST_FLAGS);
    Node.Sequence list = Node.Sequence.empty(createFlags);
    made = list;
    return list;
  }

  /** Returns the map, a new one with these flags if there is none. */
  Node.Table map(long flags) {
    if (present != null) {
      return (Node.Table) present;
    }
    createFlags = allowed(flags, MAP_FLAGS);
    int known = createFlags == Order.PERSIST_INDEX ? 0 : createFlags;
    Node.Table map = Node.Table.empty(created ? known & ~Order.PERSIST_INDEX : known);
    made = map;
    return map;
  }

  private int allowed(long flags, int mask) {
    int wanted = (int) flags & 0xFF;
    if (!topLevel) {
      wanted &= ~Order.PERSIST_INDEX;
    }
    return (wanted & ~mask) == 0 ? wanted : 0;
  }

  /** Puts something in its place. */
  void change(Node node) {
    changed = node;
  }

  /** A call that changes nothing still makes the list that the path makes. */
  void makeList() {
    if (created) {
      changed = Node.Sequence.empty(createFlags);
    }
  }

  /** A call that changes nothing still makes the map that the path makes. */
  void makeMap() {
    if (created) {
      changed = Node.Table.empty(createFlags);
    }
  }

  /** Returns what is to be there after the call, or null when nothing has changed. */
  @Nullable Node outcome() {
    return changed == null && !created ? made : changed;
  }
}
