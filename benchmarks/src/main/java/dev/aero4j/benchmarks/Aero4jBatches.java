package dev.aero4j.benchmarks;

import dev.aero4j.Aerospike;
import dev.aero4j.Client;

/** Batches of the blocking face, by their number: as records, or as columns. */
final class Aero4jBatches implements BlockingContender {
  private final Aero4jBatchData data;
  private final boolean columns;
  private final String namespace;
  private final String set;
  private final Client client;

  Aero4jBatches(
      Options options, String seeds, Dataset records, Aero4jBatchData data, boolean columns) {
    this.data = data;
    this.columns = columns;
    this.namespace = records.namespace();
    this.set = records.set();
    this.client = Aerospike.client(Aero4jRecords.config(options, seeds)).connect();
  }

  @Override
  public void get(int number) {
    if (columns) {
      data.check(number, client.batchRead(data.keys(number), Aero4jBatchData.READ_SCHEMA));
    } else {
      data.check(number, client.batchRead(data.keys(number)));
    }
  }

  @Override
  public void put(int number, int version) {
    if (columns) {
      client.batchWrite(data.rows(number, version), namespace, set).orThrow();
    } else {
      client.batchWrite(data.writes(number, version)).orThrow();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
