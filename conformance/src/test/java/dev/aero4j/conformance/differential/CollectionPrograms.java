package dev.aero4j.conformance.differential;

import dev.aero4j.expression.Exp;
import dev.aero4j.expression.ListExp;
import dev.aero4j.expression.MapExp;
import dev.aero4j.model.BytesKey;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.SpecialValue;
import dev.aero4j.wire.call.Argument;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.call.ListOpcode;
import dev.aero4j.wire.call.MapOpcode;
import dev.aero4j.wire.call.ReturnType;
import dev.aero4j.wire.value.OrderedList;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Random programs of calls on lists and maps. Left out is what makes the server fail altogether: a
 * list that is made at a negative index; the first entry of a value that is missing, as an ordered
 * map; the entries of a map whose keys, or values, are not in an empty list; dropping duplicates
 * from a list that keeps an index; and a path by a value that is missing in a map that does.
 */
final class CollectionPrograms {
  private static final int DEPTH = 3;

  /** Whether lists and maps may keep an index. */
  private final boolean indexed;

  private CollectionPrograms(boolean indexed) {
    this.indexed = indexed;
  }

  static Arbitrary<Program> programs() {
    return Arbitraries.of(true, false).flatMap(indexed -> new CollectionPrograms(indexed).of());
  }

  private Arbitrary<Program> of() {
    return Combinators.combine(lists(DEPTH), maps(DEPTH), scalars(), programLengths(), filters())
        .as(
            (list, map, scalar, steps, filter) ->
                Cases.program(
                        Cases.bins(
                            "list", list, "map", map, "scalar", mayBeBin(scalar) ? scalar : 1L),
                        steps.toArray(Step[]::new))
                    .filtered(filter));
  }

  private Arbitrary<List<Step>> programLengths() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, steps().list().ofSize(1)),
        Tuple.of(2, steps().list().ofSize(2)),
        Tuple.of(1, steps().list().ofMinSize(3).ofMaxSize(6)));
  }

  private static boolean mayBeBin(@Nullable Object scalar) {
    return scalar != null && !(scalar instanceof HyperLogLog);
  }

  /** Few programs are filtered, and of these half are let through. */
  private static Arbitrary<byte @Nullable []> filters() {
    return Filters.of(
        Exp.eq(Exp.intBin("scalar"), Exp.val(1)),
        Exp.gt(ListExp.size(Exp.listBin("list")), Exp.val(3)),
        Exp.ne(MapExp.size(Exp.mapBin("map")), Exp.val(0)));
  }

  // Values ----------------------------------------------------------------------------------------

  static Arbitrary<@Nullable Object> values(int depth) {
    if (depth == 0) {
      return scalars();
    }
    return Arbitraries.frequencyOf(
        Tuple.of(6, scalars()), Tuple.of(1, lists(depth - 1)), Tuple.of(1, maps(depth - 1)));
  }

  static Arbitrary<@Nullable Object> scalars() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, Arbitraries.longs().between(-3, 5).map(value -> (Object) value)),
        Tuple.of(
            2,
            Arbitraries.of(
                127L,
                128L,
                256L,
                70_000L,
                -33L,
                -129L,
                -40_000L,
                1L << 40,
                Long.MAX_VALUE,
                Long.MIN_VALUE)),
        Tuple.of(4, texts().map(value -> (Object) value)),
        Tuple.of(
            2,
            Arbitraries.of(
                0.0,
                -0.0,
                1.0,
                1.5,
                -2.5,
                1e300,
                Double.POSITIVE_INFINITY,
                Double.NaN,
                1.0f,
                0.1f)),
        Tuple.of(1, Arbitraries.of(true, false)),
        Tuple.of(1, Arbitraries.just(null)),
        Tuple.of(1, blobs().map(value -> (Object) value)),
        Tuple.of(
            1,
            Arbitraries.of(
                GeoJson.of("{\"type\":\"Point\",\"coordinates\":[1.0,2.0]}"),
                HyperLogLog.of(new byte[] {1, 2, 3}))));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of("", "a", "b", "ab", "\u00e4", "\uffee", "\ud83d\ude00", "x".repeat(40));
  }

  private static Arbitrary<byte[]> blobs() {
    return Arbitraries.of(new byte[0], new byte[] {1}, new byte[] {1, 2}, new byte[] {-1});
  }

  static Arbitrary<Object> lists(int depth) {
    Arbitrary<List<@Nullable Object>> elements =
        Arbitraries.frequencyOf(
            Tuple.of(6, values(depth).list().ofMaxSize(6)),
            Tuple.of(
                3, Arbitraries.longs().between(-2, 4).map(v -> (Object) v).list().ofMaxSize(9)),
            Tuple.of(1, values(0).list().ofMinSize(13).ofMaxSize(20)));
    return Combinators.combine(elements, Arbitraries.of(true, false))
        .as((list, ordered) -> ordered ? OrderedList.of(list) : list);
  }

  static Arbitrary<Object> maps(int depth) {
    Arbitrary<List<Tuple.Tuple2<Object, @Nullable Object>>> entries =
        Combinators.combine(keys(), values(depth)).as(Tuple::of).list().ofMaxSize(6);
    return Combinators.combine(entries, Arbitraries.integers().between(0, 2))
        .as(
            (list, kind) -> {
              List<@Nullable Object> flat = new ArrayList<>();
              list.forEach(
                  entry -> {
                    flat.add(entry.get1());
                    flat.add(entry.get2());
                  });
              @Nullable Object[] array = flat.toArray();
              return switch (kind) {
                case 0 -> Cases.map(array);
                case 1 -> Cases.keyOrdered(array);
                default -> Cases.keyValueOrdered(array);
              };
            });
  }

  static Arbitrary<Object> keys() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.longs().between(-2, 5).map(value -> (Object) value)),
        Tuple.of(3, texts().map(value -> (Object) value)),
        Tuple.of(1, blobs().map(BytesKey::of)));
  }

  /** Values that are only looked for, too. */
  private static Arbitrary<@Nullable Object> wanted() {
    return Arbitraries.frequencyOf(
        Tuple.of(12, values(1)),
        Tuple.of(1, Arbitraries.of(SpecialValue.INFINITY, SpecialValue.WILDCARD)),
        Tuple.of(
            1,
            values(0)
                .list()
                .ofMaxSize(2)
                .map(
                    list -> {
                      List<@Nullable Object> pattern = new ArrayList<>(list);
                      pattern.add(SpecialValue.WILDCARD);
                      return pattern;
                    })));
  }

  // Steps -----------------------------------------------------------------------------------------

  private Arbitrary<Step> steps() {
    return Arbitraries.frequencyOf(
        Tuple.of(10, Arbitraries.of(ListOpcode.values()).flatMap(this::calls)),
        Tuple.of(10, Arbitraries.of(MapOpcode.values()).flatMap(this::calls)),
        Tuple.of(3, selections()));
  }

  private Arbitrary<Step> calls(CallOpcode opcode) {
    String home = opcode instanceof ListOpcode ? "list" : "map";
    Arbitrary<String> bins =
        Arbitraries.frequency(
            Tuple.of(30, home),
            Tuple.of(3, "new"),
            Tuple.of(1, "scalar"),
            Tuple.of(1, home.equals("list") ? "map" : "list"));
    Arbitrary<Step> direct =
        Combinators.combine(bins, arguments(opcode))
            .as((bin, arguments) -> Cases.call(opcode, bin, List.of(), arguments));
    Arbitrary<Step> inside =
        Combinators.combine(
                Arbitraries.frequency(
                    Tuple.of(9, "list"),
                    Tuple.of(9, "map"),
                    Tuple.of(3, "new"),
                    Tuple.of(1, "scalar")),
                paths(),
                arguments(opcode))
            .as(
                (bin, path, arguments) ->
                    Cases.call(opcode, bin, path, withoutIndex(opcode, arguments)));
    return Arbitraries.frequencyOf(Tuple.of(5, direct), Tuple.of(2, inside));
  }

  /** An index is not kept of what lies inside; asked for in a new bin, it spoils the bin. */
  private static List<@Nullable Object> withoutIndex(
      CallOpcode opcode, List<@Nullable Object> arguments) {
    List<@Nullable Object> changed = new ArrayList<>(arguments);
    int order = opcode.signature().indexOf(Argument.ORDER);
    if (order >= 0 && order < changed.size() && changed.get(order) instanceof Long flags) {
      changed.set(order, flags & ~0x10L);
    }
    return changed;
  }

  private Arbitrary<List<@Nullable Object>> arguments(CallOpcode opcode) {
    List<Argument> signature = opcode.signature().arguments();
    List<Arbitrary<@Nullable Object>> each = new ArrayList<>();
    for (Argument argument : signature) {
      each.add(argument(opcode, argument));
    }
    int required = opcode.signature().required();
    Arbitrary<Integer> counts =
        Arbitraries.frequencyOf(
            Tuple.of(40, Arbitraries.integers().between(required, signature.size())),
            Tuple.of(1, Arbitraries.integers().between(0, signature.size())));
    return Combinators.combine(counts, Combinators.combine(each).as(list -> list))
        .as((count, all) -> new ArrayList<>(all.subList(0, count)));
  }

  private Arbitrary<@Nullable Object> argument(CallOpcode opcode, Argument argument) {
    Arbitrary<@Nullable Object> usual =
        switch (argument) {
          case RETURN_TYPE -> returnTypes(opcode);
          case INDEX, RANK -> opcode.modifies() ? places() : anyPlaces();
          case COUNT -> counts();
          case VALUE -> stores(opcode) ? values(1) : numeric(opcode) ? numbers() : wanted();
          case VALUES ->
              stores(opcode)
                  ? lists(1).map(v -> v)
                  : values(1).list().ofMinSize(least(opcode)).ofMaxSize(4).map(v -> v);
          case KEY -> stores(opcode) ? keys().map(v -> v) : wantedKeys();
          case KEYS -> keys().list().ofMinSize(least(opcode)).ofMaxSize(4).map(v -> v);
          case ENTRIES -> maps(1).map(v -> v);
          case BEGIN, END -> opcode.label().contains("Key") ? wantedKeys() : wanted();
          case ORDER ->
              indexed
                  ? Arbitraries.of(0L, 0x10L, 1L, 0x11L, 0x11L, 3L, 0x13L, 0x13L, 0x12L)
                  : Arbitraries.of(0L, 0L, 0L, 1L, 1L, 3L, 3L, 2L, 5L, 0x101L);
          case FLAGS -> Arbitraries.longs().between(0, 15).map(v -> v);
          case SORT_FLAGS -> Arbitraries.longs().between(0, indexed ? 1 : 3).map(v -> v);
          default -> throw new IllegalStateException("no argument of lists or maps: " + argument);
        };
    return Arbitraries.frequencyOf(Tuple.of(80, usual), Tuple.of(1, unusual(argument)));
  }

  /** What does not fit; but nothing that does not fit is to be stored, which spoils lists. */
  private static Arbitrary<@Nullable Object> unusual(Argument argument) {
    return argument == Argument.KEY
        ? Arbitraries.of(1.5, true, List.of(1L), SpecialValue.WILDCARD)
        : Arbitraries.of("text", 1.5, List.of(2L), true);
  }

  /** How many values a selection by a list of them has at least. */
  private static int least(CallOpcode opcode) {
    return opcode instanceof MapOpcode ? 1 : 0;
  }

  private static boolean numeric(CallOpcode opcode) {
    return opcode == ListOpcode.INCREMENT
        || opcode == MapOpcode.INCREMENT
        || opcode == MapOpcode.DECREMENT;
  }

  private static boolean stores(CallOpcode opcode) {
    return opcode.modifies() && !opcode.label().startsWith("remove") && !numeric(opcode);
  }

  private static Arbitrary<@Nullable Object> wantedKeys() {
    return Arbitraries.frequencyOf(
        Tuple.of(12, keys().map(v -> v)),
        Tuple.of(1, Arbitraries.of(SpecialValue.INFINITY, 1.5, "zz")),
        Tuple.of(1, Arbitraries.just(null)));
  }

  private static Arbitrary<@Nullable Object> numbers() {
    return Arbitraries.of(
        1L, -1L, 3L, 300L, Long.MAX_VALUE, Long.MIN_VALUE, 1.5, -0.5, 1e300, 0.5f, null);
  }

  private static Arbitrary<@Nullable Object> places() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.longs().between(-7, 8).map(v -> v)),
        Tuple.of(1, Arbitraries.of(20L, 140L, 1L << 31, -1L << 33)));
  }

  private static Arbitrary<@Nullable Object> anyPlaces() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, places()),
        Tuple.of(1, Arbitraries.of(Integer.MAX_VALUE + 0L, Long.MAX_VALUE, Long.MIN_VALUE)));
  }

  private static Arbitrary<@Nullable Object> counts() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.longs().between(0, 7).map(v -> v)),
        Tuple.of(1, Arbitraries.of(0xFFFF_FFFFL, 1L << 32, Long.MAX_VALUE, -1L, -3L)));
  }

  private static Arbitrary<@Nullable Object> returnTypes(CallOpcode opcode) {
    boolean first =
        opcode == MapOpcode.GET_FIRST_BY_VALUE || opcode == MapOpcode.REMOVE_FIRST_BY_VALUE;
    Arbitrary<Long> types =
        Arbitraries.frequencyOf(
            Tuple.of(24, Arbitraries.of(0L, 1L, 2L, 3L, 4L, 5L, 7L, 13L)),
            Tuple.of(
                opcode instanceof MapOpcode ? 12 : 1,
                Arbitraries.of(6L, 8L, 16L, first ? 16L : 17L)),
            Tuple.of(1, Arbitraries.of(9L, 10L, 11L, 12L, 14L, 15L, 18L)));
    return Combinators.combine(types, Arbitraries.of(true, false, false, false))
        .as((type, inverted) -> inverted ? type | ReturnType.INVERTED : type);
  }

  // Paths -----------------------------------------------------------------------------------------

  private Arbitrary<List<@Nullable Object>> paths() {
    return pathSteps().list().ofMinSize(1).ofMaxSize(3).map(CollectionPrograms::flat);
  }

  private static List<@Nullable Object> flat(List<List<@Nullable Object>> steps) {
    List<@Nullable Object> path = new ArrayList<>();
    steps.forEach(path::addAll);
    return path;
  }

  private Arbitrary<List<@Nullable Object>> pathSteps() {
    Arbitrary<Integer> creates = Arbitraries.of(0, 0, 0, 0x40, 0x80, 0xC0);
    return Arbitraries.frequencyOf(
        Tuple.of(
            6,
            Combinators.combine(creates, Arbitraries.longs().between(-4, 6))
                .as(
                    (create, index) ->
                        index < (create == ContextCode.CREATE_LIST_UNBOUNDED ? 0 : -1)
                            ? pair(ContextCode.LIST | ContextCode.INDEX, index)
                            : pair(ContextCode.LIST | ContextCode.INDEX | create, index))),
        Tuple.of(
            6,
            Combinators.combine(creates, keys())
                .as((create, key) -> pair(ContextCode.MAP | ContextCode.KEY | create, key))),
        Tuple.of(
            2,
            Combinators.combine(Arbitraries.of(0x10, 0x20, 0x11, 0x21, 0), anyPlace())
                .as((code, place) -> pair(code, place))),
        Tuple.of(
            2,
            Combinators.combine(
                    indexed ? Arbitraries.of(0x13) : Arbitraries.of(0x13, 0x23, 3), wanted())
                .as((code, value) -> pair(code, value))),
        Tuple.of(
            1,
            Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(0x12, 0x22, 2, 4, 5, 0x162), keys())
                    .as((code, value) -> pair(code, value)),
                Arbitraries.longs().between(-1, 4).map(index -> pair(0x150, index)))));
  }

  private static Arbitrary<Long> anyPlace() {
    return Arbitraries.longs().between(-4, 5);
  }

  private static List<@Nullable Object> pair(int code, @Nullable Object value) {
    return Cases.list((long) code, value);
  }

  private Arbitrary<Step> selections() {
    Arbitrary<List<@Nullable Object>> levels =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.just(pair(ContextCode.EXPRESSION, true))),
            Tuple.of(
                1,
                keys()
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(4)
                    .map(keys -> pair(ContextCode.MAP | ContextCode.KEY_LIST, keys))),
            Tuple.of(4, pathSteps()));
    Arbitrary<Long> flags =
        Combinators.combine(
                Arbitraries.of(0L, 1L, 2L, 3L, 0L, 1L, 2L, 3L, 4L, 5L), Arbitraries.of(0L, 0x10L))
            .as((kind, noFail) -> kind | noFail);
    return Combinators.combine(
            Arbitraries.of("list", "map", "map", "scalar", "new"),
            levels.list().ofMinSize(1).ofMaxSize(3).map(CollectionPrograms::flat),
            flags)
        .as(Cases::select);
  }
}
