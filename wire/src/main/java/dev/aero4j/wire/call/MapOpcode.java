package dev.aero4j.wire.call;

import static dev.aero4j.wire.call.Argument.BEGIN;
import static dev.aero4j.wire.call.Argument.COUNT;
import static dev.aero4j.wire.call.Argument.END;
import static dev.aero4j.wire.call.Argument.ENTRIES;
import static dev.aero4j.wire.call.Argument.FLAGS;
import static dev.aero4j.wire.call.Argument.INDEX;
import static dev.aero4j.wire.call.Argument.KEY;
import static dev.aero4j.wire.call.Argument.KEYS;
import static dev.aero4j.wire.call.Argument.ORDER;
import static dev.aero4j.wire.call.Argument.RANK;
import static dev.aero4j.wire.call.Argument.RETURN_TYPE;
import static dev.aero4j.wire.call.Argument.VALUE;
import static dev.aero4j.wire.call.Argument.VALUES;
import static dev.aero4j.wire.call.Signature.modify;
import static dev.aero4j.wire.call.Signature.read;

/** The calls on maps. */
public enum MapOpcode implements CallOpcode {
  SET_ORDER(modify(64, "setOrder", 1, ORDER)),
  /** Creates entries only: an older way to say it than {@link WriteFlags#CREATE_ONLY}. */
  ADD(modify(65, "add", 2, KEY, VALUE, ORDER)),
  ADD_ITEMS(modify(66, "addItems", 1, ENTRIES, ORDER)),
  PUT(modify(67, "put", 2, KEY, VALUE, ORDER, FLAGS)),
  PUT_ITEMS(modify(68, "putItems", 1, ENTRIES, ORDER, FLAGS)),
  /** Updates entries only: an older way to say it than {@link WriteFlags#UPDATE_ONLY}. */
  REPLACE(modify(69, "replace", 2, KEY, VALUE)),
  REPLACE_ITEMS(modify(70, "replaceItems", 1, ENTRIES)),
  INCREMENT(modify(73, "increment", 1, KEY, VALUE, ORDER)),
  DECREMENT(modify(74, "decrement", 1, KEY, VALUE, ORDER)),
  CLEAR(modify(75, "clear", 0)),
  REMOVE_BY_KEY(modify(76, "removeByKey", 2, RETURN_TYPE, KEY)),
  REMOVE_BY_INDEX(modify(77, "removeByIndex", 2, RETURN_TYPE, INDEX)),
  /** The first equal value only; clients of today ask for all, and so does ours. */
  REMOVE_FIRST_BY_VALUE(modify(78, "removeFirstByValue", 2, RETURN_TYPE, VALUE)),
  REMOVE_BY_RANK(modify(79, "removeByRank", 2, RETURN_TYPE, RANK)),
  REMOVE_BY_KEY_LIST(modify(81, "removeByKeyList", 2, RETURN_TYPE, KEYS)),
  REMOVE_BY_VALUE(modify(82, "removeByValue", 2, RETURN_TYPE, VALUE)),
  REMOVE_BY_VALUE_LIST(modify(83, "removeByValueList", 2, RETURN_TYPE, VALUES)),
  REMOVE_BY_KEY_RANGE(modify(84, "removeByKeyRange", 2, RETURN_TYPE, BEGIN, END)),
  REMOVE_BY_INDEX_RANGE(modify(85, "removeByIndexRange", 2, RETURN_TYPE, INDEX, COUNT)),
  REMOVE_BY_VALUE_RANGE(modify(86, "removeByValueRange", 2, RETURN_TYPE, BEGIN, END)),
  REMOVE_BY_RANK_RANGE(modify(87, "removeByRankRange", 2, RETURN_TYPE, RANK, COUNT)),
  REMOVE_BY_KEY_RELATIVE_INDEX_RANGE(
      modify(88, "removeByKeyRelativeIndexRange", 3, RETURN_TYPE, KEY, INDEX, COUNT)),
  REMOVE_BY_VALUE_RELATIVE_RANK_RANGE(
      modify(89, "removeByValueRelativeRankRange", 3, RETURN_TYPE, VALUE, RANK, COUNT)),
  SIZE(read(96, "size", 0)),
  GET_BY_KEY(read(97, "getByKey", 2, RETURN_TYPE, KEY)),
  GET_BY_INDEX(read(98, "getByIndex", 2, RETURN_TYPE, INDEX)),
  GET_FIRST_BY_VALUE(read(99, "getFirstByValue", 2, RETURN_TYPE, VALUE)),
  GET_BY_RANK(read(100, "getByRank", 2, RETURN_TYPE, RANK)),
  GET_BY_VALUE(read(102, "getByValue", 2, RETURN_TYPE, VALUE)),
  GET_BY_KEY_RANGE(read(103, "getByKeyRange", 2, RETURN_TYPE, BEGIN, END)),
  GET_BY_INDEX_RANGE(read(104, "getByIndexRange", 2, RETURN_TYPE, INDEX, COUNT)),
  GET_BY_VALUE_RANGE(read(105, "getByValueRange", 2, RETURN_TYPE, BEGIN, END)),
  GET_BY_RANK_RANGE(read(106, "getByRankRange", 2, RETURN_TYPE, RANK, COUNT)),
  GET_BY_KEY_LIST(read(107, "getByKeyList", 2, RETURN_TYPE, KEYS)),
  GET_BY_VALUE_LIST(read(108, "getByValueList", 2, RETURN_TYPE, VALUES)),
  GET_BY_KEY_RELATIVE_INDEX_RANGE(
      read(109, "getByKeyRelativeIndexRange", 3, RETURN_TYPE, KEY, INDEX, COUNT)),
  GET_BY_VALUE_RELATIVE_RANK_RANGE(
      read(110, "getByValueRelativeRankRange", 3, RETURN_TYPE, VALUE, RANK, COUNT));

  @SuppressWarnings("ImmutableEnumChecker") // its list is one of List.of
  private final Signature signature;

  MapOpcode(Signature signature) {
    this.signature = signature;
  }

  @Override
  public Signature signature() {
    return signature;
  }
}
