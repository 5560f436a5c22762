package dev.aero4j.internal.cluster;

import dev.aero4j.wire.info.BuildVersion;
import dev.aero4j.wire.info.NodeFeatures;
import java.net.InetSocketAddress;

/**
 * One incarnation of a node. It is the same object in all snapshots from the one in which the node
 * appears to the last before it leaves; a node that comes back is another object. Compared by
 * identity.
 */
public final class Node {
  /** From this version on, a row of a batch can be any command on a record. */
  public static final int FIRST_MAJOR_WITH_BATCH_WRITES = 6;

  private final NodeInfo info;
  private final NodeChannel channel;

  Node(NodeInfo info, NodeChannel channel) {
    this.info = info;
    this.channel = channel;
  }

  public NodeInfo info() {
    return info;
  }

  public String name() {
    return info.name();
  }

  /** Returns the resolved address to open connections to. */
  public InetSocketAddress address() {
    return info.address();
  }

  public BuildVersion build() {
    return info.build();
  }

  public NodeFeatures features() {
    return info.features();
  }

  public NodeChannel channel() {
    return channel;
  }

  /** Returns the channel as what the factory made. */
  public <C extends NodeChannel> C channel(Class<C> type) {
    return type.cast(channel);
  }

  @Override
  public String toString() {
    return info.toString();
  }
}
