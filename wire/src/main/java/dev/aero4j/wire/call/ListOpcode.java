package dev.aero4j.wire.call;

import static dev.aero4j.wire.call.Argument.BEGIN;
import static dev.aero4j.wire.call.Argument.COUNT;
import static dev.aero4j.wire.call.Argument.END;
import static dev.aero4j.wire.call.Argument.FLAGS;
import static dev.aero4j.wire.call.Argument.INDEX;
import static dev.aero4j.wire.call.Argument.ORDER;
import static dev.aero4j.wire.call.Argument.RANK;
import static dev.aero4j.wire.call.Argument.RETURN_TYPE;
import static dev.aero4j.wire.call.Argument.SORT_FLAGS;
import static dev.aero4j.wire.call.Argument.VALUE;
import static dev.aero4j.wire.call.Argument.VALUES;
import static dev.aero4j.wire.call.Signature.modify;
import static dev.aero4j.wire.call.Signature.read;

/** The calls on lists. */
public enum ListOpcode implements CallOpcode {
  SET_ORDER(modify(0, "setOrder", 1, ORDER)),
  APPEND(modify(1, "append", 1, VALUE, ORDER, FLAGS)),
  APPEND_ITEMS(modify(2, "appendItems", 1, VALUES, ORDER, FLAGS)),
  INSERT(modify(3, "insert", 2, INDEX, VALUE, FLAGS)),
  INSERT_ITEMS(modify(4, "insertItems", 2, INDEX, VALUES, FLAGS)),
  POP(modify(5, "pop", 1, INDEX)),
  POP_RANGE(modify(6, "popRange", 1, INDEX, COUNT)),
  REMOVE(modify(7, "remove", 1, INDEX)),
  REMOVE_RANGE(modify(8, "removeRange", 1, INDEX, COUNT)),
  SET(modify(9, "set", 2, INDEX, VALUE, FLAGS)),
  TRIM(modify(10, "trim", 2, INDEX, COUNT)),
  CLEAR(modify(11, "clear", 0)),
  INCREMENT(modify(12, "increment", 1, INDEX, VALUE, ORDER, FLAGS)),
  SORT(modify(13, "sort", 0, SORT_FLAGS)),
  SIZE(read(16, "size", 0)),
  GET(read(17, "get", 1, INDEX)),
  GET_RANGE(read(18, "getRange", 1, INDEX, COUNT)),
  GET_BY_INDEX(read(19, "getByIndex", 2, RETURN_TYPE, INDEX)),
  /** The first equal value only; clients of today ask for all, and so does ours. */
  GET_FIRST_BY_VALUE(read(20, "getFirstByValue", 2, RETURN_TYPE, VALUE)),
  GET_BY_RANK(read(21, "getByRank", 2, RETURN_TYPE, RANK)),
  GET_BY_VALUE(read(22, "getByValue", 2, RETURN_TYPE, VALUE)),
  GET_BY_VALUE_LIST(read(23, "getByValueList", 2, RETURN_TYPE, VALUES)),
  GET_BY_INDEX_RANGE(read(24, "getByIndexRange", 2, RETURN_TYPE, INDEX, COUNT)),
  GET_BY_VALUE_RANGE(read(25, "getByValueRange", 2, RETURN_TYPE, BEGIN, END)),
  GET_BY_RANK_RANGE(read(26, "getByRankRange", 2, RETURN_TYPE, RANK, COUNT)),
  GET_BY_VALUE_RELATIVE_RANK_RANGE(
      read(27, "getByValueRelativeRankRange", 3, RETURN_TYPE, VALUE, RANK, COUNT)),
  REMOVE_BY_INDEX(modify(32, "removeByIndex", 2, RETURN_TYPE, INDEX)),
  REMOVE_FIRST_BY_VALUE(modify(33, "removeFirstByValue", 2, RETURN_TYPE, VALUE)),
  REMOVE_BY_RANK(modify(34, "removeByRank", 2, RETURN_TYPE, RANK)),
  REMOVE_BY_VALUE(modify(35, "removeByValue", 2, RETURN_TYPE, VALUE)),
  REMOVE_BY_VALUE_LIST(modify(36, "removeByValueList", 2, RETURN_TYPE, VALUES)),
  REMOVE_BY_INDEX_RANGE(modify(37, "removeByIndexRange", 2, RETURN_TYPE, INDEX, COUNT)),
  REMOVE_BY_VALUE_RANGE(modify(38, "removeByValueRange", 2, RETURN_TYPE, BEGIN, END)),
  REMOVE_BY_RANK_RANGE(modify(39, "removeByRankRange", 2, RETURN_TYPE, RANK, COUNT)),
  REMOVE_BY_VALUE_RELATIVE_RANK_RANGE(
      modify(40, "removeByValueRelativeRankRange", 3, RETURN_TYPE, VALUE, RANK, COUNT));

  @SuppressWarnings("ImmutableEnumChecker") // its list is one of List.of
  private final Signature signature;

  ListOpcode(Signature signature) {
    this.signature = signature;
  }

  @Override
  public Signature signature() {
    return signature;
  }
}
