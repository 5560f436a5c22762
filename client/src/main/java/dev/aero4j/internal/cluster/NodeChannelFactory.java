package dev.aero4j.internal.cluster;

/** Makes the way to a node that has just been met. */
@FunctionalInterface
public interface NodeChannelFactory {
  /**
   * Called on the tending thread before the node is in any snapshot; must not block or do I/O.
   *
   * @return a new channel, closed by the cluster
   */
  NodeChannel open(NodeInfo info);
}
