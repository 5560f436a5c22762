package dev.aero4j.benchmarks;

import dev.aero4j.Aerospike;
import dev.aero4j.Client;

/** The blocking face of this project's client. */
final class Aero4jBlocking implements BlockingContender {
  private final Aero4jRecords records;
  private final Client client;

  Aero4jBlocking(Options options, String seeds, Aero4jRecords records) {
    this.records = records;
    this.client = Aerospike.client(Aero4jRecords.config(options, seeds)).connect();
  }

  @Override
  public void get(int index) {
    Aero4jRecords.check(index, client.get(records.key(index)));
  }

  @Override
  public void put(int index, int version) {
    client.put(records.key(index), records.bins(index, version));
  }

  @Override
  public void close() {
    client.close();
  }
}
