package dev.aero4j.model;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A msgpack extension inside a list or map that is neither an order flag nor a {@link
 * SpecialValue}, kept as it came so that nothing is lost.
 *
 * @param type the extension's type, 0 to 255
 * @param bytes the extension's bytes; copied on the way in and out
 */
public record ExtensionValue(int type, byte[] bytes) {
  public ExtensionValue {
    Objects.requireNonNull(bytes, "bytes");
    if (type < 0 || type > 255) {
      throw new IllegalArgumentException("extension type " + type + " is not between 0 and 255");
    }
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExtensionValue that
        && type == that.type
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * type + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "ExtensionValue[type " + type + ", " + bytes.length + " bytes]";
  }
}
