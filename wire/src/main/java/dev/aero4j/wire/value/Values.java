package dev.aero4j.wire.value;

import dev.aero4j.model.BytesKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Equality of values as the server would see it: bytes by content, at any depth, as {@code byte[]}
 * or {@code BytesKey}; integers by value whatever their class, and so floats and doubles; lists and
 * maps by what they hold.
 */
public final class Values {
  private Values() {}

  /** Returns whether two values are the same to the server. */
  public static boolean deepEquals(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      return a == null && b == null;
    }
    if (isInteger(a)) {
      return isInteger(b) && ((Number) a).longValue() == ((Number) b).longValue();
    } else if (isFloating(a)) {
      // Double.equals: NaN equals itself, and the zeros differ.
      return isFloating(b)
          && Double.valueOf(((Number) a).doubleValue()).equals(((Number) b).doubleValue());
    } else if (a instanceof byte[] || a instanceof BytesKey) {
      return (b instanceof byte[] || b instanceof BytesKey)
          && Arrays.equals(bytesOf(a), bytesOf(b));
    } else if (a instanceof List<?> list) {
      return b instanceof List<?> other && listsEqual(list, other);
    } else if (a instanceof Map<?, ?> map) {
      return b instanceof Map<?, ?> other && mapsEqual(map, other);
    }
    return a.equals(b);
  }

  /** Returns a hash code that agrees with {@link #deepEquals}. */
  public static int deepHashCode(@Nullable Object value) {
    if (value == null) {
      return 0;
    } else if (isInteger(value)) {
      return Long.hashCode(((Number) value).longValue());
    } else if (isFloating(value)) {
      return Double.hashCode(((Number) value).doubleValue());
    } else if (value instanceof byte[] || value instanceof BytesKey) {
      return Arrays.hashCode(bytesOf(value));
    } else if (value instanceof List<?> list) {
      int hash = 1;
      for (Object element : list) {
        hash = 31 * hash + deepHashCode(element);
      }
      return hash;
    } else if (value instanceof Map<?, ?> map) {
      int hash = 0;
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        hash += 31 * deepHashCode(entry.getKey()) ^ deepHashCode(entry.getValue());
      }
      return hash;
    }
    return value.hashCode();
  }

  /** Returns the value as text for people: bytes in hexadecimal, strings in quotes. */
  public static String toString(@Nullable Object value) {
    if (value instanceof byte[] || value instanceof BytesKey) {
      return "0x" + HexFormat.of().formatHex(bytesOf(value));
    } else if (value instanceof String text) {
      return '"' + text + '"';
    } else if (value instanceof List<?> list) {
      StringJoiner joiner = new StringJoiner(", ", "[", "]");
      for (Object element : list) {
        joiner.add(toString(element));
      }
      return joiner.toString();
    } else if (value instanceof Map<?, ?> map) {
      StringJoiner joiner = new StringJoiner(", ", "{", "}");
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        joiner.add(toString(entry.getKey()) + "=" + toString(entry.getValue()));
      }
      return joiner.toString();
    }
    return String.valueOf(value);
  }

  private static boolean isInteger(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte;
  }

  private static boolean isFloating(Object value) {
    return value instanceof Double || value instanceof Float;
  }

  private static byte[] bytesOf(Object value) {
    return value instanceof BytesKey key ? key.toBytes() : (byte[]) value;
  }

  private static boolean listsEqual(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    Iterator<?> other = b.iterator();
    for (Object element : a) {
      if (!other.hasNext() || !deepEquals(element, other.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean mapsEqual(Map<?, ?> a, Map<?, ?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    Map<DeepKey, @Nullable Object> byKey = HashMap.newHashMap(a.size());
    for (Map.Entry<?, ?> entry : a.entrySet()) {
      byKey.put(new DeepKey(entry.getKey()), entry.getValue());
    }
    for (Map.Entry<?, ?> entry : b.entrySet()) {
      DeepKey key = new DeepKey(entry.getKey());
      if (!byKey.containsKey(key) || !deepEquals(byKey.get(key), entry.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** A key of any class under this class's equality. */
  private record DeepKey(@Nullable Object key) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof DeepKey that && deepEquals(key, that.key);
    }

    @Override
    public int hashCode() {
      return deepHashCode(key);
    }
  }
}
