package dev.aero4j.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import org.apache.arrow.memory.ArrowBuf;

/** Bulk copies between primitive arrays and Arrow's buffers, which are native-endian. */
final class Memory {
  /** A view of a buffer is at most 2 GiB long. */
  private static final int CHUNK = 1 << 24;

  private Memory() {}

  /** Writes an array of numbers from a buffer's start. */
  static void write(Object array, int length, ArrowBuf target) {
    // Never past the last element: a whole chunk more could be past the largest int.
    for (int from = 0, count; from < length; from += count) {
      count = Math.min(CHUNK, length - from);
      switch (array) {
        case byte[] a -> view(target, from, count, Byte.BYTES).put(a, from, count);
        case short[] a ->
            view(target, from, count, Short.BYTES).asShortBuffer().put(a, from, count);
        case int[] a -> view(target, from, count, Integer.BYTES).asIntBuffer().put(a, from, count);
        case long[] a -> view(target, from, count, Long.BYTES).asLongBuffer().put(a, from, count);
        case float[] a ->
            view(target, from, count, Float.BYTES).asFloatBuffer().put(a, from, count);
        case double[] a ->
            view(target, from, count, Double.BYTES).asDoubleBuffer().put(a, from, count);
        default -> throw new AssertionError("columns are arrays of numbers");
      }
    }
  }

  /** Fills an array of numbers from a buffer's start. */
  static void read(ArrowBuf source, Object array, int length) {
    // Never past the last element: a whole chunk more could be past the largest int.
    for (int from = 0, count; from < length; from += count) {
      count = Math.min(CHUNK, length - from);
      switch (array) {
        case byte[] a -> view(source, from, count, Byte.BYTES).get(a, from, count);
        case short[] a ->
            view(source, from, count, Short.BYTES).asShortBuffer().get(a, from, count);
        case int[] a -> view(source, from, count, Integer.BYTES).asIntBuffer().get(a, from, count);
        case long[] a -> view(source, from, count, Long.BYTES).asLongBuffer().get(a, from, count);
        case float[] a ->
            view(source, from, count, Float.BYTES).asFloatBuffer().get(a, from, count);
        case double[] a ->
            view(source, from, count, Double.BYTES).asDoubleBuffer().get(a, from, count);
        default -> throw new AssertionError("columns are arrays of numbers");
      }
    }
  }

  private static ByteBuffer view(ArrowBuf buffer, int from, int count, int width) {
    return buffer.nioBuffer((long) from * width, count * width).order(ByteOrder.nativeOrder());
  }

  /** Writes which rows have a value: as Java's bits, the lowest first. */
  static void writeValidity(BitSet valid, int rows, ArrowBuf target) {
    byte[] bits = valid.toByteArray();
    long bytes = (rows + 7L) / 8;
    target.setZero(0, bytes);
    target.setBytes(0, bits, 0, bits.length);
  }

  static BitSet readValidity(ArrowBuf source, int rows) {
    byte[] bits = new byte[(int) ((rows + 7L) / 8)];
    source.getBytes(0, bits, 0, bits.length);
    BitSet valid = BitSet.valueOf(bits);
    // Nobody says what the bits behind the last row are.
    valid.clear(rows, Math.max(rows, valid.length()));
    return valid;
  }
}
