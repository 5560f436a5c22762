package dev.aero4j.wire.value;

import dev.aero4j.model.BytesKey;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Aerospike's dialect of msgpack, in which lists and maps and everything inside them travel.
 *
 * <p>It is msgpack with these rules of its own:
 *
 * <ul>
 *   <li>Every string, blob, GeoJSON and HyperLogLog is of the {@code str} family, and its first
 *       byte is the {@link ParticleType}; {@code bin} is understood when reading.
 *   <li>An ordered list starts with an extra element, an ordered map with an extra pair: an
 *       extension without content, whose type is the flags (1 = ordered, 3 = map ordered by key and
 *       value), in a map with nil for a value.
 *   <li>The extension of type 255 with content 1 is infinity, with content 0 the wildcard.
 * </ul>
 *
 * <p>A {@link SortedMap} is written as an ordered map with its entries in the server's order, an
 * {@link OrderedList} as an ordered list; they are read back as {@link OrderedMap} and {@code
 * OrderedList}. Other maps are read as maps that may be changed and have their entries in the order
 * in which they came, other lists as {@code ArrayList}; a blob that is or lies inside a map's key
 * as {@link BytesKey}. Integers are {@code Long}: an unsigned one past {@code Long.MAX_VALUE},
 * which the server's own type cannot hold either, is an error and not a wrong number.
 */
public final class MsgPack {
  /** How deep lists and maps may be nested, both ways. */
  public static final int MAX_DEPTH = 256;

  private static final int BYTES_EACH = 10;
  private static final int MAX_GUESS = 100_000;

  private MsgPack() {}

  /**
   * Writes one value.
   *
   * @throws IllegalArgumentException when the value, or one inside it, cannot be stored, or when it
   *     is nested deeper than {@link #MAX_DEPTH}; the message says where
   */
  public static void write(WireWriter out, @Nullable Object value) {
    ValueEncoder.write(out, value);
  }

  /** Returns one value in bytes; see {@link #write}. */
  public static byte[] toBytes(@Nullable Object value) {
    WireWriter out = new WireWriter(capacity(value));
    write(out, value);
    return out.toByteArray();
  }

  /** Guesses how many bytes a value takes, which spares the copies of a buffer that grows. */
  private static int capacity(@Nullable Object value) {
    int elements =
        switch (value) {
          case Map<?, ?> map -> 2 * map.size();
          case List<?> list -> list.size();
          case Snapshot snapshot -> snapshot.size();
          case null, default -> 0;
        };
    return 64 + Math.min(elements, MAX_GUESS) * BYTES_EACH;
  }

  /**
   * Reads one value and leaves what follows it.
   *
   * @throws ProtocolException when the bytes are not a value, or nested deeper than {@link
   *     #MAX_DEPTH}
   */
  public static @Nullable Object read(WireReader in) {
    return new ValueDecoder(in).read();
  }

  /**
   * Reads one value that takes exactly {@code length} bytes.
   *
   * @throws ProtocolException when it does not, and as {@link #read(WireReader)}
   */
  public static @Nullable Object read(WireReader in, int length) {
    WireReader slice = in.slice(length);
    Object value = read(slice);
    if (slice.remaining() != 0) {
      throw new ProtocolException(slice.remaining() + " bytes are left after the end of a value");
    }
    return value;
  }

  /** Reads one value that takes the whole array; see {@link #read(WireReader, int)}. */
  public static @Nullable Object fromBytes(byte[] bytes) {
    return read(new WireReader(bytes, 0, bytes.length), bytes.length);
  }
}
