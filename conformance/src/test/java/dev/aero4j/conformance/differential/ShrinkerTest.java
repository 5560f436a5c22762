package dev.aero4j.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.wire.call.BitOpcode;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.HllOpcode;
import dev.aero4j.wire.call.ListOpcode;
import dev.aero4j.wire.expression.ExpOpcode;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A node that answers falsely is found out, by a program that is as small as can be. */
class ShrinkerTest {
  private static final EmbeddedAerospike NODE = EmbeddedAerospike.start();
  private static final Runner RIGHT = NodeRunner.connect(NODE.seeds());

  @AfterAll
  static void close() {
    RIGHT.close();
    NODE.close();
  }

  /** Answers falsely when it is asked for something, and is not refused. */
  private record Liar(Predicate<Program> asked) implements Runner {
    @Override
    public Answer run(Program program) {
      Answer answer = RIGHT.run(program);
      return answer.resultCode() == 0 && asked.test(program)
          ? new Answer(0, answer.generation(), List.of("a lie"), answer.bins())
          : answer;
    }
  }

  private static boolean calls(Program program, CallOpcode opcode) {
    return program.steps().stream()
        .anyMatch(step -> Coverage.of(step).contains(Coverage.name(opcode)));
  }

  private static boolean evaluates(Program program, ExpOpcode opcode) {
    return Coverage.of(program).contains(Coverage.name(opcode));
  }

  /** Returns what is said of the first random program that shows the lie. */
  private static String found(Family family, Predicate<Program> asked) {
    Pair pair = new Pair(new Liar(asked), RIGHT);
    Throwable[] seen = new Throwable[1];
    JqwikSession.run(
        () -> {
          RandomGenerator<Program> programs = family.programs().generator(1000);
          Random random = new Random(7);
          for (int i = 0; i < 20_000 && seen[0] == null; i++) {
            Program program = programs.next(random).value();
            seen[0] = catchThrowable(() -> pair.check(program));
          }
        });
    return String.valueOf(seen[0]);
  }

  private static void isSmall(String found, String... parts) {
    String program = found.substring(found.indexOf("Cases."), found.indexOf("expected is"));
    assertThat(program).contains(parts).hasSizeLessThan(250);
    assertThat(program.split("\n    Cases\\.", -1)).as(program).hasSizeLessThan(4);
    assertThat(found).contains("a lie");
  }

  @Test
  void aFalseCallOnAListIsNamed() {
    isSmall(
        found(Family.COLLECTIONS, program -> calls(program, ListOpcode.GET_BY_RANK_RANGE)),
        "Cases.call(ListOpcode.GET_BY_RANK_RANGE, \"list\"");
  }

  @Test
  void aFalseCallInsideAMapIsNamed() {
    isSmall(
        found(
            Family.COLLECTIONS,
            program ->
                program.steps().stream()
                    .map(Coverage::of)
                    .anyMatch(
                        uses ->
                            uses.contains("MapOpcode.PUT") && uses.toString().contains("step 0x"))),
        "Cases.call(MapOpcode.PUT, ",
        "Cases.path(");
  }

  @Test
  void aFalseModificationByPathIsNamed() {
    isSmall(
        found(Family.PATHS, program -> program.toString().contains("Cases.modify")),
        "Cases.modify(");
  }

  @Test
  void aFalseCallOnBitsIsNamed() {
    isSmall(
        found(Family.BITS, program -> calls(program, BitOpcode.RSCAN)),
        "Cases.call(BitOpcode.RSCAN, \"b\"");
  }

  @Test
  void aFalseCallOnASketchIsNamed() {
    isSmall(
        found(Family.HLL, program -> calls(program, HllOpcode.DESCRIBE)),
        "Cases.call(HllOpcode.DESCRIBE, \"h\"");
  }

  @Test
  void aFalseOperatorIsNamed() {
    isSmall(found(Family.EXPRESSIONS, program -> evaluates(program, ExpOpcode.MAX)), "// max(");
  }

  @Test
  void whatMattersInsideAValueIsKept() {
    Program program =
        Cases.program(
            Cases.bins(
                "other",
                1L,
                "list",
                Cases.list(1L, Cases.map("a", Cases.list(2L, 42L, 3L), "b", 7L), "text")),
            Cases.call(ListOpcode.GET, "list", Cases.list(1L)),
            Cases.call(ListOpcode.SIZE, "list", Cases.list()));
    Program smallest =
        Shrinker.smallest(
            program,
            smaller -> {
              Answer answer = RIGHT.run(smaller);
              return answer.resultCode() == 0
                  && answer.results().stream().anyMatch(result -> result.contains("2a"));
            });
    assertThat(smallest)
        .hasToString(
            Cases.program(
                    Cases.bins("list", Cases.list(0L, 42L)),
                    Cases.call(ListOpcode.GET, "list", Cases.list(1L)))
                .toString());
  }
}
