package dev.aero4j.conformance.golden;

import static dev.aero4j.expression.Exp.*;
import static dev.aero4j.expression.MapExp.*;

import com.aerospike.client.cdt.CTX;
import com.aerospike.client.cdt.MapPolicy;
import com.aerospike.client.cdt.MapReturnType;
import com.aerospike.client.exp.Exp;
import com.aerospike.client.exp.MapExp;
import dev.aero4j.expression.MapCall;
import dev.aero4j.model.ExpType;
import dev.aero4j.operation.MapReturn;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The calls on maps in expressions. */
final class MapExpRows {
  private static final dev.aero4j.expression.Exp MAP = mapBin("m");
  private static final Exp THEIRS = Exp.mapBin("m");

  private final Table table;

  private MapExpRows(Table table) {
    this.table = table;
  }

  static void addTo(Table table) {
    MapExpRows rows = new MapExpRows(table);
    rows.writes();
    rows.selections();
    rows.removals();
  }

  /** The official call on a path. */
  private interface At {
    Exp at(CTX... path);
  }

  /** The official call with a policy on a path. */
  private interface Writing {
    Exp at(MapPolicy policy, CTX... path);
  }

  /** The official call that gives something about any number of elements. */
  private interface Selecting {
    Exp at(int returnType, CTX... path);
  }

  /** The official call that gives something about one element. */
  private interface Single {
    Exp at(int returnType, Exp.Type type, CTX... path);
  }

  private void call(String name, MapCall ours, At theirs) {
    table.same("map " + name, ours, theirs.at());
    for (Paths.Path path : Paths.ALL) {
      table.same("map " + name + " at " + path, ours.at(path.ours()), theirs.at(path.theirs()));
    }
  }

  private void write(String name, MapCall ours, Writing theirs) {
    call(name, ours, path -> theirs.at(MapPolicy.Default, path));
    MapRows.OPTIONS.forEach(
        (options, policy) ->
            call(name + " " + options, ours.with(options), path -> theirs.at(policy, path)));
  }

  /** The official client ignores flags here; ours says that there are none. */
  private void tally(String name, MapCall ours, Writing theirs) {
    call(name, ours, path -> theirs.at(MapPolicy.Default, path));
    MapRows.OPTIONS.forEach(
        (options, policy) -> {
          if (options.flags() == 0) {
            call(name + " " + options, ours.with(options), path -> theirs.at(policy, path));
          }
        });
  }

  private void select(String name, MapCall ours, Selecting theirs) {
    for (MapReturn what : MapReturn.values()) {
      if (what == MapReturn.NONE) {
        continue; // Neither client gives nothing.
      }
      inverting(name, what, ours, theirs);
    }
  }

  private void remove(String name, MapCall ours, Selecting theirs) {
    inverting(name, MapReturn.NONE, ours, theirs);
  }

  private void inverting(String name, MapReturn what, MapCall ours, Selecting theirs) {
    int type = Table.officialCode(MapReturnType.class, what);
    String text = name + " returning " + what;
    call(text, ours.returning(what), path -> theirs.at(type, path));
    table.same(
        "map " + text + " inverted",
        ours.returning(what).inverted(),
        theirs.at(type | MapReturnType.INVERTED));
  }

  /** The official client is told the type of what is given, ours that of the element. */
  private void single(String name, Function<ExpType, MapCall> ours, Single theirs) {
    for (ExpType type : List.of(ExpType.INT, ExpType.STRING, ExpType.LIST, ExpType.MAP)) {
      for (MapReturn what : MapReturn.values()) {
        if (what != MapReturn.NONE) {
          call(
              name + " as " + type + " returning " + what,
              ours.apply(type).returning(what),
              path ->
                  theirs.at(
                      Table.officialCode(MapReturnType.class, what), given(what, type), path));
        }
      }
    }
  }

  private static Exp.Type given(MapReturn what, ExpType type) {
    return switch (what) {
      case KEY, VALUE -> Exp.Type.valueOf(type.name());
      case EXISTS -> Exp.Type.BOOL;
      case KEY_VALUE, UNORDERED_MAP, ORDERED_MAP -> Exp.Type.MAP;
      default -> Exp.Type.INT;
    };
  }

  private void writes() {

    write(
        "put",
        put(MAP, val("x"), val(1.5)),
        (policy, path) -> MapExp.put(policy, Exp.val("x"), Exp.val(1.5), THEIRS, path));
    write(
        "putItems",
        putItems(MAP, val(Map.of("x", 1))),
        (policy, path) -> MapExp.putItems(policy, Exp.val(Map.of("x", 1)), THEIRS, path));
    tally(
        "increment",
        increment(MAP, val("a"), val(5)),
        (policy, path) -> MapExp.increment(policy, Exp.val("a"), Exp.val(5), THEIRS, path));
    call("clear", clear(MAP), path -> MapExp.clear(THEIRS, path));
    call("size", size(MAP), path -> MapExp.size(THEIRS, path));
  }

  private void selections() {
    single(
        "getByKey of val('b')",
        type -> getByKey(type, MAP, val("b")),
        (what, type, path) -> MapExp.getByKey(what, type, Exp.val("b"), THEIRS, path));
    select(
        "getByKeyList of val(List.of('a', 7, 'z'))",
        getByKeyList(MAP, val(List.of("a", 7, "z"))),
        (what, path) -> MapExp.getByKeyList(what, Exp.val(List.of("a", 7, "z")), THEIRS, path));
    select(
        "getByKeyRange of val('b'), val('m')",
        getByKeyRange(MAP, val("b"), val("m")),
        (what, path) -> MapExp.getByKeyRange(what, Exp.val("b"), Exp.val("m"), THEIRS, path));
    select(
        "getByKeyRange of val('b'), null",
        getByKeyRange(MAP, val("b"), null),
        (what, path) -> MapExp.getByKeyRange(what, Exp.val("b"), null, THEIRS, path));
    select(
        "getByKeyRange of null, val('m')",
        getByKeyRange(MAP, null, val("m")),
        (what, path) -> MapExp.getByKeyRange(what, null, Exp.val("m"), THEIRS, path));
    select(
        "getByKeyRelativeIndexRange of val('c'), val(-1)",
        getByKeyRelativeIndexRange(MAP, val("c"), val(-1)),
        (what, path) ->
            MapExp.getByKeyRelativeIndexRange(what, Exp.val("c"), Exp.val(-1), THEIRS, path));
    select(
        "getByKeyRelativeIndexRange of val('c'), val(0), val(2)",
        getByKeyRelativeIndexRange(MAP, val("c"), val(0), val(2)),
        (what, path) ->
            MapExp.getByKeyRelativeIndexRange(
                what, Exp.val("c"), Exp.val(0), Exp.val(2), THEIRS, path));
    single(
        "getByIndex of val(1)",
        type -> getByIndex(type, MAP, val(1)),
        (what, type, path) -> MapExp.getByIndex(what, type, Exp.val(1), THEIRS, path));
    select(
        "getByIndexRange of val(1)",
        getByIndexRange(MAP, val(1)),
        (what, path) -> MapExp.getByIndexRange(what, Exp.val(1), THEIRS, path));
    select(
        "getByIndexRange of val(1), val(2)",
        getByIndexRange(MAP, val(1), val(2)),
        (what, path) -> MapExp.getByIndexRange(what, Exp.val(1), Exp.val(2), THEIRS, path));
    single(
        "getByRank of val(-1)",
        type -> getByRank(type, MAP, val(-1)),
        (what, type, path) -> MapExp.getByRank(what, type, Exp.val(-1), THEIRS, path));
    select(
        "getByRankRange of val(1)",
        getByRankRange(MAP, val(1)),
        (what, path) -> MapExp.getByRankRange(what, Exp.val(1), THEIRS, path));
    select(
        "getByRankRange of val(1), val(2)",
        getByRankRange(MAP, val(1), val(2)),
        (what, path) -> MapExp.getByRankRange(what, Exp.val(1), Exp.val(2), THEIRS, path));
    select(
        "getByValue of val(7)",
        getByValue(MAP, val(7)),
        (what, path) -> MapExp.getByValue(what, Exp.val(7), THEIRS, path));
    select(
        "getByValueList of val(List.of(7, 7))",
        getByValueList(MAP, val(List.of(7, 7))),
        (what, path) -> MapExp.getByValueList(what, Exp.val(List.of(7, 7)), THEIRS, path));
    select(
        "getByValueRange of val(3), val(7)",
        getByValueRange(MAP, val(3), val(7)),
        (what, path) -> MapExp.getByValueRange(what, Exp.val(3), Exp.val(7), THEIRS, path));
    select(
        "getByValueRange of val(3), null",
        getByValueRange(MAP, val(3), null),
        (what, path) -> MapExp.getByValueRange(what, Exp.val(3), null, THEIRS, path));
    select(
        "getByValueRange of null, val(7)",
        getByValueRange(MAP, null, val(7)),
        (what, path) -> MapExp.getByValueRange(what, null, Exp.val(7), THEIRS, path));
    select(
        "getByValueRange of val(3), infinity()",
        getByValueRange(MAP, val(3), infinity()),
        (what, path) -> MapExp.getByValueRange(what, Exp.val(3), Exp.inf(), THEIRS, path));
    select(
        "getByValueRelativeRankRange of val(3), val(-1)",
        getByValueRelativeRankRange(MAP, val(3), val(-1)),
        (what, path) ->
            MapExp.getByValueRelativeRankRange(what, Exp.val(3), Exp.val(-1), THEIRS, path));
    select(
        "getByValueRelativeRankRange of val(3), val(0), val(2)",
        getByValueRelativeRankRange(MAP, val(3), val(0), val(2)),
        (what, path) ->
            MapExp.getByValueRelativeRankRange(
                what, Exp.val(3), Exp.val(0), Exp.val(2), THEIRS, path));
  }

  private void removals() {
    call(
        "removeByKey of val('b')",
        removeByKey(MAP, val("b")),
        path -> MapExp.removeByKey(Exp.val("b"), THEIRS, path));
    remove(
        "removeByKeyList of val(List.of('a', 7, 'z'))",
        removeByKeyList(MAP, val(List.of("a", 7, "z"))),
        (what, path) -> MapExp.removeByKeyList(what, Exp.val(List.of("a", 7, "z")), THEIRS, path));
    remove(
        "removeByKeyRange of val('b'), val('m')",
        removeByKeyRange(MAP, val("b"), val("m")),
        (what, path) -> MapExp.removeByKeyRange(what, Exp.val("b"), Exp.val("m"), THEIRS, path));
    remove(
        "removeByKeyRange of val('b'), null",
        removeByKeyRange(MAP, val("b"), null),
        (what, path) -> MapExp.removeByKeyRange(what, Exp.val("b"), null, THEIRS, path));
    remove(
        "removeByKeyRange of null, val('m')",
        removeByKeyRange(MAP, null, val("m")),
        (what, path) -> MapExp.removeByKeyRange(what, null, Exp.val("m"), THEIRS, path));
    remove(
        "removeByKeyRelativeIndexRange of val('c'), val(-1)",
        removeByKeyRelativeIndexRange(MAP, val("c"), val(-1)),
        (what, path) ->
            MapExp.removeByKeyRelativeIndexRange(what, Exp.val("c"), Exp.val(-1), THEIRS, path));
    remove(
        "removeByKeyRelativeIndexRange of val('c'), val(0), val(2)",
        removeByKeyRelativeIndexRange(MAP, val("c"), val(0), val(2)),
        (what, path) ->
            MapExp.removeByKeyRelativeIndexRange(
                what, Exp.val("c"), Exp.val(0), Exp.val(2), THEIRS, path));
    call(
        "removeByIndex of val(1)",
        removeByIndex(MAP, val(1)),
        path -> MapExp.removeByIndex(Exp.val(1), THEIRS, path));
    remove(
        "removeByIndexRange of val(1)",
        removeByIndexRange(MAP, val(1)),
        (what, path) -> MapExp.removeByIndexRange(what, Exp.val(1), THEIRS, path));
    remove(
        "removeByIndexRange of val(1), val(2)",
        removeByIndexRange(MAP, val(1), val(2)),
        (what, path) -> MapExp.removeByIndexRange(what, Exp.val(1), Exp.val(2), THEIRS, path));
    call(
        "removeByRank of val(-1)",
        removeByRank(MAP, val(-1)),
        path -> MapExp.removeByRank(Exp.val(-1), THEIRS, path));
    remove(
        "removeByRankRange of val(1)",
        removeByRankRange(MAP, val(1)),
        (what, path) -> MapExp.removeByRankRange(what, Exp.val(1), THEIRS, path));
    remove(
        "removeByRankRange of val(1), val(2)",
        removeByRankRange(MAP, val(1), val(2)),
        (what, path) -> MapExp.removeByRankRange(what, Exp.val(1), Exp.val(2), THEIRS, path));
    remove(
        "removeByValue of val(7)",
        removeByValue(MAP, val(7)),
        (what, path) -> MapExp.removeByValue(what, Exp.val(7), THEIRS, path));
    remove(
        "removeByValueList of val(List.of(7, 7))",
        removeByValueList(MAP, val(List.of(7, 7))),
        (what, path) -> MapExp.removeByValueList(what, Exp.val(List.of(7, 7)), THEIRS, path));
    remove(
        "removeByValueRange of val(3), val(7)",
        removeByValueRange(MAP, val(3), val(7)),
        (what, path) -> MapExp.removeByValueRange(what, Exp.val(3), Exp.val(7), THEIRS, path));
    remove(
        "removeByValueRange of val(3), null",
        removeByValueRange(MAP, val(3), null),
        (what, path) -> MapExp.removeByValueRange(what, Exp.val(3), null, THEIRS, path));
    remove(
        "removeByValueRange of null, val(7)",
        removeByValueRange(MAP, null, val(7)),
        (what, path) -> MapExp.removeByValueRange(what, null, Exp.val(7), THEIRS, path));
    remove(
        "removeByValueRange of val(3), infinity()",
        removeByValueRange(MAP, val(3), infinity()),
        (what, path) -> MapExp.removeByValueRange(what, Exp.val(3), Exp.inf(), THEIRS, path));
    remove(
        "removeByValueRelativeRankRange of val(3), val(-1)",
        removeByValueRelativeRankRange(MAP, val(3), val(-1)),
        (what, path) ->
            MapExp.removeByValueRelativeRankRange(what, Exp.val(3), Exp.val(-1), THEIRS, path));
    remove(
        "removeByValueRelativeRankRange of val(3), val(0), val(2)",
        removeByValueRelativeRankRange(MAP, val(3), val(0), val(2)),
        (what, path) ->
            MapExp.removeByValueRelativeRankRange(
                what, Exp.val(3), Exp.val(0), Exp.val(2), THEIRS, path));
  }
}
