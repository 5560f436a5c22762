package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.NamespaceOptions;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;

/** The meaning of a write's expiration field, in seconds. */
final class TimeToLive {
  private static final int NAMESPACE_DEFAULT = 0;
  private static final int NEVER = -1;
  private static final int KEEP = -2;

  /** Ten years of 365 days. */
  private static final int MAX_SECONDS = 10 * 365 * 24 * 60 * 60;

  private TimeToLive() {}

  /**
   * Returns the new void time.
   *
   * @param requested as sent
   * @param presentVoidTime of the record as it was; ignored for a new one
   * @param created whether the record is new
   * @throws Refusal when the life is too long, or the namespace has no thread to end it
   */
  static int voidTime(
      int requested,
      int presentVoidTime,
      boolean created,
      NamespaceOptions options,
      int nowSeconds) {
    int ttl = requested == KEEP && created ? NAMESPACE_DEFAULT : requested;
    if (ttl < KEEP || ttl > MAX_SECONDS) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
    if (ttl == KEEP) {
      return presentVoidTime;
    }
    int life = ttl == NAMESPACE_DEFAULT ? options.defaultTtlSeconds() : ttl;
    if (life == 0 || life == NEVER) {
      return 0;
    }
    if (options.nsupPeriodSeconds() == 0 && !options.allowTtlWithoutNsup()) {
      throw Refusal.of(ResultCode.FORBIDDEN);
    }
    return nowSeconds + life;
  }
}
