package dev.aero4j.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.conformance.differential.Corpus.Entry;
import dev.aero4j.embedded.EmbeddedAerospike;
import dev.aero4j.wire.call.BitOpcode;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.HllOpcode;
import dev.aero4j.wire.call.ListOpcode;
import dev.aero4j.wire.call.MapOpcode;
import dev.aero4j.wire.expression.ExpOpcode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The embedded node answers what a real server once answered; and that one still does, if {@code
 * AEROSPIKE_SEEDS} names it. With {@code AERO4J_RECORD_CORPUS} set, its answers are recorded first.
 */
class CorpusTest {
  @BeforeAll
  static void record() {
    if (System.getenv("AERO4J_RECORD_CORPUS") != null) {
      Runner real = Pair.realServer();
      assertThat(real).as("AERO4J_RECORD_CORPUS is set, but not AEROSPIKE_SEEDS").isNotNull();
      try (real) {
        CorpusRecorder.recordAll(real);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void theEmbeddedNodeAnswersLikeTheServer(Family family) {
    try (EmbeddedAerospike node = EmbeddedAerospike.start();
        Runner runner = NodeRunner.connect(node.seeds())) {
      replay(family, runner);
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void theServerStillAnswersSo(Family family) {
    Runner real = Pair.realServer();
    if (real != null) {
      try (real) {
        replay(family, real);
      }
    }
  }

  private static void replay(Family family, Runner runner) {
    List<String> differences = new ArrayList<>();
    for (Entry entry : Corpus.read(family)) {
      Answer answer = runner.run(entry.program());
      if (!answer.equals(entry.answer())) {
        differences.add(
            "%s: %s%nexpected %s%nbut was  %s%n"
                .formatted(entry.name(), entry.program(), entry.answer(), answer));
      }
    }
    assertThat(differences).as("programs of %s with other answers", family).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void aFileIsWhatIsWrittenOfItsPrograms(Family family) {
    List<Entry> entries = Corpus.read(family);
    assertThat(entries).hasSizeBetween(300, 500);
    assertThat(Corpus.text(entries)).isEqualTo(Corpus.contents(family)).hasSizeLessThan(500_000);
  }

  @Test
  void everyNamedCaseIsRecorded() {
    List<String> recorded =
        Arrays.stream(Family.values())
            .flatMap(family -> Corpus.read(family).stream())
            .map(entry -> entry.name() + entry.program())
            .toList();
    List<String> named =
        NamedCases.all().stream().map(known -> known.name() + known.program()).toList();
    assertThat(recorded).containsAll(named);
  }

  @Test
  void everyCallAndEveryOperatorOccurs() {
    assertThat(used(Family.COLLECTIONS)).containsAll(names(ListOpcode.values()));
    assertThat(used(Family.COLLECTIONS)).containsAll(names(MapOpcode.values()));
    assertThat(used(Family.BITS)).containsAll(names(BitOpcode.values()));
    assertThat(used(Family.HLL)).containsAll(names(HllOpcode.values()));
    assertThat(used(Family.EXPRESSIONS))
        .containsAll(Stream.of(ExpOpcode.values()).map(Coverage::name).toList())
        .containsAll(names(ListOpcode.values()))
        .containsAll(names(MapOpcode.values()))
        .containsAll(names(BitOpcode.values()))
        .containsAll(names(HllOpcode.values()))
        .contains("Act.GET", "Act.REMOVE", "Act.OPERATE");
    assertThat(used(Family.PATHS))
        .contains("select 0", "select 1", "select 2", "select 3", "select 4", "select 20")
        .contains("step 0x4", "step 0x204", "step 0x2a", "step 0x10", "step 0x22");
  }

  private static List<String> names(CallOpcode[] opcodes) {
    return Stream.of(opcodes).map(Coverage::name).toList();
  }

  private static Set<String> used(Family family) {
    Set<String> used = new TreeSet<>();
    Corpus.read(family).forEach(entry -> used.addAll(Coverage.of(entry.program())));
    return used;
  }
}
