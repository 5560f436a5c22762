package dev.aero4j.benchmarks;

import com.aerospike.client.Bin;
import com.aerospike.client.Operation;
import com.aerospike.client.Value;
import com.aerospike.client.cdt.MapOperation;
import com.aerospike.client.cdt.MapOrder;
import com.aerospike.client.cdt.MapPolicy;
import com.aerospike.client.command.OperateArgs;
import com.aerospike.client.command.RecordParser;
import dev.aero4j.Bins;
import dev.aero4j.Key;
import dev.aero4j.internal.command.OperateRecordCommand;
import dev.aero4j.internal.command.PutCommand;
import dev.aero4j.internal.command.RecordEncoder;
import dev.aero4j.internal.command.RecordReply;
import dev.aero4j.operation.MapOptions;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.WireWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * A map of 1,000 entries, half integers and half text: from the caller's map to the bytes of a
 * request that stores it, or puts its entries into one; and from the bytes of an answer to the map.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MapBenchmark {
  private static final int ENTRIES = 1_000;
  private static final int TIMEOUT_MILLIS = 1_000;
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final String BIN = "map";

  private final Map<String, Object> entries = new HashMap<>();
  private final Map<Value, Value> officialEntries = new HashMap<>();
  private final Key key = Key.of(Samples.NAMESPACE, Samples.SET, Samples.NUMBER);
  private final com.aerospike.client.Key officialKey =
      new com.aerospike.client.Key(Samples.NAMESPACE, Samples.SET, Samples.NUMBER);
  private final WireWriter writer = new WireWriter(BUFFER_BYTES);
  private final byte[] officialBuffer = new byte[BUFFER_BYTES];
  private final WritePolicy write = WritePolicy.defaults();
  private final com.aerospike.client.policy.WritePolicy officialWrite =
      new com.aerospike.client.policy.WritePolicy();
  private final MapPolicy officialMap = new MapPolicy(MapOrder.KEY_ORDERED, 0);
  private final MapOptions options = MapOptions.keyOrdered();
  private final byte[] reply;

  /** Makes the map. */
  public MapBenchmark() {
    for (int i = 0; i < ENTRIES; i++) {
      String name = "key-" + i;
      Object value = i % 2 == 0 ? (Object) (i * 1_000L) : "value-" + i;
      entries.put(name, value);
      officialEntries.put(Value.get(name), Value.get(value));
    }
    reply = Samples.reply(BIN, new LinkedHashMap<>(entries));
  }

  /** Returns the bytes of this project's put of the map. */
  @Benchmark
  public byte[] putOfAero4j() {
    writer.reset();
    RecordEncoder.writeSingle(
        writer, new PutCommand(key, Bins.of(BIN, entries), write), TIMEOUT_MILLIS);
    return writer.array();
  }

  /** Returns the bytes of the official client's put of the map. */
  @Benchmark
  public byte[] putOfOfficial() {
    BufferedCommand command = new BufferedCommand(officialBuffer);
    command.setWrite(
        officialWrite, Operation.Type.WRITE, officialKey, new Bin[] {new Bin(BIN, entries)});
    return command.dataBuffer;
  }

  /** Returns the bytes of this project's operate that puts the entries. */
  @Benchmark
  public byte[] putItemsOfAero4j() {
    writer.reset();
    RecordEncoder.writeSingle(
        writer,
        new OperateRecordCommand(
            key,
            List.of(dev.aero4j.operation.MapOperation.putItems(BIN, entries).with(options)),
            write),
        TIMEOUT_MILLIS);
    return writer.array();
  }

  /** Returns the bytes of the official client's operate that puts the entries. */
  @Benchmark
  public byte[] putItemsOfOfficial() {
    BufferedCommand command = new BufferedCommand(officialBuffer);
    Operation[] operations = {MapOperation.putItems(officialMap, BIN, officialEntries)};
    command.setOperate(
        officialWrite,
        officialKey,
        new OperateArgs(officialWrite, officialWrite, officialWrite, operations));
    return command.dataBuffer;
  }

  /** Returns the map of an answer. */
  @Benchmark
  public Map<?, ?> decodeOfAero4j() {
    return new RecordReply(reply).toRecord(key).getMap(BIN);
  }

  /** Returns the map of an answer. */
  @Benchmark
  public Map<?, ?> decodeOfOfficial() {
    return new RecordParser(reply, 0, reply.length).parseRecord(false).getMap(BIN);
  }

  /** Looks every entry of an answer's map up by its key. */
  @Benchmark
  public void decodeAndLookUpOfAero4j(Blackhole hole) {
    lookUp(decodeOfAero4j(), hole);
  }

  /** Looks every entry of an answer's map up by its key. */
  @Benchmark
  public void decodeAndLookUpOfOfficial(Blackhole hole) {
    lookUp(decodeOfOfficial(), hole);
  }

  private void lookUp(Map<?, ?> map, Blackhole hole) {
    for (String name : entries.keySet()) {
      hole.consume(map.get(name));
    }
  }

  /** Looks at all entries of an answer's map in turn. */
  @Benchmark
  public void decodeAndIterateOfAero4j(Blackhole hole) {
    iterate(decodeOfAero4j(), hole);
  }

  /** Looks at all entries of an answer's map in turn. */
  @Benchmark
  public void decodeAndIterateOfOfficial(Blackhole hole) {
    iterate(decodeOfOfficial(), hole);
  }

  private static void iterate(Map<?, ?> map, Blackhole hole) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      hole.consume(entry.getKey());
      hole.consume(entry.getValue());
    }
  }
}
