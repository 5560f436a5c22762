package dev.aero4j.conformance.differential;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Random calls on lists and maps come to the same on the embedded node and on a real server. */
class CollectionDifferentialTest {
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
    return CollectionPrograms.programs();
  }
}
