package dev.aero4j.benchmarks;

/** The ways to do a batch that are compared. The first is what the others are measured by. */
enum BatchFace {
  OFFICIAL("official"),
  RECORDS("records"),
  COLUMNS("columns");

  private final String label;

  BatchFace(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  boolean isOurs() {
    return this != OFFICIAL;
  }
}
