package dev.aero4j.internal.command;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.policy.Ttl;
import java.time.Duration;

/** The checks that the builders of policies and configuration share; each names the field. */
public final class Checks {
  private Checks() {}

  public static int millis(String field, Duration value) {
    if (value.isNegative()
        || (!value.isZero() && value.compareTo(Duration.ofMillis(1)) < 0)
        || value.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) > 0) {
      throw new InvalidArgumentException(
          field + " is " + value + "; allowed are 0 (none), or 1 ms to 24 days");
    }
    return (int) value.toMillis();
  }

  public static int notNegative(String field, int value) {
    if (value < 0) {
      throw new InvalidArgumentException(field + " is " + value + "; allowed is 0 or more");
    }
    return value;
  }

  public static int readTouchTtlPercent(int percent) {
    if (percent < -1 || percent > 100) {
      throw new InvalidArgumentException(
          "readTouchTtlPercent is "
              + percent
              + "; allowed are 1 to 100, 0 (the server's setting) and -1 (never)");
    }
    return percent;
  }

  public static int ttl(long seconds) {
    if (seconds < Ttl.DONT_UPDATE || seconds > Ttl.MAX_SECONDS) {
      throw new InvalidArgumentException(
          "ttl is "
              + seconds
              + " seconds; allowed are 1 to "
              + Ttl.MAX_SECONDS
              + ", 0 (the namespace's default), -1 (never expire) and -2 (don't update)");
    }
    return (int) seconds;
  }

  public static int range(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InvalidArgumentException(
          field + " is " + value + "; allowed are " + least + " to " + most);
    }
    return value;
  }

  /** A time that must not be zero, in milliseconds. */
  public static int positiveMillis(String field, Duration value) {
    if (value.isZero()) {
      throw new InvalidArgumentException(field + " is 0; allowed are 1 ms to 24 days");
    }
    return millis(field, value);
  }
}
