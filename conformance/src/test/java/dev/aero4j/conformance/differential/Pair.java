package dev.aero4j.conformance.differential;

import dev.aero4j.embedded.EmbeddedAerospike;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * The embedded node, and the real server that it is compared with, if {@code AEROSPIKE_SEEDS} names
 * one; without it programs only run on the embedded node, which must answer each of them, and leave
 * the record as it is when it refuses one.
 */
final class Pair implements AutoCloseable {
  private static final String SEEDS = "AEROSPIKE_SEEDS";

  private final @Nullable EmbeddedAerospike node;
  private final Runner embedded;
  private final @Nullable Runner real;
  private int programs;
  private int refused;

  /**
   * @param embedded what is tested
   * @param real what is right; null for nothing to compare with
   */
  Pair(Runner embedded, @Nullable Runner real) {
    this(null, embedded, real);
  }

  private Pair(@Nullable EmbeddedAerospike node, Runner embedded, @Nullable Runner real) {
    this.node = node;
    this.embedded = embedded;
    this.real = real;
  }

  static Pair open() {
    EmbeddedAerospike node = EmbeddedAerospike.start();
    return new Pair(node, NodeRunner.connect(node.seeds()), realServer());
  }

  /** Returns the server at {@code AEROSPIKE_SEEDS}, or null. */
  static @Nullable Runner realServer() {
    String seeds = System.getenv(SEEDS);
    if (seeds == null || seeds.isBlank()) {
      System.out.println(
          "differential: " + SEEDS + " is not set, so nothing is compared with a real server");
      return null;
    }
    return NodeRunner.connect(seeds);
  }

  /** Runs a program on both, and fails when they differ. */
  void check(Program program) {
    programs++;
    Answer answer = embedded.run(program);
    if (answer.resultCode() > 0) {
      refused++;
      checkUntouched(program, answer);
    }
    Runner right = real;
    if (right == null || answer.equals(right.run(program))) {
      return;
    }
    Program smallest = Shrinker.smallest(program, differs(right));
    Assertions.assertThat(embedded.run(smallest))
        .as(() -> "the program\n\n" + smallest + "\n\nexpected is what the real server says")
        .isEqualTo(right.run(smallest));
  }

  /** What is refused has done nothing, whatever a real server may say. */
  private void checkUntouched(Program program, Answer answer) {
    Answer untouched = embedded.run(Cases.get(program.before()));
    Assertions.assertThat(List.of(answer.generation(), answer.bins()))
        .as(() -> "the record after the refused program\n\n" + program)
        .isEqualTo(List.of(untouched.generation(), untouched.bins()));
  }

  private Predicate<Program> differs(Runner right) {
    return program -> !embedded.run(program).equals(right.run(program));
  }

  @Override
  public void close() {
    System.out.println(
        "differential: "
            + programs
            + " programs, "
            + refused
            + " of them refused"
            + (real == null ? ", on the embedded node alone" : ""));
    if (real != null) {
      real.close();
    }
    embedded.close();
    if (node != null) {
      node.close();
    }
  }
}
