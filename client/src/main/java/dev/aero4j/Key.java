package dev.aero4j;

import dev.aero4j.internal.command.KeyDigests;
import dev.aero4j.wire.digest.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The address of a record: namespace, set, and the caller's key or its digest. Immutable.
 *
 * <p>The digest (RIPEMD-160 of set, type and key) is what the server looks records up by; it is
 * computed when the key is made. Two keys are equal when namespace and digest are: the digest holds
 * set and key. The integer 1 and the text "1" are different keys.
 */
public final class Key {
  /** The longest name of a namespace, in bytes of UTF-8. */
  public static final int MAX_NAMESPACE_BYTES = 31;

  /** The longest name of a set, in bytes of UTF-8. */
  public static final int MAX_SET_BYTES = 63;

  /** The longest key of text or bytes that is accepted, in bytes (1 MiB). */
  public static final int MAX_USER_KEY_BYTES = 1 << 20;

  private final String namespace;
  private final String set;
  private final @Nullable Object userKey;
  private final byte[] digest;

  private Key(String namespace, String set, @Nullable Object userKey, byte[] digest) {
    this.namespace = namespace;
    this.set = set;
    this.userKey = userKey;
    this.digest = digest;
  }

  /**
   * Returns the key of a record that is known by text.
   *
   * @param namespace 1 to 31 bytes of UTF-8
   * @param set up to 63 bytes of UTF-8; null or empty for no set
   * @param key any text, the empty one too
   * @return the key
   * @throws InvalidArgumentException when a name or the key is too long, or the namespace is empty
   */
  public static Key of(String namespace, @Nullable String set, String key) {
    String setName = check(namespace, set);
    checkLength(utf8Length(required(key)));
    return new Key(namespace, setName, key, KeyDigests.of(setName, key));
  }

  /**
   * Returns the key of a record that is known by an integer.
   *
   * @param namespace 1 to 31 bytes of UTF-8
   * @param set up to 63 bytes of UTF-8; null or empty for no set
   * @param key any integer
   * @return the key
   * @throws InvalidArgumentException when a name is too long, or the namespace is empty
   */
  public static Key of(String namespace, @Nullable String set, long key) {
    String setName = check(namespace, set);
    return new Key(namespace, setName, key, KeyDigests.of(setName, key));
  }

  /**
   * Returns the key of a record that is known by bytes.
   *
   * @param namespace 1 to 31 bytes of UTF-8
   * @param set up to 63 bytes of UTF-8; null or empty for no set
   * @param key any bytes; copied
   * @return the key
   * @throws InvalidArgumentException when a name or the key is too long, or the namespace is empty
   */
  public static Key of(String namespace, @Nullable String set, byte[] key) {
    String setName = check(namespace, set);
    checkLength(required(key).length);
    byte[] copy = key.clone();
    return new Key(namespace, setName, copy, KeyDigests.of(setName, copy));
  }

  /**
   * Returns the key of a record that is known by a value of a type found out at run time.
   *
   * @param namespace 1 to 31 bytes of UTF-8
   * @param set up to 63 bytes of UTF-8; null or empty for no set
   * @param key a String, Long, Integer, Short, Byte or byte[]
   * @return the key
   * @throws InvalidArgumentException when the key is of another class, or as {@link #of(String,
   *     String, String)} does
   */
  public static Key ofValue(String namespace, @Nullable String set, Object key) {
    if (key instanceof String text) {
      return of(namespace, set, text);
    }
    if (key instanceof byte[] bytes) {
      return of(namespace, set, bytes);
    }
    if (key instanceof Long
        || key instanceof Integer
        || key instanceof Short
        || key instanceof Byte) {
      return of(namespace, set, ((Number) key).longValue());
    }
    throw new InvalidArgumentException(
        "a key of class "
            + required(key).getClass().getName()
            + "; allowed are String, an integer up to 64 bits, and byte[]");
  }

  /**
   * Returns the key of a record of which only the digest is known.
   *
   * @param namespace 1 to 31 bytes of UTF-8
   * @param set the record's set if known, null or empty otherwise; travels with commands
   * @param digest 20 bytes; copied
   * @return the key
   * @throws InvalidArgumentException when the digest is of another length, or a name is too long
   */
  public static Key ofDigest(String namespace, @Nullable String set, byte[] digest) {
    String setName = check(namespace, set);
    if (required(digest).length != Digests.SIZE) {
      throw new InvalidArgumentException(
          "a digest of " + digest.length + " bytes; expected " + Digests.SIZE);
    }
    return new Key(namespace, setName, null, digest.clone());
  }

  /** {@return the namespace's name} */
  public String namespace() {
    return namespace;
  }

  /** {@return the set's name, empty for no set} */
  public String set() {
    return set;
  }

  /**
   * {@return the caller's key: a String, a Long, a copy of a byte[], or null when only the digest
   * is known}
   */
  public @Nullable Object userKey() {
    return userKey instanceof byte[] bytes ? bytes.clone() : userKey;
  }

  /** {@return a copy of the digest, 20 bytes} */
  public byte[] digest() {
    return digest.clone();
  }

  /** {@return the digest in hexadecimal, 40 characters} */
  public String digestHex() {
    return HexFormat.of().formatHex(digest);
  }

  /** {@return the partition that holds the record, 0 to 4095} */
  public int partitionId() {
    return Digests.partitionId(digest);
  }

  /** The digest itself, for code that only reads it. */
  byte[] digestShared() {
    return digest;
  }

  /** The caller's key itself, for code that only reads it. */
  @Nullable Object userKeyShared() {
    return userKey;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Key that
        && namespace.equals(that.namespace)
        && Arrays.equals(digest, that.digest);
  }

  @Override
  public int hashCode() {
    // A digest is evenly spread: any four bytes of it are as good as a hash of all.
    return (digest[4] & 0xFF) << 24
        | (digest[5] & 0xFF) << 16
        | (digest[6] & 0xFF) << 8
        | (digest[7] & 0xFF);
  }

  /** {@return namespace, set, key and digest, for people} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(namespace).append('.').append(set.isEmpty() ? "-" : set);
    if (userKey instanceof String s) {
      text.append('[').append(abbreviated(s)).append(']');
    } else if (userKey instanceof byte[] bytes) {
      text.append("[0x").append(abbreviated(HexFormat.of().formatHex(bytes))).append(']');
    } else if (userKey != null) {
      text.append('[').append(userKey).append(']');
    }
    return text.append(" (digest ").append(digestHex()).append(')').toString();
  }

  private static String abbreviated(String text) {
    return text.length() <= 64 ? text : text.substring(0, 64) + "…";
  }

  private static <T> T required(T key) {
    if (key == null) {
      throw new InvalidArgumentException(
          "a key is null; allowed are String, an integer up to 64 bits, and byte[]");
    }
    return key;
  }

  private static String check(String namespace, @Nullable String set) {
    if (namespace == null || namespace.isEmpty()) {
      throw new InvalidArgumentException("a key has no namespace; expected 1 to 31 bytes of UTF-8");
    }
    checkName("namespace", namespace, MAX_NAMESPACE_BYTES);
    if (set == null) {
      return "";
    }
    checkName("set", set, MAX_SET_BYTES);
    return set;
  }

  private static void checkName(String what, String name, int max) {
    int length = utf8Length(name);
    if (length > max) {
      throw new InvalidArgumentException(
          "the name of a %s is %d bytes of UTF-8, allowed are %d: '%s'"
              .formatted(what, length, max, abbreviated(name)));
    }
  }

  private static void checkLength(int length) {
    if (length > MAX_USER_KEY_BYTES) {
      throw new InvalidArgumentException(
          "a key is " + length + " bytes; allowed are " + MAX_USER_KEY_BYTES);
    }
  }

  private static int utf8Length(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) >= 0x80) {
        return text.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return length;
  }
}
