package dev.aero4j.embedded.internal.hll;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A HyperLogLog's bytes.
 *
 * <pre>
 *  0       1            2               3                          11
 * +-------+------------+---------------+--------------------------+-----------+
 * | flags | index bits | min-hash bits | count, 0 for not counted | registers |
 * +-------+------------+---------------+--------------------------+-----------+
 * </pre>
 *
 * <p>The count is the one number in the protocol that has its lowest byte first. There are two to
 * the power of <i>index bits</i> registers, one after the other without a gap: 6 bits for the rank,
 * which is the place of the lowest bit set of one half of an element's hash, and the <i>min-hash
 * bits</i> of the other half, whose lowest bits are the register's index. A register keeps the
 * greatest that it has seen.
 *
 * <p>Confined to one call.
 */
final class Sketch {
  /** In place of a number of bits: not given. */
  static final int UNSET = -1;

  static final int MAX_RANK = 63;

  private static final int HEAD = 11;
  private static final int COUNT_AT = 3;
  private static final int RANK_BITS = 6;
  private static final int MAX_BITS = 64;

  private final byte[] bytes;
  private final int indexBits;
  private final int minHashBits;

  private Sketch(byte[] bytes) {
    this.bytes = bytes;
    this.indexBits = bytes[1];
    this.minHashBits = bytes[2];
  }

  /** Returns a sketch of nothing. */
  static Sketch empty(int indexBits, int minHashBits) {
    byte[] bytes = new byte[HEAD + registerBytes(indexBits, minHashBits)];
    bytes[1] = (byte) indexBits;
    bytes[2] = (byte) minHashBits;
    return new Sketch(bytes);
  }

  /** Sees bytes as a sketch, without a copy; returns null when they are none. */
  static @Nullable Sketch read(byte[] bytes) {
    boolean valid =
        bytes.length >= HEAD
            && bytes[0] == 0
            && areIndexBits(bytes[1])
            && areMinHashBits(bytes[2])
            && bytes.length == HEAD + registerBytes(bytes[1], bytes[2]);
    return valid ? new Sketch(bytes) : null;
  }

  static boolean areIndexBits(long bits) {
    return bits >= 4 && bits <= 16;
  }

  static boolean areMinHashBits(long bits) {
    return bits == 0 || (bits >= 4 && bits <= 51);
  }

  /** Returns whether a hash is long enough for both. */
  static boolean fitTogether(int indexBits, int minHashBits) {
    return indexBits + minHashBits <= MAX_BITS;
  }

  private static int registerBytes(int indexBits, int minHashBits) {
    return (((RANK_BITS + minHashBits) << indexBits) + Byte.SIZE - 1) / Byte.SIZE;
  }

  Sketch copy() {
    return new Sketch(bytes.clone());
  }

  byte[] bytes() {
    return bytes;
  }

  int indexBits() {
    return indexBits;
  }

  int minHashBits() {
    return minHashBits;
  }

  int registers() {
    return 1 << indexBits;
  }

  /** Returns the count that was kept, 0 for none; 64 bits without a sign. */
  long keptCount() {
    return head().getLong(COUNT_AT);
  }

  void keepCount(long count) {
    head().putLong(COUNT_AT, count);
  }

  private ByteBuffer head() {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Returns what a register holds: the rank, then the min-hash. */
  long register(int index) {
    int width = RANK_BITS + minHashBits;
    int from = index * width;
    int end = from + width;
    int last = HEAD + (end - 1) / Byte.SIZE;
    long value = 0;
    for (int at = HEAD + from / Byte.SIZE; at <= last; at++) {
      value = (value << Byte.SIZE) | (bytes[at] & 0xFF);
    }
    return (value >>> (-end & 7)) & mask(width);
  }

  void register(int index, long value) {
    int width = RANK_BITS + minHashBits;
    int end = (index + 1) * width;
    long mask = mask(width) << (-end & 7);
    long rest = (value << (-end & 7)) & mask;
    for (int at = HEAD + (end - 1) / Byte.SIZE; mask != 0; at--) {
      bytes[at] = (byte) ((bytes[at] & ~mask) | rest);
      mask >>>= Byte.SIZE;
      rest >>>= Byte.SIZE;
    }
  }

  private static long mask(int width) {
    return (1L << width) - 1;
  }

  /** Returns the rank in a register. */
  int rank(int index) {
    return (int) (register(index) >>> minHashBits);
  }

  /**
   * Adds an element.
   *
   * @param element its msgpack
   * @return whether a register has changed
   */
  boolean add(byte[] element) {
    MurmurHash hash = MurmurHash.of(element);
    int index = index(hash);
    long value = value(hash);
    if (register(index) >= value) {
      return false;
    }
    register(index, value);
    keepCount(0);
    return true;
  }

  /** Returns false when an element was never added, and true when it may have been. */
  boolean mayContain(byte[] element) {
    MurmurHash hash = MurmurHash.of(element);
    return register(index(hash)) >= value(hash);
  }

  private int index(MurmurHash hash) {
    return (int) hash.low() & (registers() - 1);
  }

  private long value(MurmurHash hash) {
    long rank = Long.numberOfTrailingZeros(hash.high()) + 1L;
    return (rank << minHashBits) | ((hash.low() >>> indexBits) & mask(minHashBits));
  }

  /**
   * Returns whether anything was added, as the server sees it: it looks at the first bytes of the
   * registers only, one for each, though with min-hashes a register is longer than a byte.
   */
  boolean hasData() {
    for (int at = HEAD; at < HEAD + registers(); at++) {
      if (bytes[at] != 0) {
        return true;
      }
    }
    return false;
  }

  int usedRegisters() {
    int used = 0;
    for (int i = 0; i < registers(); i++) {
      if (register(i) != 0) {
        used++;
      }
    }
    return used;
  }

  /**
   * Adds everything that another sketch has. That one has at least as many registers; those whose
   * indexes end alike become one. Without min-hashes of their own, sketches take in ranks only.
   */
  void unite(Sketch other) {
    int mask = registers() - 1;
    int dropped = minHashBits == 0 ? other.minHashBits : 0;
    for (int i = 0; i < other.registers(); i++) {
      long value = other.register(i) >>> dropped;
      if (value > register(i & mask)) {
        register(i & mask, value);
      }
    }
  }

  /** Keeps what another sketch has too; that one has at least as many registers. */
  void intersect(Sketch other) {
    int mask = registers() - 1;
    for (int i = 0; i < other.registers(); i++) {
      if (register(i & mask) != other.register(i)) {
        register(i & mask, 0);
      }
    }
  }
}
