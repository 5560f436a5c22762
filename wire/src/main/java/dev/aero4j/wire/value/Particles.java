package dev.aero4j.wire.value;

import dev.aero4j.model.BytesKey;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.RawValue;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of bins and keys as they travel: a particle type, which the surrounding message carries,
 * and these bytes.
 *
 * <pre>
 * integer   8 bytes, signed             string, blob, HLL   the bytes
 * double    8 bytes, IEEE 754           list, map           {@link MsgPack}
 * boolean   1 byte, 0 or 1              GeoJSON             flags (1 byte), number of cells (2),
 * null      nothing                                         cells (8 each), JSON text
 * </pre>
 *
 * <p>In Java: {@code Long} ({@code Integer}, {@code Short} and {@code Byte} are accepted too),
 * {@code Double} ({@code Float}), {@code String}, {@code byte[]} ({@link BytesKey}), {@code
 * Boolean}, {@code null}, {@code List}, {@code Map}, {@link GeoJson}, {@link HyperLogLog}; any
 * other type is a {@link RawValue}. A {@link Snapshot} is written as the list or map that it is of.
 */
public final class Particles {
  private static final int GEOJSON_HEADER = 3;

  private Particles() {}

  /**
   * Returns the particle type that a value is written as.
   *
   * @throws IllegalArgumentException when the value's class has no particle type
   */
  public static int typeOf(@Nullable Object value) {
    if (value == null) {
      return ParticleType.NULL;
    } else if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return ParticleType.INTEGER;
    } else if (value instanceof String) {
      return ParticleType.STRING;
    } else if (value instanceof Double || value instanceof Float) {
      return ParticleType.DOUBLE;
    } else if (value instanceof byte[] || value instanceof BytesKey) {
      return ParticleType.BLOB;
    } else if (value instanceof Boolean) {
      return ParticleType.BOOL;
    } else if (value instanceof List) {
      return ParticleType.LIST;
    } else if (value instanceof Map) {
      return ParticleType.MAP;
    } else if (value instanceof GeoJson) {
      return ParticleType.GEOJSON;
    } else if (value instanceof HyperLogLog) {
      return ParticleType.HLL;
    } else if (value instanceof RawValue raw) {
      return raw.type();
    } else if (value instanceof Snapshot snapshot) {
      return snapshot.isMap() ? ParticleType.MAP : ParticleType.LIST;
    }
    throw ValueEncoder.unsupported(value);
  }

  /**
   * Writes the value's bytes, without type or length.
   *
   * @throws IllegalArgumentException when the value, or a value inside it, has a class that cannot
   *     be stored; the message says where
   */
  public static void write(WireWriter out, @Nullable Object value) {
    if (value == null) {
      return;
    }
    if (value instanceof String text) {
      writeString(out, text);
    } else if (value instanceof Long || value instanceof Integer) {
      writeLong(out, ((Number) value).longValue());
    } else if (value instanceof Double || value instanceof Float) {
      writeDouble(out, ((Number) value).doubleValue());
    } else if (value instanceof byte[] blob) {
      writeBlob(out, blob);
    } else if (value instanceof Boolean flag) {
      writeBoolean(out, flag);
    } else if (value instanceof Snapshot || value instanceof List || value instanceof Map) {
      MsgPack.write(out, value);
    } else if (value instanceof Short || value instanceof Byte) {
      writeLong(out, ((Number) value).longValue());
    } else if (value instanceof GeoJson geo) {
      writeGeoJson(out, geo);
    } else if (value instanceof BytesKey key) {
      writeBlob(out, key.toBytes());
    } else if (value instanceof HyperLogLog sketch) {
      writeBlob(out, sketch.toBytes());
    } else if (value instanceof RawValue raw) {
      writeBlob(out, raw.bytes());
    } else {
      throw ValueEncoder.unsupported(value);
    }
  }

  /**
   * Reads a value of {@code length} bytes.
   *
   * @throws ProtocolException when the bytes are not a value of this type
   */
  public static @Nullable Object read(int type, WireReader in, int length) {
    return switch (type) {
      case ParticleType.NULL -> {
        in.skip(length);
        yield null;
      }
      case ParticleType.INTEGER -> readLong(in, length);
      case ParticleType.DOUBLE -> readDouble(in, length);
      case ParticleType.STRING -> readString(in, length);
      case ParticleType.BLOB -> readBlob(in, length);
      case ParticleType.BOOL -> readBoolean(in, length);
      case ParticleType.HLL -> HyperLogLog.of(in.readBytes(length));
      case ParticleType.LIST -> {
        Object value = MsgPack.read(in, length);
        if (!(value instanceof List)) {
          throw new ProtocolException("a list particle does not hold a list");
        }
        yield value;
      }
      case ParticleType.MAP -> {
        Object value = MsgPack.read(in, length);
        if (!(value instanceof Map)) {
          throw new ProtocolException("a map particle does not hold a map");
        }
        yield value;
      }
      case ParticleType.GEOJSON -> readGeoJson(in, length);
      default -> {
        if (type < 0 || type > 255) {
          throw new ProtocolException("particle type " + type + " is not a byte");
        }
        yield new RawValue(type, in.readBytes(length));
      }
    };
  }

  public static void writeLong(WireWriter out, long value) {
    out.putLong(value);
  }

  /** Reads an integer of 8 bytes, or as the server does an unsigned one of 1, 2 or 4. */
  public static long readLong(WireReader in, int length) {
    return switch (length) {
      case 8 -> in.readLong();
      case 4 -> in.readUnsignedInt();
      case 2 -> in.readUnsignedShort();
      case 1 -> in.readUnsignedByte();
      default -> throw badLength("an integer", "1, 2, 4 or 8", length);
    };
  }

  public static void writeDouble(WireWriter out, double value) {
    out.putDouble(value);
  }

  /** Reads a double of 8 bytes. */
  public static double readDouble(WireReader in, int length) {
    if (length != Double.BYTES) {
      throw badLength("a double", "8", length);
    }
    return in.readDouble();
  }

  public static void writeBoolean(WireWriter out, boolean value) {
    out.putByte(value ? 1 : 0);
  }

  /** Reads a boolean of one byte; everything but 0 is true. */
  public static boolean readBoolean(WireReader in, int length) {
    if (length != 1) {
      throw badLength("a boolean", "1", length);
    }
    return in.readByte() != 0;
  }

  public static void writeString(WireWriter out, String value) {
    out.putUtf8(value);
  }

  public static String readString(WireReader in, int length) {
    return in.readUtf8(length);
  }

  public static void writeBlob(WireWriter out, byte[] value) {
    out.putBytes(value);
  }

  public static byte[] readBlob(WireReader in, int length) {
    return in.readBytes(length);
  }

  /** Writes GeoJSON without cells: the server computes them itself. */
  public static void writeGeoJson(WireWriter out, GeoJson value) {
    out.putByte(0);
    out.putShort(0);
    out.putUtf8(value.json());
  }

  /** Reads GeoJSON; its S2 cells are skipped. */
  public static GeoJson readGeoJson(WireReader in, int length) {
    if (length < GEOJSON_HEADER) {
      throw badLength("a GeoJSON value", "3 or more", length);
    }
    in.skip(1);
    int cellBytes = in.readUnsignedShort() * Long.BYTES;
    int textBytes = length - GEOJSON_HEADER - cellBytes;
    if (textBytes < 0) {
      throw new ProtocolException(
          "a GeoJSON value of " + length + " bytes claims " + cellBytes + " bytes of cells");
    }
    in.skip(cellBytes);
    return new GeoJson(in.readUtf8(textBytes));
  }

  private static ProtocolException badLength(String what, String expected, int length) {
    return new ProtocolException(what + " has " + expected + " bytes, not " + length);
  }
}
