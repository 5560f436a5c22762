package dev.aero4j.internal.io;

import java.net.InetSocketAddress;

/**
 * What a pipeline needs to know about its node and the client's configuration.
 *
 * @param node name, for messages
 * @param address where to connect
 * @param normalSlots connections used while healthy
 * @param maxSlots connections used when commands have to travel alone, at most {@link SlotSet#MAX}
 * @param maxGroup largest group, 1 for no grouping
 * @param idleNanos a connection unused for longer is not used again
 * @param maxResponseSize longest answer accepted, in bytes
 */
record PipelineSettings(
    String node,
    InetSocketAddress address,
    int normalSlots,
    int maxSlots,
    int maxGroup,
    long idleNanos,
    int maxResponseSize) {

  /** Returns the settings for the connections that large records travel on: one at a time. */
  PipelineSettings forLargeRecords() {
    return new PipelineSettings(
        node, address, normalSlots, normalSlots, 1, idleNanos, maxResponseSize);
  }
}
