package dev.aero4j.embedded;

/**
 * What a node, or all nodes of a cluster together, did since the start.
 *
 * @param connectionsOpen connections open now
 * @param connectionsOpened connections ever accepted
 * @param commands messages about a single record that were answered
 * @param batches batch messages
 * @param batchRows rows of these batch messages that were executed
 * @param proxied commands and rows that arrived at a node that does not own the record
 * @param infoRequests info frames
 */
public record Statistics(
    long connectionsOpen,
    long connectionsOpened,
    long commands,
    long batches,
    long batchRows,
    long proxied,
    long infoRequests) {

  /**
   * {@return the sums of both}
   *
   * @param other what another node did
   */
  public Statistics plus(Statistics other) {
    return new Statistics(
        connectionsOpen + other.connectionsOpen,
        connectionsOpened + other.connectionsOpened,
        commands + other.commands,
        batches + other.batches,
        batchRows + other.batchRows,
        proxied + other.proxied,
        infoRequests + other.infoRequests);
  }
}
