package dev.aero4j.conformance.differential;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Random programs come to the same on the embedded node and on a real server. The system property
 * {@code jqwik.tries.default} tells how many there are of each family; they are made smaller by
 * {@link Shrinker}, which knows what they are made of.
 */
class DifferentialTest {
  private static final Pair PAIR = Pair.open();

  /** Programs of a family, which {@link Shrinker} makes smaller and jqwik does not. */
  @Property(
      shrinking = ShrinkingMode.OFF,
      edgeCases = EdgeCasesMode.NONE,
      afterFailure = AfterFailureMode.RANDOM_SEED)
  @Retention(RetentionPolicy.RUNTIME)
  private @interface Programs {}

  @AfterContainer
  static void close() {
    PAIR.close();
  }

  @Programs
  void listsAndMaps(@ForAll("collections") Program program) {
    PAIR.check(program);
  }

  @Provide
  Arbitrary<Program> collections() {
    return Family.COLLECTIONS.programs();
  }

  @Programs
  void pathsWithConditions(@ForAll("paths") Program program) {
    PAIR.check(program);
  }

  @Provide
  Arbitrary<Program> paths() {
    return Family.PATHS.programs();
  }

  @Programs
  void bitsOfBlobs(@ForAll("bits") Program program) {
    PAIR.check(program);
  }

  @Provide
  Arbitrary<Program> bits() {
    return Family.BITS.programs();
  }

  @Programs
  void hyperLogLogs(@ForAll("hll") Program program) {
    PAIR.check(program);
  }

  @Provide
  Arbitrary<Program> hll() {
    return Family.HLL.programs();
  }

  @Programs
  void expressionsAndFilters(@ForAll("expressions") Program program) {
    PAIR.check(program);
  }

  @Provide
  Arbitrary<Program> expressions() {
    return Family.EXPRESSIONS.programs();
  }
}
