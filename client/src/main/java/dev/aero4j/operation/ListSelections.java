package dev.aero4j.operation;

import dev.aero4j.internal.call.Arguments;
import dev.aero4j.internal.call.Call;
import dev.aero4j.wire.call.ListOpcode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations of {@link ListOperation} that select elements: get by, and remove by. */
abstract sealed class ListSelections extends CallOperation permits ListOperation {
  ListSelections(String bin, Call call) {
    super(bin, call);
  }

  private static ListOperation select(String bin, ListOpcode opcode, Arguments arguments) {
    return ListOperation.of(bin, Call.returning(opcode, ListReturn.VALUE.code(), arguments));
  }

  private static ListOperation discard(String bin, ListOpcode opcode, Arguments arguments) {
    return ListOperation.of(bin, Call.returning(opcode, ListReturn.NONE.code(), arguments));
  }

  /**
   * Selects the element at an index.
   *
   * @param bin the bin's name
   * @param index the element's index; from the end when negative
   * @return the operation; it gives what {@link ListOperation#returning} says, values by default
   */
  public static ListOperation getByIndex(String bin, int index) {
    return select(bin, ListOpcode.GET_BY_INDEX, arguments(bin).add(index));
  }

  /**
   * Selects the elements from an index on.
   *
   * @param bin the bin's name
   * @param index the first one's index; from the end when negative
   * @return the operation; it gives what {@link ListOperation#returning} says, values by default
   */
  public static ListOperation getByIndexRange(String bin, int index) {
    return select(bin, ListOpcode.GET_BY_INDEX_RANGE, arguments(bin).add(index));
  }

  /**
   * Selects the elements of a range of indexes.
   *
   * @param bin the bin's name
   * @param index the first one's index; from the end when negative
   * @param count how many elements
   * @return the operation; it gives what {@link ListOperation#returning} says, values by default
   */
  public static ListOperation getByIndexRange(String bin, int index, int count) {
    return select(bin, ListOpcode.GET_BY_INDEX_RANGE, arguments(bin).add(index).add(count));
  }

  /**
   * Selects the element of a rank.
   *
   * @param bin the bin's name
   * @param rank the element's rank; from the greatest when negative
   * @return the operation; it gives what {@link ListOperation#returning} says, values by default
   */
  public static ListOperation getByRank(String bin, int rank) {
    return select(bin, ListOpcode.GET_BY_RANK, arguments(bin).add(rank));
  }

  /**
   * Selects the elements from a rank on.
   *
   * @param bin the bin's name
   * @param rank the first one's rank; from the greatest when negative
   * @return the operation; it gives what {@link ListOperation#returning} says, values by default
   */
  public static ListOperation getByRankRange(String bin, int rank) {
    return select(bin, ListOpcode.GET_BY_RANK_RANGE, arguments(bin).add(rank));
  }

  /**
   * Selects the elements of a range of ranks.
   *
   * @param bin the bin's name
   * @param rank the first one's rank; from the greatest when negative
   * @param count how many elements
   * @return the operation; it gives what {@link ListOperation#returning} says, values by default
   */
  public static ListOperation getByRankRange(String bin, int rank, int count) {
    return select(bin, ListOpcode.GET_BY_RANK_RANGE, arguments(bin).add(rank).add(count));
  }

  /**
   * Selects all elements that equal a value.
   *
   * @param bin the bin's name
   * @param value what to look for, as for {@link dev.aero4j.Bins}; may hold {@link
   *     dev.aero4j.model.SpecialValue}
   * @return the operation; it gives what {@link ListOperation#returning} says, values by default
   */
  public static ListOperation getByValue(String bin, @Nullable Object value) {
    return select(bin, ListOpcode.GET_BY_VALUE, arguments(bin).addValue(value));
  }

  /**
   * Selects all elements that equal one of several values.
   *
   * @param bin the bin's name
   * @param values what to look for
   * @return the operation; it gives what {@link ListOperation#returning} says, values by default
   */
  public static ListOperation getByValueList(String bin, List<?> values) {
    return select(bin, ListOpcode.GET_BY_VALUE_LIST, arguments(bin).addValues(values));
  }

  /**
   * Selects the elements from a value on, up to another.
   *
   * @param bin the bin's name
   * @param begin the least value; null for no limit
   * @param end the value before which the range ends; null for no limit
   * @return the operation; it gives what {@link ListOperation#returning} says, values by default
   */
  public static ListOperation getByValueRange(
      String bin, @Nullable Object begin, @Nullable Object end) {
    return select(bin, ListOpcode.GET_BY_VALUE_RANGE, arguments(bin).addRange(begin, end));
  }

  /**
   * Selects the elements from a rank on that counts from a value.
   *
   * @param bin the bin's name
   * @param value where ranks count from
   * @param rank the first one's rank; 0 is the value itself, or the next greater one
   * @return the operation; it gives what {@link ListOperation#returning} says, values by default
   */
  public static ListOperation getByValueRelativeRankRange(
      String bin, @Nullable Object value, int rank) {
    return select(
        bin, ListOpcode.GET_BY_VALUE_RELATIVE_RANK_RANGE, arguments(bin).addValue(value).add(rank));
  }

  /**
   * Selects the elements of a range of ranks that count from a value.
   *
   * @param bin the bin's name
   * @param value where ranks count from
   * @param rank the first one's rank; 0 is the value itself, or the next greater one
   * @param count how many elements
   * @return the operation; it gives what {@link ListOperation#returning} says, values by default
   */
  public static ListOperation getByValueRelativeRankRange(
      String bin, @Nullable Object value, int rank, int count) {
    return select(
        bin,
        ListOpcode.GET_BY_VALUE_RELATIVE_RANK_RANGE,
        arguments(bin).addValue(value).add(rank).add(count));
  }

  /**
   * Removes the element at an index.
   *
   * @param bin the bin's name
   * @param index the element's index; from the end when negative
   * @return the operation; it gives what {@link ListOperation#returning} says, nothing by default
   */
  public static ListOperation removeByIndex(String bin, int index) {
    return discard(bin, ListOpcode.REMOVE_BY_INDEX, arguments(bin).add(index));
  }

  /**
   * Removes the elements from an index on.
   *
   * @param bin the bin's name
   * @param index the first one's index; from the end when negative
   * @return the operation; it gives what {@link ListOperation#returning} says, nothing by default
   */
  public static ListOperation removeByIndexRange(String bin, int index) {
    return discard(bin, ListOpcode.REMOVE_BY_INDEX_RANGE, arguments(bin).add(index));
  }

  /**
   * Removes the elements of a range of indexes.
   *
   * @param bin the bin's name
   * @param index the first one's index; from the end when negative
   * @param count how many elements
   * @return the operation; it gives what {@link ListOperation#returning} says, nothing by default
   */
  public static ListOperation removeByIndexRange(String bin, int index, int count) {
    return discard(bin, ListOpcode.REMOVE_BY_INDEX_RANGE, arguments(bin).add(index).add(count));
  }

  /**
   * Removes the element of a rank.
   *
   * @param bin the bin's name
   * @param rank the element's rank; from the greatest when negative
   * @return the operation; it gives what {@link ListOperation#returning} says, nothing by default
   */
  public static ListOperation removeByRank(String bin, int rank) {
    return discard(bin, ListOpcode.REMOVE_BY_RANK, arguments(bin).add(rank));
  }

  /**
   * Removes the elements from a rank on.
   *
   * @param bin the bin's name
   * @param rank the first one's rank; from the greatest when negative
   * @return the operation; it gives what {@link ListOperation#returning} says, nothing by default
   */
  public static ListOperation removeByRankRange(String bin, int rank) {
    return discard(bin, ListOpcode.REMOVE_BY_RANK_RANGE, arguments(bin).add(rank));
  }

  /**
   * Removes the elements of a range of ranks.
   *
   * @param bin the bin's name
   * @param rank the first one's rank; from the greatest when negative
   * @param count how many elements
   * @return the operation; it gives what {@link ListOperation#returning} says, nothing by default
   */
  public static ListOperation removeByRankRange(String bin, int rank, int count) {
    return discard(bin, ListOpcode.REMOVE_BY_RANK_RANGE, arguments(bin).add(rank).add(count));
  }

  /**
   * Removes all elements that equal a value.
   *
   * @param bin the bin's name
   * @param value what to look for, as for {@link dev.aero4j.Bins}; may hold {@link
   *     dev.aero4j.model.SpecialValue}
   * @return the operation; it gives what {@link ListOperation#returning} says, nothing by default
   */
  public static ListOperation removeByValue(String bin, @Nullable Object value) {
    return discard(bin, ListOpcode.REMOVE_BY_VALUE, arguments(bin).addValue(value));
  }

  /**
   * Removes all elements that equal one of several values.
   *
   * @param bin the bin's name
   * @param values what to look for
   * @return the operation; it gives what {@link ListOperation#returning} says, nothing by default
   */
  public static ListOperation removeByValueList(String bin, List<?> values) {
    return discard(bin, ListOpcode.REMOVE_BY_VALUE_LIST, arguments(bin).addValues(values));
  }

  /**
   * Removes the elements from a value on, up to another.
   *
   * @param bin the bin's name
   * @param begin the least value; null for no limit
   * @param end the value before which the range ends; null for no limit
   * @return the operation; it gives what {@link ListOperation#returning} says, nothing by default
   */
  public static ListOperation removeByValueRange(
      String bin, @Nullable Object begin, @Nullable Object end) {
    return discard(bin, ListOpcode.REMOVE_BY_VALUE_RANGE, arguments(bin).addRange(begin, end));
  }

  /**
   * Removes the elements from a rank on that counts from a value.
   *
   * @param bin the bin's name
   * @param value where ranks count from
   * @param rank the first one's rank; 0 is the value itself, or the next greater one
   * @return the operation; it gives what {@link ListOperation#returning} says, nothing by default
   */
  public static ListOperation removeByValueRelativeRankRange(
      String bin, @Nullable Object value, int rank) {
    return discard(
        bin,
        ListOpcode.REMOVE_BY_VALUE_RELATIVE_RANK_RANGE,
        arguments(bin).addValue(value).add(rank));
  }

  /**
   * Removes the elements of a range of ranks that count from a value.
   *
   * @param bin the bin's name
   * @param value where ranks count from
   * @param rank the first one's rank; 0 is the value itself, or the next greater one
   * @param count how many elements
   * @return the operation; it gives what {@link ListOperation#returning} says, nothing by default
   */
  public static ListOperation removeByValueRelativeRankRange(
      String bin, @Nullable Object value, int rank, int count) {
    return discard(
        bin,
        ListOpcode.REMOVE_BY_VALUE_RELATIVE_RANK_RANGE,
        arguments(bin).addValue(value).add(rank).add(count));
  }
}
