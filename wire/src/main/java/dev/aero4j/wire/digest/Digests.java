package dev.aero4j.wire.digest;

import dev.aero4j.wire.value.ParticleType;

/**
 * The digest that names a record: RIPEMD-160 over the set's name, the particle type of the key (one
 * byte) and the key's bytes. The namespace is not part of it.
 */
public final class Digests {
  /** Bytes in a digest. */
  public static final int SIZE = Ripemd160.SIZE;

  /** Partitions in every namespace. */
  public static final int PARTITIONS = 4096;

  private Digests() {}

  /** Returns the digest of an integer key (hashed as eight bytes); {@code set} "" is no set. */
  public static byte[] of(String set, long key) {
    return of(new Ripemd160(), set, key);
  }

  /** Returns the digest of a text key (hashed as UTF-8); {@code set} "" is no set. */
  public static byte[] of(String set, String key) {
    return of(new Ripemd160(), set, key);
  }

  /** Returns the digest of a key of bytes; {@code set} "" is no set. */
  public static byte[] of(String set, byte[] key) {
    return of(new Ripemd160(), set, key);
  }

  /** As {@link #of(String, long)}, with a hash that nobody else uses meanwhile. */
  public static byte[] of(Ripemd160 hash, String set, long key) {
    begin(hash, set, ParticleType.INTEGER);
    hash.updateLong(key);
    return hash.digest();
  }

  /** As {@link #of(String, String)}, with a hash that nobody else uses meanwhile. */
  public static byte[] of(Ripemd160 hash, String set, String key) {
    begin(hash, set, ParticleType.STRING);
    hash.updateUtf8(key);
    return hash.digest();
  }

  /** As {@link #of(String, byte[])}, with a hash that nobody else uses meanwhile. */
  public static byte[] of(Ripemd160 hash, String set, byte[] key) {
    begin(hash, set, ParticleType.BLOB);
    hash.update(key, 0, key.length);
    return hash.digest();
  }

  /** Returns the partition, 0 to 4095, that holds the record of this digest. */
  public static int partitionId(byte[] digest) {
    return partitionId(digest, 0);
  }

  /** Returns the partition, 0 to 4095, of the digest that starts at {@code offset}. */
  public static int partitionId(byte[] bytes, int offset) {
    return ((bytes[offset] & 0xFF) | (bytes[offset + 1] & 0xFF) << 8) & (PARTITIONS - 1);
  }

  private static void begin(Ripemd160 hash, String set, int keyType) {
    hash.reset();
    hash.updateUtf8(set);
    hash.update(keyType);
  }
}
