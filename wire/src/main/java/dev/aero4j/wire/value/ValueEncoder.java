package dev.aero4j.wire.value;

import dev.aero4j.model.BytesKey;
import dev.aero4j.model.ExtensionValue;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.RawValue;
import dev.aero4j.model.SpecialValue;
import dev.aero4j.wire.WireWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns Java values into {@link MsgPack}; {@link MsgPack} tells the rules. */
final class ValueEncoder {
  private ValueEncoder() {}

  static void write(WireWriter out, @Nullable Object value) {
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
    } else if (value instanceof Snapshot snapshot) {
      snapshot.writeTo(out);
    } else if (value instanceof List || value instanceof Map) {
      Snapshot.ofUnchanging(value).writeTo(out);
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

  /** Returns whether it is of the classes that most values have, which nobody can change. */
  static boolean isFrequent(Object value) {
    return value instanceof String
        || value instanceof Long
        || value instanceof Integer
        || value instanceof Double
        || value instanceof Boolean;
  }

  /** Returns whether it is of the other classes that can be written and not be changed. */
  static boolean isRare(Object value) {
    return value instanceof Short
        || value instanceof Byte
        || value instanceof Float
        || value instanceof BytesKey
        || value instanceof GeoJson
        || value instanceof HyperLogLog
        || value instanceof SpecialValue
        || value instanceof RawValue
        || value instanceof ExtensionValue
        || value instanceof Snapshot;
  }

  static boolean isExtension(@Nullable Object value) {
    return value instanceof ExtensionValue;
  }

  static UnsupportedValueException unsupported(Object value) {
    return new UnsupportedValueException(
        "a value of "
            + value.getClass()
            + " cannot be stored; use Long, Double, String, byte[], Boolean, List, Map, GeoJson or"
            + " HyperLogLog");
  }
}
