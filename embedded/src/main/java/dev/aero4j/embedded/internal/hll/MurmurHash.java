package dev.aero4j.embedded.internal.hll;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * MurmurHash3 of 128 bits, in the variant for 64-bit machines, with seed 0. The algorithm is Austin
 * Appleby's, who gave it to the public domain.
 *
 * @param low the first 64 bits
 * @param high the other 64 bits
 */
record MurmurHash(long low, long high) {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int BLOCK = 16;
  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;

  static MurmurHash of(byte[] bytes) {
    long low = 0;
    long high = 0;
    int end = bytes.length - bytes.length % BLOCK;
    for (int at = 0; at < end; at += BLOCK) {
      low ^= mixLow((long) LONG.get(bytes, at));
      low = (Long.rotateLeft(low, 27) + high) * 5 + 0x52dce729;
      high ^= mixHigh((long) LONG.get(bytes, at + Long.BYTES));
      high = (Long.rotateLeft(high, 31) + low) * 5 + 0x38495ab5;
    }
    low ^= mixLow(tail(bytes, end));
    high ^= mixHigh(tail(bytes, end + Long.BYTES));
    low ^= bytes.length;
    high ^= bytes.length;
    low += high;
    high += low;
    low = finish(low);
    high = finish(high);
    low += high;
    high += low;
    return new MurmurHash(low, high);
  }

  private static long mixLow(long block) {
    return Long.rotateLeft(block * C1, 31) * C2;
  }

  private static long mixHigh(long block) {
    return Long.rotateLeft(block * C2, 33) * C1;
  }

  /** Returns up to 8 bytes from {@code from} on, with zeros past the end. */
  private static long tail(byte[] bytes, int from) {
    long tail = 0;
    for (int i = Math.min(bytes.length, from + Long.BYTES) - 1; i >= from; i--) {
      tail = (tail << Byte.SIZE) | (bytes[i] & 0xFF);
    }
    return tail;
  }

  private static long finish(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
