package dev.aero4j.wire.info;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.digest.Digests;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which of a namespace's 4096 partitions a node has; immutable. On the wire it is Base64 of 512
 * bytes, partition 0 in the highest bit of the first.
 */
public final class PartitionBitmap {
  private static final int BYTES = Digests.PARTITIONS / Byte.SIZE;
  private static final int WORDS = Digests.PARTITIONS / Long.SIZE;

  /** Partition {@code p} is bit {@code p % 64}, from the lowest, of word {@code p / 64}. */
  private final long[] words;

  private PartitionBitmap(long[] words) {
    this.words = words;
  }

  /** Returns the bitmap of the partitions that the predicate accepts. */
  public static PartitionBitmap of(IntPredicate owned) {
    long[] words = new long[WORDS];
    for (int p = 0; p < Digests.PARTITIONS; p++) {
      if (owned.test(p)) {
        words[p / Long.SIZE] |= 1L << (p % Long.SIZE);
      }
    }
    return new PartitionBitmap(words);
  }

  /** Returns the bitmap of no partition. */
  public static PartitionBitmap empty() {
    return new PartitionBitmap(new long[WORDS]);
  }

  /** Returns the bitmap of every partition. */
  public static PartitionBitmap all() {
    return of(p -> true);
  }

  /**
   * Reads Base64.
   *
   * @throws ProtocolException when it is not Base64, or not of 512 bytes
   */
  public static PartitionBitmap parse(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new ProtocolException("a partition bitmap is not Base64: " + e.getMessage());
    }
    if (bytes.length != BYTES) {
      throw new ProtocolException(
          "a partition bitmap has " + bytes.length + " bytes instead of " + BYTES);
    }
    long[] words = new long[WORDS];
    for (int i = 0; i < BYTES; i++) {
      words[i / Long.BYTES] |= (long) reverse(bytes[i]) << (i % Long.BYTES * Byte.SIZE);
    }
    return new PartitionBitmap(words);
  }

  /** Returns Base64, as a node writes it. */
  public String format() {
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      bytes[i] = (byte) reverse((int) (words[i / Long.BYTES] >>> (i % Long.BYTES * Byte.SIZE)));
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Returns whether the node has the partition, 0 to 4095. */
  public boolean owns(int partitionId) {
    return (words[partitionId / Long.SIZE] >>> (partitionId % Long.SIZE) & 1) != 0;
  }

  /** Returns how many partitions the node has. */
  public int count() {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /**
   * Returns a copy of the bits: partition {@code p} is bit {@code p % 64} of word {@code p / 64}.
   */
  public long[] words() {
    return words.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PartitionBitmap that && Arrays.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return "PartitionBitmap[" + count() + " of " + Digests.PARTITIONS + "]";
  }

  /** Turns the order of the low eight bits around. */
  private static int reverse(int bits) {
    return Integer.reverse(bits) >>> (Integer.SIZE - Byte.SIZE);
  }
}
