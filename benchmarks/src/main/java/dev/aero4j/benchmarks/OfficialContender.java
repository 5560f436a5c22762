package dev.aero4j.benchmarks;

import com.aerospike.client.AerospikeClient;
import com.aerospike.client.AerospikeException;
import com.aerospike.client.Bin;
import com.aerospike.client.Key;
import com.aerospike.client.Record;
import com.aerospike.client.async.EventLoop;
import com.aerospike.client.async.NioEventLoops;
import com.aerospike.client.listener.RecordListener;
import com.aerospike.client.listener.WriteListener;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The official client, {@code aerospike-client-jdk21}: blocking commands, and asynchronous ones on
 * its NIO event loops. It keeps a connection to a command, and throws "no more connections" when
 * its pool is used up. So callers beyond the size of the pool wait for their turn here: blocking
 * ones at a semaphore, the others in the queue that its event loops have for that.
 */
final class OfficialContender implements BlockingContender, AsyncContender {
  private final Dataset data;
  private final Key[] keys;
  private final OfficialConnection connection;
  private final AerospikeClient client;

  /** Null when every caller has a connection. */
  private final @Nullable Semaphore turns;

  OfficialContender(Options options, String seeds, Dataset data, Key[] keys, int callers) {
    this.data = data;
    this.keys = keys;
    int connections = options.officialConnections(callers);
    this.turns = callers > connections ? new Semaphore(connections) : null;
    this.connection = OfficialConnection.open(options, seeds, callers);
    this.client = connection.client();
  }

  static Key[] keys(Dataset data) {
    Key[] keys = new Key[data.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = new Key(data.namespace(), data.set(), i);
    }
    return keys;
  }

  @Override
  public void get(int index) {
    Record record;
    enter();
    try {
      record = client.get(null, keys[index]);
    } finally {
      leave();
    }
    check(index, record);
  }

  @Override
  public void put(int index, int version) {
    enter();
    try {
      client.put(null, keys[index], bins(index, version));
    } finally {
      leave();
    }
  }

  private void enter() {
    if (turns != null) {
      turns.acquireUninterruptibly();
    }
  }

  private void leave() {
    if (turns != null) {
      turns.release();
    }
  }

  /** Reads the three bins. */
  static void check(int index, @Nullable Record record) {
    if (record == null) {
      throw new WrongAnswerException("the record of key " + index + " was not found");
    }
    Dataset.check(
        index,
        record.getLong(Dataset.INTEGER_BIN),
        record.getString(Dataset.TEXT_BIN),
        record.getDouble(Dataset.DOUBLE_BIN));
  }

  private Bin[] bins(int index, int version) {
    return new Bin[] {
      new Bin(Dataset.INTEGER_BIN, (long) index),
      new Bin(Dataset.TEXT_BIN, data.text(index)),
      new Bin(Dataset.DOUBLE_BIN, data.score(index, version))
    };
  }

  /** A lane stays on its event loop: a command that a callback issues there needs no hand-off. */
  @Override
  public Port port(int lane, Completion done) {
    NioEventLoops loops = connection.loops();
    return new Lane(loops.get(lane % loops.getSize()), done);
  }

  @Override
  public void close() {
    connection.close();
  }

  private final class Lane implements Port, RecordListener, WriteListener {
    private final EventLoop loop;
    private final Completion done;

    /** Of the one command that is under way; written before it starts. */
    private int index;

    Lane(EventLoop loop, Completion done) {
      this.loop = loop;
      this.done = done;
    }

    @Override
    public void get(int index) {
      this.index = index;
      client.get(loop, this, null, keys[index]);
    }

    @Override
    public void put(int index, int version) {
      client.put(loop, this, null, keys[index], bins(index, version));
    }

    @Override
    public void onSuccess(Key key, @Nullable Record record) {
      try {
        check(index, record);
      } catch (RuntimeException e) {
        done.done(e);
        return;
      }
      done.done(null);
    }

    @Override
    public void onSuccess(Key key) {
      done.done(null);
    }

    @Override
    public void onFailure(AerospikeException failure) {
      done.done(failure);
    }
  }
}
