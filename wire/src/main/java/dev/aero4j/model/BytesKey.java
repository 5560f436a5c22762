package dev.aero4j.model;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that compare by content, so that they can be the key of a map.
 *
 * <p>A blob that is a map key, or lies inside a list or map that is one, is read as a {@code
 * BytesKey}, because two equal {@code byte[]} are different keys to a Java map. Everywhere else a
 * blob is read as {@code byte[]}. On the way in both are accepted everywhere and mean the same.
 */
public final class BytesKey implements Comparable<BytesKey> {
  private final byte[] bytes;

  private BytesKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns a key with a copy of these bytes. */
  public static BytesKey of(byte[] bytes) {
    return new BytesKey(bytes.clone());
  }

  /** Returns a copy of the bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** Returns the number of bytes. */
  public int size() {
    return bytes.length;
  }

  /** Compares as the server does: unsigned, byte by byte, a prefix first. */
  @Override
  public int compareTo(BytesKey other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BytesKey that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Returns the bytes in hexadecimal. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
