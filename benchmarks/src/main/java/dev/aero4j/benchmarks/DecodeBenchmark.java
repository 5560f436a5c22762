package dev.aero4j.benchmarks;

import com.aerospike.client.command.RecordParser;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.internal.command.RecordReply;
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

/** From the bytes of an answer of three bins to what the caller reads. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecodeBenchmark {
  private final byte[] reply = Samples.reply();
  private final Key key = Key.of(Samples.NAMESPACE, Samples.SET, Samples.NUMBER);

  /** Returns a record of which one bin is read. */
  @Benchmark
  public long oneBinOfAero4j() {
    return record().getLong(Dataset.INTEGER_BIN);
  }

  /** Reads all bins with the getters of their types. */
  @Benchmark
  public void allBinsTypedOfAero4j(Blackhole hole) {
    Record record = record();
    hole.consume(record.getLong(Dataset.INTEGER_BIN));
    hole.consume(record.getString(Dataset.TEXT_BIN));
    hole.consume(record.getDouble(Dataset.DOUBLE_BIN));
  }

  /** Returns all bins as a map. */
  @Benchmark
  public Object allBinsAsMapOfAero4j() {
    return record().bins();
  }

  /** Returns a record of which one bin is read; this client always decodes all. */
  @Benchmark
  public long oneBinOfOfficial() {
    return officialRecord().getLong(Dataset.INTEGER_BIN);
  }

  /** Reads all bins with the getters of their types. */
  @Benchmark
  public void allBinsTypedOfOfficial(Blackhole hole) {
    com.aerospike.client.Record record = officialRecord();
    hole.consume(record.getLong(Dataset.INTEGER_BIN));
    hole.consume(record.getString(Dataset.TEXT_BIN));
    hole.consume(record.getDouble(Dataset.DOUBLE_BIN));
  }

  /** Returns all bins as a map. */
  @Benchmark
  public Object allBinsAsMapOfOfficial() {
    return officialRecord().bins;
  }

  private Record record() {
    return new RecordReply(reply).toRecord(key);
  }

  private com.aerospike.client.Record officialRecord() {
    return new RecordParser(reply, 0, reply.length).parseRecord(false);
  }
}
