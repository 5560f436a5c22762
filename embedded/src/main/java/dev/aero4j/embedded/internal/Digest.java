package dev.aero4j.embedded.internal;

import dev.aero4j.wire.digest.Digests;
import java.nio.ByteBuffer;

/**
 * The 20 bytes that identify a record, as the key of a hash map.
 *
 * @param head bytes 0 to 7
 * @param middle bytes 8 to 15
 * @param tail bytes 16 to 19
 */
record Digest(long head, long middle, int tail) {
  static Digest read(byte[] array, int offset) {
    ByteBuffer buffer = ByteBuffer.wrap(array, offset, Digests.SIZE);
    return new Digest(buffer.getLong(), buffer.getLong(), buffer.getInt());
  }

  byte[] bytes() {
    return ByteBuffer.allocate(Digests.SIZE).putLong(head).putLong(middle).putInt(tail).array();
  }

  int partitionId() {
    // The first 12 bits of the digest in little-endian order.
    return (int) (((head >>> 56) & 0xFF) | ((head >>> 40) & 0x0F00));
  }

  @Override
  public int hashCode() {
    // The digest is random already; its first bytes are equal within a partition.
    return (int) middle;
  }
}
