package dev.aero4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.AerospikeException;
import dev.aero4j.Bins;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.RecordNotFoundException;
import dev.aero4j.batch.BatchRecord;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.batch.BatchWrite;
import dev.aero4j.batch.ColumnWriteResult;
import dev.aero4j.batch.ColumnWriteResult.Failure;
import dev.aero4j.columns.ColumnBatch;
import dev.aero4j.columns.Schema;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.model.ResultCode;
import dev.aero4j.operation.Operation;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What callers do while nodes die: steps, each of which notes what it was told. Whatever a caller
 * must never be told ends the step with an assertion. Safe for use by several threads.
 */
final class DeathLoad {
  static final int RETRIES = 3;
  private static final int COUNTERS = 200;
  private static final int BATCH = 40;
  private static final Duration TOTAL = Duration.ofMillis(300);

  private static final WritePolicy STUBBORN =
      WritePolicy.builder().totalTimeout(TOTAL).maxRetries(RETRIES).build();

  /** So many attempts that only time ends a read. */
  private static final int READ_RETRIES = 100;

  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final ReadPolicy BRIEF_READ =
      ReadPolicy.builder()
          .totalTimeout(TOTAL)
          .maxRetries(READ_RETRIES)
          .sleepBetweenRetries(PAUSE)
          .build();
  private static final BatchPolicy BRIEF =
      BatchPolicy.builder()
          .totalTimeout(TOTAL)
          .maxRetries(READ_RETRIES)
          .sleepBetweenRetries(PAUSE)
          .build();

  private final Client client;

  /** Incremented without and with retries. */
  private final List<Tally> once = Tally.some(COUNTERS);

  private final List<Tally> stubborn = Tally.some(COUNTERS);
  private final Fates fates = new Fates();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();

  /** There are to be some new records for every kill, but not too many to look at in the end. */
  private final AtomicBoolean mayWrite = new AtomicBoolean();

  DeathLoad(Client client) {
    this.client = client;
  }

  List<Tally> tallies() {
    List<Tally> all = new ArrayList<>(once);
    all.addAll(stubborn);
    return all;
  }

  Fates fates() {
    return fates;
  }

  /** Returns how many calls have had success, at least with one row. */
  int done() {
    return done.get();
  }

  /** Returns how many calls have read something. */
  int reads() {
    return reads.get();
  }

  /** Allows {@link #writeRecords} to write more. */
  void allowMoreRecords() {
    mayWrite.set(true);
  }

  private static <T> T any(List<T> list) {
    return list.get(ThreadLocalRandom.current().nextInt(list.size()));
  }

  private void success(boolean any) {
    if (any) {
      done.incrementAndGet();
    }
  }

  void increment() {
    increment(any(once), WritePolicy.builder().totalTimeout(TOTAL).build(), 1);
  }

  void incrementStubbornly() {
    increment(any(stubborn), STUBBORN, 1 + RETRIES);
  }

  private void increment(Tally tally, WritePolicy policy, int maxAttempts) {
    tally.begin(maxAttempts);
    try {
      client.increment(tally.key(), "n", 1, policy);
      tally.succeeded(maxAttempts);
      done.incrementAndGet();
    } catch (AerospikeException e) {
      tally.failed(e.inDoubt(), sent(e, maxAttempts));
    }
  }

  /** Attempts that were never sent count as attempts, but not against the limit. */
  private static int sent(@Nullable AerospikeException failure, int maxAttempts) {
    return failure == null ? maxAttempts : Math.min(failure.attempts(), maxAttempts);
  }

  void incrementMany() {
    incrementMany(once, WritePolicy.builder().build(), 1);
  }

  void incrementManyStubbornly() {
    incrementMany(stubborn, STUBBORN, 1 + RETRIES);
  }

  private void incrementMany(List<Tally> from, WritePolicy policy, int maxAttempts) {
    int first = ThreadLocalRandom.current().nextInt(COUNTERS - BATCH);
    List<Tally> tallies = from.subList(first, first + BATCH);
    tallies.forEach(tally -> tally.begin(maxAttempts));
    BatchRecords results =
        client.batchOperate(Tally.keys(tallies), List.of(Operation.add("n", 1)), BRIEF, policy);
    boolean any = false;
    for (int i = 0; i < BATCH; i++) {
      Tally tally = tallies.get(i);
      BatchRecord result = results.get(i);
      AerospikeException failure = result.exception();
      if (result.found()) {
        tally.succeeded(maxAttempts);
        any = true;
      } else {
        tally.failed(result.inDoubt(), sent(failure, maxAttempts));
      }
    }
    success(any);
  }

  /** Reads a counter. A read may come too late, but not fail otherwise, and not be stale. */
  void read() {
    Tally tally = any(once);
    long atLeast = tally.sure();
    long start = System.nanoTime();
    try {
      tally.checkRead(atLeast, client.get(tally.key(), BRIEF_READ).getLong("n"));
      reads.incrementAndGet();
    } catch (RecordNotFoundException e) {
      tally.checkRead(atLeast, 0);
    } catch (AerospikeException e) {
      assertThat(e.inDoubt()).isFalse();
      assertOutOfTime(e.resultCode(), start);
    }
  }

  /** A read may fail because its time is over, and then name what went wrong last. */
  private static void assertOutOfTime(int code, long startNanos) {
    assertThat(code).isIn(ResultCode.TIMEOUT, ResultCode.CONNECTION_ERROR);
    assertThat(Duration.ofNanos(System.nanoTime() - startNanos))
        .as("time after which a read was given up with code %d", code)
        .isGreaterThanOrEqualTo(TOTAL.minus(PAUSE));
  }

  void readMany() {
    int first = ThreadLocalRandom.current().nextInt(COUNTERS - BATCH);
    List<Tally> tallies = stubborn.subList(first, first + BATCH);
    long[] atLeast = tallies.stream().mapToLong(Tally::sure).toArray();
    long start = System.nanoTime();
    BatchRecords results = client.batchRead(Tally.keys(tallies), BRIEF);
    boolean any = false;
    for (int i = 0; i < BATCH; i++) {
      BatchRecord result = results.get(i);
      if (result.failed()) {
        assertThat(result.inDoubt()).isFalse();
        assertOutOfTime(result.resultCode(), start);
      } else {
        tallies.get(i).checkRead(atLeast[i], result.found() ? result.orThrow().getLong("n") : 0);
        any = true;
      }
    }
    if (any) {
      reads.incrementAndGet();
    }
  }

  /**
   * Writes new records, and removes some, in every way; a little at a time, and once if allowed.
   */
  void writeRecordsInAllWays() {
    if (mayWrite.getAndSet(false)) {
      writeAndRemove();
      writeAndReadColumns();
      writeRecords();
    } else {
      incrementMany();
    }
  }

  private Map<Key, Long> writeRecords() {
    List<BatchWrite> writes = new ArrayList<>();
    long value = done.get();
    for (int i = 0; i < BATCH; i++) {
      writes.add(BatchWrite.put(Keys.fresh(), Bins.of("n", value)));
    }
    Map<Key, Long> written = new HashMap<>();
    for (BatchRecord result : client.batchWrite(writes, BRIEF)) {
      if (result.found()) {
        fates.written(result.key(), value);
        written.put(result.key(), value);
      } else {
        fates.notWritten(result.key(), result.inDoubt());
      }
    }
    success(!written.isEmpty());
    return written;
  }

  /** Writes new records and removes those again that were written: one by itself, then the rest. */
  private void writeAndRemove() {
    List<Key> written = List.copyOf(writeRecords().keySet());
    if (written.isEmpty()) {
      return;
    }
    Key first = written.get(0);
    try {
      // That it is not found would be an error like any other, and for sure a lost write.
      client.remove(first, WritePolicy.builder().totalTimeout(TOTAL).build());
      fates.removed(first);
      done.incrementAndGet();
    } catch (RecordNotFoundException e) {
      throw new AssertionError(first + " was written, but is not there", e);
    } catch (AerospikeException e) {
      fates.notRemoved(first, e.inDoubt());
    }
    boolean any = false;
    for (BatchRecord result : client.batchRemove(written.subList(1, written.size()), BRIEF)) {
      assertThat(result.missing()).as("%s was written, but is not there", result).isFalse();
      if (result.found()) {
        fates.removed(result.key());
        any = true;
      } else {
        fates.notRemoved(result.key(), result.inDoubt());
      }
    }
    success(any);
  }

  /** Writes new records from columns, and reads into columns those that were written. */
  private void writeAndReadColumns() {
    long[] numbers =
        LongStream.generate(() -> (1L << 42) + Keys.freshNumber()).limit(BATCH).toArray();
    ColumnBatch rows =
        ColumnBatch.builder(Schema.of("_key", "i8", "n", "i8"), BATCH)
            .longs("_key", numbers)
            .longs("n", numbers)
            .build();
    ColumnWriteResult result =
        client.batchWrite(
            rows, Keys.NAMESPACE, Keys.SET, "_key", BRIEF, WritePolicy.builder().build());
    Map<Integer, Failure> failures = new HashMap<>();
    result.failures().forEach(failure -> failures.put(failure.row(), failure));
    List<Key> written = new ArrayList<>();
    for (int row = 0; row < BATCH; row++) {
      Key key = Key.of(Keys.NAMESPACE, Keys.SET, numbers[row]);
      Failure failure = failures.get(row);
      if (failure == null) {
        fates.written(key, numbers[row]);
        written.add(key);
      } else {
        fates.notWritten(key, failure.inDoubt());
      }
    }
    success(!written.isEmpty());
    readColumns(written);
  }

  private void readColumns(List<Key> written) {
    long start = System.nanoTime();
    ColumnBatch seen = client.batchRead(written, Schema.of("n", "i8"), BRIEF);
    for (int row = 0; row < written.size(); row++) {
      if (seen.resultCode(row) != ResultCode.OK) {
        assertOutOfTime(seen.resultCode(row), start);
      } else {
        assertThat(seen.longs("n")[row]).isEqualTo(written.get(row).userKey());
        reads.incrementAndGet();
      }
    }
  }
}
