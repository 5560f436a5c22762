package dev.aero4j.wire.value;

import dev.aero4j.model.BytesKey;
import org.jspecify.annotations.Nullable;

/** The rule for keys of maps: servers store integers, text and bytes, and nothing else. */
public final class MapKeys {
  private MapKeys() {}

  /**
   * Looks at the key of an entry.
   *
   * @throws IllegalArgumentException when it cannot be stored
   */
  public static void check(@Nullable Object key) {
    if (!isStorable(key)) {
      throw new IllegalArgumentException(
          "the key "
              + Values.toString(key)
              + (key == null ? "" : " of " + key.getClass())
              + " of a map cannot be stored; keys are integers, String or byte[]");
    }
  }

  private static boolean isStorable(@Nullable Object key) {
    return key instanceof Long
        || key instanceof Integer
        || key instanceof Short
        || key instanceof Byte
        || key instanceof String
        || key instanceof byte[]
        || key instanceof BytesKey;
  }
}
