package dev.aero4j.internal.execute;

import dev.aero4j.internal.cluster.Node;
import dev.aero4j.internal.io.NodeLink;

/**
 * Rows that go to one node: a stretch of an order of rows. Confined to the thread that carries out
 * the batch.
 */
final class NodeShare {
  final Node node;
  final NodeLink link;

  /** Whether its rows go one by one, as messages of their own. */
  final boolean alone;

  /** Numbers of rows; sending may reorder them within what it sends. */
  final int[] order;

  /** The first row that has not been sent, and the end. */
  int next;

  final int end;

  /** Its lanes under way, those included whose stream is being opened. */
  int lanes;

  /** How many rows a message takes, so that its lanes have the same to do. */
  int rowsPerMessage;

  NodeShare(Node node, boolean alone, int[] order, int start, int end) {
    this.node = node;
    this.link = node.channel(NodeLink.class);
    this.alone = alone;
    this.order = order;
    this.next = start;
    this.end = end;
  }

  int left() {
    return end - next;
  }
}
