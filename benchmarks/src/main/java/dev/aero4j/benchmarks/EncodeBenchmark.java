package dev.aero4j.benchmarks;

import com.aerospike.client.Bin;
import com.aerospike.client.Operation;
import com.aerospike.client.command.BatchNode;
import com.aerospike.client.command.Command;
import com.aerospike.client.policy.BatchPolicy;
import com.aerospike.client.policy.Policy;
import dev.aero4j.Bins;
import dev.aero4j.Key;
import dev.aero4j.internal.command.GetCommand;
import dev.aero4j.internal.command.PutCommand;
import dev.aero4j.internal.command.RecordCommand;
import dev.aero4j.internal.command.RecordEncoder;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.BatchRequest;
import dev.aero4j.wire.message.BatchRow;
import dev.aero4j.wire.message.Frame;
import dev.aero4j.wire.message.MessageFlags;
import dev.aero4j.wire.message.MessageHeader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a call's arguments to the bytes of its request. Both write into a buffer that is used again,
 * as they do when they are connected.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EncodeBenchmark {
  private static final int GROUP = 64;
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int TIMEOUT_MILLIS = 1_000;

  private final Key[] keys = new Key[GROUP];
  private final com.aerospike.client.Key[] officialKeys = new com.aerospike.client.Key[GROUP];
  private final WireWriter writer = new WireWriter(BUFFER_BYTES);
  private final byte[] officialBuffer = new byte[BUFFER_BYTES];
  private final Policy officialRead = new Policy();
  private final com.aerospike.client.policy.WritePolicy officialWrite =
      new com.aerospike.client.policy.WritePolicy();
  private final BatchPolicy officialBatch = new BatchPolicy();
  private final ReadPolicy read = ReadPolicy.defaults();
  private final WritePolicy write = WritePolicy.defaults();

  /** Makes the keys. */
  public EncodeBenchmark() {
    for (int i = 0; i < GROUP; i++) {
      keys[i] = Key.of(Samples.NAMESPACE, Samples.SET, i);
      officialKeys[i] = new com.aerospike.client.Key(Samples.NAMESPACE, Samples.SET, i);
    }
  }

  /** Returns the bytes of this project's get. */
  @Benchmark
  public byte[] getOfAero4j() {
    writer.reset();
    RecordEncoder.writeSingle(writer, new GetCommand(keys[0], read), TIMEOUT_MILLIS);
    return writer.array();
  }

  /** Returns the bytes of the official client's get. */
  @Benchmark
  public byte[] getOfOfficial() {
    BufferedCommand command = new BufferedCommand(officialBuffer);
    command.setRead(officialRead, officialKeys[0], (String[]) null);
    return command.dataBuffer;
  }

  /** Returns the bytes of this project's put of three bins, which are made here. */
  @Benchmark
  public byte[] putOfAero4j() {
    writer.reset();
    Bins bins =
        Bins.of(
            Dataset.INTEGER_BIN,
            Samples.NUMBER,
            Dataset.TEXT_BIN,
            Samples.TEXT,
            Dataset.DOUBLE_BIN,
            Samples.SCORE);
    RecordEncoder.writeSingle(writer, new PutCommand(keys[0], bins, write), TIMEOUT_MILLIS);
    return writer.array();
  }

  /** Returns the bytes of the official client's put of three bins, which are made here. */
  @Benchmark
  public byte[] putOfOfficial() {
    Bin[] bins = {
      new Bin(Dataset.INTEGER_BIN, Samples.NUMBER),
      new Bin(Dataset.TEXT_BIN, Samples.TEXT),
      new Bin(Dataset.DOUBLE_BIN, Samples.SCORE)
    };
    BufferedCommand command = new BufferedCommand(officialBuffer);
    command.setWrite(officialWrite, Operation.Type.WRITE, officialKeys[0], bins);
    return command.dataBuffer;
  }

  /** Returns the bytes of 64 gets that this project sends as one group. */
  @Benchmark
  public byte[] groupOf64GetsOfAero4j() {
    writer.reset();
    int frame = Frame.begin(writer, Frame.MESSAGE);
    int info1 = MessageFlags.INFO1_READ | MessageFlags.INFO1_BATCH;
    new MessageHeader(info1, 0, 0, 0, 0, 0, 0, TIMEOUT_MILLIS, 1, 0).write(writer);
    int field =
        BatchRequest.begin(writer, BatchRequest.INLINE_MEMORY | BatchRequest.RESPOND_ALL_KEYS);
    int fullRow = -1;
    int fullRowEnd = -1;
    for (int i = 0; i < GROUP; i++) {
      int start = writer.position();
      RecordCommand<?> command = new GetCommand(keys[i], read);
      RecordEncoder.writeRow(writer, command, i);
      if (fullRow < 0 || !BatchRow.repeatIfEqual(writer, start, fullRow, fullRowEnd)) {
        fullRow = start;
        fullRowEnd = writer.position();
      }
    }
    BatchRequest.end(writer, field, GROUP);
    Frame.end(writer, frame);
    return writer.array();
  }

  /** Returns the bytes of 64 gets that the official client's caller put into one batch. */
  @Benchmark
  public byte[] batchOf64GetsOfOfficial() {
    BatchNode batch = new BatchNode(null, GROUP, 0);
    for (int i = 1; i < GROUP; i++) {
      batch.addKey(i);
    }
    BufferedCommand command = new BufferedCommand(officialBuffer);
    int readAll = Command.INFO1_READ | Command.INFO1_GET_ALL;
    command.setBatchRead(officialBatch, officialKeys, batch, null, null, readAll);
    return command.dataBuffer;
  }
}
