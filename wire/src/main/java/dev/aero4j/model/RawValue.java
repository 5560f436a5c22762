package dev.aero4j.model;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value of a particle type that has no Java type here (such as 7, a serialized Java object that
 * an old client wrote), kept as it came so that nothing is lost: writing it back writes the same
 * type and bytes.
 *
 * @param type the particle type, 0 to 255
 * @param bytes the value's bytes; copied on the way in and out
 */
public record RawValue(int type, byte[] bytes) {
  public RawValue {
    Objects.requireNonNull(bytes, "bytes");
    if (type < 0 || type > 255) {
      throw new IllegalArgumentException("particle type " + type + " is not between 0 and 255");
    }
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RawValue that && type == that.type && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * type + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "RawValue[type " + type + ", " + bytes.length + " bytes]";
  }
}
