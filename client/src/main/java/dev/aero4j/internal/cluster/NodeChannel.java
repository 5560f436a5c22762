package dev.aero4j.internal.cluster;

/** The way commands take to one node: what the I/O core keeps for each node. */
public interface NodeChannel {
  /**
   * Says that a connection to the node was seen to be broken, so that others that have idled since
   * may be just as dead: the server may have been started anew. May be called by any thread, and
   * again; must not block.
   */
  void suspect();

  /**
   * Lets go of all connections. Called after the node has left the snapshot, so that no new command
   * is routed here. May be called again; must not block.
   */
  void close();
}
