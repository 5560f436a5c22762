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

import dev.aero4j.expression.Exp;
import dev.aero4j.expression.MapExp;
import dev.aero4j.expression.RegexFlag;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.RawValue;
import dev.aero4j.model.SpecialValue;
import dev.aero4j.operation.MapReturn;
import dev.aero4j.wire.call.HllOpcode;
import dev.aero4j.wire.call.ListOpcode;
import dev.aero4j.wire.call.MapOpcode;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.OrderedList;
import dev.aero4j.wire.value.ParticleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rules of the server that nobody would guess, each met by a random program in which the embedded
 * node once differed. What they come to is in the corpus.
 */
final class NamedCases {
  private final List<NamedCase> cases = new ArrayList<>();

  private NamedCases() {}

  static List<NamedCase> all() {
    NamedCases named = new NamedCases();
    named.lists();
    named.notANumber();
    named.listsOfMaps();
    named.maps();
    named.regularExpressions();
    named.expressions();
    named.selectedEntries();
    named.formsOfCalls();
    named.ordersOfMaps();
    named.paths();
    return named.cases;
  }

  private void add(Family family, String name, Program program) {
    cases.add(new NamedCase(family, name, program));
  }

  private void lists() {
    List<Step> seven = bins("list", list(5L, 1L, 4L, 2L, 3L, 6L, 7L));
    add(
        Family.COLLECTIONS,
        "values by rank of an unordered list come greatest first near the smallest one",
        program(seven, call(ListOpcode.GET_BY_RANK_RANGE, "list", list(7L, 0L, 3L))));
    add(
        Family.COLLECTIONS,
        "values by rank of an unordered list come smallest first near the greatest one",
        program(seven, call(ListOpcode.GET_BY_RANK_RANGE, "list", list(7L, 4L, 3L))));
    add(
        Family.COLLECTIONS,
        "reversed places of a run go upwards",
        program(
            bins("list", list(10L, 11L, 12L, 13L, 14L)),
            call(ListOpcode.GET_BY_INDEX_RANGE, "list", list(2L, 1L, 3L))));
    add(
        Family.COLLECTIONS,
        "the ranks of all elements are all ranks",
        program(
            bins("list", list(3L, 1L, 2L)),
            call(ListOpcode.GET_BY_INDEX_RANGE, "list", list(3L, 0L))));
    add(
        Family.COLLECTIONS,
        "duplicates are not dropped downwards",
        program(bins("list", list(1L, 2L, 2L)), call(ListOpcode.SORT, "list", list(3L))));
    add(
        Family.COLLECTIONS,
        "the same value twice among new ones is not applicable where an old one exists",
        program(
            bins("list", list(1L)),
            call(ListOpcode.APPEND_ITEMS, "list", list(list(2L, 2L), 0L, 1L))));
    add(
        Family.COLLECTIONS,
        "an old value among new ones exists",
        program(
            bins("list", list(1L)),
            call(ListOpcode.APPEND_ITEMS, "list", list(list(1L, 2L), 0L, 1L))));
    add(
        Family.COLLECTIONS,
        "a wildcard ends the comparison whatever follows",
        program(
            bins("list", list(list(1L, 5L), list(2L, 5L), list(1L, 6L))),
            call(ListOpcode.GET_BY_VALUE, "list", list(7L, list(1L, SpecialValue.WILDCARD, 9L)))));
  }

  private void notANumber() {
    List<Step> one = bins("list", OrderedList.of(list(1.0, Double.NaN)));
    add(
        Family.COLLECTIONS,
        "in an ordered list NaN is any number that comes upon it, when several are added",
        program(one, call(ListOpcode.APPEND_ITEMS, "list", list(list(0.0), 0L, 1L))));
    add(
        Family.COLLECTIONS,
        "in an ordered list NaN is any number that comes upon it, when one is added",
        program(one, call(ListOpcode.APPEND, "list", list(0.0, 0L, 1L))));
    add(
        Family.COLLECTIONS,
        "in an ordered list NaN is any number that comes upon it, when another becomes one",
        program(
            bins("list", OrderedList.of(list(0.0, 2.0, Double.NaN, Double.NaN))),
            call(ListOpcode.INCREMENT, "list", list(0L, 1.0, 1L, 7L))));
    add(
        Family.COLLECTIONS,
        "a path by value comes upon NaN, and goes where the value would stand",
        program(
            bins("list", OrderedList.of(list(3.0, Double.NaN))),
            call(ListOpcode.SIZE, "list", path(0x13L, 2.0), list())));
    add(
        Family.COLLECTIONS,
        "of several new values each is compared with the one before, though that is left out",
        program(
            bins("list", OrderedList.of(list(0L, 1L, 1L, 0.0))),
            call(ListOpcode.APPEND_ITEMS, "list", list(list(Double.NaN, 1.0, 2.0), 1L, 13L))));
    for (double wanted : new double[] {0.0, 1.0, 2.0, Double.NaN}) {
      List<Step> some = bins("list", OrderedList.of(list(0L, 1.0, 1.0, 3.0, Double.NaN)));
      add(
          Family.COLLECTIONS,
          "places of the number " + wanted + " in an ordered list with NaN",
          program(some, call(ListOpcode.GET_BY_VALUE, "list", list(1L, wanted))));
      add(
          Family.COLLECTIONS,
          "places of the numbers " + wanted + " and 3 in an ordered list with NaN",
          program(some, call(ListOpcode.GET_BY_VALUE_LIST, "list", list(1L, list(wanted, 3.0)))));
    }
  }

  private void listsOfMaps() {
    Step size = call(ListOpcode.SIZE, "list", list());
    add(
        Family.COLLECTIONS,
        "an ordered list may hold maps without order whose entries are in order",
        program(
            bins("list", OrderedList.of(list(map(2L, 1L, 1L, 2L), map(3L, 1L, 1L, 1L)))), size));
    add(
        Family.COLLECTIONS,
        "maps without order in an ordered list are compared entry by entry as they come",
        program(
            bins(
                "list",
                new RawValue(ParticleType.LIST, Cases.bytes("93c70001820201010282030101" + "01"))),
            size));
    add(
        Family.COLLECTIONS,
        "a map without order that is compared with no other may have any order",
        program(
            bins("list", new RawValue(ParticleType.LIST, Cases.bytes("93c700010182020101" + "02"))),
            size));
    add(
        Family.COLLECTIONS,
        "maps that a call puts into an ordered list are stored with their entries in order",
        program(
            bins("list", OrderedList.of(list(1L))),
            call(ListOpcode.APPEND, "list", list(map(2L, 1L, 1L, 1L), 1L, 0L))));
  }

  private void maps() {
    add(
        Family.COLLECTIONS,
        "exists inverted asks whether nothing is inside: of three, one is",
        program(
            bins("map", map(1L, 1L, 2L, 2L, 3L, 3L)),
            call(MapOpcode.GET_BY_INDEX_RANGE, "map", list(0x1000DL, 1L, 1L))));
    add(
        Family.COLLECTIONS,
        "exists inverted asks whether nothing is inside, but of an ordered map what it says",
        program(
            bins("map", keyOrdered(1L, 1L, 2L, 2L, 3L, 3L)),
            call(MapOpcode.GET_BY_INDEX_RANGE, "map", list(0x1000DL, 1L, 1L))));
    List<Step> ordered = bins("map", keyValueOrdered(1L, 3L, 2L, 9L, 3L, 1L));
    Step byValue = call(MapOpcode.GET_BY_VALUE_RANGE, "map", list(7L, 1L, 4L));
    add(
        Family.COLLECTIONS,
        "values of a map with an index come by rank",
        program(ordered, call(MapOpcode.SET_ORDER, "map", list(0x13L)), byValue));
    add(
        Family.COLLECTIONS,
        "values of a map without an index come by key",
        program(ordered, byValue));
    add(
        Family.COLLECTIONS,
        "updates of an empty map in part create everything",
        program(
            bins("map", map()),
            call(MapOpcode.PUT_ITEMS, "map", list(map(1L, 1L, 2L, 2L), 0L, 14L))));
  }

  private void paths() {
    add(
        Family.COLLECTIONS,
        "an element that a path changes takes its place in an ordered list",
        program(
            bins("list", OrderedList.of(list(list(1L), list(2L), list(3L)))),
            call(ListOpcode.SET, "list", path(0x10L, 0L), list(0L, 9L))));
    add(
        Family.COLLECTIONS,
        "a path makes what is missing",
        program(
            bins("n", 1L),
            call(MapOpcode.PUT, "map", path(0xA2L, "a", 0x90L, 2L), list("k", 1L, 0L, 0L))));
    add(
        Family.COLLECTIONS,
        "a selection by index in a map leaves nothing for what follows",
        program(
            bins("map", map(1L, map(1L, 1L), 2L, map(1L, 1L))),
            select("map", path(4L, true, 0x20L, 0L), 1)));
    add(
        Family.COLLECTIONS,
        "a matching tree has no order",
        program(bins("map", keyOrdered(1L, true, 2L, 3L)), select("map", path(0x22L, 1L), 0)));
  }

  private void regularExpressions() {
    for (RegexFlag flag : RegexFlag.values()) {
      for (String pattern : List.of("a.b", "^b", "XA", "(a|c)")) {
        Exp matches = Exp.regexCompare(pattern, Exp.stringBin("s"), flag);
        add(
            Family.EXPRESSIONS,
            "the regular expression " + pattern + " on two lines with the flag " + flag,
            program(bins("s", "xa\nb"), Cases.read("out", Packed.of(matches.build()), 0)));
      }
    }
  }

  /** Adds an expression that is read, on a record that it may look at. */
  private void reads(String name, Exp exp) {
    List<Step> before = bins("n", 7L, "s", "text", "m", map("a", 1L), "list", list(1L, 2L));
    add(Family.EXPRESSIONS, name, program(before, Cases.read("out", Packed.of(exp.build()), 0)));
  }

  private void expressions() {
    reads("a sum may wrap around", Exp.add(Exp.val(Long.MAX_VALUE), Exp.val(1)));
    reads("quotients of integers are cut", Exp.div(Exp.val(7), Exp.val(2), Exp.val(-2)));
    reads("nothing is divided by 0", Exp.div(Exp.intBin("n"), Exp.val(0)));
    reads("a shift goes by the lowest bits of a number", Exp.lshift(Exp.val(1), Exp.val(65)));
    reads("a number too large for an integer is the smallest", Exp.toInt(Exp.val(1e300)));
    reads("1 to any power is 1", Exp.pow(Exp.val(1.0), Exp.val(Double.NaN)));
    Exp missing = Exp.eq(Exp.intBin("none"), Exp.val(1));
    reads("what is unknown is no value", missing);
    reads("true decides what is unknown besides", Exp.or(missing, Exp.val(true)));
    reads("false decides what is unknown besides", Exp.and(missing, Exp.val(false)));
    reads("maps without order are not compared", Exp.eq(Exp.mapBin("m"), Exp.mapBin("m")));
    reads(
        "maps without order are found in lists",
        Exp.inList(Exp.mapBin("m"), Exp.val(List.of(Map.of("a", 1)))));
    reads("NaN is found as any number", Exp.inList(Exp.val(1.5), Exp.val(List.of(Double.NaN))));
    reads(
        "variables inside of a definition are not those outside",
        Exp.let(
            Exp.def("a", Exp.let(Exp.def("b", Exp.val(2)), Exp.add(Exp.var("b"), Exp.val(1)))),
            Exp.def("b", Exp.var("a")),
            Exp.var("b")));
    Exp circle = Exp.val(GeoJson.of("{\"type\":\"AeroCircle\",\"coordinates\":[[0,0],100000]}"));
    Exp point = Exp.val(GeoJson.of("{\"type\":\"Point\",\"coordinates\":[0.5,0.5]}"));
    reads("a point lies in a region", Exp.geoCompare(point, circle));
    reads("in a region lies a point", Exp.geoCompare(circle, point));
    reads("a region lies in no region", Exp.geoCompare(circle, circle));
  }

  private void selectedEntries() {
    Exp byRank =
        MapExp.getByRankRange(Exp.mapBin("m"), Exp.val(0), Exp.val(2))
            .returning(MapReturn.KEY_VALUE);
    List<Step> before = bins("m", map(1L, 5L, 2L, 3L));
    Packed selected = Packed.of(byRank.build());
    add(
        Family.EXPRESSIONS,
        "a map of selected entries keeps the mark that they are in the order of the selection",
        program(before, Cases.read("out", selected, 0)));
    add(
        Family.EXPRESSIONS,
        "a map of selected entries keeps its mark in a bin",
        program(
            before,
            Cases.write("new", selected, 0),
            call(MapOpcode.GET_BY_INDEX_RANGE, "new", list(8L, 0L))));
    add(
        Family.EXPRESSIONS,
        "what is selected of nothing has the mark too",
        program(bins("m", map()), Cases.read("out", selected, 0)));
  }

  /** Order 2, by value alone, is none that clients send. */
  private void ordersOfMaps() {
    for (Map<?, ?> map :
        List.of(
            map(),
            map(2L, 1L, 1L, 2L),
            keyOrdered(),
            keyOrdered(1L, 2L, 2L, 1L),
            keyValueOrdered(),
            keyValueOrdered(1L, 2L, 2L, 1L))) {
      for (int order : List.of(0, 1, 2, 3, 16, 17, 18, 19)) {
        String name = "order %d of %s %s".formatted(order, map.getClass().getSimpleName(), map);
        Packed call = Cases.packed("957f05409240%02x935105a16e".formatted(order));
        add(
            Family.COLLECTIONS,
            name,
            program(bins("n", map), call(MapOpcode.SET_ORDER, "n", list((long) order))));
        add(
            Family.EXPRESSIONS,
            name + " in an expression",
            program(bins("n", map), Cases.read("out", call, 0)));
      }
    }
  }

  /** Calls in forms that clients of other languages send, or none. */
  private void formsOfCalls() {
    List<Step> blob = bins("b", Cases.bytes("aabbccdd1122334455"));
    for (String call :
        List.of(
            "dc0003cc32d30000000000000008cf0000000000000008",
            "9332d0f010",
            "93320008ffff",
            "",
            "90",
            "c0",
            "9132",
            "923200",
            "9432000800",
            "9332c008",
            "93070008",
            "93ff0008")) {
      add(
          Family.BITS,
          "bits are read by the bytes " + call,
          program(blob, Cases.raw(OperationType.BIT_READ, ParticleType.BLOB, "b", call)));
    }
    for (String call :
        List.of(
            "940c0040cfffffffffffffffff",
            "94030808c4020412",
            "94031008a20334",
            "94031808da00020456",
            "94030008a104",
            "930700cf8000000000000000")) {
      add(
          Family.BITS,
          "bits are written by the bytes " + call,
          program(blob, Cases.raw(OperationType.BIT_MODIFY, ParticleType.BLOB, "b", call)));
    }
    for (String call :
        List.of(
            "940191050508",
            "930104",
            "92019190",
            "9300040102",
            "95019101040002",
            "930003",
            "920411",
            "9132")) {
      add(
          Family.HLL,
          "a sketch is written by the bytes " + call,
          program(
              bins("other", 1L),
              Cases.raw(OperationType.HLL_MODIFY, ParticleType.BLOB, "h", call),
              call(HllOpcode.DESCRIBE, "h", list())));
    }
  }
}
