package dev.aero4j.wire.value;

import java.util.ArrayDeque;
import java.util.Deque;

/** A value that cannot be encoded; collects the path to it as it leaves the collections. */
final class UnsupportedValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** More of a path than this helps nobody. */
  private static final int LONGEST_PATH = 12;

  private final String reason;
  private final transient Deque<String> path = new ArrayDeque<>();

  UnsupportedValueException(String reason) {
    this.reason = reason;
  }

  /** Adds the step that leads into the collection, from the outside, and returns this. */
  UnsupportedValueException inside(String step) {
    path.addFirst(step);
    if (path.size() > LONGEST_PATH) {
      path.removeLast();
    }
    return this;
  }

  @Override
  public String getMessage() {
    return path.isEmpty() ? reason : "at " + String.join("", path) + ": " + reason;
  }
}
