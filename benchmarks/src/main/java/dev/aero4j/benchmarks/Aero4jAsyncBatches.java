package dev.aero4j.benchmarks;

import dev.aero4j.Aerospike;
import dev.aero4j.AsyncClient;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.columns.ColumnBatch;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Batch reads of the face that returns futures, by their number: as records, or as columns. */
final class Aero4jAsyncBatches implements AsyncContender {
  private final Aero4jBatchData data;
  private final boolean columns;
  private final AsyncClient client;

  Aero4jAsyncBatches(Options options, String seeds, Aero4jBatchData data, boolean columns) {
    this.data = data;
    this.columns = columns;
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
    CompletableFuture<?> read(int number) {
      return columns
          ? client.batchRead(data.keys(number), Aero4jBatchData.READ_SCHEMA)
          : client.batchRead(data.keys(number));
    }

    @Override
    CompletableFuture<?> write(int number, int version) {
      throw new UnsupportedOperationException("there is no cell of asynchronous batch writes");
    }

    @Override
    void check(int number, @Nullable Object answer) {
      if (answer instanceof BatchRecords records) {
        data.check(number, records);
      } else if (answer instanceof ColumnBatch rows) {
        data.check(number, rows);
      } else {
        throw new WrongAnswerException("batch " + number + " was answered " + answer);
      }
    }
  }
}
