package dev.aero4j.embedded.internal.value;

import org.jspecify.annotations.Nullable;

/**
 * What a call on a blob or a HyperLogLog comes to.
 *
 * @param changed the bytes afterwards; null when the call has left everything as it was, as reads
 *     do, and what is refused without an error
 * @param result what the call gives: {@code Long}, {@code Double}, {@code byte[]}, {@code List} or
 *     {@link dev.aero4j.model.HyperLogLog}; null for nothing
 */
@SuppressWarnings("ArrayRecordComponent") // carried from hand to hand, never compared
public record BytesResult(byte @Nullable [] changed, @Nullable Object result) {
  private static final BytesResult NOTHING = new BytesResult(null, null);

  /** Nothing has changed, and nothing is given. */
  public static BytesResult nothing() {
    return NOTHING;
  }

  /** The bytes have changed, and nothing is given. */
  public static BytesResult changed(byte[] bytes) {
    return new BytesResult(bytes, null);
  }

  /** Something is given, and nothing has changed. */
  public static BytesResult of(Object result) {
    return new BytesResult(null, result);
  }
}
