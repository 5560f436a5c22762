package dev.aero4j.internal.cluster;

import dev.aero4j.wire.info.BuildVersion;
import dev.aero4j.wire.info.NodeFeatures;
import java.net.InetSocketAddress;

/**
 * What is known of a node from the moment it is met and does not change while it lives.
 *
 * @param name the server's own name for itself, hexadecimal
 * @param address resolved, the one at which the node answered with this name
 * @param build version of the server
 * @param features what the server says it can do
 */
public record NodeInfo(
    String name, InetSocketAddress address, BuildVersion build, NodeFeatures features) {

  @Override
  public String toString() {
    return name + " at " + Addresses.format(address);
  }
}
