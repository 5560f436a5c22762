package dev.aero4j.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growing big-endian byte buffer. Lengths that are known only after their content are written
 * with {@link #reserve} and patched with {@code setInt} and its kin, so that nothing is encoded
 * twice.
 *
 * <p>Not safe for use by several threads; a connection owns one and reuses it.
 */
public final class WireWriter {
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);

  /** The largest array that every JVM can allocate. */
  private static final int MAX_CAPACITY = Integer.MAX_VALUE - 8;

  /** Text is copied in pieces of so many characters. */
  private static final int CHUNK = 32;

  private final int initialCapacity;
  private byte[] bytes;
  private int position;

  /**
   * Characters on their way into the bytes, since asking a String for each takes twice as long;
   * made for the first text.
   */
  private char @Nullable [] chars;

  /**
   * @param initialCapacity bytes allocated at first, and returned to by {@link #shrink}
   */
  public WireWriter(int initialCapacity) {
    this.initialCapacity = initialCapacity;
    this.bytes = new byte[initialCapacity];
  }

  private static VarHandle view(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.BIG_ENDIAN);
  }

  /** Returns the backing array; valid until the next write that grows it. */
  public byte[] array() {
    return bytes;
  }

  /** Returns the number of bytes written. */
  public int position() {
    return position;
  }

  /** Takes back everything written after {@code position}. */
  public void truncate(int position) {
    if (position < 0 || position > this.position) {
      throw new IndexOutOfBoundsException(position);
    }
    this.position = position;
  }

  /** Forgets everything written; the capacity stays. */
  public void reset() {
    position = 0;
  }

  /** Forgets everything and gives a buffer that grew past {@code keep} bytes back. */
  public void shrink(int keep) {
    position = 0;
    if (bytes.length > keep) {
      bytes = new byte[initialCapacity];
    }
  }

  /** Makes room for {@code more} bytes. */
  public void ensure(int more) {
    int needed = position + more;
    if (needed < 0) {
      throw new OutOfMemoryError("a message of more than 2 GiB cannot be encoded");
    }
    if (needed > bytes.length) {
      long doubled = Math.min((long) bytes.length * 2, MAX_CAPACITY);
      bytes = Arrays.copyOf(bytes, (int) Math.max(doubled, needed));
    }
  }

  public void putByte(int value) {
    ensure(1);
    bytes[position++] = (byte) value;
  }

  public void putShort(int value) {
    ensure(2);
    SHORT.set(bytes, position, (short) value);
    position += 2;
  }

  public void putInt(int value) {
    ensure(4);
    INT.set(bytes, position, value);
    position += 4;
  }

  public void putLong(long value) {
    ensure(8);
    LONG.set(bytes, position, value);
    position += 8;
  }

  public void putFloat(float value) {
    putInt(Float.floatToRawIntBits(value));
  }

  public void putDouble(double value) {
    putLong(Double.doubleToRawLongBits(value));
  }

  public void putBytes(byte[] source) {
    putBytes(source, 0, source.length);
  }

  public void putBytes(byte[] source, int offset, int length) {
    ensure(length);
    System.arraycopy(source, offset, bytes, position, length);
    position += length;
  }

  /**
   * Writes text as UTF-8, without a length. A lone surrogate becomes {@code ?}, as {@link
   * String#getBytes} does it.
   *
   * @return the number of bytes written
   */
  public int putUtf8(String text) {
    int length = text.length();
    ensure(length);
    char[] chunk = chars();
    int done = 0;
    while (done < length) {
      int count = Math.min(length - done, CHUNK);
      text.getChars(done, done + count, chunk, 0);
      if (!copyAscii(chunk, count, position + done)) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        putBytes(encoded);
        return encoded.length;
      }
      done += count;
    }
    position += length;
    return length;
  }

  /** Copies as if all were ASCII; returns whether it was so. */
  private boolean copyAscii(char[] from, int count, int at) {
    byte[] to = bytes;
    int all = 0;
    for (int i = 0; i < count; i++) {
      char c = from[i];
      all |= c;
      to[at + i] = (byte) c;
    }
    return all < 0x80;
  }

  private char[] chars() {
    char[] made = chars;
    if (made == null) {
      made = new char[CHUNK];
      chars = made;
    }
    return made;
  }

  /**
   * Leaves a gap to be filled by a {@code set} method.
   *
   * @return the position of the gap
   */
  public int reserve(int count) {
    ensure(count);
    int at = position;
    Arrays.fill(bytes, at, at + count, (byte) 0);
    position += count;
    return at;
  }

  public void setByte(int at, int value) {
    checkWritten(at, 1);
    bytes[at] = (byte) value;
  }

  public void setShort(int at, int value) {
    checkWritten(at, 2);
    SHORT.set(bytes, at, (short) value);
  }

  public void setInt(int at, int value) {
    checkWritten(at, 4);
    INT.set(bytes, at, value);
  }

  public void setLong(int at, long value) {
    checkWritten(at, 8);
    LONG.set(bytes, at, value);
  }

  /** Returns a copy of what was written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, position);
  }

  private void checkWritten(int at, int count) {
    if (at < 0 || at + count > position) {
      throw new IndexOutOfBoundsException(at + ".." + (at + count) + " of " + position);
    }
  }
}
