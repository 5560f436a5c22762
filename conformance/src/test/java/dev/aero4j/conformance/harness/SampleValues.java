package dev.aero4j.conformance.harness;

import dev.aero4j.model.BytesKey;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of every type, those at the edges above all. */
public final class SampleValues {
  private SampleValues() {}

  /** Integers on both sides of every size that an encoding may have. */
  public static List<Long> longs() {
    List<Long> values = new ArrayList<>(List.of(0L, Long.MIN_VALUE, Long.MAX_VALUE));
    for (int bits : new int[] {5, 7, 8, 15, 16, 31, 32, 62}) {
      long edge = 1L << bits;
      values.addAll(List.of(edge - 1, edge, edge + 1, -edge + 1, -edge, -edge - 1));
    }
    return values;
  }

  public static List<Double> doubles() {
    return List.of(
        0.0,
        -0.0,
        1.5,
        -1.0 / 3,
        Math.PI,
        1e300,
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN);
  }

  /** Texts on both sides of every length that an encoding may have, and of several scripts. */
  public static List<String> texts() {
    List<String> values =
        new ArrayList<>(
            List.of(
                "",
                "a",
                "two\nlines\tand\0zero",
                "Grüße, Ελλάδα, Россия",
                "日本語 한국어 العربية",
                "😀👩‍👩‍👧‍👦𝄞"));
    for (int length : new int[] {14, 15, 16, 30, 31, 32, 254, 255, 256, 65_534, 65_535, 65_536}) {
      values.add("x".repeat(length));
    }
    return values;
  }

  public static List<byte[]> bytes() {
    byte[] every = new byte[256];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) i;
    }
    return List.of(new byte[0], new byte[1], every, new byte[65_535], new byte[300_000]);
  }

  public static List<GeoJson> places() {
    return List.of(
        GeoJson.of("{\"type\":\"Point\",\"coordinates\":[-122.0,37.5]}"),
        GeoJson.of(
            "{\"type\":\"Polygon\",\"coordinates\":[[[0.0,0.0],[1.0,0.0],[1.0,1.0],[0.0,1.0],"
                + "[0.0,0.0]]]}"),
        GeoJson.of("{\"type\":\"AeroCircle\",\"coordinates\":[[13.4,52.5],3000.0]}"));
  }

  /** An empty sketch: no flags, 4 index bits, no minhash bits, a cache, 16 registers of 6 bits. */
  public static HyperLogLog sketch() {
    byte[] bytes = new byte[3 + 8 + 12];
    bytes[1] = 4;
    return HyperLogLog.of(bytes);
  }

  public static List<List<?>> lists() {
    List<@Nullable Object> mixed = new ArrayList<>();
    mixed.addAll(longs());
    mixed.addAll(doubles());
    mixed.addAll(List.of("", "text", "日本語", true, false));
    mixed.add(new byte[] {0, -1});
    mixed.add(null);
    mixed.add(List.of());
    mixed.add(Map.of());
    mixed.addAll(places());
    return List.of(
        List.of(),
        List.of(1L),
        numbers(15),
        numbers(16),
        numbers(65_535),
        numbers(65_536),
        mixed,
        List.of(List.of(List.of(List.of("deep"), 1L), Map.of("in", List.of(1L, 2L)))),
        nested(100));
  }

  public static List<Map<?, ?>> maps() {
    Map<Object, @Nullable Object> mixed = new LinkedHashMap<>();
    mixed.put("text", "value");
    mixed.put("", "empty key");
    mixed.put("日本語", 1L);
    mixed.put(0L, "zero");
    mixed.put(-1L, "negative");
    mixed.put(Long.MAX_VALUE, Double.NaN);
    mixed.put(BytesKey.of(new byte[] {1, 2, 3}), new byte[] {3, 2, 1});
    mixed.put("null", null);
    mixed.put("yes", true);
    mixed.put("list", Arrays.asList(1L, null, "x"));
    mixed.put("map", Map.of(1L, Map.of("a", Map.of("b", List.of(1.5, "c")))));
    Map<Long, String> many = new LinkedHashMap<>();
    for (long i = 0; i < 70_000; i++) {
      many.put(i, "v");
    }
    return List.of(Map.of(), Map.of("one", 1L), mixed, small(15), small(16), many);
  }

  private static Map<Long, Long> small(int count) {
    Map<Long, Long> map = new LinkedHashMap<>();
    for (long i = 0; i < count; i++) {
      map.put(i, -i);
    }
    return map;
  }

  private static List<Long> numbers(int count) {
    List<Long> list = new ArrayList<>(count);
    for (long i = 0; i < count; i++) {
      list.add(i);
    }
    return list;
  }

  private static List<?> nested(int depth) {
    List<?> list = List.of("bottom");
    for (int i = 0; i < depth; i++) {
      list = i % 2 == 0 ? List.of(list) : List.of(Map.of("k", list));
    }
    return list;
  }

  /** One value of each type, and one collection that holds all that collections may hold. */
  public static Map<String, Object> oneOfEach() {
    Map<String, Object> bins = new LinkedHashMap<>();
    bins.put("long", 42L);
    bins.put("double", 2.5);
    bins.put("text", "Grüße");
    bins.put("bytes", new byte[] {1, 0, -1});
    bins.put("yes", true);
    bins.put("list", lists().get(6));
    bins.put("map", maps().get(2));
    bins.put("place", places().getFirst());
    bins.put("sketch", sketch());
    return bins;
  }
}
