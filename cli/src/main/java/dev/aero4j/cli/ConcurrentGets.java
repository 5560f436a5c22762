package dev.aero4j.cli;

import dev.aero4j.AerospikeException;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.Record;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Many virtual threads that read at the same time, each one record after another. */
final class ConcurrentGets {
  /** The bin that tells which record this is, so that every answer can be checked. */
  static final String NUMBER = "number";

  private static final int LOOK_MILLIS = 50;

  private final Client client;
  private final List<Key> keys;
  private final int threads;
  private final int getsEach;
  private final long[] latencies;
  private final LongAdder done = new LongAdder();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  /**
   * What was measured.
   *
   * @param gets how many, each answered with the record that was asked for
   * @param seconds from the first to the last
   * @param medianMillis half of the gets took no longer
   * @param slowMillis 99 of 100 gets took no longer
   */
  record Outcome(long gets, double seconds, double medianMillis, double slowMillis) {
    double perSecond() {
      return gets / seconds;
    }
  }

  /**
   * @param keys the records; the one at place n holds n in the bin {@link #NUMBER}
   */
  ConcurrentGets(Client client, List<Key> keys, int threads, int getsEach) {
    this.client = client;
    this.keys = keys;
    this.threads = threads;
    this.getsEach = getsEach;
    this.latencies = new long[Math.multiplyExact(threads, getsEach)];
  }

  /**
   * Reads, and returns when all is read.
   *
   * @throws AerospikeException the first failure
   */
  Outcome run(Progress progress) throws InterruptedException {
    long start = System.nanoTime();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < threads; i++) {
        int caller = i;
        callers.execute(() -> read(caller));
      }
      callers.shutdown();
      while (!callers.awaitTermination(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        progress.reached(done.sum());
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    RuntimeException first = failure.get();
    if (first != null) {
      throw first;
    }
    progress.reached(done.sum());
    Arrays.sort(latencies);
    return new Outcome(
        latencies.length,
        seconds,
        latencies[latencies.length / 2] / 1e6,
        latencies[(int) (latencies.length * 0.99)] / 1e6);
  }

  private void read(int caller) {
    try {
      for (int i = 0; i < getsEach && failure.get() == null; i++) {
        int number = (caller + i) % keys.size();
        long start = System.nanoTime();
        Record record = client.get(keys.get(number));
        latencies[caller * getsEach + i] = System.nanoTime() - start;
        if (record.getLong(NUMBER) != number) {
          throw new Failure(ExitCode.FAILED, "asked for record " + number + " and got " + record);
        }
        done.increment();
      }
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }
}
