package dev.aero4j.conformance.differential;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Random selections and modifications by paths with conditions come to the same on the embedded
 * node and on a real server.
 */
class PathDifferentialTest {
  private static final Pair PAIR = Pair.open();

  @AfterContainer
  static void close() {
    PAIR.close();
  }

  @Property
  void bothNodesAnswerTheSame(@ForAll("programs") Program program) {
    PAIR.check(program);
  }

  @Provide
  Arbitrary<Program> programs() {
    return PathPrograms.programs();
  }
}
