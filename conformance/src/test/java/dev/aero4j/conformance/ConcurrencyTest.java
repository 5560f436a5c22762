package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.Aerospike;
import dev.aero4j.AsyncClient;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.KeyBusyException;
import dev.aero4j.Record;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Everywhere;
import dev.aero4j.conformance.harness.Face;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.embedded.EmbeddedAerospike;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;

/** Many callers at once: every answer belongs to its key, no call fails, connections stay few. */
class ConcurrencyTest {
  private static final int RECORDS = 500;
  private static final int MOST_CONNECTIONS_TO_A_NODE = 16;

  @Everywhere(faces = {Face.BLOCKING, Face.ASYNC})
  void sixtyFourPlatformThreadsGetTheirOwnAnswers(Backend backend, Face face) {
    callers(backend, face, 64, 60, Executors.newFixedThreadPool(64));
  }

  @Everywhere(faces = {Face.BLOCKING, Face.ASYNC})
  void aThousandVirtualThreadsGetTheirOwnAnswers(Backend backend, Face face) {
    callers(backend, face, 1_000, 8, Executors.newVirtualThreadPerTaskExecutor());
  }

  @Everywhere(faces = {Face.BLOCKING, Face.ASYNC})
  void tenThousandVirtualThreadsGetTheirOwnAnswersOverFewConnections(Backend backend, Face face) {
    callers(backend, face, 10_000, 2, Executors.newVirtualThreadPerTaskExecutor());
  }

  @Everywhere(faces = Face.ASYNC)
  void aThousandAndTwentyFourInFlightGetTheirOwnAnswers(Backend backend) throws Exception {
    try (AsyncClient client = Aerospike.asyncClient(backend.config().build())) {
      client.connect().join();
      List<Key> keys = new ArrayList<>();
      List<CompletableFuture<Void>> puts = new ArrayList<>();
      for (int i = 0; i < RECORDS; i++) {
        keys.add(Keys.fresh());
        puts.add(client.put(keys.get(i), bins(i)));
      }
      puts.forEach(CompletableFuture::join);
      Semaphore inFlight = new Semaphore(1_024);
      Queue<String> wrong = new ConcurrentLinkedQueue<>();
      CountDownLatch done = new CountDownLatch(10_000);
      for (int i = 0; i < 10_000; i++) {
        int index = (int) (i * 7919L % RECORDS);
        inFlight.acquire();
        CompletableFuture<?> call =
            (i % 4 == 0
                    ? client.put(keys.get(index), bins(index))
                    : client.get(keys.get(index)).thenAccept(record -> check(record, index, wrong)))
                .whenComplete(
                    (result, failure) -> {
                      if (failure != null) {
                        wrong.add(failure.toString());
                      }
                      inFlight.release();
                      done.countDown();
                    });
        assertThat(call).isNotNull();
      }
      assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(wrong).isEmpty();
    }
  }

  @Everywhere(faces = {Face.BLOCKING, Face.ASYNC, Face.ASYNC_IN_COMPANY})
  void incrementsFromManyThreadsAddUp(Client client) throws Exception {
    Key key = Keys.fresh();
    AtomicLong failures = new AtomicLong();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        executor.execute(
            () -> {
              try {
                for (int j = 0; j < 10; j++) {
                  incrementOnce(client, key);
                }
              } catch (RuntimeException e) {
                failures.incrementAndGet();
              }
            });
      }
    }
    assertThat(failures).hasValue(0);
    assertThat(client.get(key).getLong("n")).isEqualTo(2_000);
    assertThat(client.get(key).generation()).isEqualTo(2_000);
  }

  /** A real server refuses writes of a record for which too many wait already; it does nothing. */
  private static void incrementOnce(Client client, Key key) {
    boolean done = false;
    while (!done) {
      try {
        client.increment(key, "n", 1);
        done = true;
      } catch (KeyBusyException e) {
        assertThat(e.inDoubt()).isFalse();
      }
    }
  }

  /** Callers that each write and read again and again, and compare. */
  private static void callers(
      Backend backend, Face face, int callers, int rounds, ExecutorService executor) {
    LongAccumulator connections = new LongAccumulator(Math::max, 0);
    long before = connections(backend);
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    try (Client client = face.open(backend.config().build()).connect();
        executor) {
      List<Key> keys = new ArrayList<>();
      for (int i = 0; i < RECORDS; i++) {
        keys.add(Keys.fresh());
        client.put(keys.get(i), bins(i));
      }
      for (int caller = 0; caller < callers; caller++) {
        int seed = caller;
        executor.execute(
            () -> {
              try {
                for (int round = 0; round < rounds; round++) {
                  int index = (int) ((seed * 7919L + round * 104_729L) % RECORDS);
                  check(client.get(keys.get(index)), index, wrong);
                  if ((seed + round) % 4 == 0) {
                    client.put(keys.get(index), bins(index));
                  }
                }
              } catch (RuntimeException e) {
                wrong.add(e.toString());
              }
              if (seed % 50 == 0) {
                connections.accumulate(connections(backend) - before);
              }
            });
      }
      executor.shutdown();
      assertThat(executor.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    assertThat(wrong).isEmpty();
    int nodes = backend.isEmbedded() ? backend.embedded().nodeNames().size() : 1;
    assertThat(connections.get()).isLessThanOrEqualTo((long) nodes * MOST_CONNECTIONS_TO_A_NODE);
  }

  private static long connections(Backend backend) {
    return backend.isEmbedded() ? open(backend.embedded()) : 0;
  }

  private static long open(EmbeddedAerospike cluster) {
    return cluster.statistics().connectionsOpen();
  }

  /** A record that tells its own number, of a size of its own. */
  private static Bins bins(int index) {
    return Bins.of("i", index, "text", "x".repeat(index % 100 + (index % 50 == 0 ? 5_000 : 0)));
  }

  private static void check(Record record, int index, Queue<String> wrong) {
    if (record.getLong("i") != index
        || !Bins.of("i", index, "text", record.getString("text")).equals(bins(index))) {
      wrong.add("asked for " + index + ", got " + record);
    }
  }
}
