package dev.aero4j.conformance.differential;

import dev.aero4j.expression.Exp;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Filters of programs that are about something else. */
final class Filters {
  private Filters() {}

  /** Returns seldom one of these or one that any record has an opinion of, and mostly none. */
  static Arbitrary<byte @Nullable []> of(Exp... about) {
    List<byte[]> all = new ArrayList<>();
    for (Exp filter : about) {
      all.add(filter.build().toBytes());
    }
    all.add(Exp.val(true).build().toBytes());
    all.add(Exp.val(false).build().toBytes());
    all.add(Exp.unknown().build().toBytes());
    // No boolean, and no expression.
    all.add(Exp.add(Exp.val(1), Exp.val(2)).build().toBytes());
    all.add(new byte[] {(byte) 0x91, 15});
    Arbitrary<byte[]> some = Arbitraries.of(all);
    return Arbitraries.frequencyOf(
        Tuple.of(9, some.injectNull(1)), Tuple.of(1, some.injectNull(0)));
  }
}
