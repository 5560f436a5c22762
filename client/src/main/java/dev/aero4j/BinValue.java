package dev.aero4j;

import dev.aero4j.wire.value.Values;
import org.jspecify.annotations.Nullable;

/**
 * A bin's name and a value.
 *
 * @param name the bin's name
 * @param value a Long, Double, String, byte[], Boolean, List, Map, GeoJson, HyperLogLog, or null
 */
public record BinValue(String name, @Nullable Object value) {
  /** Compares values by content, arrays of bytes and those inside collections too. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BinValue that
        && name.equals(that.name)
        && Values.deepEquals(value, that.value);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Values.deepHashCode(value);
  }

  @Override
  public String toString() {
    return name + "=" + Values.toString(value);
  }
}
