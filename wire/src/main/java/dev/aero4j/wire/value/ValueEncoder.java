package dev.aero4j.wire.value;

import dev.aero4j.model.BytesKey;
import dev.aero4j.model.ExtensionValue;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.RawValue;
import dev.aero4j.model.SpecialValue;
import dev.aero4j.wire.WireWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Turns Java values into {@link MsgPack}; {@link MsgPack} tells the rules. */
final class ValueEncoder {
  private ValueEncoder() {}

  /** Writes a value that lies inside {@code depth} collections. */
  static void write(WireWriter out, @Nullable Object value, int depth) {
    if (value == null) {
      MsgPackWriter.writeNil(out);
    } else if (value instanceof String text) {
      MsgPackWriter.writeString(out, text);
    } else if (value instanceof Long || value instanceof Integer) {
      MsgPackWriter.writeLong(out, ((Number) value).longValue());
    } else if (value instanceof Double number) {
      MsgPackWriter.writeDouble(out, number);
    } else if (value instanceof Boolean flag) {
      MsgPackWriter.writeBoolean(out, flag);
    } else if (value instanceof byte[] bytes) {
      MsgPackWriter.writeBytes(out, bytes);
    } else if (value instanceof List<?> list) {
      writeList(out, list, depth + 1);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(out, map, depth + 1);
    } else {
      writeRare(out, value);
    }
  }

  private static void writeRare(WireWriter out, Object value) {
    if (value instanceof Short || value instanceof Byte) {
      MsgPackWriter.writeLong(out, ((Number) value).longValue());
    } else if (value instanceof Float number) {
      MsgPackWriter.writeFloat(out, number);
    } else if (value instanceof BytesKey key) {
      MsgPackWriter.writeBytes(out, key.toBytes());
    } else if (value instanceof GeoJson geo) {
      MsgPackWriter.writeGeoJson(out, geo.json());
    } else if (value instanceof HyperLogLog sketch) {
      MsgPackWriter.writeTypedBytes(out, ParticleType.HLL, sketch.toBytes());
    } else if (value instanceof SpecialValue special) {
      switch (special) {
        case INFINITY -> MsgPackWriter.writeInfinity(out);
        case WILDCARD -> MsgPackWriter.writeWildcard(out);
      }
    } else if (value instanceof RawValue raw) {
      MsgPackWriter.writeTypedBytes(out, raw.type(), raw.bytes());
    } else if (value instanceof ExtensionValue extension) {
      MsgPackWriter.writeExtension(out, extension.type(), extension.bytes());
    } else {
      throw unsupported(value);
    }
  }

  private static void writeList(WireWriter out, List<?> list, int depth) {
    checkDepth(depth);
    int count = list.size();
    if (list instanceof OrderedList) {
      MsgPackWriter.writeListHeader(out, count + 1);
      MsgPackWriter.writeFlags(out, MsgPackFormat.FLAG_ORDERED);
    } else if (count > 0 && list.get(0) instanceof ExtensionValue) {
      // An extension in the first place would be taken for the list's flags.
      MsgPackWriter.writeListHeader(out, count + 1);
      MsgPackWriter.writeFlags(out, 0);
    } else {
      MsgPackWriter.writeListHeader(out, count);
    }
    int index = 0;
    try {
      for (Object element : list) {
        write(out, element, depth);
        index++;
      }
    } catch (UnsupportedValueException e) {
      throw e.inside("[" + index + "]");
    }
    checkCount(index, count);
  }

  private static void writeMap(WireWriter out, Map<?, ?> map, int depth) {
    checkDepth(depth);
    int count = map.size();
    Collection<? extends Map.Entry<?, ?>> entries = map.entrySet();
    if (map instanceof SortedMap<?, ?> sortedMap) {
      entries = inServerOrder(sortedMap);
      MsgPackWriter.writeMapHeader(out, count + 1);
      MsgPackWriter.writeFlags(out, flagsOf(map));
      MsgPackWriter.writeNil(out);
    } else if (count > 0 && map.keySet().iterator().next() instanceof ExtensionValue) {
      MsgPackWriter.writeMapHeader(out, count + 1);
      MsgPackWriter.writeFlags(out, 0);
      MsgPackWriter.writeNil(out);
    } else {
      MsgPackWriter.writeMapHeader(out, count);
    }
    int index = 0;
    for (Map.Entry<?, ?> entry : entries) {
      try {
        write(out, entry.getKey(), depth);
      } catch (UnsupportedValueException e) {
        throw e.inside(".key#" + index);
      }
      try {
        write(out, entry.getValue(), depth);
      } catch (UnsupportedValueException e) {
        throw e.inside("[" + Values.toString(entry.getKey()) + "]");
      }
      index++;
    }
    checkCount(index, count);
  }

  private static int flagsOf(Map<?, ?> map) {
    return map instanceof OrderedMap ordered && ordered.valueOrdered()
        ? MsgPackFormat.FLAG_ORDERED | MsgPackFormat.FLAG_VALUE_ORDERED
        : MsgPackFormat.FLAG_ORDERED;
  }

  /** The server's order of keys is not Java's: strings go by UTF-8, and types mix. */
  private static Collection<? extends Map.Entry<?, ?>> inServerOrder(SortedMap<?, ?> map) {
    if (ValueOrder.TOTAL.equals(map.comparator())) {
      return map.entrySet();
    }
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
    entries.sort((a, b) -> ValueOrder.TOTAL.compare(a.getKey(), b.getKey()));
    return entries;
  }

  private static void checkDepth(int depth) {
    if (depth > MsgPack.MAX_DEPTH) {
      throw new UnsupportedValueException(
          "lists and maps are nested deeper than " + MsgPack.MAX_DEPTH);
    }
  }

  private static void checkCount(int written, int announced) {
    if (written != announced) {
      throw new ConcurrentModificationException(
          "a collection of " + announced + " elements had " + written + " while it was encoded");
    }
  }

  static UnsupportedValueException unsupported(Object value) {
    return new UnsupportedValueException(
        "a value of "
            + value.getClass()
            + " cannot be stored; use Long, Double, String, byte[], Boolean, List, Map, GeoJson or"
            + " HyperLogLog");
  }
}
