package dev.aero4j.conformance.differential;

import static dev.aero4j.expression.Exp.add;
import static dev.aero4j.expression.Exp.and;
import static dev.aero4j.expression.Exp.cond;
import static dev.aero4j.expression.Exp.eq;
import static dev.aero4j.expression.Exp.gt;
import static dev.aero4j.expression.Exp.loopVar;
import static dev.aero4j.expression.Exp.lt;
import static dev.aero4j.expression.Exp.removeResult;
import static dev.aero4j.expression.Exp.val;

import dev.aero4j.expression.Exp;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.LoopPart;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.value.OrderedList;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Random programs that select and modify by paths with conditions. Lists and maps are short: when
 * so many elements are removed that the head of one gets shorter, the server may fail altogether.
 * And only the list of the bin itself is ordered: the server sorts the wrong bytes after it has
 * modified elements of an ordered list inside.
 */
final class PathPrograms {
  private static final Exp NUMBER = loopVar(ExpType.INT, LoopPart.VALUE);
  private static final Exp INDEX = loopVar(ExpType.INT, LoopPart.INDEX);
  private static final Exp KEY = loopVar(ExpType.STRING, LoopPart.MAP_KEY);
  private static final Exp NUMBER_KEY = loopVar(ExpType.INT, LoopPart.MAP_KEY);

  private PathPrograms() {}

  static Arbitrary<Program> programs() {
    return Combinators.combine(
            orderedOrNot(lists(2)),
            maps(2),
            steps().list().ofMinSize(1).ofMaxSize(3),
            Filters.of(Exp.binExists("list"), Exp.binExists("none")))
        .as(
            (list, map, steps, filter) ->
                Cases.program(
                        Cases.bins("list", list, "map", map, "scalar", 1L),
                        steps.toArray(Step[]::new))
                    .filtered(filter));
  }

  private static Arbitrary<@Nullable Object> values(int depth) {
    Arbitrary<@Nullable Object> scalars =
        Arbitraries.of(-1L, 0L, 1L, 2L, 3L, 1L, 2L, "a", "b", 1.5, -0.0, Double.NaN, true, null);
    return depth == 0
        ? scalars
        : Arbitraries.frequencyOf(
            Tuple.of(3, scalars),
            Tuple.of(1, lists(depth - 1).map(list -> (Object) list)),
            Tuple.of(1, maps(depth - 1)));
  }

  private static Arbitrary<List<@Nullable Object>> lists(int depth) {
    return values(depth).list().ofMaxSize(5);
  }

  private static Arbitrary<Object> orderedOrNot(Arbitrary<List<@Nullable Object>> lists) {
    return Combinators.combine(lists, Arbitraries.of(true, false))
        .as((list, ordered) -> ordered ? OrderedList.of(list) : (Object) list);
  }

  private static Arbitrary<Object> maps(int depth) {
    Arbitrary<Object> keys = Arbitraries.of(0L, 1L, 2L, "a", "b", "c");
    return Combinators.combine(
            Combinators.combine(keys, values(depth)).as(Tuple::of).list().ofMaxSize(5),
            Arbitraries.integers().between(0, 2))
        .as(
            (entries, kind) -> {
              List<@Nullable Object> flat = new ArrayList<>();
              entries.forEach(
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

  private static Arbitrary<Step> steps() {
    Arbitrary<String> bins =
        Arbitraries.frequency(
            Tuple.of(20, "list"), Tuple.of(20, "map"), Tuple.of(1, "scalar"), Tuple.of(1, "new"));
    Arbitrary<List<@Nullable Object>> paths =
        levels()
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(
                steps -> {
                  List<@Nullable Object> path = new ArrayList<>();
                  steps.forEach(path::addAll);
                  return path;
                });
    Arbitrary<Long> noFail = Arbitraries.of(0L, 0x10L);
    Arbitrary<Step> selections =
        Combinators.combine(bins, paths, Arbitraries.of(0L, 1L, 2L, 3L), noFail)
            .as((bin, path, kind, flag) -> Cases.select(bin, path, kind | flag));
    Arbitrary<Step> modifications =
        Combinators.combine(bins, paths, noFail, modifications())
            .as((bin, path, flag, expr) -> Cases.modify(bin, path, 4L | flag, expr));
    return Arbitraries.oneOf(selections, modifications);
  }

  private static Arbitrary<List<@Nullable Object>> levels() {
    Arbitrary<List<@Nullable Object>> narrowed =
        Combinators.combine(narrowable(), conditions())
            .as(
                (level, condition) -> {
                  List<@Nullable Object> both = new ArrayList<>(level);
                  both.add((long) (ContextCode.AND | ContextCode.EXPRESSION));
                  both.add(condition);
                  return both;
                });
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(Cases.path((long) ContextCode.EXPRESSION, true))),
        Tuple.of(5, conditions().map(c -> Cases.path((long) ContextCode.EXPRESSION, c))),
        Tuple.of(3, places()),
        Tuple.of(2, narrowed));
  }

  private static Arbitrary<List<@Nullable Object>> places() {
    return Arbitraries.oneOf(at(0x10L, 0x20L, 0x11L, 0x21L, 0L, 1L), narrowable());
  }

  private static Arbitrary<List<@Nullable Object>> at(Long... codes) {
    return Combinators.combine(Arbitraries.of(codes), Arbitraries.longs().between(-3, 4))
        .as((code, index) -> Cases.path(code, index));
  }

  /** Not the index or rank of a map: with a condition besides, the server reads past the entry. */
  private static Arbitrary<List<@Nullable Object>> narrowable() {
    return Arbitraries.oneOf(
        at(0x10L, 0x11L),
        Arbitraries.of("a", "b", 0L, 1L).map(key -> Cases.path(0x22L, key)),
        Arbitraries.of(1L, 2L, "a").map(value -> Cases.path(3L, value)),
        Arbitraries.of("a", "b", 0L, 1L)
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(keys -> Cases.path(0x2AL, keys)));
  }

  private static Arbitrary<Packed> conditions() {
    return Arbitraries.longs()
        .between(-1, 3)
        .flatMap(
            n ->
                Arbitraries.of(
                    gt(NUMBER, val(n)),
                    lt(NUMBER, val(n)),
                    lt(INDEX, val(n)),
                    gt(NUMBER_KEY, val(n)),
                    eq(KEY, val("a")),
                    and(gt(NUMBER, val(n)), lt(INDEX, val(2))),
                    eq(val(n), val(1))))
        .map(condition -> Packed.of(condition.build()));
  }

  private static Arbitrary<Packed> modifications() {
    return Arbitraries.of(
            add(NUMBER, val(10)),
            Exp.sub(val(0), NUMBER),
            removeResult(),
            cond(gt(NUMBER, val(1)), removeResult(), removeResult()),
            val("text"),
            val(1.5),
            INDEX,
            KEY,
            val(List.of(3L, 1L)))
        .map(modification -> Packed.of(modification.build()));
  }
}
