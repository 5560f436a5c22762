package dev.aero4j.operation;

import dev.aero4j.internal.call.Arguments;
import dev.aero4j.internal.call.Call;
import dev.aero4j.wire.call.MapOpcode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations of {@link MapOperation} that select entries: get by, and remove by. */
abstract sealed class MapSelections extends CallOperation permits MapOperation {
  MapSelections(String bin, Call call) {
    super(bin, call);
  }

  private static MapOperation select(String bin, MapOpcode opcode, Arguments arguments) {
    return MapOperation.of(bin, Call.returning(opcode, MapReturn.VALUE.code(), arguments));
  }

  private static MapOperation discard(String bin, MapOpcode opcode, Arguments arguments) {
    return MapOperation.of(bin, Call.returning(opcode, MapReturn.NONE.code(), arguments));
  }

  /**
   * Selects the entry of a key.
   *
   * @param bin the bin's name
   * @param key the entry's key
   * @return the operation; it gives what {@link MapOperation#returning} says, values by default
   */
  public static MapOperation getByKey(String bin, Object key) {
    return select(bin, MapOpcode.GET_BY_KEY, arguments(bin).addValue(key));
  }

  /**
   * Selects the entries of several keys.
   *
   * @param bin the bin's name
   * @param keys the keys
   * @return the operation; it gives what {@link MapOperation#returning} says, values by default
   */
  public static MapOperation getByKeyList(String bin, List<?> keys) {
    return select(bin, MapOpcode.GET_BY_KEY_LIST, arguments(bin).addValues(keys));
  }

  /**
   * Selects the entries from a key on, up to another.
   *
   * @param bin the bin's name
   * @param begin the least key; null for no limit
   * @param end the key before which the range ends; null for no limit
   * @return the operation; it gives what {@link MapOperation#returning} says, values by default
   */
  public static MapOperation getByKeyRange(
      String bin, @Nullable Object begin, @Nullable Object end) {
    return select(bin, MapOpcode.GET_BY_KEY_RANGE, arguments(bin).addRange(begin, end));
  }

  /**
   * Selects the entries from an index on that counts from a key.
   *
   * @param bin the bin's name
   * @param key where indexes count from
   * @param index the first one's index; 0 is the key itself, or the next greater one
   * @return the operation; it gives what {@link MapOperation#returning} says, values by default
   */
  public static MapOperation getByKeyRelativeIndexRange(String bin, Object key, int index) {
    return select(
        bin, MapOpcode.GET_BY_KEY_RELATIVE_INDEX_RANGE, arguments(bin).addValue(key).add(index));
  }

  /**
   * Selects the entries of a range of indexes that count from a key.
   *
   * @param bin the bin's name
   * @param key where indexes count from
   * @param index the first one's index; 0 is the key itself, or the next greater one
   * @param count how many entries
   * @return the operation; it gives what {@link MapOperation#returning} says, values by default
   */
  public static MapOperation getByKeyRelativeIndexRange(
      String bin, Object key, int index, int count) {
    return select(
        bin,
        MapOpcode.GET_BY_KEY_RELATIVE_INDEX_RANGE,
        arguments(bin).addValue(key).add(index).add(count));
  }

  /**
   * Selects the entry at an index.
   *
   * @param bin the bin's name
   * @param index the entry's index in the order of keys; from the end when negative
   * @return the operation; it gives what {@link MapOperation#returning} says, values by default
   */
  public static MapOperation getByIndex(String bin, int index) {
    return select(bin, MapOpcode.GET_BY_INDEX, arguments(bin).add(index));
  }

  /**
   * Selects the entries from an index on.
   *
   * @param bin the bin's name
   * @param index the first one's index in the order of keys; from the end when negative
   * @return the operation; it gives what {@link MapOperation#returning} says, values by default
   */
  public static MapOperation getByIndexRange(String bin, int index) {
    return select(bin, MapOpcode.GET_BY_INDEX_RANGE, arguments(bin).add(index));
  }

  /**
   * Selects the entries of a range of indexes.
   *
   * @param bin the bin's name
   * @param index the first one's index in the order of keys; from the end when negative
   * @param count how many entries
   * @return the operation; it gives what {@link MapOperation#returning} says, values by default
   */
  public static MapOperation getByIndexRange(String bin, int index, int count) {
    return select(bin, MapOpcode.GET_BY_INDEX_RANGE, arguments(bin).add(index).add(count));
  }

  /**
   * Selects the entry of a rank.
   *
   * @param bin the bin's name
   * @param rank the entry's rank in the order of values; from the greatest when negative
   * @return the operation; it gives what {@link MapOperation#returning} says, values by default
   */
  public static MapOperation getByRank(String bin, int rank) {
    return select(bin, MapOpcode.GET_BY_RANK, arguments(bin).add(rank));
  }

  /**
   * Selects the entries from a rank on.
   *
   * @param bin the bin's name
   * @param rank the first one's rank in the order of values; from the greatest when negative
   * @return the operation; it gives what {@link MapOperation#returning} says, values by default
   */
  public static MapOperation getByRankRange(String bin, int rank) {
    return select(bin, MapOpcode.GET_BY_RANK_RANGE, arguments(bin).add(rank));
  }

  /**
   * Selects the entries of a range of ranks.
   *
   * @param bin the bin's name
   * @param rank the first one's rank in the order of values; from the greatest when negative
   * @param count how many entries
   * @return the operation; it gives what {@link MapOperation#returning} says, values by default
   */
  public static MapOperation getByRankRange(String bin, int rank, int count) {
    return select(bin, MapOpcode.GET_BY_RANK_RANGE, arguments(bin).add(rank).add(count));
  }

  /**
   * Selects all entries whose value equals another.
   *
   * @param bin the bin's name
   * @param value what to look for
   * @return the operation; it gives what {@link MapOperation#returning} says, values by default
   */
  public static MapOperation getByValue(String bin, @Nullable Object value) {
    return select(bin, MapOpcode.GET_BY_VALUE, arguments(bin).addValue(value));
  }

  /**
   * Selects all entries whose value equals one of several.
   *
   * @param bin the bin's name
   * @param values what to look for
   * @return the operation; it gives what {@link MapOperation#returning} says, values by default
   */
  public static MapOperation getByValueList(String bin, List<?> values) {
    return select(bin, MapOpcode.GET_BY_VALUE_LIST, arguments(bin).addValues(values));
  }

  /**
   * Selects the entries with values from one on, up to another.
   *
   * @param bin the bin's name
   * @param begin the least value; null for no limit
   * @param end the value before which the range ends; null for no limit
   * @return the operation; it gives what {@link MapOperation#returning} says, values by default
   */
  public static MapOperation getByValueRange(
      String bin, @Nullable Object begin, @Nullable Object end) {
    return select(bin, MapOpcode.GET_BY_VALUE_RANGE, arguments(bin).addRange(begin, end));
  }

  /**
   * Selects the entries from a rank on that counts from a value.
   *
   * @param bin the bin's name
   * @param value where ranks count from
   * @param rank the first one's rank; 0 is the value itself, or the next greater one
   * @return the operation; it gives what {@link MapOperation#returning} says, values by default
   */
  public static MapOperation getByValueRelativeRankRange(
      String bin, @Nullable Object value, int rank) {
    return select(
        bin, MapOpcode.GET_BY_VALUE_RELATIVE_RANK_RANGE, arguments(bin).addValue(value).add(rank));
  }

  /**
   * Selects the entries of a range of ranks that count from a value.
   *
   * @param bin the bin's name
   * @param value where ranks count from
   * @param rank the first one's rank; 0 is the value itself, or the next greater one
   * @param count how many entries
   * @return the operation; it gives what {@link MapOperation#returning} says, values by default
   */
  public static MapOperation getByValueRelativeRankRange(
      String bin, @Nullable Object value, int rank, int count) {
    return select(
        bin,
        MapOpcode.GET_BY_VALUE_RELATIVE_RANK_RANGE,
        arguments(bin).addValue(value).add(rank).add(count));
  }

  /**
   * Removes the entry of a key.
   *
   * @param bin the bin's name
   * @param key the entry's key
   * @return the operation; it gives what {@link MapOperation#returning} says, nothing by default
   */
  public static MapOperation removeByKey(String bin, Object key) {
    return discard(bin, MapOpcode.REMOVE_BY_KEY, arguments(bin).addValue(key));
  }

  /**
   * Removes the entries of several keys.
   *
   * @param bin the bin's name
   * @param keys the keys
   * @return the operation; it gives what {@link MapOperation#returning} says, nothing by default
   */
  public static MapOperation removeByKeyList(String bin, List<?> keys) {
    return discard(bin, MapOpcode.REMOVE_BY_KEY_LIST, arguments(bin).addValues(keys));
  }

  /**
   * Removes the entries from a key on, up to another.
   *
   * @param bin the bin's name
   * @param begin the least key; null for no limit
   * @param end the key before which the range ends; null for no limit
   * @return the operation; it gives what {@link MapOperation#returning} says, nothing by default
   */
  public static MapOperation removeByKeyRange(
      String bin, @Nullable Object begin, @Nullable Object end) {
    return discard(bin, MapOpcode.REMOVE_BY_KEY_RANGE, arguments(bin).addRange(begin, end));
  }

  /**
   * Removes the entries from an index on that counts from a key.
   *
   * @param bin the bin's name
   * @param key where indexes count from
   * @param index the first one's index; 0 is the key itself, or the next greater one
   * @return the operation; it gives what {@link MapOperation#returning} says, nothing by default
   */
  public static MapOperation removeByKeyRelativeIndexRange(String bin, Object key, int index) {
    return discard(
        bin, MapOpcode.REMOVE_BY_KEY_RELATIVE_INDEX_RANGE, arguments(bin).addValue(key).add(index));
  }

  /**
   * Removes the entries of a range of indexes that count from a key.
   *
   * @param bin the bin's name
   * @param key where indexes count from
   * @param index the first one's index; 0 is the key itself, or the next greater one
   * @param count how many entries
   * @return the operation; it gives what {@link MapOperation#returning} says, nothing by default
   */
  public static MapOperation removeByKeyRelativeIndexRange(
      String bin, Object key, int index, int count) {
    return discard(
        bin,
        MapOpcode.REMOVE_BY_KEY_RELATIVE_INDEX_RANGE,
        arguments(bin).addValue(key).add(index).add(count));
  }

  /**
   * Removes the entry at an index.
   *
   * @param bin the bin's name
   * @param index the entry's index in the order of keys; from the end when negative
   * @return the operation; it gives what {@link MapOperation#returning} says, nothing by default
   */
  public static MapOperation removeByIndex(String bin, int index) {
    return discard(bin, MapOpcode.REMOVE_BY_INDEX, arguments(bin).add(index));
  }

  /**
   * Removes the entries from an index on.
   *
   * @param bin the bin's name
   * @param index the first one's index in the order of keys; from the end when negative
   * @return the operation; it gives what {@link MapOperation#returning} says, nothing by default
   */
  public static MapOperation removeByIndexRange(String bin, int index) {
    return discard(bin, MapOpcode.REMOVE_BY_INDEX_RANGE, arguments(bin).add(index));
  }

  /**
   * Removes the entries of a range of indexes.
   *
   * @param bin the bin's name
   * @param index the first one's index in the order of keys; from the end when negative
   * @param count how many entries
   * @return the operation; it gives what {@link MapOperation#returning} says, nothing by default
   */
  public static MapOperation removeByIndexRange(String bin, int index, int count) {
    return discard(bin, MapOpcode.REMOVE_BY_INDEX_RANGE, arguments(bin).add(index).add(count));
  }

  /**
   * Removes the entry of a rank.
   *
   * @param bin the bin's name
   * @param rank the entry's rank in the order of values; from the greatest when negative
   * @return the operation; it gives what {@link MapOperation#returning} says, nothing by default
   */
  public static MapOperation removeByRank(String bin, int rank) {
    return discard(bin, MapOpcode.REMOVE_BY_RANK, arguments(bin).add(rank));
  }

  /**
   * Removes the entries from a rank on.
   *
   * @param bin the bin's name
   * @param rank the first one's rank in the order of values; from the greatest when negative
   * @return the operation; it gives what {@link MapOperation#returning} says, nothing by default
   */
  public static MapOperation removeByRankRange(String bin, int rank) {
    return discard(bin, MapOpcode.REMOVE_BY_RANK_RANGE, arguments(bin).add(rank));
  }

  /**
   * Removes the entries of a range of ranks.
   *
   * @param bin the bin's name
   * @param rank the first one's rank in the order of values; from the greatest when negative
   * @param count how many entries
   * @return the operation; it gives what {@link MapOperation#returning} says, nothing by default
   */
  public static MapOperation removeByRankRange(String bin, int rank, int count) {
    return discard(bin, MapOpcode.REMOVE_BY_RANK_RANGE, arguments(bin).add(rank).add(count));
  }

  /**
   * Removes all entries whose value equals another.
   *
   * @param bin the bin's name
   * @param value what to look for
   * @return the operation; it gives what {@link MapOperation#returning} says, nothing by default
   */
  public static MapOperation removeByValue(String bin, @Nullable Object value) {
    return discard(bin, MapOpcode.REMOVE_BY_VALUE, arguments(bin).addValue(value));
  }

  /**
   * Removes all entries whose value equals one of several.
   *
   * @param bin the bin's name
   * @param values what to look for
   * @return the operation; it gives what {@link MapOperation#returning} says, nothing by default
   */
  public static MapOperation removeByValueList(String bin, List<?> values) {
    return discard(bin, MapOpcode.REMOVE_BY_VALUE_LIST, arguments(bin).addValues(values));
  }

  /**
   * Removes the entries with values from one on, up to another.
   *
   * @param bin the bin's name
   * @param begin the least value; null for no limit
   * @param end the value before which the range ends; null for no limit
   * @return the operation; it gives what {@link MapOperation#returning} says, nothing by default
   */
  public static MapOperation removeByValueRange(
      String bin, @Nullable Object begin, @Nullable Object end) {
    return discard(bin, MapOpcode.REMOVE_BY_VALUE_RANGE, arguments(bin).addRange(begin, end));
  }

  /**
   * Removes the entries from a rank on that counts from a value.
   *
   * @param bin the bin's name
   * @param value where ranks count from
   * @param rank the first one's rank; 0 is the value itself, or the next greater one
   * @return the operation; it gives what {@link MapOperation#returning} says, nothing by default
   */
  public static MapOperation removeByValueRelativeRankRange(
      String bin, @Nullable Object value, int rank) {
    return discard(
        bin,
        MapOpcode.REMOVE_BY_VALUE_RELATIVE_RANK_RANGE,
        arguments(bin).addValue(value).add(rank));
  }

  /**
   * Removes the entries of a range of ranks that count from a value.
   *
   * @param bin the bin's name
   * @param value where ranks count from
   * @param rank the first one's rank; 0 is the value itself, or the next greater one
   * @param count how many entries
   * @return the operation; it gives what {@link MapOperation#returning} says, nothing by default
   */
  public static MapOperation removeByValueRelativeRankRange(
      String bin, @Nullable Object value, int rank, int count) {
    return discard(
        bin,
        MapOpcode.REMOVE_BY_VALUE_RELATIVE_RANK_RANGE,
        arguments(bin).addValue(value).add(rank).add(count));
  }
}
