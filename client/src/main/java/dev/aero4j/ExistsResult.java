package dev.aero4j;

import org.jspecify.annotations.Nullable;

/**
 * Whether a record exists.
 *
 * @param key the key that was asked for
 * @param meta generation and time to live, null when there is no record
 */
public record ExistsResult(Key key, @Nullable RecordMeta meta) {
  /** {@return whether there is a record} */
  public boolean found() {
    return meta != null;
  }
}
