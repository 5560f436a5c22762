package dev.aero4j.benchmarks;

import java.util.Locale;

/** What the callers of a cell do. */
public enum Workload {
  GET(100),
  PUT(0),
  MIXED(80);

  private final int readPercent;

  Workload(int readPercent) {
    this.readPercent = readPercent;
  }

  /** Returns whether the command that this random number stands for is a read. */
  boolean reads(int random) {
    return Integer.remainderUnsigned(random, 100) < readPercent;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
