package dev.aero4j.embedded.internal.bits;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * Runs of bits within bytes. A run that is taken out is aligned to the left, and what is left of
 * its last byte is zero:
 *
 * <pre>
 *   blob     ........ ....abcd efghijkl mn......     take(blob, 12, 14)
 *   run               abcdefgh ijklmn00
 * </pre>
 */
final class Bits {
  private Bits() {}

  private static int bytesFor(int count) {
    return (count + Byte.SIZE - 1) / Byte.SIZE;
  }

  /** Takes a copy of {@code count} bits from bit {@code from} on. */
  static byte[] take(byte[] bytes, int from, int count) {
    int shift = from % Byte.SIZE;
    int first = from / Byte.SIZE;
    byte[] run = Arrays.copyOfRange(bytes, first, first + bytesFor(count));
    if (shift != 0) {
      for (int i = 0; i < run.length; i++) {
        int next = first + i + 1;
        int below = next < bytes.length ? (bytes[next] & 0xFF) >>> (Byte.SIZE - shift) : 0;
        run[i] = (byte) ((run[i] << shift) | below);
      }
    }
    int tail = count % Byte.SIZE;
    if (tail != 0) {
      run[run.length - 1] &= (byte) (0xFF << (Byte.SIZE - tail));
    }
    return run;
  }

  /** Returns a copy of {@code bytes} with the first {@code count} bits of a run put in. */
  static byte[] put(byte[] bytes, int from, int count, byte[] run) {
    byte[] copy = bytes.clone();
    int shift = from % Byte.SIZE;
    int first = from / Byte.SIZE;
    int last = (from + count - 1) / Byte.SIZE;
    for (int i = first; i <= last; i++) {
      int at = i - first;
      int value = at < run.length ? (run[at] & 0xFF) >>> shift : 0;
      if (shift != 0 && at > 0) {
        value |= run[at - 1] << (Byte.SIZE - shift);
      }
      int mask = i == first ? 0xFF >>> shift : 0xFF;
      int tail = (from + count) % Byte.SIZE;
      if (i == last && tail != 0) {
        mask &= 0xFF << (Byte.SIZE - tail);
      }
      copy[i] = (byte) ((copy[i] & ~mask) | (value & mask));
    }
    return copy;
  }

  /** Returns a run of {@code count} bits, moved to the left and filled up with zeros. */
  static byte[] shiftLeft(byte[] run, int count, long by) {
    return by >= count
        ? new byte[run.length]
        : Arrays.copyOf(take(run, (int) by, count - (int) by), run.length);
  }

  /** Returns a run of {@code count} bits, moved to the right and filled up with zeros. */
  static byte[] shiftRight(byte[] run, int count, long by) {
    byte[] zeros = new byte[run.length];
    return by >= count ? zeros : put(zeros, (int) by, count - (int) by, run);
  }

  /**
   * Returns what becomes of the bytes of a run and those of another, which is as long or longer.
   */
  static byte[] combine(byte[] run, byte[] other, IntBinaryOperator operator) {
    byte[] combined = new byte[run.length];
    for (int i = 0; i < run.length; i++) {
      combined[i] = (byte) operator.applyAsInt(run[i], other[i]);
    }
    return combined;
  }

  /** Returns a run of up to 64 bits as an integer without a sign. */
  static long toLong(byte[] run, int count) {
    long value = 0;
    for (byte next : run) {
      value = (value << Byte.SIZE) | (next & 0xFF);
    }
    return value >>> (run.length * Byte.SIZE - count);
  }

  /** Returns the lowest {@code count} bits of an integer as a run. */
  static byte[] ofLong(long value, int count) {
    byte[] run = new byte[bytesFor(count)];
    long aligned = value << (Long.SIZE - count);
    for (int i = 0; i < run.length; i++) {
      run[i] = (byte) (aligned >>> (Long.SIZE - Byte.SIZE - i * Byte.SIZE));
    }
    return run;
  }

  static boolean isSet(byte[] bytes, int at) {
    return (bytes[at / Byte.SIZE] & (0x80 >>> (at % Byte.SIZE))) != 0;
  }

  /** Returns how many bits of a run are set. */
  static int count(byte[] run) {
    int count = 0;
    for (byte next : run) {
      count += Integer.bitCount(next & 0xFF);
    }
    return count;
  }

  /** Returns the first bit of a kind among {@code count}, or -1. */
  static int first(byte[] run, int count, boolean kind) {
    for (int i = 0; i < run.length; i++) {
      int wanted = (kind ? run[i] : ~run[i]) & 0xFF;
      if (wanted != 0) {
        int at = i * Byte.SIZE + Integer.numberOfLeadingZeros(wanted << 24);
        return at < count ? at : -1;
      }
    }
    return -1;
  }

  /** Returns the last bit of a kind among {@code count}, or -1. */
  static int last(byte[] run, int count, boolean kind) {
    for (int at = count - 1; at >= 0; at--) {
      boolean startsByte = at % Byte.SIZE == Byte.SIZE - 1;
      if (startsByte && run[at / Byte.SIZE] == (kind ? 0 : (byte) 0xFF)) {
        at -= Byte.SIZE - 1;
      } else if (isSet(run, at) == kind) {
        return at;
      }
    }
    return -1;
  }
}
