package dev.aero4j.policy;

import dev.aero4j.internal.command.Checks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Time to live and generation for one write, on top of the policy in force: {@code client.put(key,
 * bins, WriteMeta.ttl(300))}. What is not given stays as the policy says.
 *
 * <p>A generation given here is checked, as the least surprising reading of "write generation 3":
 * with a policy whose {@link GenerationPolicy} is {@code NONE} it means {@code EXPECT_EQUAL}; a
 * policy that names another kind keeps it.
 */
public final class WriteMeta implements WriteOption {
  private final @Nullable Integer ttl;
  private final @Nullable Integer generation;

  private WriteMeta(@Nullable Integer ttl, @Nullable Integer generation) {
    this.ttl = ttl;
    this.generation = generation;
  }

  /**
   * Returns a meta with a time to live.
   *
   * @param seconds more than 0 from now, or a constant of {@link Ttl}
   * @return the meta
   */
  public static WriteMeta ttl(long seconds) {
    return new WriteMeta(Checks.ttl(seconds), null);
  }

  /**
   * Returns a meta with a generation to check.
   *
   * @param generation from {@link dev.aero4j.Record#generation()}
   * @return the meta
   */
  public static WriteMeta generation(int generation) {
    return new WriteMeta(null, Checks.notNegative("generation", generation));
  }

  /**
   * Returns this meta with another time to live.
   *
   * @param seconds more than 0 from now, or a constant of {@link Ttl}
   * @return the meta
   */
  public WriteMeta withTtl(long seconds) {
    return new WriteMeta(Checks.ttl(seconds), generation);
  }

  /**
   * Returns this meta with another generation to check.
   *
   * @param generation from {@link dev.aero4j.Record#generation()}
   * @return the meta
   */
  public WriteMeta withGeneration(int generation) {
    return new WriteMeta(ttl, Checks.notNegative("generation", generation));
  }

  /**
   * Returns a policy with what is given here put over it.
   *
   * @param policy the policy in force
   * @return the policy that the write follows
   */
  public WritePolicy applyTo(WritePolicy policy) {
    WritePolicy.Builder builder = policy.toBuilder();
    if (ttl != null) {
      builder.ttl(ttl);
    }
    if (generation != null) {
      builder.generation(generation);
      if (policy.generationPolicy() == GenerationPolicy.NONE) {
        builder.generationPolicy(GenerationPolicy.EXPECT_EQUAL);
      }
    }
    return builder.build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WriteMeta that
        && Objects.equals(ttl, that.ttl)
        && Objects.equals(generation, that.generation);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ttl, generation);
  }

  @Override
  public String toString() {
    return "WriteMeta[ttl=" + ttl + ", generation=" + generation + "]";
  }
}
