package dev.aero4j.expression;

import dev.aero4j.internal.call.Call;
import dev.aero4j.model.ExpType;
import dev.aero4j.operation.ListReturn;
import dev.aero4j.operation.ListSort;
import dev.aero4j.wire.call.ListOpcode;
import org.jspecify.annotations.Nullable;

/**
 * Calls on lists in expressions. They leave the record as it is: what changes a list gives the
 * changed list.
 *
 * <pre>{@code
 * // the greatest score is above 90
 * Exp.gt(ListExp.getByRank(ExpType.INT, Exp.listBin("scores"), Exp.val(-1)), Exp.val(90))
 * }</pre>
 */
public final class ListExp {
  private ListExp() {}

  private static Exp subject(Exp list, ListOpcode opcode) {
    return CallExp.check(list, opcode.label(), ExpType.LIST);
  }

  private static ListCall write(Exp list, ListOpcode opcode, CallArguments arguments) {
    Call call = Call.of(opcode, arguments.checkFor(opcode)).withDefaults();
    return new ListCall(subject(list, opcode), arguments, call, ExpType.LIST);
  }

  private static ListCall select(
      Exp list, ListOpcode opcode, ExpType type, CallArguments arguments) {
    Call call = Call.returning(opcode, ListReturn.VALUE.code(), arguments.checkFor(opcode));
    return new ListCall(subject(list, opcode), arguments, call, type);
  }

  private static ListCall discard(Exp list, ListOpcode opcode, CallArguments arguments) {
    Call call = Call.returning(opcode, ListReturn.NONE.code(), arguments.checkFor(opcode));
    return new ListCall(subject(list, opcode), arguments, call, ExpType.LIST);
  }

  /**
   * Puts a value at the end of a list, or in its place when the list is ordered.
   *
   * @param list the list
   * @param value the value
   * @return the changed list
   */
  public static ListCall append(Exp list, Exp value) {
    return write(list, ListOpcode.APPEND, CallArguments.of(value));
  }

  /**
   * Puts values at the end of a list, or in their places when the list is ordered.
   *
   * @param list the list
   * @param values a list
   * @return the changed list
   */
  public static ListCall appendItems(Exp list, Exp values) {
    return write(list, ListOpcode.APPEND_ITEMS, CallArguments.of(values));
  }

  /**
   * Puts a value before an element.
   *
   * @param list the list
   * @param index an integer, from the end when negative
   * @param value the value
   * @return the changed list
   */
  public static ListCall insert(Exp list, Exp index, Exp value) {
    return write(list, ListOpcode.INSERT, CallArguments.of(index, value));
  }

  /**
   * Puts values before an element.
   *
   * @param list the list
   * @param index an integer, from the end when negative
   * @param values a list
   * @return the changed list
   */
  public static ListCall insertItems(Exp list, Exp index, Exp values) {
    return write(list, ListOpcode.INSERT_ITEMS, CallArguments.of(index, values));
  }

  /**
   * Adds to a number in a list.
   *
   * @param list the list
   * @param index an integer, from the end when negative
   * @param delta a number
   * @return the changed list
   */
  public static ListCall increment(Exp list, Exp index, Exp delta) {
    return write(list, ListOpcode.INCREMENT, CallArguments.of(index, delta));
  }

  /**
   * Puts a value in the place of an element.
   *
   * @param list the list
   * @param index an integer, from the end when negative
   * @param value the value
   * @return the changed list
   */
  public static ListCall set(Exp list, Exp index, Exp value) {
    return write(list, ListOpcode.SET, CallArguments.of(index, value));
  }

  /**
   * Removes all elements.
   *
   * @param list the list
   * @return the empty list
   */
  public static ListCall clear(Exp list) {
    return write(list, ListOpcode.CLEAR, CallArguments.of());
  }

  /**
   * Sorts a list.
   *
   * @param list the list
   * @param flags how
   * @return the sorted list
   */
  public static ListCall sort(Exp list, ListSort... flags) {
    return write(list, ListOpcode.SORT, CallArguments.of().add(ListSort.bits(flags)));
  }

  /**
   * Counts the elements.
   *
   * @param list the list
   * @return an integer
   */
  public static ListCall size(Exp list) {
    return new ListCall(
        subject(list, ListOpcode.SIZE),
        CallArguments.of(),
        Call.of(ListOpcode.SIZE, CallArguments.of()),
        ExpType.INT);
  }

  /**
   * Gives the element at an index.
   *
   * @param type the type of the element
   * @param list the list
   * @param index an integer, from the end when negative
   * @return the element, or what {@link ListCall#returning} says
   */
  public static ListCall getByIndex(ExpType type, Exp list, Exp index) {
    return select(list, ListOpcode.GET_BY_INDEX, type, CallArguments.of(index));
  }

  /**
   * Gives the elements from an index on.
   *
   * @param list the list
   * @param index an integer, from the end when negative
   * @return a list of the elements, or what {@link ListCall#returning} says
   */
  public static ListCall getByIndexRange(Exp list, Exp index) {
    return select(list, ListOpcode.GET_BY_INDEX_RANGE, ExpType.LIST, CallArguments.of(index));
  }

  /**
   * Gives the elements of a range of indexes.
   *
   * @param list the list
   * @param index an integer, from the end when negative
   * @param count an integer, how many
   * @return a list of the elements, or what {@link ListCall#returning} says
   */
  public static ListCall getByIndexRange(Exp list, Exp index, Exp count) {
    return select(
        list, ListOpcode.GET_BY_INDEX_RANGE, ExpType.LIST, CallArguments.of(index, count));
  }

  /**
   * Gives the element of a rank.
   *
   * @param type the type of the element
   * @param list the list
   * @param rank an integer, from the greatest when negative
   * @return the element, or what {@link ListCall#returning} says
   */
  public static ListCall getByRank(ExpType type, Exp list, Exp rank) {
    return select(list, ListOpcode.GET_BY_RANK, type, CallArguments.of(rank));
  }

  /**
   * Gives the elements from a rank on.
   *
   * @param list the list
   * @param rank an integer, from the greatest when negative
   * @return a list of the elements, or what {@link ListCall#returning} says
   */
  public static ListCall getByRankRange(Exp list, Exp rank) {
    return select(list, ListOpcode.GET_BY_RANK_RANGE, ExpType.LIST, CallArguments.of(rank));
  }

  /**
   * Gives the elements of a range of ranks.
   *
   * @param list the list
   * @param rank an integer, from the greatest when negative
   * @param count an integer, how many
   * @return a list of the elements, or what {@link ListCall#returning} says
   */
  public static ListCall getByRankRange(Exp list, Exp rank, Exp count) {
    return select(list, ListOpcode.GET_BY_RANK_RANGE, ExpType.LIST, CallArguments.of(rank, count));
  }

  /**
   * Gives all elements that equal a value.
   *
   * @param list the list
   * @param value the value
   * @return a list of the elements, or what {@link ListCall#returning} says
   */
  public static ListCall getByValue(Exp list, Exp value) {
    return select(list, ListOpcode.GET_BY_VALUE, ExpType.LIST, CallArguments.of(value));
  }

  /**
   * Gives all elements that equal one of several values.
   *
   * @param list the list
   * @param values a list
   * @return a list of the elements, or what {@link ListCall#returning} says
   */
  public static ListCall getByValueList(Exp list, Exp values) {
    return select(list, ListOpcode.GET_BY_VALUE_LIST, ExpType.LIST, CallArguments.of(values));
  }

  /**
   * Gives the elements from a value on, up to another.
   *
   * @param list the list
   * @param begin the least value, or null for no limit
   * @param end the value before which the range ends, or null for no limit
   * @return a list of the elements, or what {@link ListCall#returning} says
   */
  public static ListCall getByValueRange(Exp list, @Nullable Exp begin, @Nullable Exp end) {
    return select(
        list, ListOpcode.GET_BY_VALUE_RANGE, ExpType.LIST, CallArguments.range(begin, end));
  }

  /**
   * Gives the elements from a rank on that counts from a value.
   *
   * @param list the list
   * @param value the value
   * @param rank an integer, from the value; 0 is the value itself, or the next greater one
   * @return a list of the elements, or what {@link ListCall#returning} says
   */
  public static ListCall getByValueRelativeRankRange(Exp list, Exp value, Exp rank) {
    return select(
        list,
        ListOpcode.GET_BY_VALUE_RELATIVE_RANK_RANGE,
        ExpType.LIST,
        CallArguments.of(value, rank));
  }

  /**
   * Gives the elements of a range of ranks that count from a value.
   *
   * @param list the list
   * @param value the value
   * @param rank an integer, from the value; 0 is the value itself, or the next greater one
   * @param count an integer, how many
   * @return a list of the elements, or what {@link ListCall#returning} says
   */
  public static ListCall getByValueRelativeRankRange(Exp list, Exp value, Exp rank, Exp count) {
    return select(
        list,
        ListOpcode.GET_BY_VALUE_RELATIVE_RANK_RANGE,
        ExpType.LIST,
        CallArguments.of(value, rank, count));
  }

  /**
   * Removes the element at an index.
   *
   * @param list the list
   * @param index an integer, from the end when negative
   * @return the list without it
   */
  public static ListCall removeByIndex(Exp list, Exp index) {
    return discard(list, ListOpcode.REMOVE_BY_INDEX, CallArguments.of(index));
  }

  /**
   * Removes the elements from an index on.
   *
   * @param list the list
   * @param index an integer, from the end when negative
   * @return the list without them
   */
  public static ListCall removeByIndexRange(Exp list, Exp index) {
    return discard(list, ListOpcode.REMOVE_BY_INDEX_RANGE, CallArguments.of(index));
  }

  /**
   * Removes the elements of a range of indexes.
   *
   * @param list the list
   * @param index an integer, from the end when negative
   * @param count an integer, how many
   * @return the list without them
   */
  public static ListCall removeByIndexRange(Exp list, Exp index, Exp count) {
    return discard(list, ListOpcode.REMOVE_BY_INDEX_RANGE, CallArguments.of(index, count));
  }

  /**
   * Removes the element of a rank.
   *
   * @param list the list
   * @param rank an integer, from the greatest when negative
   * @return the list without it
   */
  public static ListCall removeByRank(Exp list, Exp rank) {
    return discard(list, ListOpcode.REMOVE_BY_RANK, CallArguments.of(rank));
  }

  /**
   * Removes the elements from a rank on.
   *
   * @param list the list
   * @param rank an integer, from the greatest when negative
   * @return the list without them
   */
  public static ListCall removeByRankRange(Exp list, Exp rank) {
    return discard(list, ListOpcode.REMOVE_BY_RANK_RANGE, CallArguments.of(rank));
  }

  /**
   * Removes the elements of a range of ranks.
   *
   * @param list the list
   * @param rank an integer, from the greatest when negative
   * @param count an integer, how many
   * @return the list without them
   */
  public static ListCall removeByRankRange(Exp list, Exp rank, Exp count) {
    return discard(list, ListOpcode.REMOVE_BY_RANK_RANGE, CallArguments.of(rank, count));
  }

  /**
   * Removes all elements that equal a value.
   *
   * @param list the list
   * @param value the value
   * @return the list without them
   */
  public static ListCall removeByValue(Exp list, Exp value) {
    return discard(list, ListOpcode.REMOVE_BY_VALUE, CallArguments.of(value));
  }

  /**
   * Removes all elements that equal one of several values.
   *
   * @param list the list
   * @param values a list
   * @return the list without them
   */
  public static ListCall removeByValueList(Exp list, Exp values) {
    return discard(list, ListOpcode.REMOVE_BY_VALUE_LIST, CallArguments.of(values));
  }

  /**
   * Removes the elements from a value on, up to another.
   *
   * @param list the list
   * @param begin the least value, or null for no limit
   * @param end the value before which the range ends, or null for no limit
   * @return the list without them
   */
  public static ListCall removeByValueRange(Exp list, @Nullable Exp begin, @Nullable Exp end) {
    return discard(list, ListOpcode.REMOVE_BY_VALUE_RANGE, CallArguments.range(begin, end));
  }

  /**
   * Removes the elements from a rank on that counts from a value.
   *
   * @param list the list
   * @param value the value
   * @param rank an integer, from the value; 0 is the value itself, or the next greater one
   * @return the list without them
   */
  public static ListCall removeByValueRelativeRankRange(Exp list, Exp value, Exp rank) {
    return discard(
        list, ListOpcode.REMOVE_BY_VALUE_RELATIVE_RANK_RANGE, CallArguments.of(value, rank));
  }

  /**
   * Removes the elements of a range of ranks that count from a value.
   *
   * @param list the list
   * @param value the value
   * @param rank an integer, from the value; 0 is the value itself, or the next greater one
   * @param count an integer, how many
   * @return the list without them
   */
  public static ListCall removeByValueRelativeRankRange(Exp list, Exp value, Exp rank, Exp count) {
    return discard(
        list, ListOpcode.REMOVE_BY_VALUE_RELATIVE_RANK_RANGE, CallArguments.of(value, rank, count));
  }
}
