package dev.aero4j.wire.digest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The RIPEMD-160 hash (Dobbertin, Bosselaers, Preneel, 1996), which names every Aerospike record.
 *
 * <p>An instance is fed piece by piece, so that nothing has to be joined first, and can be used
 * again after each digest. It allocates nothing but results. Not safe for use by several threads.
 */
public final class Ripemd160 {
  /** Bytes in a digest. */
  public static final int SIZE = 20;

  private static final int BLOCK_BYTES = 64;

  /** Where the length of the message starts in the last block. */
  private static final int LENGTH_AT = 56;

  private final int[] block = new int[16];
  private final int[] state = new int[5];
  private final RipemdBlock compression = new RipemdBlock();
  private int inBlock;
  private long total;

  /** Returns a hash that has been fed nothing. */
  public Ripemd160() {
    start();
  }

  /** Forgets everything fed so far. */
  public void reset() {
    start();
  }

  private void start() {
    state[0] = 0x67452301;
    state[1] = 0xEFCDAB89;
    state[2] = 0x98BADCFE;
    state[3] = 0x10325476;
    state[4] = 0xC3D2E1F0;
    Arrays.fill(block, 0);
    inBlock = 0;
    total = 0;
  }

  /** Feeds the low eight bits. */
  public void update(int value) {
    total++;
    push(value);
  }

  /** Feeds a part of an array. */
  public void update(byte[] bytes, int offset, int length) {
    total += length;
    for (int i = offset; i < offset + length; i++) {
      push(bytes[i]);
    }
  }

  /** Feeds eight bytes, the highest first. */
  public void updateLong(long value) {
    total += Long.BYTES;
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      push((int) (value >>> shift));
    }
  }

  /** Feeds text as UTF-8. Text in ASCII is not copied. */
  public void updateUtf8(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        byte[] rest = text.substring(i).getBytes(StandardCharsets.UTF_8);
        update(rest, 0, rest.length);
        return;
      }
      update(text.charAt(i));
    }
  }

  /** Returns the digest of everything fed, 20 bytes, and starts anew. */
  public byte[] digest() {
    byte[] out = new byte[SIZE];
    digest(out, 0);
    return out;
  }

  /** Writes the digest of everything fed, 20 bytes, to {@code out}, and starts anew. */
  public void digest(byte[] out, int offset) {
    long bits = total << 3;
    push(0x80);
    if (inBlock > LENGTH_AT) {
      // No room for the length: the rest of this block stays zero, and so does the next one.
      compression.compress(block, state);
      Arrays.fill(block, 0);
    }
    block[14] = (int) bits;
    block[15] = (int) (bits >>> 32);
    compression.compress(block, state);
    for (int i = 0; i < state.length; i++) {
      int word = state[i];
      int at = offset + 4 * i;
      out[at] = (byte) word;
      out[at + 1] = (byte) (word >>> 8);
      out[at + 2] = (byte) (word >>> 16);
      out[at + 3] = (byte) (word >>> 24);
    }
    start();
  }

  private void push(int value) {
    block[inBlock >> 2] |= (value & 0xFF) << ((inBlock & 3) << 3);
    inBlock++;
    if (inBlock == BLOCK_BYTES) {
      compression.compress(block, state);
      Arrays.fill(block, 0);
      inBlock = 0;
    }
  }
}
