package dev.aero4j.internal.command;

import dev.aero4j.wire.digest.Digests;
import dev.aero4j.wire.digest.Ripemd160;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Makes the digests of keys. Keys are made all the time and a hash is larger than its result, so
 * that hashes are used again: whoever needs one takes the spare one of its place, if nobody has it
 * just now.
 */
public final class KeyDigests {
  /** Places for spare hashes; a power of two. */
  private static final int PLACES = 16;

  /** References between two places, so that cores do not share a cache line. */
  private static final int STRIDE = 32;

  private static final AtomicReferenceArray<Ripemd160> SPARE =
      new AtomicReferenceArray<>(PLACES * STRIDE);

  private KeyDigests() {}

  /** Returns the digest of an integer key. */
  public static byte[] of(String set, long key) {
    int place = place();
    Ripemd160 hash = take(place);
    byte[] digest = Digests.of(hash, set, key);
    SPARE.setRelease(place, hash);
    return digest;
  }

  /** Returns the digest of a text key. */
  public static byte[] of(String set, String key) {
    int place = place();
    Ripemd160 hash = take(place);
    byte[] digest = Digests.of(hash, set, key);
    SPARE.setRelease(place, hash);
    return digest;
  }

  /** Returns the digest of a key of bytes. */
  public static byte[] of(String set, byte[] key) {
    int place = place();
    Ripemd160 hash = take(place);
    byte[] digest = Digests.of(hash, set, key);
    SPARE.setRelease(place, hash);
    return digest;
  }

  private static int place() {
    return ((int) Thread.currentThread().threadId() & (PLACES - 1)) * STRIDE;
  }

  private static Ripemd160 take(int place) {
    Ripemd160 spare = SPARE.getAndSet(place, null);
    return spare == null ? new Ripemd160() : spare;
  }
}
