package dev.aero4j.benchmarks;

import static dev.aero4j.expression.Exp.*;
import static dev.aero4j.expression.MapExp.getByKey;

import com.aerospike.client.cdt.MapReturnType;
import com.aerospike.client.exp.Exp;
import com.aerospike.client.exp.MapExp;
import dev.aero4j.expression.Expression;
import dev.aero4j.internal.command.RecordEncoder;
import dev.aero4j.model.ExpType;
import dev.aero4j.wire.WireWriter;
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
 * A filter of ten clauses: put together of its parts, which checks their types here and not there;
 * written into the buffer of a request, of parts that are there, of nothing, and once more; and
 * made of the text that it was kept as, which checks it there and not here.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExpressionBenchmark {
  private static final int BUFFER_BYTES = 1024;

  private final dev.aero4j.expression.Exp parts = putTogetherOfAero4j();
  private final Exp officialParts = putTogetherOfOfficial();
  private final Expression expression = parts.build();
  private final com.aerospike.client.exp.Expression officialExpression = Exp.build(officialParts);
  private final String text = expression.toBase64();
  private final WireWriter writer = new WireWriter(BUFFER_BYTES);
  private final BufferedCommand command = new BufferedCommand(new byte[BUFFER_BYTES]);

  /** Returns this project's buffer with an expression in it, of parts that are there. */
  @Benchmark
  public byte[] encodeOfAero4j() {
    return write(parts.build());
  }

  /** Returns the official client's buffer with an expression in it, of parts that are there. */
  @Benchmark
  public byte[] encodeOfOfficial() {
    return write(Exp.build(officialParts));
  }

  /** Returns this project's buffer with an expression in it, of nothing. */
  @Benchmark
  public byte[] makeOfAero4j() {
    return write(putTogetherOfAero4j().build());
  }

  /** Returns the official client's buffer with an expression in it, of nothing. */
  @Benchmark
  public byte[] makeOfOfficial() {
    return write(Exp.build(putTogetherOfOfficial()));
  }

  /** Returns this project's buffer with an expression in it that was sent before. */
  @Benchmark
  public byte[] sendAgainOfAero4j() {
    return write(expression);
  }

  /** Returns the official client's buffer with an expression in it that was sent before. */
  @Benchmark
  public byte[] sendAgainOfOfficial() {
    return write(officialExpression);
  }

  private byte[] write(Expression expression) {
    writer.reset();
    RecordEncoder.writeFilter(writer, expression);
    return writer.array();
  }

  private byte[] write(com.aerospike.client.exp.Expression expression) {
    command.sizeBuffer();
    command.dataOffset = 0;
    expression.write(command);
    return command.dataBuffer;
  }

  /** Returns the parts of this project's expression. */
  @Benchmark
  public final dev.aero4j.expression.Exp putTogetherOfAero4j() {
    return and(
        ge(intBin("age"), val(18)),
        lt(intBin("age"), val(70)),
        eq(stringBin("country"), val("PT")),
        not(eq(stringBin("state"), val("gone"))),
        gt(floatBin("score"), val(0.5)),
        or(boolBin("active"), binExists("invited")),
        gt(add(intBin("won"), intBin("drawn")), intBin("lost")),
        ne(getByKey(ExpType.STRING, mapBin("tags"), val("kind")), val("test")),
        lt(sinceUpdate(), val(86_400_000)),
        regexCompare("^a.*", stringBin("name")));
  }

  /** Returns the parts of the official client's expression. */
  @Benchmark
  public final Exp putTogetherOfOfficial() {
    return Exp.and(
        Exp.ge(Exp.intBin("age"), Exp.val(18)),
        Exp.lt(Exp.intBin("age"), Exp.val(70)),
        Exp.eq(Exp.stringBin("country"), Exp.val("PT")),
        Exp.not(Exp.eq(Exp.stringBin("state"), Exp.val("gone"))),
        Exp.gt(Exp.floatBin("score"), Exp.val(0.5)),
        Exp.or(Exp.boolBin("active"), Exp.binExists("invited")),
        Exp.gt(Exp.add(Exp.intBin("won"), Exp.intBin("drawn")), Exp.intBin("lost")),
        Exp.ne(
            MapExp.getByKey(
                MapReturnType.VALUE, Exp.Type.STRING, Exp.val("kind"), Exp.mapBin("tags")),
            Exp.val("test")),
        Exp.lt(Exp.sinceUpdate(), Exp.val(86_400_000)),
        Exp.regexCompare("^a.*", 0, Exp.stringBin("name")));
  }

  /** Returns this project's expression of its text. */
  @Benchmark
  public Expression fromTextOfAero4j() {
    return Expression.fromBase64(text);
  }

  /** Returns the official client's expression of its text. */
  @Benchmark
  public com.aerospike.client.exp.Expression fromTextOfOfficial() {
    return com.aerospike.client.exp.Expression.fromBase64(text);
  }
}
