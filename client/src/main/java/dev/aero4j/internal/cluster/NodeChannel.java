package dev.aero4j.internal.cluster;

/** The way commands take to one node: what the I/O core keeps for each node. */
public interface NodeChannel {
  /**
   * Lets go of all connections. Called after the node has left the snapshot, so that no new command
   * is routed here. May be called again; must not block.
   */
  void close();
}
