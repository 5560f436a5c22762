package dev.aero4j.conformance.harness;

import dev.aero4j.ClientConfig;
import dev.aero4j.ClientConfigBuilder;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.policy.BatchPolicy;
import dev.aero4j.policy.ReadPolicy;
import dev.aero4j.policy.WritePolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something to be a client of. */
public final class Backend implements AutoCloseable {
  /** Long enough for a busy machine: tests of time limits bring their own. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String name;
  private final String seeds;
  private final @Nullable EmbeddedAerospike embedded;

  private Backend(String name, String seeds, @Nullable EmbeddedAerospike embedded) {
    this.name = name;
    this.seeds = seeds;
    this.embedded = embedded;
  }

  static Backend embedded(String name, int nodes) {
    EmbeddedAerospike cluster = EmbeddedAerospike.builder().nodes(nodes).start();
    return new Backend(name, cluster.seeds(), cluster);
  }

  static Backend real(String seeds) {
    return new Backend("real cluster", seeds, null);
  }

  /** Whether it runs in this JVM. */
  public boolean isEmbedded() {
    return embedded != null;
  }

  /** Returns the nodes in this JVM. */
  public EmbeddedAerospike embedded() {
    if (embedded == null) {
      throw new IllegalStateException(name + " does not run in this JVM");
    }
    return embedded;
  }

  /** Returns its addresses, {@code host:port,host:port}. */
  public String seeds() {
    return seeds;
  }

  /** Returns a configuration for it, with patience. */
  public ClientConfigBuilder config() {
    return config(seeds);
  }

  /** Returns a configuration with patience. */
  public static ClientConfigBuilder config(String seeds) {
    return ClientConfig.fromUri("aerospike://" + seeds).toBuilder()
        .readPolicy(ReadPolicy.builder().totalTimeout(PATIENCE).build())
        .writePolicy(WritePolicy.builder().totalTimeout(PATIENCE).build())
        .batchPolicy(batchPolicy().build());
  }

  /** Returns the policy for batches that has the same patience, to be changed. */
  public static BatchPolicy.Builder batchPolicy() {
    return BatchPolicy.builder().totalTimeout(PATIENCE);
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
