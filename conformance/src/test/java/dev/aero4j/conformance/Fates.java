package dev.aero4j.conformance;

import dev.aero4j.Key;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which records must be there, with which value, and which must not, according to what those were
 * told who wrote each of them once and removed some. Safe for use by several threads.
 */
final class Fates {
  private final Map<Key, Long> present = new HashMap<>();
  private final Set<Key> absent = new HashSet<>();

  /** After a record was written. */
  synchronized void written(Key key, long value) {
    present.put(key, value);
  }

  /** After a write that failed: for sure, or else nobody knows. */
  synchronized void notWritten(Key key, boolean inDoubt) {
    if (!inDoubt) {
      absent.add(key);
    }
  }

  /** After a record that was written has been removed. */
  synchronized void removed(Key key) {
    present.remove(key);
    absent.add(key);
  }

  /** After a removal that failed: for sure, or else nobody knows. */
  synchronized void notRemoved(Key key, boolean inDoubt) {
    if (inDoubt) {
      present.remove(key);
    }
  }

  /** Returns all keys of which something is known. */
  synchronized List<Key> keys() {
    Set<Key> all = new HashSet<>(present.keySet());
    all.addAll(absent);
    return List.copyOf(all);
  }

  /** Returns the value that a record must have, or null when it must not be there. */
  synchronized @Nullable Long expected(Key key) {
    return present.get(key);
  }

  synchronized int countOfPresent() {
    return present.size();
  }

  synchronized int countOfAbsent() {
    return absent.size();
  }
}
