package dev.aero4j.conformance.differential;

import dev.aero4j.model.ExpType;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.wire.value.OrderedMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes random values, with a liking for those that are special, and records of them. */
final class SampleData {
  private static final long[] INTEGERS = {
    0,
    1,
    -1,
    2,
    3,
    -2,
    31,
    32,
    63,
    64,
    65,
    -64,
    127,
    128,
    255,
    256,
    65_536,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1,
    1L << 53,
    (1L << 53) + 1
  };
  private static final double[] FLOATS = {
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    2.0,
    10.0,
    1e300,
    -1e300,
    1e-300,
    9.3e18,
    -9.3e18,
    0x1p63,
    -0x1p63,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    3.7,
    -3.7
  };
  private static final String[] STRINGS = {
    "", "a", "ab", "b", "aab", "abc", "A", "é", "x1", "a\nb", "日本", "\uD83D\uDE00", "a.b", "bb"
  };
  private static final String[] SHAPES = {
    point(0, 0),
    point(1, 1),
    point(10.5, -20.25),
    point(-122.0, 37.5),
    "{\"type\":\"AeroCircle\",\"coordinates\":[[0.0,0.0],200000]}",
    "{\"type\":\"AeroCircle\",\"coordinates\":[[-122.0,37.4],12000.5]}",
    "{\"type\":\"Polygon\",\"coordinates\":[[[-1,-1],[2,-1],[2,2],[-1,2],[-1,-1]]]}",
    "{\"type\":\"Polygon\",\"coordinates\":[[[-5,-5],[-5,5],[5,5],[5,-5],[-5,-5]],"
        + "[[0.5,0.5],[0.5,2],[2,2],[2,0.5],[0.5,0.5]]]}",
    "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[1,1],[0,1],[0,0]]],"
        + "[[[10,-21],[11,-21],[11,-20],[10,-20],[10,-21]]]]}"
  };

  private final Random random;

  SampleData(Random random) {
    this.random = random;
  }

  private static String point(double longitude, double latitude) {
    return "{\"type\":\"Point\",\"coordinates\":[" + longitude + "," + latitude + "]}";
  }

  /** Returns the name of a bin that most likely holds a value of a type. */
  String binName(ExpType type) {
    if (random.nextInt(8) == 0) {
      return new String[] {"none", "i", "s", "l", "m"}[random.nextInt(5)];
    }
    return switch (type) {
      case INT -> random.nextBoolean() ? "i" : "j";
      case FLOAT -> random.nextBoolean() ? "f" : "g";
      case STRING -> random.nextBoolean() ? "s" : "t";
      case BOOL -> "b";
      case LIST -> random.nextBoolean() ? "l" : "k";
      case MAP -> random.nextBoolean() ? "m" : "n";
      case BLOB -> "o";
      case GEO -> random.nextBoolean() ? "p" : "q";
      case HLL -> random.nextBoolean() ? "h" : "e";
      case NIL, REMOVAL, SPECIAL -> "none";
    };
  }

  /** Returns the writes of a record's bins, of which some may be missing. */
  List<Step> record() {
    List<Step> bins = new ArrayList<>();
    put(bins, ExpType.INT, "i", "j");
    put(bins, ExpType.FLOAT, "f", "g");
    put(bins, ExpType.STRING, "s", "t");
    put(bins, ExpType.BOOL, "b");
    put(bins, ExpType.LIST, "l", "k");
    put(bins, ExpType.MAP, "m", "n");
    put(bins, ExpType.BLOB, "o");
    put(bins, ExpType.GEO, "p", "q");
    put(bins, ExpType.HLL, "h", "e");
    bins.add(Cases.put("z", 1L));
    return bins;
  }

  private void put(List<Step> bins, ExpType type, String... names) {
    for (String name : names) {
      Object value = value(type, 2);
      if (value != null && random.nextInt(8) != 0) {
        bins.add(Cases.put(name, value));
      }
    }
  }

  @Nullable Object value(ExpType type, int depth) {
    return switch (type) {
      case NIL, REMOVAL, SPECIAL -> null;
      case HLL -> sketch();
      case BOOL -> random.nextBoolean();
      case INT ->
          random.nextInt(5) == 0 ? random.nextLong() : INTEGERS[random.nextInt(INTEGERS.length)];
      case FLOAT ->
          random.nextInt(5) == 0
              ? random.nextGaussian() * 100
              : FLOATS[random.nextInt(FLOATS.length)];
      case STRING -> STRINGS[random.nextInt(STRINGS.length)];
      case BLOB -> STRINGS[random.nextInt(STRINGS.length)].getBytes(StandardCharsets.UTF_8);
      case GEO -> new GeoJson(SHAPES[random.nextInt(SHAPES.length)]);
      case LIST -> list(depth);
      case MAP -> map(depth);
    };
  }

  /** Returns a sketch of 16 or 32 registers whose count is not known yet. */
  private HyperLogLog sketch() {
    int indexBits = 4 + random.nextInt(2);
    byte[] bytes = new byte[11 + (6 << indexBits) / 8];
    bytes[1] = (byte) indexBits;
    Arrays.fill(bytes, 3, 11, (byte) 0xFF);
    for (int i = random.nextInt(4); i > 0; i--) {
      bytes[11 + random.nextInt(bytes.length - 11)] = (byte) (1 << random.nextInt(8));
    }
    return HyperLogLog.of(bytes);
  }

  private List<@Nullable Object> list(int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(element(depth - 1));
    }
    return list;
  }

  /** Maps without order have their keys sorted too: a real server does not survive others. */
  private Map<@Nullable Object, @Nullable Object> map(int depth) {
    Map<@Nullable Object, @Nullable Object> map = new OrderedMap();
    for (int i = random.nextInt(4); i > 0; i--) {
      Object key =
          random.nextBoolean()
              ? (Object) INTEGERS[random.nextInt(4)]
              : STRINGS[1 + random.nextInt(4)];
      map.put(key, element(depth - 1));
    }
    return random.nextBoolean() ? map : new LinkedHashMap<>(map);
  }

  private @Nullable Object element(int depth) {
    ExpType type = ExpTerms.TYPES[random.nextInt(ExpTerms.TYPES.length)];
    boolean nested = type == ExpType.LIST || type == ExpType.MAP;
    return nested && depth <= 0 ? 7L : value(type, depth);
  }
}
