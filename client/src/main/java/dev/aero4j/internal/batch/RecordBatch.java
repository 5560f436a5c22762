package dev.aero4j.internal.batch;

import dev.aero4j.Key;
import dev.aero4j.batch.BatchRecords;
import dev.aero4j.policy.BatchPolicy;
import java.util.List;

/** A batch whose results are records. */
final class RecordBatch implements BatchTask<BatchRecords> {
  private final String name;
  private final List<Key> keys;
  private final Rows rows;
  private final BatchPolicy policy;

  RecordBatch(String name, List<Key> keys, Rows rows, BatchPolicy policy) {
    this.name = name;
    this.keys = keys;
    this.rows = rows;
    this.policy = policy;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public BatchRecords run(BatchRunner runner) throws InterruptedException {
    RecordSink sink = new RecordSink(keys);
    runner.run(rows, policy, sink);
    return sink;
  }
}
