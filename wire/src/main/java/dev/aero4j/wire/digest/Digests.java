package dev.aero4j.wire.digest;

import dev.aero4j.wire.value.ParticleType;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The digest that names a record: RIPEMD-160 over the set's name, the particle type of the key (one
 * byte) and the key's bytes. The namespace is not part of it.
 */
public final class Digests {
  /** Bytes in a digest. */
  public static final int SIZE = Ripemd160.SIZE;

  /** Partitions in every namespace. */
  public static final int PARTITIONS = 4096;

  /** Places for hashes that nobody uses at present; a power of two. */
  private static final int SPARES = 16;

  /** References between two places, so that cores do not share a cache line. */
  private static final int STRIDE = 32;

  /** A hash is larger than its result, and keys are made all the time: so it is used again. */
  private static final AtomicReferenceArray<@Nullable Ripemd160> SPARE =
      new AtomicReferenceArray<>(SPARES * STRIDE);

  private Digests() {}

  /** Returns the digest of an integer key (hashed as eight bytes); {@code set} "" is no set. */
  public static byte[] of(String set, long key) {
    int place = place();
    Ripemd160 hash = begin(place, set, ParticleType.INTEGER);
    hash.updateLong(key);
    return end(place, hash);
  }

  /** Returns the digest of a text key (hashed as UTF-8); {@code set} "" is no set. */
  public static byte[] of(String set, String key) {
    int place = place();
    Ripemd160 hash = begin(place, set, ParticleType.STRING);
    hash.updateUtf8(key);
    return end(place, hash);
  }

  /** Returns the digest of a key of bytes; {@code set} "" is no set. */
  public static byte[] of(String set, byte[] key) {
    int place = place();
    Ripemd160 hash = begin(place, set, ParticleType.BLOB);
    hash.update(key, 0, key.length);
    return end(place, hash);
  }

  /** Returns the partition, 0 to 4095, that holds the record of this digest. */
  public static int partitionId(byte[] digest) {
    return partitionId(digest, 0);
  }

  /** Returns the partition, 0 to 4095, of the digest that starts at {@code offset}. */
  public static int partitionId(byte[] bytes, int offset) {
    return ((bytes[offset] & 0xFF) | (bytes[offset + 1] & 0xFF) << 8) & (PARTITIONS - 1);
  }

  private static int place() {
    return ((int) Thread.currentThread().threadId() & (SPARES - 1)) * STRIDE;
  }

  private static Ripemd160 begin(int place, String set, int keyType) {
    Ripemd160 spare = SPARE.getAndSet(place, null);
    Ripemd160 hash = spare == null ? new Ripemd160() : spare;
    hash.updateUtf8(set);
    hash.update(keyType);
    return hash;
  }

  private static byte[] end(int place, Ripemd160 hash) {
    byte[] digest = hash.digest();
    SPARE.setRelease(place, hash);
    return digest;
  }
}
