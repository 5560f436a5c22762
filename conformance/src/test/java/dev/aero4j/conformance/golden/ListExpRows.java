package dev.aero4j.conformance.golden;

import static dev.aero4j.expression.Exp.*;
import static dev.aero4j.expression.ListExp.*;

import com.aerospike.client.cdt.CTX;
import com.aerospike.client.cdt.ListPolicy;
import com.aerospike.client.cdt.ListReturnType;
import com.aerospike.client.exp.Exp;
import com.aerospike.client.exp.ListExp;
import dev.aero4j.expression.ListCall;
import dev.aero4j.model.ExpType;
import dev.aero4j.operation.ListReturn;
import dev.aero4j.operation.ListSort;
import java.util.List;
import java.util.function.Function;

/** The calls on lists in expressions. */
final class ListExpRows {
  private static final dev.aero4j.expression.Exp LIST = listBin("l");
  private static final Exp THEIRS = Exp.listBin("l");

  private final Table table;

  private ListExpRows(Table table) {
    this.table = table;
  }

  static void addTo(Table table) {
    ListExpRows rows = new ListExpRows(table);
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
    Exp at(ListPolicy policy, CTX... path);
  }

  /** The official call that gives something about any number of elements. */
  private interface Selecting {
    Exp at(int returnType, CTX... path);
  }

  /** The official call that gives something about one element. */
  private interface Single {
    Exp at(int returnType, Exp.Type type, CTX... path);
  }

  private void call(String name, ListCall ours, At theirs) {
    table.same("list " + name, ours, theirs.at());
    for (Paths.Path path : Paths.ALL) {
      table.same("list " + name + " at " + path, ours.at(path.ours()), theirs.at(path.theirs()));
    }
  }

  private void write(String name, ListCall ours, Writing theirs) {
    call(name, ours, path -> theirs.at(ListPolicy.Default, path));
    ListRows.OPTIONS.forEach(
        (options, policy) ->
            call(name + " " + options, ours.with(options), path -> theirs.at(policy, path)));
  }

  private void select(String name, ListCall ours, Selecting theirs) {
    for (ListReturn what : ListReturn.values()) {
      if (what == ListReturn.NONE) {
        continue; // Neither client gives nothing.
      }
      inverting(name, what, ours, theirs);
    }
  }

  private void remove(String name, ListCall ours, Selecting theirs) {
    inverting(name, ListReturn.NONE, ours, theirs);
  }

  private void inverting(String name, ListReturn what, ListCall ours, Selecting theirs) {
    int type = Table.officialCode(ListReturnType.class, what);
    String text = name + " returning " + what;
    call(text, ours.returning(what), path -> theirs.at(type, path));
    table.same(
        "list " + text + " inverted",
        ours.returning(what).inverted(),
        theirs.at(type | ListReturnType.INVERTED));
  }

  /** The official client is told the type of what is given, ours that of the element. */
  private void single(String name, Function<ExpType, ListCall> ours, Single theirs) {
    for (ExpType type : List.of(ExpType.INT, ExpType.STRING, ExpType.LIST, ExpType.MAP)) {
      for (ListReturn what : ListReturn.values()) {
        if (what != ListReturn.NONE) {
          call(
              name + " as " + type + " returning " + what,
              ours.apply(type).returning(what),
              path ->
                  theirs.at(
                      Table.officialCode(ListReturnType.class, what), given(what, type), path));
        }
      }
    }
  }

  private static Exp.Type given(ListReturn what, ExpType type) {
    return switch (what) {
      case VALUE -> Exp.Type.valueOf(type.name());
      case EXISTS -> Exp.Type.BOOL;

      default -> Exp.Type.INT;
    };
  }

  private void writes() {

    write(
        "append",
        append(LIST, val("v")),
        (policy, path) -> ListExp.append(policy, Exp.val("v"), THEIRS, path));
    write(
        "appendItems",
        appendItems(LIST, val(List.of("v", 7))),
        (policy, path) -> ListExp.appendItems(policy, Exp.val(List.of("v", 7)), THEIRS, path));
    write(
        "insert",
        insert(LIST, val(1), val("v")),
        (policy, path) -> ListExp.insert(policy, Exp.val(1), Exp.val("v"), THEIRS, path));
    write(
        "insertItems",
        insertItems(LIST, val(1), val(List.of("v", 7))),
        (policy, path) ->
            ListExp.insertItems(policy, Exp.val(1), Exp.val(List.of("v", 7)), THEIRS, path));
    write(
        "increment",
        increment(LIST, val(0), val(5)),
        (policy, path) -> ListExp.increment(policy, Exp.val(0), Exp.val(5), THEIRS, path));
    write(
        "set",
        set(LIST, val(2), val("v")),
        (policy, path) -> ListExp.set(policy, Exp.val(2), Exp.val("v"), THEIRS, path));
    call("clear", clear(LIST), path -> ListExp.clear(THEIRS, path));
    call("size", size(LIST), path -> ListExp.size(THEIRS, path));
    call("sort", sort(LIST), path -> ListExp.sort(0, THEIRS, path));
    call(
        "sort downwards",
        sort(LIST, ListSort.DESCENDING, ListSort.DROP_DUPLICATES),
        path -> ListExp.sort(1 | 2, THEIRS, path));
  }

  private void selections() {
    single(
        "getByIndex of val(1)",
        type -> getByIndex(type, LIST, val(1)),
        (what, type, path) -> ListExp.getByIndex(what, type, Exp.val(1), THEIRS, path));
    select(
        "getByIndexRange of val(1)",
        getByIndexRange(LIST, val(1)),
        (what, path) -> ListExp.getByIndexRange(what, Exp.val(1), THEIRS, path));
    select(
        "getByIndexRange of val(1), val(2)",
        getByIndexRange(LIST, val(1), val(2)),
        (what, path) -> ListExp.getByIndexRange(what, Exp.val(1), Exp.val(2), THEIRS, path));
    single(
        "getByRank of val(-1)",
        type -> getByRank(type, LIST, val(-1)),
        (what, type, path) -> ListExp.getByRank(what, type, Exp.val(-1), THEIRS, path));
    select(
        "getByRankRange of val(1)",
        getByRankRange(LIST, val(1)),
        (what, path) -> ListExp.getByRankRange(what, Exp.val(1), THEIRS, path));
    select(
        "getByRankRange of val(1), val(2)",
        getByRankRange(LIST, val(1), val(2)),
        (what, path) -> ListExp.getByRankRange(what, Exp.val(1), Exp.val(2), THEIRS, path));
    select(
        "getByValue of val('v')",
        getByValue(LIST, val("v")),
        (what, path) -> ListExp.getByValue(what, Exp.val("v"), THEIRS, path));
    select(
        "getByValueList of val(List.of('v', 7))",
        getByValueList(LIST, val(List.of("v", 7))),
        (what, path) -> ListExp.getByValueList(what, Exp.val(List.of("v", 7)), THEIRS, path));
    select(
        "getByValueRange of val(3), val(7)",
        getByValueRange(LIST, val(3), val(7)),
        (what, path) -> ListExp.getByValueRange(what, Exp.val(3), Exp.val(7), THEIRS, path));
    select(
        "getByValueRange of val(3), null",
        getByValueRange(LIST, val(3), null),
        (what, path) -> ListExp.getByValueRange(what, Exp.val(3), null, THEIRS, path));
    select(
        "getByValueRange of null, val(7)",
        getByValueRange(LIST, null, val(7)),
        (what, path) -> ListExp.getByValueRange(what, null, Exp.val(7), THEIRS, path));
    select(
        "getByValueRange of val(3), infinity()",
        getByValueRange(LIST, val(3), infinity()),
        (what, path) -> ListExp.getByValueRange(what, Exp.val(3), Exp.inf(), THEIRS, path));
    select(
        "getByValueRelativeRankRange of val(3), val(-1)",
        getByValueRelativeRankRange(LIST, val(3), val(-1)),
        (what, path) ->
            ListExp.getByValueRelativeRankRange(what, Exp.val(3), Exp.val(-1), THEIRS, path));
    select(
        "getByValueRelativeRankRange of val(3), val(0), val(2)",
        getByValueRelativeRankRange(LIST, val(3), val(0), val(2)),
        (what, path) ->
            ListExp.getByValueRelativeRankRange(
                what, Exp.val(3), Exp.val(0), Exp.val(2), THEIRS, path));
  }

  private void removals() {
    call(
        "removeByIndex of val(1)",
        removeByIndex(LIST, val(1)),
        path -> ListExp.removeByIndex(Exp.val(1), THEIRS, path));
    remove(
        "removeByIndexRange of val(1)",
        removeByIndexRange(LIST, val(1)),
        (what, path) -> ListExp.removeByIndexRange(what, Exp.val(1), THEIRS, path));
    remove(
        "removeByIndexRange of val(1), val(2)",
        removeByIndexRange(LIST, val(1), val(2)),
        (what, path) -> ListExp.removeByIndexRange(what, Exp.val(1), Exp.val(2), THEIRS, path));
    call(
        "removeByRank of val(-1)",
        removeByRank(LIST, val(-1)),
        path -> ListExp.removeByRank(Exp.val(-1), THEIRS, path));
    remove(
        "removeByRankRange of val(1)",
        removeByRankRange(LIST, val(1)),
        (what, path) -> ListExp.removeByRankRange(what, Exp.val(1), THEIRS, path));
    remove(
        "removeByRankRange of val(1), val(2)",
        removeByRankRange(LIST, val(1), val(2)),
        (what, path) -> ListExp.removeByRankRange(what, Exp.val(1), Exp.val(2), THEIRS, path));
    remove(
        "removeByValue of val('v')",
        removeByValue(LIST, val("v")),
        (what, path) -> ListExp.removeByValue(what, Exp.val("v"), THEIRS, path));
    remove(
        "removeByValueList of val(List.of('v', 7))",
        removeByValueList(LIST, val(List.of("v", 7))),
        (what, path) -> ListExp.removeByValueList(what, Exp.val(List.of("v", 7)), THEIRS, path));
    remove(
        "removeByValueRange of val(3), val(7)",
        removeByValueRange(LIST, val(3), val(7)),
        (what, path) -> ListExp.removeByValueRange(what, Exp.val(3), Exp.val(7), THEIRS, path));
    remove(
        "removeByValueRange of val(3), null",
        removeByValueRange(LIST, val(3), null),
        (what, path) -> ListExp.removeByValueRange(what, Exp.val(3), null, THEIRS, path));
    remove(
        "removeByValueRange of null, val(7)",
        removeByValueRange(LIST, null, val(7)),
        (what, path) -> ListExp.removeByValueRange(what, null, Exp.val(7), THEIRS, path));
    remove(
        "removeByValueRange of val(3), infinity()",
        removeByValueRange(LIST, val(3), infinity()),
        (what, path) -> ListExp.removeByValueRange(what, Exp.val(3), Exp.inf(), THEIRS, path));
    remove(
        "removeByValueRelativeRankRange of val(3), val(-1)",
        removeByValueRelativeRankRange(LIST, val(3), val(-1)),
        (what, path) ->
            ListExp.removeByValueRelativeRankRange(what, Exp.val(3), Exp.val(-1), THEIRS, path));
    remove(
        "removeByValueRelativeRankRange of val(3), val(0), val(2)",
        removeByValueRelativeRankRange(LIST, val(3), val(0), val(2)),
        (what, path) ->
            ListExp.removeByValueRelativeRankRange(
                what, Exp.val(3), Exp.val(0), Exp.val(2), THEIRS, path));
  }
}
