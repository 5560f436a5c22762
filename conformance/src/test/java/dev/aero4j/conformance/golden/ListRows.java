package dev.aero4j.conformance.golden;

import static dev.aero4j.operation.ListOperation.*;

import com.aerospike.client.Operation;
import com.aerospike.client.Value;
import com.aerospike.client.cdt.CTX;
import com.aerospike.client.cdt.ListOperation;
import com.aerospike.client.cdt.ListOrder;
import com.aerospike.client.cdt.ListPolicy;
import com.aerospike.client.cdt.ListReturnType;
import com.aerospike.client.cdt.ListSortFlags;
import com.aerospike.client.cdt.ListWriteFlags;
import dev.aero4j.operation.ListOptions;
import dev.aero4j.operation.ListReturn;
import dev.aero4j.operation.ListSort;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The operations on lists. */
final class ListRows {
  private static final String BIN = "l";

  /** The official client has no name for it. */
  private static final int DESCENDING = 1;

  private static final List<Object> ITEMS = Arrays.asList("x", 7, null, 2.5, List.of(1));

  /** All of a policy's flags and orders, one way or another. */
  static final Map<ListOptions, ListPolicy> OPTIONS =
      Map.of(
          ListOptions.unordered(),
          ListPolicy.Default,
          ListOptions.ordered(),
          new ListPolicy(ListOrder.ORDERED, ListWriteFlags.DEFAULT),
          ListOptions.unordered().addUnique(),
          new ListPolicy(ListOrder.UNORDERED, ListWriteFlags.ADD_UNIQUE),
          ListOptions.unordered().insertBounded(),
          new ListPolicy(ListOrder.UNORDERED, ListWriteFlags.INSERT_BOUNDED),
          ListOptions.ordered().noFail(),
          new ListPolicy(ListOrder.ORDERED, ListWriteFlags.NO_FAIL),
          ListOptions.ordered().addUnique().noFail().partial(),
          new ListPolicy(
              ListOrder.ORDERED,
              ListWriteFlags.ADD_UNIQUE | ListWriteFlags.NO_FAIL | ListWriteFlags.PARTIAL));

  private final Table table;

  private ListRows(Table table) {
    this.table = table;
  }

  static void addTo(Table table) {
    ListRows rows = new ListRows(table);
    rows.orders();
    rows.writes();
    rows.removals();
    rows.reads();
    rows.selections();
    rows.removingSelections();
  }

  /** The official call on a path. */
  private interface At {
    Operation at(CTX... path);
  }

  /** The official call that gives something on a path. */
  private interface Selecting {
    Operation at(int returnType, CTX... path);
  }

  /** The official call with a policy on a path. */
  private interface Writing {
    Operation at(ListPolicy policy, CTX... path);
  }

  private void call(String name, dev.aero4j.operation.ListOperation ours, At theirs) {
    call(name, ours, theirs, Paths.ALL);
  }

  private void call(
      String name, dev.aero4j.operation.ListOperation ours, At theirs, List<Paths.Path> paths) {
    table.same("list " + name, ours, theirs.at());
    for (Paths.Path path : paths) {
      table.same("list " + name + " at " + path, ours.at(path.ours()), theirs.at(path.theirs()));
    }
  }

  private void write(String name, dev.aero4j.operation.ListOperation ours, Writing theirs) {
    OPTIONS.forEach(
        (options, policy) ->
            call(name + " " + options, ours.with(options), path -> theirs.at(policy, path)));
  }

  private void select(String name, dev.aero4j.operation.ListOperation ours, Selecting theirs) {
    for (ListReturn what : ListReturn.values()) {
      int type = Table.officialCode(ListReturnType.class, what);
      String text = name + " returning " + what;
      call(text, ours.returning(what), path -> theirs.at(type, path));
      table.same(
          "list " + text + " inverted",
          ours.returning(what).inverted(),
          theirs.at(type | ListReturnType.INVERTED));
      table.same(
          "list inverted " + text,
          ours.inverted().returning(what),
          theirs.at(type | ListReturnType.INVERTED));
    }
  }

  private void orders() {
    Map<ListOptions, ListOrder> orders =
        Map.of(
            ListOptions.unordered(), ListOrder.UNORDERED, ListOptions.ordered(), ListOrder.ORDERED);
    orders.forEach(
        (options, order) -> {
          call(
              "create " + order,
              create(BIN, options),
              path -> ListOperation.create(BIN, order, false, path),
              Paths.FINDING);
          call(
              "create with index " + order,
              create(BIN, options.withPersistIndex()),
              path -> ListOperation.create(BIN, order, false, true, path),
              Paths.FINDING);
          call(
              "setOrder " + order,
              setOrder(BIN, options),
              path -> ListOperation.setOrder(BIN, order, path));
          call(
              "setOrder with index " + order,
              setOrder(BIN, options.withPersistIndex()),
              path -> ListOperation.setOrder(BIN, order, true, path));
        });
    table.same(
        "list create in a padded one",
        create(BIN, ListOptions.unordered())
            .at(
                dev.aero4j.operation.Context.root()
                    .listIndexCreate(8, dev.aero4j.operation.ListOrder.UNORDERED, true)),
        ListOperation.create(BIN, ListOrder.UNORDERED, true, CTX.listIndex(8)));
  }

  private void writes() {
    call("append", append(BIN, "v"), path -> ListOperation.append(BIN, Value.get("v"), path));
    call(
        "append of bytes",
        append(BIN, new byte[] {1}),
        path -> ListOperation.append(BIN, Value.get(new byte[] {1}), path));
    call(
        "append of null",
        append(BIN, null),
        path -> ListOperation.append(BIN, Value.getAsNull(), path));
    write(
        "append",
        append(BIN, 9),
        (policy, path) -> ListOperation.append(policy, BIN, Value.get(9), path));
    call(
        "appendItems",
        appendItems(BIN, ITEMS),
        path -> ListOperation.appendItems(BIN, values(ITEMS), path));
    write(
        "appendItems",
        appendItems(BIN, ITEMS),
        (policy, path) -> ListOperation.appendItems(policy, BIN, values(ITEMS), path));
    call("insert", insert(BIN, 1, "v"), path -> ListOperation.insert(BIN, 1, Value.get("v"), path));
    write(
        "insert",
        insert(BIN, -1, 300L),
        (policy, path) -> ListOperation.insert(policy, BIN, -1, Value.get(300L), path));
    call(
        "insertItems",
        insertItems(BIN, 1, ITEMS),
        path -> ListOperation.insertItems(BIN, 1, values(ITEMS), path));
    write(
        "insertItems",
        insertItems(BIN, 9, ITEMS),
        (policy, path) -> ListOperation.insertItems(policy, BIN, 9, values(ITEMS), path));
    call("increment by 1", increment(BIN, 0), path -> ListOperation.increment(BIN, 0, path));
    write(
        "increment by 1",
        increment(BIN, 0),
        (policy, path) -> ListOperation.increment(policy, BIN, 0, path));
    call(
        "increment",
        increment(BIN, 0, -5),
        path -> ListOperation.increment(BIN, 0, Value.get(-5), path));
    call(
        "increment by a double",
        increment(BIN, 0, 0.5),
        path -> ListOperation.increment(BIN, 0, Value.get(0.5), path));
    write(
        "increment",
        increment(BIN, 1, 70_000),
        (policy, path) -> ListOperation.increment(policy, BIN, 1, Value.get(70_000), path));
    call("set", set(BIN, 2, "v"), path -> ListOperation.set(BIN, 2, Value.get("v"), path));
    write(
        "set",
        set(BIN, 2, "v"),
        (policy, path) -> ListOperation.set(policy, BIN, 2, Value.get("v"), path));
    call("sort", sort(BIN), path -> ListOperation.sort(BIN, ListSortFlags.DEFAULT, path));
    call(
        "sort downwards",
        sort(BIN, ListSort.DESCENDING),
        path -> ListOperation.sort(BIN, DESCENDING, path));
    call(
        "sort without duplicates",
        sort(BIN, ListSort.DESCENDING, ListSort.DROP_DUPLICATES),
        path -> ListOperation.sort(BIN, DESCENDING | ListSortFlags.DROP_DUPLICATES, path));
  }

  private void removals() {
    call("pop", pop(BIN, -1), path -> ListOperation.pop(BIN, -1, path));
    call("popRange", popRange(BIN, 1, 2), path -> ListOperation.popRange(BIN, 1, 2, path));
    call("popRange to the end", popRange(BIN, 1), path -> ListOperation.popRange(BIN, 1, path));
    call("remove", remove(BIN, 1), path -> ListOperation.remove(BIN, 1, path));
    call("removeRange", removeRange(BIN, 1, 2), path -> ListOperation.removeRange(BIN, 1, 2, path));
    call(
        "removeRange to the end",
        removeRange(BIN, 1),
        path -> ListOperation.removeRange(BIN, 1, path));
    call("trim", trim(BIN, 1, 2), path -> ListOperation.trim(BIN, 1, 2, path));
    call("clear", clear(BIN), path -> ListOperation.clear(BIN, path));
  }

  private void reads() {
    call("size", size(BIN), path -> ListOperation.size(BIN, path));
    call("get", get(BIN, 1), path -> ListOperation.get(BIN, 1, path));
    call("getRange", getRange(BIN, 1, 2), path -> ListOperation.getRange(BIN, 1, 2, path));
    call("getRange to the end", getRange(BIN, 1), path -> ListOperation.getRange(BIN, 1, path));
  }

  private void selections() {
    select(
        "getByIndex",
        getByIndex(BIN, 1),
        (type, path) -> ListOperation.getByIndex(BIN, 1, type, path));
    select(
        "getByIndexRange to the end",
        getByIndexRange(BIN, 1),
        (type, path) -> ListOperation.getByIndexRange(BIN, 1, type, path));
    select(
        "getByIndexRange",
        getByIndexRange(BIN, 1, 2),
        (type, path) -> ListOperation.getByIndexRange(BIN, 1, 2, type, path));
    select(
        "getByRank",
        getByRank(BIN, -1),
        (type, path) -> ListOperation.getByRank(BIN, -1, type, path));
    select(
        "getByRankRange to the end",
        getByRankRange(BIN, 1),
        (type, path) -> ListOperation.getByRankRange(BIN, 1, type, path));
    select(
        "getByRankRange",
        getByRankRange(BIN, 1, 2),
        (type, path) -> ListOperation.getByRankRange(BIN, 1, 2, type, path));
    select(
        "getByValue",
        getByValue(BIN, "v"),
        (type, path) -> ListOperation.getByValue(BIN, Value.get("v"), type, path));
    select(
        "getByValueList",
        getByValueList(BIN, ITEMS),
        (type, path) -> ListOperation.getByValueList(BIN, values(ITEMS), type, path));
    select(
        "getByValueRange",
        getByValueRange(BIN, 3, 7),
        (type, path) -> ListOperation.getByValueRange(BIN, Value.get(3), Value.get(7), type, path));
    select(
        "getByValueRange without end",
        getByValueRange(BIN, 3, null),
        (type, path) -> ListOperation.getByValueRange(BIN, Value.get(3), null, type, path));
    select(
        "getByValueRange without begin",
        getByValueRange(BIN, null, 7),
        (type, path) -> ListOperation.getByValueRange(BIN, null, Value.get(7), type, path));
    select(
        "getByValueRelativeRankRange to the end",
        getByValueRelativeRankRange(BIN, 3, -1),
        (type, path) ->
            ListOperation.getByValueRelativeRankRange(BIN, Value.get(3), -1, type, path));
    select(
        "getByValueRelativeRankRange",
        getByValueRelativeRankRange(BIN, 3, 0, 2),
        (type, path) ->
            ListOperation.getByValueRelativeRankRange(BIN, Value.get(3), 0, 2, type, path));
  }

  private void removingSelections() {
    select(
        "removeByIndex",
        removeByIndex(BIN, 1),
        (type, path) -> ListOperation.removeByIndex(BIN, 1, type, path));
    select(
        "removeByIndexRange to the end",
        removeByIndexRange(BIN, 1),
        (type, path) -> ListOperation.removeByIndexRange(BIN, 1, type, path));
    select(
        "removeByIndexRange",
        removeByIndexRange(BIN, 1, 2),
        (type, path) -> ListOperation.removeByIndexRange(BIN, 1, 2, type, path));
    select(
        "removeByRank",
        removeByRank(BIN, -1),
        (type, path) -> ListOperation.removeByRank(BIN, -1, type, path));
    select(
        "removeByRankRange to the end",
        removeByRankRange(BIN, 1),
        (type, path) -> ListOperation.removeByRankRange(BIN, 1, type, path));
    select(
        "removeByRankRange",
        removeByRankRange(BIN, 1, 2),
        (type, path) -> ListOperation.removeByRankRange(BIN, 1, 2, type, path));
    select(
        "removeByValue",
        removeByValue(BIN, "v"),
        (type, path) -> ListOperation.removeByValue(BIN, Value.get("v"), type, path));
    select(
        "removeByValueList",
        removeByValueList(BIN, ITEMS),
        (type, path) -> ListOperation.removeByValueList(BIN, values(ITEMS), type, path));
    select(
        "removeByValueRange",
        removeByValueRange(BIN, 3, 7),
        (type, path) ->
            ListOperation.removeByValueRange(BIN, Value.get(3), Value.get(7), type, path));
    select(
        "removeByValueRange without end",
        removeByValueRange(BIN, 3, null),
        (type, path) -> ListOperation.removeByValueRange(BIN, Value.get(3), null, type, path));
    select(
        "removeByValueRelativeRankRange to the end",
        removeByValueRelativeRankRange(BIN, 3, -1),
        (type, path) ->
            ListOperation.removeByValueRelativeRankRange(BIN, Value.get(3), -1, type, path));
    select(
        "removeByValueRelativeRankRange",
        removeByValueRelativeRankRange(BIN, 3, 0, 2),
        (type, path) ->
            ListOperation.removeByValueRelativeRankRange(BIN, Value.get(3), 0, 2, type, path));
  }

  static List<Value> values(List<?> values) {
    return values.stream().map(Value::get).toList();
  }
}
