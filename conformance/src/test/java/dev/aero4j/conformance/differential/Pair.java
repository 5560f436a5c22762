package dev.aero4j.conformance.differential;

import dev.aero4j.ClientConfig;
import dev.aero4j.conformance.harness.Keys;
import dev.aero4j.embedded.EmbeddedAerospike;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * The embedded node, and the real server that it is compared with, if {@code AEROSPIKE_SEEDS} names
 * one; without it programs only run on the embedded node, which must answer each of them.
 */
final class Pair implements AutoCloseable {
  private static final String SEEDS = "AEROSPIKE_SEEDS";

  private final EmbeddedAerospike node;
  private final Runner embedded;
  private final @Nullable Runner real;

  private Pair(EmbeddedAerospike node, Runner embedded, @Nullable Runner real) {
    this.node = node;
    this.embedded = embedded;
    this.real = real;
  }

  static Pair open() {
    EmbeddedAerospike node = EmbeddedAerospike.start();
    String seeds = System.getenv(SEEDS);
    if (seeds == null || seeds.isBlank()) {
      System.out.println(
          "differential: " + SEEDS + " is not set, so nothing is compared with a real server");
    }
    return new Pair(
        node, connect(node.seeds()), seeds == null || seeds.isBlank() ? null : connect(seeds));
  }

  private static Runner connect(String seeds) {
    ClientConfig config = ClientConfig.fromUri("aerospike://" + seeds);
    var host = config.hosts().iterator().next();
    return Runner.connect(host.name(), host.port(), Keys.NAMESPACE, Keys.SET);
  }

  /**
   * Runs a program on both, and fails when they differ.
   *
   * @return what it comes to
   */
  Answer check(Program program) {
    Answer answer = embedded.run(program);
    if (real != null) {
      Answer expected = real.run(program);
      Assertions.assertThat(answer)
          .as(() -> "the program\n\n" + program + "\n\nexpected is what the real server says")
          .isEqualTo(expected);
    }
    return answer;
  }

  @Override
  public void close() {
    if (real != null) {
      real.close();
    }
    embedded.close();
    node.close();
  }
}
