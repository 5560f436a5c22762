package dev.aero4j.benchmarks;

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

/** Making a key, which is to compute its digest. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DigestBenchmark {
  private long next;

  /** Returns this project's key of an integer. */
  @Benchmark
  public Object integerKeyOfAero4j() {
    return dev.aero4j.Key.of(Samples.NAMESPACE, Samples.SET, next++);
  }

  /** Returns the official client's key of an integer. */
  @Benchmark
  public Object integerKeyOfOfficial() {
    return new com.aerospike.client.Key(Samples.NAMESPACE, Samples.SET, next++);
  }

  /** Returns this project's key of a text. */
  @Benchmark
  public Object textKeyOfAero4j() {
    return dev.aero4j.Key.of(Samples.NAMESPACE, Samples.SET, Samples.TEXT);
  }

  /** Returns the official client's key of a text. */
  @Benchmark
  public Object textKeyOfOfficial() {
    return new com.aerospike.client.Key(Samples.NAMESPACE, Samples.SET, Samples.TEXT);
  }
}
