package dev.aero4j.benchmarks;

import dev.aero4j.Aerospike;
import dev.aero4j.AsyncClient;
import dev.aero4j.Record;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The face of this project's client that returns futures. */
final class Aero4jAsync implements AsyncContender {
  private final Aero4jRecords records;
  private final AsyncClient client;

  Aero4jAsync(Options options, String seeds, Aero4jRecords records) {
    this.records = records;
    this.client = Aerospike.asyncClient(Aero4jRecords.config(options, seeds));
    client.connect().join();
  }

  @Override
  public Port port(int lane, Completion done) {
    return new Lane(done);
  }

  @Override
  public void close() {
    client.close();
  }

  private final class Lane extends FutureLane {
    Lane(Completion done) {
      super(done);
    }

    @Override
    CompletableFuture<?> read(int index) {
      return client.get(records.key(index));
    }

    @Override
    CompletableFuture<?> write(int index, int version) {
      return client.put(records.key(index), records.bins(index, version));
    }

    @Override
    void check(int index, @Nullable Object answer) {
      if (answer instanceof Record record) {
        Aero4jRecords.check(index, record);
      }
    }
  }
}
