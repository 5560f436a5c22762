package dev.aero4j.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.Aerospike;
import dev.aero4j.Client;
import dev.aero4j.Key;
import dev.aero4j.conformance.harness.Backend;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.model.ExpType;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Random expressions on random records come to the same on the embedded node and on a real server.
 * Runs only where {@code AEROSPIKE_SEEDS} names one.
 */
class ExpressionDifferentialTest {
  private static final String SEEDS = System.getenv("AEROSPIKE_SEEDS");

  private static @Nullable EmbeddedAerospike node;
  private static @Nullable Client embedded;
  private static @Nullable Client real;

  @BeforeContainer
  static void connect() {
    if (SEEDS != null && !SEEDS.isBlank()) {
      EmbeddedAerospike started = EmbeddedAerospike.builder().start();
      node = started;
      embedded = Aerospike.client(Backend.config(started.seeds()).build()).connect();
      real = Aerospike.client(Backend.config(SEEDS).build()).connect();
    }
  }

  @AfterContainer
  static void disconnect() {
    close(real);
    close(embedded);
    close(node);
  }

  private static void close(@Nullable AutoCloseable closeable) {
    if (closeable != null) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  // A difference is made smaller by the programs themselves, which know their types.
  @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
  void expressionsComeToTheSame(@ForAll long seed) {
    Random random = new Random(seed);
    ExpTerms terms = new ExpTerms(random);
    boolean writes = random.nextInt(3) == 0;
    compare(
        new ExpProgram(
            new SampleData(random).record(),
            terms.any(4),
            writes ? ExpProgram.Use.WRITE : ExpProgram.Use.READ,
            writes ? random.nextInt(32) : random.nextInt(2) * 16));
  }

  @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
  void filtersComeToTheSame(@ForAll long seed) {
    Random random = new Random(seed);
    ExpTerms terms = new ExpTerms(random);
    ExpProgram.Use[] uses = ExpProgram.Use.values();
    compare(
        new ExpProgram(
            new SampleData(random).record(),
            terms.term(ExpType.BOOL, 4),
            uses[2 + random.nextInt(uses.length - 2)],
            0));
  }

  @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
  void whatIsNoExpressionIsRefusedAlike(@ForAll long seed) {
    Random random = new Random(seed);
    ExpTerms terms = new ExpTerms(random);
    ExpProgram.Use[] uses = ExpProgram.Use.values();
    compare(
        new ExpProgram(
            new SampleData(random).record(),
            terms.broken(3),
            uses[random.nextInt(uses.length)],
            0));
  }

  private static void compare(ExpProgram program) {
    Assumptions.assumeTrue(
        real != null && embedded != null,
        "AEROSPIKE_SEEDS is not set: there is no real server to compare with");
    Difference found = difference(program);
    if (found == null) {
      return;
    }
    ExpProgram smallest = program;
    boolean shrunk = true;
    while (shrunk) {
      shrunk = false;
      for (ExpProgram smaller : smallest.smaller()) {
        Difference still = difference(smaller);
        if (still != null) {
          smallest = smaller;
          found = still;
          shrunk = true;
          break;
        }
      }
    }
    assertThat(found.embedded()).as(smallest.print()).isEqualTo(found.real());
  }

  private record Difference(List<String> embedded, List<String> real) {}

  private static @Nullable Difference difference(ExpProgram program) {
    Client one = embedded;
    Client other = real;
    if (one == null || other == null) {
      return null;
    }
    Key key = Keys.fresh();
    List<String> fromEmbedded = program.run(one, key);
    List<String> fromReal = program.run(other, key);
    if (fromReal.stream().anyMatch(outcome -> outcome.startsWith("code -"))) {
      throw new IllegalStateException("the real server did not answer to\n" + program.print());
    }

    return fromEmbedded.equals(fromReal) ? null : new Difference(fromEmbedded, fromReal);
  }
}
