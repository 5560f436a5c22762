package dev.aero4j.conformance.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.model.BytesKey;
import dev.aero4j.model.HyperLogLog;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares values of bins: class and content, bytes by content, at any depth. */
public final class Same {
  private Same() {}

  /** Fails unless a value that came back is the one that went in, an integer as a Long. */
  public static void assertSame(@Nullable Object found, @Nullable Object expected) {
    if (!canonical(found).equals(canonical(expected))) {
      // The texts are only made, and compared, to show where they differ.
      assertThat(canonical(found)).isEqualTo(canonical(expected));
    }
  }

  /** Writes a value out such that equal texts are equal values. */
  public static String canonical(@Nullable Object value) {
    StringBuilder text = new StringBuilder();
    write(text, value);
    return text.toString();
  }

  private static void write(StringBuilder text, @Nullable Object value) {
    if (value instanceof byte[] bytes) {
      text.append("bytes:").append(HexFormat.of().formatHex(bytes));
    } else if (value instanceof BytesKey key) {
      text.append("bytes:").append(key);
    } else if (value instanceof HyperLogLog sketch) {
      text.append("hll:").append(HexFormat.of().formatHex(sketch.toBytes()));
    } else if (value instanceof List<?> list) {
      text.append('[');
      list.forEach(
          element -> {
            write(text, element);
            text.append(", ");
          });
      text.append(']');
    } else if (value instanceof Map<?, ?> map) {
      Map<String, String> sorted = new TreeMap<>();
      map.forEach((key, held) -> sorted.put(canonical(key), canonical(held)));
      text.append(sorted);
    } else if (value instanceof Double number) {
      text.append("double:").append(Long.toHexString(Double.doubleToLongBits(number)));
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      text.append("Long:").append(value);
    } else {
      text.append(value == null ? "" : value.getClass().getSimpleName())
          .append(':')
          .append(Objects.toString(value));
    }
  }
}
