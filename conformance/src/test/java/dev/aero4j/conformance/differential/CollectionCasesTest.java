package dev.aero4j.conformance.differential;

import static dev.aero4j.conformance.differential.Cases.bins;
import static dev.aero4j.conformance.differential.Cases.call;
import static dev.aero4j.conformance.differential.Cases.keyOrdered;
import static dev.aero4j.conformance.differential.Cases.keyValueOrdered;
import static dev.aero4j.conformance.differential.Cases.list;
import static dev.aero4j.conformance.differential.Cases.map;
import static dev.aero4j.conformance.differential.Cases.path;
import static dev.aero4j.conformance.differential.Cases.program;
import static dev.aero4j.conformance.differential.Cases.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aero4j.model.SpecialValue;
import dev.aero4j.wire.call.ListOpcode;
import dev.aero4j.wire.call.MapOpcode;
import dev.aero4j.wire.value.OrderedList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Rules of the server that nobody would guess, each met by a random program. The expected answers
 * are those of server 8.1.2, and are compared with a real one when there is one.
 */
class CollectionCasesTest {
  private static final Pair PAIR = Pair.open();

  @AfterAll
  static void close() {
    PAIR.close();
  }

  private static Answer run(Program program) {
    return PAIR.check(program);
  }

  private static void gives(String result, Program program) {
    Answer answer = run(program);
    assertThat(answer.resultCode()).isZero();
    assertThat(answer.results().getLast()).isEqualTo(result);
  }

  private static void fails(int resultCode, Program program) {
    Answer answer = run(program);
    assertThat(answer.resultCode()).isEqualTo(resultCode);
    assertThat(answer.written()).isZero();
  }

  @Test
  void valuesByRankOfAnUnorderedListComeGreatestFirstNearTheSmallestOne() {
    gives(
        "list type 20 930302" + "01",
        program(
            bins("list", list(5L, 1L, 4L, 2L, 3L, 6L, 7L)),
            call(ListOpcode.GET_BY_RANK_RANGE, "list", path(), list(7L, 0L, 3L))));
    gives(
        "list type 20 93050607",
        program(
            bins("list", list(5L, 1L, 4L, 2L, 3L, 6L, 7L)),
            call(ListOpcode.GET_BY_RANK_RANGE, "list", path(), list(7L, 4L, 3L))));
  }

  @Test
  void reversedPlacesOfARunGoUpwards() {
    gives(
        "list type 20 93010203",
        program(
            bins("list", list(10L, 11L, 12L, 13L, 14L)),
            call(ListOpcode.GET_BY_INDEX_RANGE, "list", path(), list(2L, 1L, 3L))));
  }

  @Test
  void theRanksOfAllElementsAreAllRanks() {
    gives(
        "list type 20 93000102",
        program(
            bins("list", list(3L, 1L, 2L)),
            call(ListOpcode.GET_BY_INDEX_RANGE, "list", path(), list(3L, 0L))));
  }

  @Test
  void existsInvertedAsksWhetherNothingIsInside() {
    gives(
        "map type 17 00",
        program(
            bins("map", map(1L, 1L, 2L, 2L, 3L, 3L)),
            call(MapOpcode.GET_BY_INDEX_RANGE, "map", path(), list(0x1000DL, 1L, 1L))));
    gives(
        "map type 17 01",
        program(
            bins("map", keyOrdered(1L, 1L, 2L, 2L, 3L, 3L)),
            call(MapOpcode.GET_BY_INDEX_RANGE, "map", path(), list(0x1000DL, 1L, 1L))));
  }

  @Test
  void valuesOfAMapWithAnIndexComeByRankAndOthersByKey() {
    gives(
        "map type 20 920103",
        program(
            bins("map", keyValueOrdered(1L, 3L, 2L, 9L, 3L, 1L)),
            call(MapOpcode.SET_ORDER, "map", path(), list(0x13L)),
            call(MapOpcode.GET_BY_VALUE_RANGE, "map", path(), list(7L, 1L, 4L))));
    gives(
        "map type 20 920301",
        program(
            bins("map", keyValueOrdered(1L, 3L, 2L, 9L, 3L, 1L)),
            call(MapOpcode.GET_BY_VALUE_RANGE, "map", path(), list(7L, 1L, 4L))));
  }

  @Test
  void updatesOfAnEmptyMapInPartCreateEverything() {
    gives(
        "map type 1 0000000000000002",
        program(
            bins("map", map()),
            call(MapOpcode.PUT_ITEMS, "map", path(), list(map(1L, 1L, 2L, 2L), 0L, 14L))));
  }

  @Test
  void duplicatesAreNotDroppedDownwards() {
    fails(
        4,
        program(bins("list", list(1L, 2L, 2L)), call(ListOpcode.SORT, "list", path(), list(3L))));
  }

  @Test
  void theSameValueTwiceAmongNewOnesIsNotApplicableWhereAnOldOneExists() {
    fails(
        26,
        program(
            bins("list", list(1L)),
            call(ListOpcode.APPEND_ITEMS, "list", path(), list(list(2L, 2L), 0L, 1L))));
    fails(
        24,
        program(
            bins("list", list(1L)),
            call(ListOpcode.APPEND_ITEMS, "list", path(), list(list(1L, 2L), 0L, 1L))));
  }

  @Test
  void aWildcardEndsTheComparisonWhateverFollows() {
    gives(
        "list type 20 92920105920106",
        program(
            bins("list", list(list(1L, 5L), list(2L, 5L), list(1L, 6L))),
            call(
                ListOpcode.GET_BY_VALUE,
                "list",
                path(),
                list(7L, list(1L, SpecialValue.WILDCARD, 9L)))));
  }

  @Test
  void anElementThatAPathChangesTakesItsPlaceInAnOrderedList() {
    Answer answer =
        run(
            program(
                bins("list", OrderedList.of(list(list(1L), list(2L), list(3L)))),
                call(ListOpcode.SET, "list", path(0x10L, 0L), list(0L, 9L))));
    assertThat(answer.bins()).containsExactly("list type 20 94c700019102910391" + "09");
  }

  @Test
  void aPathMakesWhatIsMissing() {
    Answer answer =
        run(
            program(
                bins("n", 1L),
                call(MapOpcode.PUT, "map", path(0xA2L, "a", 0x90L, 2L), list("k", 1L, 0L, 0L))));
    assertThat(answer.bins())
        .containsExactly(
            "n type 1 0000000000000001", "map type 19 82c70001c0a2036193c0c081a2036b01");
  }

  @Test
  void aSelectionByIndexInAMapLeavesNothingForWhatFollows() {
    fails(
        1,
        program(
            bins("map", map(1L, map(1L, 1L), 2L, map(1L, 1L))),
            select("map", path(4L, true, 0x20L, 0L), 1)));
  }

  @Test
  void aMatchingTreeHasNoOrder() {
    gives(
        "map type 19 8101c3",
        program(bins("map", keyOrdered(1L, true, 2L, 3L)), select("map", path(0x22L, 1L), 0)));
  }
}
