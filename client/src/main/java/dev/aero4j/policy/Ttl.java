package dev.aero4j.policy;

/** Times to live with a meaning of their own. Any other is a number of seconds from now. */
public final class Ttl {
  /** Take the namespace's {@code default-ttl}. What a write does unless told otherwise. */
  public static final int NAMESPACE_DEFAULT = 0;

  /** The record stays until it is removed. */
  public static final int NEVER_EXPIRE = -1;

  /** Write, and leave the record's time to live as it is. */
  public static final int DONT_UPDATE = -2;

  /** The longest time to live that servers accept, in seconds (ten years). */
  public static final int MAX_SECONDS = 10 * 365 * 24 * 60 * 60;

  private Ttl() {}
}
