package dev.aero4j.conformance.harness;

import dev.aero4j.Aerospike;
import dev.aero4j.Client;
import dev.aero4j.ClientConfig;

/**
 * How a test reaches the client. Every test is written once, against {@link Client}.
 *
 * <p><i>In company</i>, every command is surrounded by reads of the same record on a single
 * connection, so that it waits, and travels in a group where grouping is on. What it gives must be
 * the same.
 */
public enum Face {
  BLOCKING("blocking", false, true, true),
  ASYNC("async", false, false, true),
  BLOCKING_IN_COMPANY("blocking in company", true, true, true),
  ASYNC_IN_COMPANY("async in company", true, false, true),
  ASYNC_IN_COMPANY_NOT_GROUPED("async in company, not grouped", true, false, false);

  private final String text;
  private final boolean company;
  private final boolean blocking;
  private final boolean grouping;

  Face(String text, boolean company, boolean blocking, boolean grouping) {
    this.text = text;
    this.company = company;
    this.blocking = blocking;
    this.grouping = grouping;
  }

  /** Makes a client, not connected yet. */
  public Client open(ClientConfig config) {
    ClientConfig own =
        company ? config.toBuilder().slotsPerNode(1).grouping(grouping).build() : config;
    if (blocking) {
      Client client = Aerospike.client(own);
      return company ? Company.ofBlocking(client) : client;
    }
    return AsyncAsClient.of(Aerospike.asyncClient(own), company);
  }

  @Override
  public String toString() {
    return text;
  }
}
