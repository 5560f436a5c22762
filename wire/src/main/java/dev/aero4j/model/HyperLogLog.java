package dev.aero4j.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A HyperLogLog (or HyperMinHash) sketch as the server stores it: an opaque, immutable run of
 * bytes. It is read to be passed back to the server, as an argument of a union, for example.
 */
public final class HyperLogLog {
  private final byte[] bytes;

  private HyperLogLog(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns a sketch with a copy of these bytes. */
  public static HyperLogLog of(byte[] bytes) {
    return new HyperLogLog(bytes.clone());
  }

  /** Returns a copy of the bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** Returns the number of bytes. */
  public int size() {
    return bytes.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HyperLogLog that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "HyperLogLog[" + bytes.length + " bytes]";
  }
}
