package dev.aero4j.benchmarks;

import dev.aero4j.Aerospike;
import dev.aero4j.AsyncClient;
import dev.aero4j.Record;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
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

  private final class Lane implements Port, BiConsumer<@Nullable Object, @Nullable Throwable> {
    private final Completion done;

    /** Of the one command that is under way; written before it starts. */
    private int index;

    Lane(Completion done) {
      this.done = done;
    }

    @Override
    public void get(int index) {
      this.index = index;
      listen(client.get(records.key(index)));
    }

    @Override
    public void put(int index, int version) {
      listen(client.put(records.key(index), records.bins(index, version)));
    }

    /**
     * The future that whenComplete makes is of no use: the lane hears of the end as its callback.
     */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void listen(CompletableFuture<?> command) {
      command.whenComplete(this);
    }

    @Override
    public void accept(@Nullable Object answer, @Nullable Throwable failure) {
      Throwable wrong = failure;
      if (answer instanceof Record record) {
        try {
          records.check(index, record);
        } catch (RuntimeException e) {
          wrong = e;
        }
      }
      done.done(wrong);
    }
  }
}
