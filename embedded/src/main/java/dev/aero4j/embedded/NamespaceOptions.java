package dev.aero4j.embedded;

import java.time.Duration;

/**
 * Settings of a namespace, named as the server's configuration names them.
 *
 * @param defaultTtlSeconds {@code default-ttl}: life of a record that is written with time to live
 *     0; 0 means for ever
 * @param nsupPeriodSeconds {@code nsup-period}: how often expired records are removed. Here they
 *     vanish at once, but with 0 a write that asks for a life is refused with code 22, as the
 *     server does it
 * @param allowTtlWithoutNsup {@code allow-ttl-without-nsup}: lifts that refusal
 * @param maxRecordSize {@code max-record-size}: largest record with its overhead, in bytes; a
 *     larger one is refused with code 13
 * @param defaultReadTouchPercent {@code default-read-touch-ttl-pct}: a read in the last so many
 *     percent of a record's life renews that life; 0 switches it off
 */
public record NamespaceOptions(
    int defaultTtlSeconds,
    int nsupPeriodSeconds,
    boolean allowTtlWithoutNsup,
    int maxRecordSize,
    int defaultReadTouchPercent) {

  private static final int DEFAULT_NSUP_PERIOD_SECONDS = 10;
  private static final int DEFAULT_MAX_RECORD_SIZE = 1024 * 1024;

  /** The largest record that a server can be configured to accept, in bytes (8 MiB). */
  private static final int LARGEST_MAX_RECORD_SIZE = 8 * 1024 * 1024;

  /** The smallest value that a server accepts for {@code max-record-size}. */
  private static final int SMALLEST_MAX_RECORD_SIZE = 64;

  private static final NamespaceOptions DEFAULTS =
      new NamespaceOptions(0, DEFAULT_NSUP_PERIOD_SECONDS, false, DEFAULT_MAX_RECORD_SIZE, 0);

  /** Checks the ranges. */
  public NamespaceOptions {
    require(defaultTtlSeconds >= 0, "defaultTtlSeconds", defaultTtlSeconds);
    require(nsupPeriodSeconds >= 0, "nsupPeriodSeconds", nsupPeriodSeconds);
    require(
        maxRecordSize >= SMALLEST_MAX_RECORD_SIZE && maxRecordSize <= LARGEST_MAX_RECORD_SIZE,
        "maxRecordSize",
        maxRecordSize);
    require(
        defaultReadTouchPercent >= 0 && defaultReadTouchPercent <= 100,
        "defaultReadTouchPercent",
        defaultReadTouchPercent);
  }

  /** {@return options under which records live for ever unless written otherwise, up to 1 MiB} */
  public static NamespaceOptions defaults() {
    return DEFAULTS;
  }

  /**
   * {@return a copy with another default life}
   *
   * @param ttl counted in whole seconds; zero means for ever
   */
  public NamespaceOptions withDefaultTtl(Duration ttl) {
    return new NamespaceOptions(
        Math.toIntExact(ttl.toSeconds()),
        nsupPeriodSeconds,
        allowTtlWithoutNsup,
        maxRecordSize,
        defaultReadTouchPercent);
  }

  /**
   * {@return a copy with another {@code nsup-period}}
   *
   * @param period counted in whole seconds; zero means never
   */
  public NamespaceOptions withNsupPeriod(Duration period) {
    return new NamespaceOptions(
        defaultTtlSeconds,
        Math.toIntExact(period.toSeconds()),
        allowTtlWithoutNsup,
        maxRecordSize,
        defaultReadTouchPercent);
  }

  /**
   * {@return a copy that allows lives without nsup, or not}
   *
   * @param allow whether they are allowed
   */
  public NamespaceOptions withAllowTtlWithoutNsup(boolean allow) {
    return new NamespaceOptions(
        defaultTtlSeconds, nsupPeriodSeconds, allow, maxRecordSize, defaultReadTouchPercent);
  }

  /**
   * {@return a copy with another limit for records}
   *
   * @param bytes 64 to 8 MiB
   */
  public NamespaceOptions withMaxRecordSize(int bytes) {
    return new NamespaceOptions(
        defaultTtlSeconds, nsupPeriodSeconds, allowTtlWithoutNsup, bytes, defaultReadTouchPercent);
  }

  /**
   * {@return a copy with another percentage for read-touch}
   *
   * @param percent 0 to 100, 0 switches it off
   */
  public NamespaceOptions withDefaultReadTouchPercent(int percent) {
    return new NamespaceOptions(
        defaultTtlSeconds, nsupPeriodSeconds, allowTtlWithoutNsup, maxRecordSize, percent);
  }

  private static void require(boolean condition, String name, int value) {
    if (!condition) {
      throw new IllegalArgumentException(name + " is out of range: " + value);
    }
  }
}
