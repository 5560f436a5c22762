package dev.aero4j.conformance.differential;

import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;

/** What programs are about. */
enum Family {
  COLLECTIONS(CollectionPrograms::programs),
  PATHS(PathPrograms::programs),
  BITS(BitPrograms::programs),
  HLL(HllPrograms::programs),
  EXPRESSIONS(ExpressionPrograms::programs);

  @SuppressWarnings("ImmutableEnumChecker") // a reference to a static method
  private final Supplier<Arbitrary<Program>> programs;

  Family(Supplier<Arbitrary<Program>> programs) {
    this.programs = programs;
  }

  /** Returns random programs. */
  Arbitrary<Program> programs() {
    return programs.get();
  }
}
