package dev.aero4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.aerospike.client.AerospikeClient;
import com.aerospike.client.AerospikeException;
import com.aerospike.client.BatchRead;
import com.aerospike.client.BatchRecord;
import com.aerospike.client.BatchWrite;
import com.aerospike.client.Bin;
import com.aerospike.client.Key;
import com.aerospike.client.Operation;
import com.aerospike.client.Record;
import com.aerospike.client.policy.BatchPolicy;
import dev.aero4j.model.ResultCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One caller of the official client that sends batches: increments and reads of its own counters,
 * and records that it writes and then deletes. Confined to its thread until that has ended.
 */
final class OfficialBatches implements Runnable {
  private static final int COUNTERS = 20;
  private static final int FRESH = 10;

  /** Every so many steps new records are written, but not more than can be looked at in the end. */
  private static final int FRESH_EVERY = 5;

  private static final int MOST_FRESH = 3_000;

  private final AerospikeClient client;
  private final int number;
  private final BooleanSupplier over;
  private final Runnable acknowledged;
  private final BatchPolicy writes;
  private final BatchPolicy reads;
  private final Key[] counters = new Key[COUNTERS];
  private final long[] sure = new long[COUNTERS];
  private final long[] doubtful = new long[COUNTERS];

  /** Whether a record must be there; those of which nobody knows are missing. */
  private final Map<Key, Boolean> present = new HashMap<>();

  private final List<String> wrong = new ArrayList<>();
  private int fresh;
  private int batchesRead;
  private int deleted;

  /**
   * Makes a caller.
   *
   * @param over whether it shall end
   * @param acknowledged is called for each call that had success
   */
  OfficialBatches(AerospikeClient client, int number, BooleanSupplier over, Runnable acknowledged) {
    this.client = client;
    this.number = number;
    this.over = over;
    this.acknowledged = acknowledged;
    this.writes = new BatchPolicy(client.getBatchParentPolicyWriteDefault());
    writes.setTimeouts(300, 300);
    writes.maxRetries = 0;
    this.reads = new BatchPolicy(client.getBatchPolicyDefault());
    reads.setTimeouts(100, 100);
    for (int i = 0; i < COUNTERS; i++) {
      counters[i] = new Key("test", "counters", "batch-" + number + "-" + i);
    }
  }

  @Override
  public void run() {
    for (int step = 0; !over.getAsBoolean(); step++) {
      incrementAndRead();
      read();
      if (step % FRESH_EVERY == 0 && fresh < MOST_FRESH) {
        writeAndDelete();
      }
    }
  }

  /** Sends a batch, and has the outcome in its rows, whether or not the call ends with an error. */
  private void operate(List<BatchRecord> rows) {
    try {
      boolean unused = client.operate(writes, rows);
    } catch (AerospikeException e) {
      assertThat(e.getResultCode()).isNotZero();
    }
    if (rows.stream().anyMatch(row -> row.resultCode == ResultCode.OK)) {
      acknowledged.run();
    }
  }

  /** Increments all counters and reads each second one, in one batch. */
  private void incrementAndRead() {
    List<BatchRecord> rows = new ArrayList<>();
    for (Key counter : counters) {
      rows.add(new BatchWrite(counter, new Operation[] {Operation.add(new Bin("n", 1))}));
    }
    for (int i = 0; i < COUNTERS; i += 2) {
      rows.add(new BatchRead(counters[i], true));
    }
    long[] before = sure.clone();
    operate(rows);
    for (int i = 0; i < COUNTERS; i++) {
      BatchRecord row = rows.get(i);
      if (row.resultCode == ResultCode.OK) {
        sure[i]++;
      } else if (row.inDoubt) {
        doubtful[i]++;
      }
    }
    for (int i = 0; i < COUNTERS; i += 2) {
      // Rows of one batch have no order.
      checkRow(i, before[i], rows.get(COUNTERS + i / 2));
    }
  }

  /** Reads with a code for each row: an array of records has null for rows that failed, too. */
  private void read() {
    List<BatchRead> rows = new ArrayList<>();
    for (Key counter : counters) {
      rows.add(new BatchRead(counter, true));
    }
    try {
      boolean unused = client.get(reads, rows);
      batchesRead++;
    } catch (AerospikeException e) {
      // A read that fails says nothing.
      assertThat(e.getResultCode()).isNotZero();
    }
    for (int i = 0; i < COUNTERS; i++) {
      checkRow(i, sure[i], rows.get(i));
    }
  }

  private void checkRow(int i, long atLeast, BatchRecord row) {
    if (row.resultCode == ResultCode.OK || row.resultCode == ResultCode.KEY_NOT_FOUND) {
      check(i, atLeast, row.record);
    }
  }

  private void check(int i, long atLeast, Record record) {
    long seen = record == null ? 0 : record.getLong("n");
    if (seen < atLeast || seen > sure[i] + doubtful[i]) {
      wrong.add(counters[i] + ": " + sure[i] + " sure, " + doubtful[i] + " in doubt, seen " + seen);
    }
  }

  private void writeAndDelete() {
    List<BatchRecord> rows = new ArrayList<>();
    for (int i = 0; i < FRESH; i++) {
      Key key = new Key("test", "fresh", number + "-" + fresh++);
      rows.add(new BatchWrite(key, new Operation[] {Operation.put(new Bin("n", 1))}));
    }
    operate(rows);
    List<Key> written = new ArrayList<>();
    for (BatchRecord row : rows) {
      note(row, true);
      if (row.resultCode == ResultCode.OK) {
        written.add(row.key);
      }
    }
    // Every second record stays.
    Key[] condemned = written.subList(0, written.size() / 2).toArray(Key[]::new);
    if (condemned.length == 0) {
      return;
    }
    BatchRecord[] outcome;
    try {
      outcome = client.delete(writes, null, condemned).records;
    } catch (AerospikeException.BatchRecordArray e) {
      outcome = e.records;
    }
    for (BatchRecord row : outcome) {
      note(row, false);
      if (row.resultCode == ResultCode.OK) {
        deleted++;
        acknowledged.run();
      } else if (row.resultCode == ResultCode.KEY_NOT_FOUND) {
        wrong.add(row.key + " was written and is not there to be deleted");
      }
    }
  }

  /** Takes note of a row that was to bring its record into a state. */
  private void note(BatchRecord row, boolean there) {
    if (row.resultCode == ResultCode.OK) {
      present.put(row.key, there);
    } else if (row.inDoubt) {
      present.remove(row.key);
    } else {
      present.put(row.key, !there);
    }
  }

  /** Fails unless everything is there, and nothing else, when all is quiet. */
  void assertNothingWrong() {
    BatchPolicy patient = new BatchPolicy(client.getBatchPolicyDefault());
    patient.setTimeouts(20_000, 20_000);
    Record[] records = client.get(patient, counters);
    for (int i = 0; i < COUNTERS; i++) {
      check(i, sure[i], records[i]);
    }
    Key[] keys = present.keySet().toArray(Key[]::new);
    boolean[] exists = client.exists(patient, keys);
    for (int i = 0; i < keys.length; i++) {
      if (present.get(keys[i]) != exists[i]) {
        wrong.add(keys[i] + (exists[i] ? " is" : " is not") + " there");
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(batchesRead).isPositive();
    assertThat(deleted).isPositive();
  }
}
