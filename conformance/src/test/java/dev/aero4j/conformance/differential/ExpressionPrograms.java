package dev.aero4j.conformance.differential;

import dev.aero4j.model.ExpType;
import dev.aero4j.operation.Operation;
import dev.aero4j.wire.call.WriteFlags;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random programs that evaluate an expression on a record: read it, write it to a bin, or filter a
 * command by it.
 */
final class ExpressionPrograms {
  private static final int DEPTH = 4;

  private final Random random;
  private final List<Step> before;

  private ExpressionPrograms(Random random) {
    this.random = random;
    this.before = new SampleData(random).record();
  }

  static Arbitrary<Program> programs() {
    return Arbitraries.randomValue(random -> new ExpressionPrograms(random).program());
  }

  private Program program() {
    ExpTerms terms = new ExpTerms(random);
    return switch (random.nextInt(8)) {
      case 0, 1 -> read(terms.any(DEPTH).toBytes());
      case 2, 3 -> write(terms.any(DEPTH).toBytes());
      case 4 -> {
        // What is no expression may stand anywhere.
        byte[] broken = terms.broken(DEPTH - 1).toBytes();
        yield switch (random.nextInt(3)) {
          case 0 -> read(broken);
          case 1 -> write(broken);
          default -> filtered(broken);
        };
      }
      default -> filtered(terms.term(ExpType.BOOL, DEPTH).toBytes());
    };
  }

  private Program read(byte[] expression) {
    int flags = random.nextInt(2) * WriteFlags.EVAL_NO_FAIL;
    return Cases.program(before, Cases.read("out", new Packed(expression), flags));
  }

  private Program write(byte[] expression) {
    Packed packed = new Packed(expression);
    String target = random.nextInt(3) == 0 ? "new" : "i";
    return Cases.program(
        before,
        Cases.write(target, packed, random.nextInt(32)),
        Cases.read("out", packed, WriteFlags.EVAL_NO_FAIL),
        Step.of(Operation.get(target)));
  }

  private Program filtered(byte[] expression) {
    Program program =
        switch (random.nextInt(4)) {
          case 0 -> Cases.get(before);
          case 1 -> Cases.remove(before);
          case 2 -> Cases.program(before, Cases.put("z", 2L));
          default ->
              Cases.program(before, Step.of(Operation.add("z", 1)), Step.of(Operation.get("z")));
        };
    return program.filtered(expression);
  }
}
