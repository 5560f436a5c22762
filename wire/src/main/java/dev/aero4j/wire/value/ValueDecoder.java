package dev.aero4j.wire.value;

import static dev.aero4j.wire.value.MsgPackFormat.FLAG_ORDERED;
import static dev.aero4j.wire.value.MsgPackFormat.FLAG_VALUE_ORDERED;
import static dev.aero4j.wire.value.MsgPackFormat.SPECIAL_EXTENSION;

import dev.aero4j.model.BytesKey;
import dev.aero4j.model.ExtensionValue;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.RawValue;
import dev.aero4j.model.SpecialValue;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@link MsgPack} into Java values; {@link MsgPack} tells the rules.
 *
 * <p>Input is not trusted. Each element still owed by a list or map that is being read takes at
 * least one byte, so a count that, with all that is owed already, exceeds the bytes that are left
 * is refused before anything is allocated: memory stays proportional to the input, however deep
 * collections lie in each other.
 */
final class ValueDecoder {
  private final WireReader in;

  /** Elements announced by the collections being read, and not yet begun. */
  private long owed;

  ValueDecoder(WireReader in) {
    this.in = in;
  }

  @Nullable Object read() {
    return read(0, false);
  }

  /**
   * Reads a value.
   *
   * @param depth how many collections it lies in
   * @param inKey whether it is a map's key or lies inside one, where blobs must compare by content
   */
  private @Nullable Object read(int depth, boolean inKey) {
    int token = in.readUnsignedByte();
    if (token < MsgPackFormat.FIXMAP) {
      return (long) token;
    } else if (token >= MsgPackFormat.NEGATIVE_FIXINT) {
      return (long) (byte) token;
    } else if (token < MsgPackFormat.FIXLIST) {
      return readMap(token & 0xF, depth + 1, inKey);
    } else if (token < MsgPackFormat.FIXSTR) {
      return readList(token & 0xF, depth + 1, inKey);
    } else if (token < MsgPackFormat.NIL) {
      return readTyped(token & 0x1F, inKey);
    }
    return switch (token) {
      case MsgPackFormat.NIL -> null;
      case MsgPackFormat.FALSE -> false;
      case MsgPackFormat.TRUE -> true;
      case MsgPackFormat.FLOAT32 -> (double) in.readFloat();
      case MsgPackFormat.FLOAT64 -> in.readDouble();
      case MsgPackFormat.LIST16, MsgPackFormat.LIST32 ->
          readList(MsgPackReader.listCount(in, token), depth + 1, inKey);
      case MsgPackFormat.MAP16, MsgPackFormat.MAP32 ->
          readMap(MsgPackReader.mapCount(in, token), depth + 1, inKey);
      case MsgPackFormat.BIN8,
          MsgPackFormat.BIN16,
          MsgPackFormat.BIN32,
          MsgPackFormat.STR8,
          MsgPackFormat.STR16,
          MsgPackFormat.STR32 ->
          readTyped(MsgPackReader.bytesLength(in, token), inKey);
      case MsgPackFormat.UINT8,
          MsgPackFormat.UINT16,
          MsgPackFormat.UINT32,
          MsgPackFormat.UINT64,
          MsgPackFormat.INT8,
          MsgPackFormat.INT16,
          MsgPackFormat.INT32,
          MsgPackFormat.INT64 ->
          MsgPackReader.integer(in, token);
      default -> readExtension(MsgPackReader.extensionLength(in, token));
    };
  }

  private Object readTyped(int length, boolean inKey) {
    if (length == 0) {
      // Without even a type, the server takes it for a blob.
      return blob(new byte[0], inKey);
    }
    int type = in.readUnsignedByte();
    int rest = length - 1;
    return switch (type) {
      case ParticleType.STRING -> in.readUtf8(rest);
      case ParticleType.BLOB -> blob(in.readBytes(rest), inKey);
      case ParticleType.GEOJSON -> new GeoJson(in.readUtf8(rest));
      case ParticleType.HLL -> HyperLogLog.of(in.readBytes(rest));
      default -> new RawValue(type, in.readBytes(rest));
    };
  }

  private static Object blob(byte[] bytes, boolean inKey) {
    return inKey ? BytesKey.of(bytes) : bytes;
  }

  private Object readExtension(int length) {
    int type = in.readUnsignedByte();
    byte[] content = in.readBytes(length);
    if (type == SPECIAL_EXTENSION && length == 1) {
      if (content[0] == MsgPackFormat.SPECIAL_INFINITY) {
        return SpecialValue.INFINITY;
      } else if (content[0] == MsgPackFormat.SPECIAL_WILDCARD) {
        return SpecialValue.WILDCARD;
      }
    }
    return new ExtensionValue(type, content);
  }

  private List<@Nullable Object> readList(int announced, int depth, boolean inKey) {
    enter(announced, depth);
    int count = announced;
    int flags = announced > 0 ? readFlags() : -1;
    if (flags >= 0) {
      owed--;
      count--;
    }
    List<@Nullable Object> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      owed--;
      list.add(read(depth, inKey));
    }
    return flags > 0 && (flags & FLAG_ORDERED) != 0 ? OrderedList.ofStored(list.toArray()) : list;
  }

  private Map<@Nullable Object, @Nullable Object> readMap(int announced, int depth, boolean inKey) {
    enter(2L * announced, depth);
    int count = announced;
    int flags = announced > 0 ? readFlags() : -1;
    if (flags >= 0) {
      owed -= 2;
      count--;
      read(depth, false);
    }
    boolean ordered = flags > 0 && (flags & FLAG_ORDERED) != 0;
    Map<@Nullable Object, @Nullable Object> map =
        ordered ? new OrderedMap((flags & FLAG_VALUE_ORDERED) != 0) : new CompactMap(count);
    for (int i = 0; i < count; i++) {
      owed--;
      Object key = read(depth, true);
      owed--;
      map.put(key, read(depth, inKey));
    }
    return map;
  }

  private void enter(long elements, int depth) {
    if (depth > MsgPack.MAX_DEPTH) {
      throw new ProtocolException("lists and maps are nested deeper than " + MsgPack.MAX_DEPTH);
    }
    owed += elements;
    if (owed > in.remaining()) {
      throw new ProtocolException(
          "a list or map announces "
              + elements
              + " elements, "
              + owed
              + " are expected in all, but only "
              + in.remaining()
              + " bytes are left");
    }
  }

  /**
   * Reads the flags that an ordered list or map starts with.
   *
   * @return the flags, or -1 when it starts with an element of its own, which is not consumed
   */
  private int readFlags() {
    int start = in.position();
    int token = in.readUnsignedByte();
    if (!MsgPackReader.isExtension(token)) {
      in.position(start);
      return -1;
    }
    int length = MsgPackReader.extensionLength(in, token);
    int type = in.readUnsignedByte();
    if (type == SPECIAL_EXTENSION) {
      in.position(start);
      return -1;
    }
    in.skip(length);
    return type;
  }
}
