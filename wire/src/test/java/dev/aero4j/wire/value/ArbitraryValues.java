package dev.aero4j.wire.value;

import dev.aero4j.model.BytesKey;
import dev.aero4j.model.ExtensionValue;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.RawValue;
import dev.aero4j.model.SpecialValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Makes random values of every kind that can be stored, nested in each other. */
final class ArbitraryValues {
  private final RandomGenerator random;

  ArbitraryValues(RandomGenerator random) {
    this.random = random;
  }

  Object next(int depth) {
    int kind = random.nextInt(depth > 0 ? 19 : 14);
    return switch (kind) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2, 3 -> random.nextLong() >> random.nextInt(64);
      case 4 -> random.nextInt();
      case 5 -> (short) random.nextInt();
      case 6 -> Double.longBitsToDouble(random.nextLong());
      case 7 -> (float) random.nextGaussian();
      case 8, 9 -> text();
      case 10 -> bytes();
      case 11 -> random.nextBoolean() ? GeoJson.of(text()) : HyperLogLog.of(bytes());
      case 12 -> random.nextBoolean() ? new RawValue(7, bytes()) : BytesKey.of(bytes());
      case 13 ->
          switch (random.nextInt(4)) {
            case 0 -> SpecialValue.INFINITY;
            case 1 -> SpecialValue.WILDCARD;
            default -> new ExtensionValue(random.nextInt(255), bytes());
          };
      case 14, 15 -> list(depth);
      case 16 -> OrderedList.of(list(depth));
      // By way of an ordered map, so that no two keys are the same to the server.
      case 17 -> new LinkedHashMap<>(map(new OrderedMap(), depth));
      default -> map(new OrderedMap(random.nextBoolean()), depth);
    };
  }

  private List<Object> list(int depth) {
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(5) * random.nextInt(5); i > 0; i--) {
      list.add(next(depth - 1));
    }
    return list;
  }

  private Map<Object, Object> map(Map<Object, Object> map, int depth) {
    for (int i = random.nextInt(4) * random.nextInt(5); i > 0; i--) {
      map.put(next(random.nextInt(4) == 0 ? depth - 1 : 0), next(depth - 1));
    }
    return map;
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(random.nextInt(20) == 0 ? 300 : 9)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int letters = random.nextInt(random.nextInt(10) == 0 ? 300 : 12);
    int widest = random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1;
    while (letters-- > 0) {
      int letter = random.nextInt(widest);
      boolean surrogate = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
      text.appendCodePoint(surrogate ? 'x' : letter);
    }
    return text.toString();
  }
}
