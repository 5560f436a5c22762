package dev.aero4j.embedded.internal;

import java.time.InstantSource;

/** Time as the server counts it: since 2010-01-01 UTC. */
final class ServerClock {
  /** 2010-01-01 UTC in milliseconds since 1970. */
  private static final long EPOCH_MILLIS = 1_262_304_000_000L;

  private final InstantSource source;

  ServerClock(InstantSource source) {
    this.source = source;
  }

  /** Returns milliseconds since 2010. */
  long millis() {
    return source.millis() - EPOCH_MILLIS;
  }

  /** Returns whole seconds since 2010; fits until the year 2078. */
  int seconds() {
    return (int) (millis() / 1000);
  }
}
