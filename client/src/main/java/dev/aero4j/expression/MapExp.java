package dev.aero4j.expression;

import dev.aero4j.internal.call.Call;
import dev.aero4j.model.ExpType;
import dev.aero4j.operation.MapReturn;
import dev.aero4j.wire.call.MapOpcode;
import org.jspecify.annotations.Nullable;

/**
 * Calls on maps in expressions. They leave the record as it is: what changes a map gives the
 * changed map.
 *
 * <pre>{@code
 * // the cheapest price is below 10
 * Exp.lt(MapExp.getByRank(ExpType.INT, Exp.mapBin("prices"), Exp.val(0)), Exp.val(10))
 * }</pre>
 */
public final class MapExp {
  private MapExp() {}

  private static Exp subject(Exp map, MapOpcode opcode) {
    return CallExp.check(map, opcode.label(), ExpType.MAP);
  }

  private static MapCall write(Exp map, MapOpcode opcode, CallArguments arguments) {
    Call call = Call.of(opcode, arguments.checkFor(opcode)).withDefaults();
    return new MapCall(subject(map, opcode), arguments, call, ExpType.MAP);
  }

  private static MapCall select(Exp map, MapOpcode opcode, ExpType type, CallArguments arguments) {
    Call call = Call.returning(opcode, MapReturn.VALUE.code(), arguments.checkFor(opcode));
    return new MapCall(subject(map, opcode), arguments, call, type);
  }

  private static MapCall discard(Exp map, MapOpcode opcode, CallArguments arguments) {
    Call call = Call.returning(opcode, MapReturn.NONE.code(), arguments.checkFor(opcode));
    return new MapCall(subject(map, opcode), arguments, call, ExpType.MAP);
  }

  /**
   * Puts an entry into a map.
   *
   * @param map the map
   * @param key the key
   * @param value the value
   * @return the changed map
   */
  public static MapCall put(Exp map, Exp key, Exp value) {
    return write(map, MapOpcode.PUT, CallArguments.of(key, value));
  }

  /**
   * Puts entries into a map.
   *
   * @param map the map
   * @param entries a map
   * @return the changed map
   */
  public static MapCall putItems(Exp map, Exp entries) {
    return write(map, MapOpcode.PUT_ITEMS, CallArguments.of(entries));
  }

  /**
   * Adds to a number in a map.
   *
   * @param map the map
   * @param key the key
   * @param delta a number
   * @return the changed map
   */
  public static MapCall increment(Exp map, Exp key, Exp delta) {
    return write(map, MapOpcode.INCREMENT, CallArguments.of(key, delta));
  }

  /**
   * Removes all entries.
   *
   * @param map the map
   * @return the empty map
   */
  public static MapCall clear(Exp map) {
    return write(map, MapOpcode.CLEAR, CallArguments.of());
  }

  /**
   * Counts the entries.
   *
   * @param map the map
   * @return an integer
   */
  public static MapCall size(Exp map) {
    return new MapCall(
        subject(map, MapOpcode.SIZE),
        CallArguments.of(),
        Call.of(MapOpcode.SIZE, CallArguments.of()),
        ExpType.INT);
  }

  /**
   * Gives the entry of a key.
   *
   * @param type the type of the value, or of whatever {@link MapCall#returning} asks for
   * @param map the map
   * @param key the key
   * @return the value, or what {@link MapCall#returning} says
   */
  public static MapCall getByKey(ExpType type, Exp map, Exp key) {
    return select(map, MapOpcode.GET_BY_KEY, type, CallArguments.of(key));
  }

  /**
   * Gives the entries of several keys.
   *
   * @param map the map
   * @param keys a list
   * @return a list of the values, or what {@link MapCall#returning} says
   */
  public static MapCall getByKeyList(Exp map, Exp keys) {
    return select(map, MapOpcode.GET_BY_KEY_LIST, ExpType.LIST, CallArguments.of(keys));
  }

  /**
   * Gives the entries from a key on, up to another.
   *
   * @param map the map
   * @param begin where the range begins, or null for no limit
   * @param end before what the range ends, or null for no limit
   * @return a list of the values, or what {@link MapCall#returning} says
   */
  public static MapCall getByKeyRange(Exp map, @Nullable Exp begin, @Nullable Exp end) {
    return select(map, MapOpcode.GET_BY_KEY_RANGE, ExpType.LIST, CallArguments.range(begin, end));
  }

  /**
   * Gives the entries from an index on that counts from a key.
   *
   * @param map the map
   * @param key the key
   * @param index an integer, from the key; 0 is the key itself, or the next greater one
   * @return a list of the values, or what {@link MapCall#returning} says
   */
  public static MapCall getByKeyRelativeIndexRange(Exp map, Exp key, Exp index) {
    return select(
        map, MapOpcode.GET_BY_KEY_RELATIVE_INDEX_RANGE, ExpType.LIST, CallArguments.of(key, index));
  }

  /**
   * Gives the entries of a range of indexes that count from a key.
   *
   * @param map the map
   * @param key the key
   * @param index an integer, from the key; 0 is the key itself, or the next greater one
   * @param count an integer, how many
   * @return a list of the values, or what {@link MapCall#returning} says
   */
  public static MapCall getByKeyRelativeIndexRange(Exp map, Exp key, Exp index, Exp count) {
    return select(
        map,
        MapOpcode.GET_BY_KEY_RELATIVE_INDEX_RANGE,
        ExpType.LIST,
        CallArguments.of(key, index, count));
  }

  /**
   * Gives the entry at an index.
   *
   * @param type the type of the value, or of whatever {@link MapCall#returning} asks for
   * @param map the map
   * @param index an integer, in the order of keys; from the end when negative
   * @return the value, or what {@link MapCall#returning} says
   */
  public static MapCall getByIndex(ExpType type, Exp map, Exp index) {
    return select(map, MapOpcode.GET_BY_INDEX, type, CallArguments.of(index));
  }

  /**
   * Gives the entries from an index on.
   *
   * @param map the map
   * @param index an integer, in the order of keys; from the end when negative
   * @return a list of the values, or what {@link MapCall#returning} says
   */
  public static MapCall getByIndexRange(Exp map, Exp index) {
    return select(map, MapOpcode.GET_BY_INDEX_RANGE, ExpType.LIST, CallArguments.of(index));
  }

  /**
   * Gives the entries of a range of indexes.
   *
   * @param map the map
   * @param index an integer, in the order of keys; from the end when negative
   * @param count an integer, how many
   * @return a list of the values, or what {@link MapCall#returning} says
   */
  public static MapCall getByIndexRange(Exp map, Exp index, Exp count) {
    return select(map, MapOpcode.GET_BY_INDEX_RANGE, ExpType.LIST, CallArguments.of(index, count));
  }

  /**
   * Gives the entry of a rank.
   *
   * @param type the type of the value, or of whatever {@link MapCall#returning} asks for
   * @param map the map
   * @param rank an integer, in the order of values; from the greatest when negative
   * @return the value, or what {@link MapCall#returning} says
   */
  public static MapCall getByRank(ExpType type, Exp map, Exp rank) {
    return select(map, MapOpcode.GET_BY_RANK, type, CallArguments.of(rank));
  }

  /**
   * Gives the entries from a rank on.
   *
   * @param map the map
   * @param rank an integer, in the order of values; from the greatest when negative
   * @return a list of the values, or what {@link MapCall#returning} says
   */
  public static MapCall getByRankRange(Exp map, Exp rank) {
    return select(map, MapOpcode.GET_BY_RANK_RANGE, ExpType.LIST, CallArguments.of(rank));
  }

  /**
   * Gives the entries of a range of ranks.
   *
   * @param map the map
   * @param rank an integer, in the order of values; from the greatest when negative
   * @param count an integer, how many
   * @return a list of the values, or what {@link MapCall#returning} says
   */
  public static MapCall getByRankRange(Exp map, Exp rank, Exp count) {
    return select(map, MapOpcode.GET_BY_RANK_RANGE, ExpType.LIST, CallArguments.of(rank, count));
  }

  /**
   * Gives all entries whose value equals another.
   *
   * @param map the map
   * @param value the value
   * @return a list of the values, or what {@link MapCall#returning} says
   */
  public static MapCall getByValue(Exp map, Exp value) {
    return select(map, MapOpcode.GET_BY_VALUE, ExpType.LIST, CallArguments.of(value));
  }

  /**
   * Gives all entries whose value equals one of several.
   *
   * @param map the map
   * @param values a list
   * @return a list of the values, or what {@link MapCall#returning} says
   */
  public static MapCall getByValueList(Exp map, Exp values) {
    return select(map, MapOpcode.GET_BY_VALUE_LIST, ExpType.LIST, CallArguments.of(values));
  }

  /**
   * Gives the entries with values from one on, up to another.
   *
   * @param map the map
   * @param begin where the range begins, or null for no limit
   * @param end before what the range ends, or null for no limit
   * @return a list of the values, or what {@link MapCall#returning} says
   */
  public static MapCall getByValueRange(Exp map, @Nullable Exp begin, @Nullable Exp end) {
    return select(map, MapOpcode.GET_BY_VALUE_RANGE, ExpType.LIST, CallArguments.range(begin, end));
  }

  /**
   * Gives the entries from a rank on that counts from a value.
   *
   * @param map the map
   * @param value the value
   * @param rank an integer, from the value; 0 is the value itself, or the next greater one
   * @return a list of the values, or what {@link MapCall#returning} says
   */
  public static MapCall getByValueRelativeRankRange(Exp map, Exp value, Exp rank) {
    return select(
        map,
        MapOpcode.GET_BY_VALUE_RELATIVE_RANK_RANGE,
        ExpType.LIST,
        CallArguments.of(value, rank));
  }

  /**
   * Gives the entries of a range of ranks that count from a value.
   *
   * @param map the map
   * @param value the value
   * @param rank an integer, from the value; 0 is the value itself, or the next greater one
   * @param count an integer, how many
   * @return a list of the values, or what {@link MapCall#returning} says
   */
  public static MapCall getByValueRelativeRankRange(Exp map, Exp value, Exp rank, Exp count) {
    return select(
        map,
        MapOpcode.GET_BY_VALUE_RELATIVE_RANK_RANGE,
        ExpType.LIST,
        CallArguments.of(value, rank, count));
  }

  /**
   * Removes the entry of a key.
   *
   * @param map the map
   * @param key the key
   * @return the map without it
   */
  public static MapCall removeByKey(Exp map, Exp key) {
    return discard(map, MapOpcode.REMOVE_BY_KEY, CallArguments.of(key));
  }

  /**
   * Removes the entries of several keys.
   *
   * @param map the map
   * @param keys a list
   * @return the map without them
   */
  public static MapCall removeByKeyList(Exp map, Exp keys) {
    return discard(map, MapOpcode.REMOVE_BY_KEY_LIST, CallArguments.of(keys));
  }

  /**
   * Removes the entries from a key on, up to another.
   *
   * @param map the map
   * @param begin where the range begins, or null for no limit
   * @param end before what the range ends, or null for no limit
   * @return the map without them
   */
  public static MapCall removeByKeyRange(Exp map, @Nullable Exp begin, @Nullable Exp end) {
    return discard(map, MapOpcode.REMOVE_BY_KEY_RANGE, CallArguments.range(begin, end));
  }

  /**
   * Removes the entries from an index on that counts from a key.
   *
   * @param map the map
   * @param key the key
   * @param index an integer, from the key; 0 is the key itself, or the next greater one
   * @return the map without them
   */
  public static MapCall removeByKeyRelativeIndexRange(Exp map, Exp key, Exp index) {
    return discard(map, MapOpcode.REMOVE_BY_KEY_RELATIVE_INDEX_RANGE, CallArguments.of(key, index));
  }

  /**
   * Removes the entries of a range of indexes that count from a key.
   *
   * @param map the map
   * @param key the key
   * @param index an integer, from the key; 0 is the key itself, or the next greater one
   * @param count an integer, how many
   * @return the map without them
   */
  public static MapCall removeByKeyRelativeIndexRange(Exp map, Exp key, Exp index, Exp count) {
    return discard(
        map, MapOpcode.REMOVE_BY_KEY_RELATIVE_INDEX_RANGE, CallArguments.of(key, index, count));
  }

  /**
   * Removes the entry at an index.
   *
   * @param map the map
   * @param index an integer, in the order of keys; from the end when negative
   * @return the map without it
   */
  public static MapCall removeByIndex(Exp map, Exp index) {
    return discard(map, MapOpcode.REMOVE_BY_INDEX, CallArguments.of(index));
  }

  /**
   * Removes the entries from an index on.
   *
   * @param map the map
   * @param index an integer, in the order of keys; from the end when negative
   * @return the map without them
   */
  public static MapCall removeByIndexRange(Exp map, Exp index) {
    return discard(map, MapOpcode.REMOVE_BY_INDEX_RANGE, CallArguments.of(index));
  }

  /**
   * Removes the entries of a range of indexes.
   *
   * @param map the map
   * @param index an integer, in the order of keys; from the end when negative
   * @param count an integer, how many
   * @return the map without them
   */
  public static MapCall removeByIndexRange(Exp map, Exp index, Exp count) {
    return discard(map, MapOpcode.REMOVE_BY_INDEX_RANGE, CallArguments.of(index, count));
  }

  /**
   * Removes the entry of a rank.
   *
   * @param map the map
   * @param rank an integer, in the order of values; from the greatest when negative
   * @return the map without it
   */
  public static MapCall removeByRank(Exp map, Exp rank) {
    return discard(map, MapOpcode.REMOVE_BY_RANK, CallArguments.of(rank));
  }

  /**
   * Removes the entries from a rank on.
   *
   * @param map the map
   * @param rank an integer, in the order of values; from the greatest when negative
   * @return the map without them
   */
  public static MapCall removeByRankRange(Exp map, Exp rank) {
    return discard(map, MapOpcode.REMOVE_BY_RANK_RANGE, CallArguments.of(rank));
  }

  /**
   * Removes the entries of a range of ranks.
   *
   * @param map the map
   * @param rank an integer, in the order of values; from the greatest when negative
   * @param count an integer, how many
   * @return the map without them
   */
  public static MapCall removeByRankRange(Exp map, Exp rank, Exp count) {
    return discard(map, MapOpcode.REMOVE_BY_RANK_RANGE, CallArguments.of(rank, count));
  }

  /**
   * Removes all entries whose value equals another.
   *
   * @param map the map
   * @param value the value
   * @return the map without them
   */
  public static MapCall removeByValue(Exp map, Exp value) {
    return discard(map, MapOpcode.REMOVE_BY_VALUE, CallArguments.of(value));
  }

  /**
   * Removes all entries whose value equals one of several.
   *
   * @param map the map
   * @param values a list
   * @return the map without them
   */
  public static MapCall removeByValueList(Exp map, Exp values) {
    return discard(map, MapOpcode.REMOVE_BY_VALUE_LIST, CallArguments.of(values));
  }

  /**
   * Removes the entries with values from one on, up to another.
   *
   * @param map the map
   * @param begin where the range begins, or null for no limit
   * @param end before what the range ends, or null for no limit
   * @return the map without them
   */
  public static MapCall removeByValueRange(Exp map, @Nullable Exp begin, @Nullable Exp end) {
    return discard(map, MapOpcode.REMOVE_BY_VALUE_RANGE, CallArguments.range(begin, end));
  }

  /**
   * Removes the entries from a rank on that counts from a value.
   *
   * @param map the map
   * @param value the value
   * @param rank an integer, from the value; 0 is the value itself, or the next greater one
   * @return the map without them
   */
  public static MapCall removeByValueRelativeRankRange(Exp map, Exp value, Exp rank) {
    return discard(
        map, MapOpcode.REMOVE_BY_VALUE_RELATIVE_RANK_RANGE, CallArguments.of(value, rank));
  }

  /**
   * Removes the entries of a range of ranks that count from a value.
   *
   * @param map the map
   * @param value the value
   * @param rank an integer, from the value; 0 is the value itself, or the next greater one
   * @param count an integer, how many
   * @return the map without them
   */
  public static MapCall removeByValueRelativeRankRange(Exp map, Exp value, Exp rank, Exp count) {
    return discard(
        map, MapOpcode.REMOVE_BY_VALUE_RELATIVE_RANK_RANGE, CallArguments.of(value, rank, count));
  }
}
