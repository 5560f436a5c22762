package dev.aero4j.benchmarks;

/** What a cell came to, for both clients. */
record Outcome(
    Cell cell, Figures official, Figures ours, int officialConnections, int ourConnections) {
  String name() {
    return cell.name();
  }
}
