package dev.aero4j.benchmarks;

import java.util.Locale;

/**
 * Who calls: blocking threads of one sort or the other, or callbacks that keep commands in flight.
 */
public enum CallerKind {
  PLATFORM,
  VIRTUAL,
  ASYNC;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
