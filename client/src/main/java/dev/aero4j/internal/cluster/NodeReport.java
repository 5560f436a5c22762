package dev.aero4j.internal.cluster;

/** What came of asking one node. */
sealed interface NodeReport {
  /** Returns the incarnation that was asked. */
  Node node();

  /**
   * A node that was met just now, either a new one or a new incarnation of one that is known.
   *
   * @param answer everything that it tells
   */
  record Joined(Node node, NodeAnswer answer) implements NodeReport {}

  /** A known node said what has changed, or, at its address, another node did. */
  record Answered(Node node, NodeAnswer answer) implements NodeReport {}

  /** A known node could not be asked. */
  record Failed(Node node) implements NodeReport {}
}
