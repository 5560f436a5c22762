package dev.aero4j.benchmarks;

import com.aerospike.client.AerospikeClient;
import com.aerospike.client.AerospikeException;
import com.aerospike.client.BatchRecord;
import com.aerospike.client.BatchWrite;
import com.aerospike.client.Bin;
import com.aerospike.client.Key;
import com.aerospike.client.Operation;
import com.aerospike.client.Record;
import com.aerospike.client.ResultCode;
import com.aerospike.client.async.EventLoop;
import com.aerospike.client.async.NioEventLoops;
import com.aerospike.client.listener.RecordArrayListener;
import com.aerospike.client.policy.BatchPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Batches of the official client, by the number that they have in a plan. Its default policies are
 * the best that we know: it asks all nodes at the same time, and the server works in the thread
 * that read the request, without which the client is a seventh to a third slower.
 */
final class OfficialBatches implements BlockingContender, AsyncContender {
  private final BatchPlan plan;
  private final Key[][] keys;
  private final OfficialConnection connection;
  private final AerospikeClient client;
  private final BatchPolicy reads;
  private final BatchPolicy writes;

  /**
   * Connects.
   *
   * @param keys those that {@link #keys} has made for the plan
   */
  OfficialBatches(Options options, String seeds, BatchPlan plan, Key[][] keys, int callers) {
    this.plan = plan;
    this.keys = keys;
    this.connection = OfficialConnection.open(options, seeds, callers);
    this.client = connection.client();
    this.reads = client.copyBatchPolicyDefault();
    this.writes = client.copyBatchParentPolicyWriteDefault();
  }

  static Key[][] keys(BatchPlan plan) {
    Key[][] keys = new Key[plan.count()][];
    for (int i = 0; i < keys.length; i++) {
      int[] batch = plan.batch(i);
      keys[i] = new Key[batch.length];
      for (int row = 0; row < batch.length; row++) {
        keys[i][row] = key(plan, batch[row]);
      }
    }
    return keys;
  }

  private static Key key(BatchPlan plan, int index) {
    return new Key(plan.data.namespace(), plan.data.set(), index);
  }

  @Override
  public void get(int number) {
    check(number, client.get(reads, keys[number]));
  }

  @Override
  public void put(int number, int version) {
    int[] batch = plan.batch(number);
    List<BatchRecord> records = new ArrayList<>(batch.length);
    for (int row = 0; row < batch.length; row++) {
      records.add(new BatchWrite(key(plan, batch[row]), puts(number, row, version)));
    }
    client.operate(writes, records);
    for (BatchRecord record : records) {
      if (record.resultCode != ResultCode.OK) {
        throw new AerospikeException(record.resultCode, record.key.toString());
      }
    }
  }

  private Operation[] puts(int number, int row, int version) {
    int index = plan.batch(number)[row];
    return Operation.array(
        Operation.put(new Bin(Dataset.INTEGER_BIN, (long) index)),
        Operation.put(new Bin(Dataset.TEXT_BIN, plan.text(number, row))),
        Operation.put(new Bin(Dataset.DOUBLE_BIN, plan.data.score(index, version))));
  }

  private void check(int number, @Nullable Record[] records) {
    int[] batch = plan.batch(number);
    if (records.length != batch.length) {
      throw new WrongAnswerException(records.length + " records for " + batch.length + " keys");
    }
    for (int row = 0; row < batch.length; row++) {
      OfficialContender.check(batch[row], records[row]);
    }
  }

  @Override
  public Port port(int lane, Completion done) {
    NioEventLoops loops = connection.loops();
    return new Lane(loops.get(lane % loops.getSize()), done);
  }

  @Override
  public void close() {
    connection.close();
  }

  private final class Lane implements Port, RecordArrayListener {
    private final EventLoop loop;
    private final Completion done;

    /** Of the one batch that is under way; written before it starts. */
    private int number;

    Lane(EventLoop loop, Completion done) {
      this.loop = loop;
      this.done = done;
    }

    @Override
    public void get(int number) {
      this.number = number;
      client.get(loop, this, reads, keys[number]);
    }

    @Override
    public void put(int number, int version) {
      throw new UnsupportedOperationException("there is no cell of asynchronous batch writes");
    }

    @Override
    public void onSuccess(Key[] keys, @Nullable Record[] records) {
      try {
        check(number, records);
      } catch (RuntimeException e) {
        done.done(e);
        return;
      }
      done.done(null);
    }

    @Override
    public void onFailure(AerospikeException failure) {
      done.done(failure);
    }
  }
}
