package dev.aero4j.wire.call;

import static dev.aero4j.wire.call.Argument.BIT;
import static dev.aero4j.wire.call.Argument.BIT_OFFSET;
import static dev.aero4j.wire.call.Argument.BIT_SIZE;
import static dev.aero4j.wire.call.Argument.BYTES;
import static dev.aero4j.wire.call.Argument.BYTE_OFFSET;
import static dev.aero4j.wire.call.Argument.BYTE_SIZE;
import static dev.aero4j.wire.call.Argument.FLAGS;
import static dev.aero4j.wire.call.Argument.INTEGER_FLAGS;
import static dev.aero4j.wire.call.Argument.RESIZE_FLAGS;
import static dev.aero4j.wire.call.Argument.SHIFT;
import static dev.aero4j.wire.call.Argument.VALUE;
import static dev.aero4j.wire.call.Signature.modify;
import static dev.aero4j.wire.call.Signature.read;

/** The calls on the bits of a blob. */
public enum BitOpcode implements CallOpcode {
  RESIZE(modify(0, "resize", 1, BYTE_SIZE, FLAGS, RESIZE_FLAGS)),
  INSERT(modify(1, "insert", 2, BYTE_OFFSET, BYTES, FLAGS)),
  REMOVE(modify(2, "remove", 2, BYTE_OFFSET, BYTE_SIZE, FLAGS)),
  SET(modify(3, "set", 3, BIT_OFFSET, BIT_SIZE, BYTES, FLAGS)),
  OR(modify(4, "or", 3, BIT_OFFSET, BIT_SIZE, BYTES, FLAGS)),
  XOR(modify(5, "xor", 3, BIT_OFFSET, BIT_SIZE, BYTES, FLAGS)),
  AND(modify(6, "and", 3, BIT_OFFSET, BIT_SIZE, BYTES, FLAGS)),
  NOT(modify(7, "not", 2, BIT_OFFSET, BIT_SIZE, FLAGS)),
  LSHIFT(modify(8, "lshift", 3, BIT_OFFSET, BIT_SIZE, SHIFT, FLAGS)),
  RSHIFT(modify(9, "rshift", 3, BIT_OFFSET, BIT_SIZE, SHIFT, FLAGS)),
  ADD(modify(10, "add", 3, BIT_OFFSET, BIT_SIZE, VALUE, FLAGS, INTEGER_FLAGS)),
  SUBTRACT(modify(11, "subtract", 3, BIT_OFFSET, BIT_SIZE, VALUE, FLAGS, INTEGER_FLAGS)),
  SET_INT(modify(12, "setInt", 3, BIT_OFFSET, BIT_SIZE, VALUE, FLAGS)),
  GET(read(50, "get", 2, BIT_OFFSET, BIT_SIZE)),
  COUNT(read(51, "count", 2, BIT_OFFSET, BIT_SIZE)),
  LSCAN(read(52, "lscan", 3, BIT_OFFSET, BIT_SIZE, BIT)),
  RSCAN(read(53, "rscan", 3, BIT_OFFSET, BIT_SIZE, BIT)),
  GET_INT(read(54, "getInt", 2, BIT_OFFSET, BIT_SIZE, INTEGER_FLAGS));

  @SuppressWarnings("ImmutableEnumChecker") // its list is one of List.of
  private final Signature signature;

  BitOpcode(Signature signature) {
    this.signature = signature;
  }

  @Override
  public Signature signature() {
    return signature;
  }
}
