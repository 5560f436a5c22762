package dev.aero4j.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A big-endian cursor over a part of a byte array. Every read past the limit, and every negative
 * length, is a {@link ProtocolException}: a decoder built on it cannot read a neighbour's bytes nor
 * allocate more than the input has.
 *
 * <p>Not safe for use by several threads.
 */
public final class WireReader {
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);

  private byte[] bytes;
  private int position;
  private int limit;

  /** Reads a whole array. */
  public WireReader(byte[] array) {
    this(array, 0, array.length);
  }

  /** Reads {@code length} bytes of {@code array} from {@code offset}. */
  public WireReader(byte[] array, int offset, int length) {
    this.bytes = array;
    wrap(array, offset, length);
  }

  private static VarHandle view(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.BIG_ENDIAN);
  }

  /** Points this reader at other bytes, so that one reader can serve a connection for its life. */
  public void wrap(byte[] array, int offset, int length) {
    if (offset < 0 || length < 0 || length > array.length - offset) {
      throw new IndexOutOfBoundsException(offset + "+" + length + " of " + array.length);
    }
    this.bytes = array;
    this.position = offset;
    this.limit = offset + length;
  }

  /** Returns the array read from; positions are indexes into it. */
  public byte[] array() {
    return bytes;
  }

  public int position() {
    return position;
  }

  /** Moves to an absolute position within the bytes that this reader may see. */
  public void position(int newPosition) {
    if (newPosition < 0 || newPosition > limit) {
      throw new ProtocolException("position " + newPosition + " is past the end at " + limit);
    }
    position = newPosition;
  }

  public int limit() {
    return limit;
  }

  public int remaining() {
    return limit - position;
  }

  /** Reads a signed byte. */
  public int readByte() {
    return bytes[take(1)];
  }

  public int readUnsignedByte() {
    return bytes[take(1)] & 0xFF;
  }

  /** Reads a signed 16-bit integer. */
  public int readShort() {
    return (short) SHORT.get(bytes, take(2));
  }

  public int readUnsignedShort() {
    return (short) SHORT.get(bytes, take(2)) & 0xFFFF;
  }

  public int readInt() {
    return (int) INT.get(bytes, take(4));
  }

  public long readUnsignedInt() {
    return (int) INT.get(bytes, take(4)) & 0xFFFF_FFFFL;
  }

  /**
   * Reads an unsigned 32-bit length and checks that so many bytes are there.
   *
   * @throws ProtocolException when the length reaches past the limit
   */
  public int readLength() {
    long length = readUnsignedInt();
    if (length > remaining()) {
      throw new ProtocolException(
          "a length of "
              + length
              + " at offset "
              + (position - 4)
              + " reaches past the end: "
              + remaining()
              + " bytes are left");
    }
    return (int) length;
  }

  public long readLong() {
    return (long) LONG.get(bytes, take(8));
  }

  public float readFloat() {
    return Float.intBitsToFloat(readInt());
  }

  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  /** Reads a copy of the next {@code count} bytes. */
  public byte[] readBytes(int count) {
    int at = take(count);
    return Arrays.copyOfRange(bytes, at, at + count);
  }

  /** Reads {@code count} bytes as UTF-8; malformed input becomes the replacement character. */
  public String readUtf8(int count) {
    return new String(bytes, take(count), count, StandardCharsets.UTF_8);
  }

  public void skip(int count) {
    take(count);
  }

  /** Returns a reader over the next {@code count} bytes, without copying, and moves past them. */
  public WireReader slice(int count) {
    return new WireReader(bytes, take(count), count);
  }

  private int take(int count) {
    int at = position;
    if (count < 0 || count > limit - at) {
      throw new ProtocolException(
          "needed "
              + count
              + " bytes at offset "
              + at
              + ", but only "
              + (limit - at)
              + " are left");
    }
    position = at + count;
    return at;
  }
}
