package dev.aero4j.wire.value;

import dev.aero4j.wire.WireWriter;
import org.jspecify.annotations.Nullable;

/** Writes the tokens of {@link MsgPack}, each in its shortest form. */
public final class MsgPackWriter {
  private static final int MAX_FIXSTR = 31;

  private MsgPackWriter() {}

  /** Writes any value, with everything inside it; see {@link MsgPack#write}. */
  public static void writeValue(WireWriter out, @Nullable Object value) {
    MsgPack.write(out, value);
  }

  public static void writeNil(WireWriter out) {
    out.putByte(MsgPackFormat.NIL);
  }

  public static void writeBoolean(WireWriter out, boolean value) {
    out.putByte(value ? MsgPackFormat.TRUE : MsgPackFormat.FALSE);
  }

  public static void writeLong(WireWriter out, long value) {
    if (value >= 0) {
      writeUnsigned(out, value);
    } else if (value >= -32) {
      out.putByte((int) value);
    } else if (value >= Byte.MIN_VALUE) {
      out.putByte(MsgPackFormat.INT8);
      out.putByte((int) value);
    } else if (value >= Short.MIN_VALUE) {
      out.putByte(MsgPackFormat.INT16);
      out.putShort((int) value);
    } else if (value >= Integer.MIN_VALUE) {
      out.putByte(MsgPackFormat.INT32);
      out.putInt((int) value);
    } else {
      out.putByte(MsgPackFormat.INT64);
      out.putLong(value);
    }
  }

  private static void writeUnsigned(WireWriter out, long value) {
    if (value < 0x80) {
      out.putByte((int) value);
    } else if (value <= 0xFF) {
      out.putByte(MsgPackFormat.UINT8);
      out.putByte((int) value);
    } else if (value <= 0xFFFF) {
      out.putByte(MsgPackFormat.UINT16);
      out.putShort((int) value);
    } else if (value <= 0xFFFF_FFFFL) {
      out.putByte(MsgPackFormat.UINT32);
      out.putInt((int) value);
    } else {
      out.putByte(MsgPackFormat.UINT64);
      out.putLong(value);
    }
  }

  public static void writeDouble(WireWriter out, double value) {
    out.putByte(MsgPackFormat.FLOAT64);
    out.putDouble(value);
  }

  /** Writes a float in 4 bytes; it is read as the double of the same value. */
  public static void writeFloat(WireWriter out, float value) {
    out.putByte(MsgPackFormat.FLOAT32);
    out.putFloat(value);
  }

  /** Writes a string value, with its particle type. */
  public static void writeString(WireWriter out, String text) {
    writeText(out, ParticleType.STRING, text);
  }

  /** Writes GeoJSON, with its particle type. */
  public static void writeGeoJson(WireWriter out, String json) {
    writeText(out, ParticleType.GEOJSON, json);
  }

  /**
   * Writes text without a particle type: names and such, where the protocol has a string that is
   * not a value.
   */
  public static void writeRawString(WireWriter out, String text) {
    int guess = headerSize(text.length());
    int at = out.reserve(guess);
    int length = out.putUtf8(text);
    patchHeader(out, at, guess, length);
  }

  /** Writes a blob value, with its particle type. */
  public static void writeBytes(WireWriter out, byte[] bytes) {
    writeTypedBytes(out, ParticleType.BLOB, bytes);
  }

  /** Writes a value of any particle type that is kept as bytes. */
  public static void writeTypedBytes(WireWriter out, int particleType, byte[] bytes) {
    writeBytesHeader(out, bytes.length + 1);
    out.putByte(particleType);
    out.putBytes(bytes);
  }

  /** Writes bytes without a particle type. */
  public static void writeRawBytes(WireWriter out, byte[] bytes, int offset, int length) {
    writeBytesHeader(out, length);
    out.putBytes(bytes, offset, length);
  }

  /** Writes the header of a string or blob of {@code length} bytes, the particle type included. */
  public static void writeBytesHeader(WireWriter out, int length) {
    int size = headerSize(length);
    setHeader(out, out.reserve(size), size, length);
  }

  /** Writes the header of a list; as many values must follow. */
  public static void writeListHeader(WireWriter out, int count) {
    if (count < 16) {
      out.putByte(MsgPackFormat.FIXLIST | count);
    } else if (count <= 0xFFFF) {
      out.putByte(MsgPackFormat.LIST16);
      out.putShort(count);
    } else {
      out.putByte(MsgPackFormat.LIST32);
      out.putInt(count);
    }
  }

  /** Writes the header of a map; as many pairs of key and value must follow. */
  public static void writeMapHeader(WireWriter out, int count) {
    if (count < 16) {
      out.putByte(MsgPackFormat.FIXMAP | count);
    } else if (count <= 0xFFFF) {
      out.putByte(MsgPackFormat.MAP16);
      out.putShort(count);
    } else {
      out.putByte(MsgPackFormat.MAP32);
      out.putInt(count);
    }
  }

  /** Writes an extension of any type. */
  public static void writeExtension(WireWriter out, int type, byte[] content) {
    int length = content.length;
    switch (length) {
      case 1 -> out.putByte(MsgPackFormat.FIXEXT1);
      case 2 -> out.putByte(MsgPackFormat.FIXEXT2);
      case 4 -> out.putByte(MsgPackFormat.FIXEXT4);
      case 8 -> out.putByte(MsgPackFormat.FIXEXT8);
      case 16 -> out.putByte(MsgPackFormat.FIXEXT16);
      default -> {
        if (length <= 0xFF) {
          out.putByte(MsgPackFormat.EXT8);
          out.putByte(length);
        } else if (length <= 0xFFFF) {
          out.putByte(MsgPackFormat.EXT16);
          out.putShort(length);
        } else {
          out.putByte(MsgPackFormat.EXT32);
          out.putInt(length);
        }
      }
    }
    out.putByte(type);
    out.putBytes(content);
  }

  /** Writes the flags that open an ordered list or map: an extension without content. */
  public static void writeFlags(WireWriter out, int flags) {
    out.putByte(MsgPackFormat.EXT8);
    out.putByte(0);
    out.putByte(flags);
  }

  public static void writeInfinity(WireWriter out) {
    writeSpecial(out, MsgPackFormat.SPECIAL_INFINITY);
  }

  public static void writeWildcard(WireWriter out) {
    writeSpecial(out, MsgPackFormat.SPECIAL_WILDCARD);
  }

  private static void writeSpecial(WireWriter out, int which) {
    out.putByte(MsgPackFormat.FIXEXT1);
    out.putByte(MsgPackFormat.SPECIAL_EXTENSION);
    out.putByte(which);
  }

  private static void writeText(WireWriter out, int particleType, String text) {
    int shortest = text.length() + 1;
    if (shortest <= MAX_FIXSTR) {
      // Most texts are short and ASCII: then the header is right at once.
      int at = out.position();
      out.putShort((MsgPackFormat.FIXSTR | shortest) << 8 | particleType);
      int bytes = out.putUtf8(text);
      if (bytes == shortest - 1) {
        return;
      }
      out.truncate(at);
    }
    int guess = headerSize(text.length() + 1);
    int at = out.reserve(guess);
    out.putByte(particleType);
    int length = out.putUtf8(text) + 1;
    patchHeader(out, at, guess, length);
  }

  /**
   * Fills the gap left for a header. The gap was sized for ASCII, so that the text need not be
   * measured first; when that was too small, the text moves.
   */
  private static void patchHeader(WireWriter out, int at, int guess, int length) {
    int size = headerSize(length);
    if (size != guess) {
      out.reserve(size - guess);
      System.arraycopy(out.array(), at + guess, out.array(), at + size, length);
    }
    setHeader(out, at, size, length);
  }

  private static int headerSize(int length) {
    if (length <= MAX_FIXSTR) {
      return 1;
    } else if (length <= 0xFF) {
      return 2;
    }
    return length <= 0xFFFF ? 3 : 5;
  }

  private static void setHeader(WireWriter out, int at, int size, int length) {
    switch (size) {
      case 1 -> out.setByte(at, MsgPackFormat.FIXSTR | length);
      case 2 -> {
        out.setByte(at, MsgPackFormat.STR8);
        out.setByte(at + 1, length);
      }
      case 3 -> {
        out.setByte(at, MsgPackFormat.STR16);
        out.setShort(at + 1, length);
      }
      default -> {
        out.setByte(at, MsgPackFormat.STR32);
        out.setInt(at + 1, length);
      }
    }
  }
}
