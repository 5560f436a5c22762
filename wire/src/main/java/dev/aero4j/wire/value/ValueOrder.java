package dev.aero4j.wire.value;

import dev.aero4j.model.BytesKey;
import dev.aero4j.model.ExtensionValue;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.RawValue;
import dev.aero4j.model.SpecialValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The server's order of values of all types.
 *
 * <p>First by type: null, false, true, integers, strings, lists, maps, bytes, doubles, GeoJSON,
 * extensions, the wildcard, infinity. Strings and bytes compare byte by byte (strings in UTF-8),
 * bytes of another particle type by that type first; lists element by element, then the shorter one
 * first; maps by size, then entry by entry in the order of keys. Integers and doubles are different
 * types: {@code 2} comes before {@code 1.5}.
 *
 * <p>Where the server's comparison is not an order, this one is: NaN comes after all other doubles
 * and equals itself.
 */
public final class ValueOrder implements Comparator<@Nullable Object>, Serializable {
  /** Compares the wildcard as a value of its own, which makes this a total order. */
  public static final ValueOrder TOTAL = new ValueOrder(false);

  /** Finds the wildcard, at any depth, equal to every value; for matching, not for sorting. */
  public static final ValueOrder WITH_WILDCARDS = new ValueOrder(true);

  private static final long serialVersionUID = 1L;

  private static final int NULL = 0;
  private static final int FALSE = 1;
  private static final int TRUE = 2;
  private static final int INTEGER = 3;
  private static final int STRING = 4;
  private static final int LIST = 5;
  private static final int MAP = 6;
  private static final int BYTES = 7;
  private static final int DOUBLE = 8;
  private static final int GEOJSON = 9;
  private static final int EXTENSION = 10;
  private static final int WILDCARD = 11;
  private static final int INFINITY = 12;

  private final boolean wildcardMatches;

  private ValueOrder(boolean wildcardMatches) {
    this.wildcardMatches = wildcardMatches;
  }

  /**
   * Compares two values.
   *
   * @throws IllegalArgumentException when one, or a value inside, has no place in the order, or is
   *     nested deeper than {@link MsgPack#MAX_DEPTH}
   */
  @Override
  public int compare(@Nullable Object a, @Nullable Object b) {
    return compare(a, b, 0);
  }

  private int compare(@Nullable Object a, @Nullable Object b, int depth) {
    if (depth > MsgPack.MAX_DEPTH) {
      throw new UnsupportedValueException(
          "lists and maps are nested deeper than " + MsgPack.MAX_DEPTH);
    }
    int rank = rank(a);
    int otherRank = rank(b);
    if (wildcardMatches && (rank == WILDCARD || otherRank == WILDCARD)) {
      return 0;
    }
    if (rank != otherRank || a == null || b == null) {
      return Integer.compare(rank, otherRank);
    }
    return switch (rank) {
      case INTEGER -> Long.compare(((Number) a).longValue(), ((Number) b).longValue());
      case STRING -> compareUtf8((String) a, (String) b);
      case LIST -> compareLists((List<?>) a, (List<?>) b, depth + 1);
      case MAP -> compareMaps((Map<?, ?>) a, (Map<?, ?>) b, depth + 1);
      case BYTES -> compareBytes(a, b);
      case DOUBLE -> compareDoubles(((Number) a).doubleValue(), ((Number) b).doubleValue());
      case GEOJSON -> compareUtf8(((GeoJson) a).json(), ((GeoJson) b).json());
      case EXTENSION -> compareExtensions((ExtensionValue) a, (ExtensionValue) b);
      default -> 0;
    };
  }

  private static int rank(@Nullable Object value) {
    if (value == null) {
      return NULL;
    } else if (value instanceof String) {
      return STRING;
    } else if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return INTEGER;
    } else if (value instanceof Boolean flag) {
      return flag ? TRUE : FALSE;
    } else if (value instanceof Double || value instanceof Float) {
      return DOUBLE;
    } else if (value instanceof List) {
      return LIST;
    } else if (value instanceof Map) {
      return MAP;
    } else if (value instanceof byte[]
        || value instanceof BytesKey
        || value instanceof HyperLogLog
        || value instanceof RawValue) {
      return BYTES;
    } else if (value instanceof GeoJson) {
      return GEOJSON;
    } else if (value instanceof ExtensionValue) {
      return EXTENSION;
    } else if (value instanceof SpecialValue special) {
      return special == SpecialValue.WILDCARD ? WILDCARD : INFINITY;
    }
    throw ValueEncoder.unsupported(value);
  }

  private int compareLists(List<?> a, List<?> b, int depth) {
    Iterator<?> left = a.iterator();
    Iterator<?> right = b.iterator();
    while (left.hasNext() && right.hasNext()) {
      int order = compare(left.next(), right.next(), depth);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private int compareMaps(Map<?, ?> a, Map<?, ?> b, int depth) {
    int bySize = Integer.compare(a.size(), b.size());
    if (bySize != 0) {
      return bySize;
    }
    Iterator<? extends Map.Entry<?, ?>> left = byKey(a, depth);
    Iterator<? extends Map.Entry<?, ?>> right = byKey(b, depth);
    while (left.hasNext() && right.hasNext()) {
      Map.Entry<?, ?> x = left.next();
      Map.Entry<?, ?> y = right.next();
      int order = compare(x.getKey(), y.getKey(), depth);
      if (order == 0) {
        order = compare(x.getValue(), y.getValue(), depth);
      }
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static Iterator<? extends Map.Entry<?, ?>> byKey(Map<?, ?> map, int depth) {
    if (map instanceof SortedMap<?, ?> sorted && TOTAL.equals(sorted.comparator())) {
      return map.entrySet().iterator();
    }
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
    entries.sort((a, b) -> TOTAL.compare(a.getKey(), b.getKey(), depth));
    return entries.iterator();
  }

  /**
   * Compares as the UTF-8 bytes would. UTF-16 units compare the same way but for a surrogate: it is
   * a part of a character past U+FFFF, above all that take one unit.
   */
  private static int compareUtf8(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean surrogate = Character.isSurrogate(x);
        return surrogate == Character.isSurrogate(y) ? Character.compare(x, y) : surrogate ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  private static int compareDoubles(double a, double b) {
    if (a < b) {
      return -1;
    } else if (a > b) {
      return 1;
    } else if (a == b) {
      return 0;
    }
    return Boolean.compare(Double.isNaN(a), Double.isNaN(b));
  }

  private static int compareBytes(Object a, Object b) {
    int byType = Integer.compare(bytesType(a), bytesType(b));
    return byType != 0 ? byType : Arrays.compareUnsigned(bytesOf(a), bytesOf(b));
  }

  private static int bytesType(Object value) {
    if (value instanceof RawValue raw) {
      return raw.type();
    }
    return value instanceof HyperLogLog ? ParticleType.HLL : ParticleType.BLOB;
  }

  private static byte[] bytesOf(Object value) {
    if (value instanceof byte[] bytes) {
      return bytes;
    } else if (value instanceof BytesKey key) {
      return key.toBytes();
    } else if (value instanceof HyperLogLog sketch) {
      return sketch.toBytes();
    }
    return ((RawValue) value).bytes();
  }

  private static int compareExtensions(ExtensionValue a, ExtensionValue b) {
    // The server looks at the content alone; the type only keeps different values apart.
    int byContent = Arrays.compareUnsigned(a.bytes(), b.bytes());
    return byContent != 0 ? byContent : Integer.compare(a.type(), b.type());
  }

  private Object readResolve() {
    return wildcardMatches ? WITH_WILDCARDS : TOTAL;
  }
}
