package dev.aero4j;

import dev.aero4j.policy.Ttl;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the server keeps about a record besides its bins.
 *
 * @param generation how often the record was written; the server counts to 1,023 (65,535 with
 *     strong consistency) and starts anew
 * @param voidTime when the record expires, in seconds since 2010-01-01 00:00 UTC as the server
 *     counts; 0 for never
 */
public record RecordMeta(int generation, long voidTime) {
  /** 2010-01-01 00:00 UTC, from which the server counts, in seconds since 1970. */
  private static final long SERVER_EPOCH_SECONDS = 1_262_304_000L;

  /**
   * {@return the seconds that the record has left by this machine's clock, at least 1; {@link
   * Ttl#NEVER_EXPIRE} when it stays}
   */
  public long ttlSeconds() {
    if (voidTime == 0) {
      return Ttl.NEVER_EXPIRE;
    }
    long now = System.currentTimeMillis() / 1000 - SERVER_EPOCH_SECONDS;
    // The server answered with the record, so it is alive: the clocks differ if it seems not.
    return Math.max(1, voidTime - now);
  }

  /** {@return when the record expires, or null when it stays} */
  public @Nullable Instant expiresAt() {
    return voidTime == 0 ? null : Instant.ofEpochSecond(SERVER_EPOCH_SECONDS + voidTime);
  }
}
