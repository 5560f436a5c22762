package dev.aero4j.conformance.golden;

import static dev.aero4j.operation.MapOperation.*;

import com.aerospike.client.Operation;
import com.aerospike.client.Value;
import com.aerospike.client.cdt.CTX;
import com.aerospike.client.cdt.MapOperation;
import com.aerospike.client.cdt.MapOrder;
import com.aerospike.client.cdt.MapPolicy;
import com.aerospike.client.cdt.MapReturnType;
import com.aerospike.client.cdt.MapWriteFlags;
import dev.aero4j.operation.MapOptions;
import dev.aero4j.operation.MapReturn;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations on maps. */
final class MapRows {
  private static final String BIN = "m";
  private static final List<Object> KEYS = List.of("a", 7, "z", new byte[] {1});
  private static final List<Object> VALUES = Arrays.asList(7, null, 2.5, List.of(6, 2, 9));

  /** All of a policy's flags and orders, one way or another. */
  static final Map<MapOptions, MapPolicy> OPTIONS =
      Map.of(
          MapOptions.unordered(),
          MapPolicy.Default,
          MapOptions.keyOrdered(),
          new MapPolicy(MapOrder.KEY_ORDERED, MapWriteFlags.DEFAULT),
          MapOptions.keyValueOrdered(),
          new MapPolicy(MapOrder.KEY_VALUE_ORDERED, MapWriteFlags.DEFAULT),
          MapOptions.keyOrdered().withPersistIndex(),
          new MapPolicy(MapOrder.KEY_ORDERED, MapWriteFlags.DEFAULT, true),
          MapOptions.unordered().createOnly(),
          new MapPolicy(MapOrder.UNORDERED, MapWriteFlags.CREATE_ONLY),
          MapOptions.keyOrdered().updateOnly(),
          new MapPolicy(MapOrder.KEY_ORDERED, MapWriteFlags.UPDATE_ONLY),
          MapOptions.unordered().createOnly().noFail(),
          new MapPolicy(MapOrder.UNORDERED, MapWriteFlags.CREATE_ONLY | MapWriteFlags.NO_FAIL),
          MapOptions.keyOrdered().createOnly().noFail().partial(),
          new MapPolicy(
              MapOrder.KEY_ORDERED,
              MapWriteFlags.CREATE_ONLY | MapWriteFlags.NO_FAIL | MapWriteFlags.PARTIAL));

  private final Table table;

  private MapRows(Table table) {
    this.table = table;
  }

  static void addTo(Table table) {
    MapRows rows = new MapRows(table);
    rows.orders();
    rows.writes();
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
    Operation at(MapPolicy policy, CTX... path);
  }

  private void call(String name, dev.aero4j.operation.MapOperation ours, At theirs) {
    call(name, ours, theirs, Paths.ALL);
  }

  private void call(
      String name, dev.aero4j.operation.MapOperation ours, At theirs, List<Paths.Path> paths) {
    table.same("map " + name, ours, theirs.at());
    for (Paths.Path path : paths) {
      table.same("map " + name + " at " + path, ours.at(path.ours()), theirs.at(path.theirs()));
    }
  }

  /** Writes have a policy always; ours without options is theirs with the default. */
  private void write(String name, dev.aero4j.operation.MapOperation ours, Writing theirs) {
    call(name, ours, path -> theirs.at(MapPolicy.Default, path));
    OPTIONS.forEach(
        (options, policy) ->
            call(name + " " + options, ours.with(options), path -> theirs.at(policy, path)));
  }

  /** The official client ignores flags here; ours says that there are none. */
  private void tally(String name, dev.aero4j.operation.MapOperation ours, Writing theirs) {
    call(name, ours, path -> theirs.at(MapPolicy.Default, path));
    OPTIONS.forEach(
        (options, policy) -> {
          if (options.flags() == 0) {
            call(name + " " + options, ours.with(options), path -> theirs.at(policy, path));
          }
        });
  }

  private void select(String name, dev.aero4j.operation.MapOperation ours, Selecting theirs) {
    for (MapReturn what : MapReturn.values()) {
      int type = Table.officialCode(MapReturnType.class, what);
      String text = name + " returning " + what;
      call(text, ours.returning(what), path -> theirs.at(type, path));
      table.same(
          "map " + text + " inverted",
          ours.returning(what).inverted(),
          theirs.at(type | MapReturnType.INVERTED));
      table.same(
          "map inverted " + text,
          ours.inverted().returning(what),
          theirs.at(type | MapReturnType.INVERTED));
    }
  }

  private void orders() {
    Map<MapOptions, MapOrder> orders =
        Map.of(
            MapOptions.unordered(),
            MapOrder.UNORDERED,
            MapOptions.keyOrdered(),
            MapOrder.KEY_ORDERED,
            MapOptions.keyValueOrdered(),
            MapOrder.KEY_VALUE_ORDERED);
    orders.forEach(
        (options, order) -> {
          call(
              "create " + order,
              create(BIN, options),
              path -> MapOperation.create(BIN, order, path),
              Paths.FINDING);
          call(
              "create with index " + order,
              create(BIN, options.withPersistIndex()),
              path -> MapOperation.create(BIN, order, true, path),
              Paths.FINDING);
          call(
              "setOrder " + order,
              setOrder(BIN, options),
              path ->
                  MapOperation.setMapPolicy(
                      new MapPolicy(order, MapWriteFlags.DEFAULT), BIN, path));
          call(
              "setOrder with index " + order,
              setOrder(BIN, options.withPersistIndex()),
              path ->
                  MapOperation.setMapPolicy(
                      new MapPolicy(order, MapWriteFlags.DEFAULT, true), BIN, path));
        });
  }

  @SuppressWarnings("deprecation") // Decrement is kept for those who have it.
  private void writes() {
    write(
        "put",
        put(BIN, "x", 1.5),
        (policy, path) -> MapOperation.put(policy, BIN, Value.get("x"), Value.get(1.5), path));
    write(
        "put of null",
        put(BIN, -300L, null),
        (policy, path) -> MapOperation.put(policy, BIN, Value.get(-300L), Value.getAsNull(), path));
    Map<Object, Object> entries = new LinkedHashMap<>();
    entries.put("x", 1);
    entries.put(5L, List.of(1, "2"));
    entries.put(new byte[] {9}, null);
    Map<Value, Value> theirEntries = new LinkedHashMap<>();
    entries.forEach((key, value) -> theirEntries.put(Value.get(key), Value.get(value)));
    write(
        "putItems",
        putItems(BIN, entries),
        (policy, path) -> MapOperation.putItems(policy, BIN, theirEntries, path));
    tally(
        "increment",
        increment(BIN, "a", 5),
        (policy, path) -> MapOperation.increment(policy, BIN, Value.get("a"), Value.get(5), path));
    tally(
        "increment by a double",
        increment(BIN, "z", 0.5),
        (policy, path) ->
            MapOperation.increment(policy, BIN, Value.get("z"), Value.get(0.5), path));
    tally(
        "decrement",
        decrement(BIN, "a", 5),
        (policy, path) -> MapOperation.decrement(policy, BIN, Value.get("a"), Value.get(5), path));
    tally(
        "decrement by a double",
        decrement(BIN, "z", 0.5),
        (policy, path) ->
            MapOperation.decrement(policy, BIN, Value.get("z"), Value.get(0.5), path));
    call("clear", clear(BIN), path -> MapOperation.clear(BIN, path));
    call("size", size(BIN), path -> MapOperation.size(BIN, path));
  }

  private void selections() {
    select(
        "getByKey",
        getByKey(BIN, "b"),
        (type, path) -> MapOperation.getByKey(BIN, Value.get("b"), type, path));
    select(
        "getByKeyList",
        getByKeyList(BIN, KEYS),
        (type, path) -> MapOperation.getByKeyList(BIN, ListRows.values(KEYS), type, path));
    select(
        "getByKeyRange",
        getByKeyRange(BIN, "b", "m"),
        (type, path) ->
            MapOperation.getByKeyRange(BIN, Value.get("b"), Value.get("m"), type, path));
    select(
        "getByKeyRange without end",
        getByKeyRange(BIN, "b", null),
        (type, path) -> MapOperation.getByKeyRange(BIN, Value.get("b"), null, type, path));
    select(
        "getByKeyRange without begin",
        getByKeyRange(BIN, null, "m"),
        (type, path) -> MapOperation.getByKeyRange(BIN, null, Value.get("m"), type, path));
    select(
        "getByKeyRange of all",
        getByKeyRange(BIN, null, null),
        (type, path) -> MapOperation.getByKeyRange(BIN, null, null, type, path));
    select(
        "getByKeyRelativeIndexRange to the end",
        getByKeyRelativeIndexRange(BIN, "c", -1),
        (type, path) ->
            MapOperation.getByKeyRelativeIndexRange(BIN, Value.get("c"), -1, type, path));
    select(
        "getByKeyRelativeIndexRange",
        getByKeyRelativeIndexRange(BIN, "c", 0, 2),
        (type, path) ->
            MapOperation.getByKeyRelativeIndexRange(BIN, Value.get("c"), 0, 2, type, path));
    select(
        "getByIndex",
        getByIndex(BIN, 1),
        (type, path) -> MapOperation.getByIndex(BIN, 1, type, path));
    select(
        "getByIndexRange to the end",
        getByIndexRange(BIN, -2),
        (type, path) -> MapOperation.getByIndexRange(BIN, -2, type, path));
    select(
        "getByIndexRange",
        getByIndexRange(BIN, 1, 2),
        (type, path) -> MapOperation.getByIndexRange(BIN, 1, 2, type, path));
    select(
        "getByRank",
        getByRank(BIN, -1),
        (type, path) -> MapOperation.getByRank(BIN, -1, type, path));
    select(
        "getByRankRange to the end",
        getByRankRange(BIN, 1),
        (type, path) -> MapOperation.getByRankRange(BIN, 1, type, path));
    select(
        "getByRankRange",
        getByRankRange(BIN, 1, 2),
        (type, path) -> MapOperation.getByRankRange(BIN, 1, 2, type, path));
    select(
        "getByValue",
        getByValue(BIN, 7),
        (type, path) -> MapOperation.getByValue(BIN, Value.get(7), type, path));
    select(
        "getByValueList",
        getByValueList(BIN, VALUES),
        (type, path) -> MapOperation.getByValueList(BIN, ListRows.values(VALUES), type, path));
    select(
        "getByValueRange",
        getByValueRange(BIN, 3, 8),
        (type, path) -> MapOperation.getByValueRange(BIN, Value.get(3), Value.get(8), type, path));
    select(
        "getByValueRange without end",
        getByValueRange(BIN, 3, null),
        (type, path) -> MapOperation.getByValueRange(BIN, Value.get(3), null, type, path));
    select(
        "getByValueRange without begin",
        getByValueRange(BIN, null, 7),
        (type, path) -> MapOperation.getByValueRange(BIN, null, Value.get(7), type, path));
    select(
        "getByValueRelativeRankRange to the end",
        getByValueRelativeRankRange(BIN, 3, -1),
        (type, path) ->
            MapOperation.getByValueRelativeRankRange(BIN, Value.get(3), -1, type, path));
    select(
        "getByValueRelativeRankRange",
        getByValueRelativeRankRange(BIN, 3, 0, 2),
        (type, path) ->
            MapOperation.getByValueRelativeRankRange(BIN, Value.get(3), 0, 2, type, path));
  }

  private void removingSelections() {
    select(
        "removeByKey",
        removeByKey(BIN, "b"),
        (type, path) -> MapOperation.removeByKey(BIN, Value.get("b"), type, path));
    select(
        "removeByKeyList",
        removeByKeyList(BIN, KEYS),
        (type, path) -> MapOperation.removeByKeyList(BIN, ListRows.values(KEYS), type, path));
    select(
        "removeByKeyRange",
        removeByKeyRange(BIN, "b", "m"),
        (type, path) ->
            MapOperation.removeByKeyRange(BIN, Value.get("b"), Value.get("m"), type, path));
    select(
        "removeByKeyRange without end",
        removeByKeyRange(BIN, "b", null),
        (type, path) -> MapOperation.removeByKeyRange(BIN, Value.get("b"), null, type, path));
    select(
        "removeByKeyRange without begin",
        removeByKeyRange(BIN, null, "m"),
        (type, path) -> MapOperation.removeByKeyRange(BIN, null, Value.get("m"), type, path));
    select(
        "removeByKeyRange of all",
        removeByKeyRange(BIN, null, null),
        (type, path) -> MapOperation.removeByKeyRange(BIN, null, null, type, path));
    select(
        "removeByKeyRelativeIndexRange to the end",
        removeByKeyRelativeIndexRange(BIN, "c", -1),
        (type, path) ->
            MapOperation.removeByKeyRelativeIndexRange(BIN, Value.get("c"), -1, type, path));
    select(
        "removeByKeyRelativeIndexRange",
        removeByKeyRelativeIndexRange(BIN, "c", 0, 2),
        (type, path) ->
            MapOperation.removeByKeyRelativeIndexRange(BIN, Value.get("c"), 0, 2, type, path));
    select(
        "removeByIndex",
        removeByIndex(BIN, 1),
        (type, path) -> MapOperation.removeByIndex(BIN, 1, type, path));
    select(
        "removeByIndexRange to the end",
        removeByIndexRange(BIN, -2),
        (type, path) -> MapOperation.removeByIndexRange(BIN, -2, type, path));
    select(
        "removeByIndexRange",
        removeByIndexRange(BIN, 1, 2),
        (type, path) -> MapOperation.removeByIndexRange(BIN, 1, 2, type, path));
    select(
        "removeByRank",
        removeByRank(BIN, -1),
        (type, path) -> MapOperation.removeByRank(BIN, -1, type, path));
    select(
        "removeByRankRange to the end",
        removeByRankRange(BIN, 1),
        (type, path) -> MapOperation.removeByRankRange(BIN, 1, type, path));
    select(
        "removeByRankRange",
        removeByRankRange(BIN, 1, 2),
        (type, path) -> MapOperation.removeByRankRange(BIN, 1, 2, type, path));
    select(
        "removeByValue",
        removeByValue(BIN, 7),
        (type, path) -> MapOperation.removeByValue(BIN, Value.get(7), type, path));
    select(
        "removeByValueList",
        removeByValueList(BIN, VALUES),
        (type, path) -> MapOperation.removeByValueList(BIN, ListRows.values(VALUES), type, path));
    select(
        "removeByValueRange",
        removeByValueRange(BIN, 3, 8),
        (type, path) ->
            MapOperation.removeByValueRange(BIN, Value.get(3), Value.get(8), type, path));
    select(
        "removeByValueRange without end",
        removeByValueRange(BIN, 3, null),
        (type, path) -> MapOperation.removeByValueRange(BIN, Value.get(3), null, type, path));
    select(
        "removeByValueRange without begin",
        removeByValueRange(BIN, null, 7),
        (type, path) -> MapOperation.removeByValueRange(BIN, null, Value.get(7), type, path));
    select(
        "removeByValueRelativeRankRange to the end",
        removeByValueRelativeRankRange(BIN, 3, -1),
        (type, path) ->
            MapOperation.removeByValueRelativeRankRange(BIN, Value.get(3), -1, type, path));
    select(
        "removeByValueRelativeRankRange",
        removeByValueRelativeRankRange(BIN, 3, 0, 2),
        (type, path) ->
            MapOperation.removeByValueRelativeRankRange(BIN, Value.get(3), 0, 2, type, path));
  }
}
