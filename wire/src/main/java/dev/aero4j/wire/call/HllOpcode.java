package dev.aero4j.wire.call;

import static dev.aero4j.wire.call.Argument.FLAGS;
import static dev.aero4j.wire.call.Argument.INDEX_BITS;
import static dev.aero4j.wire.call.Argument.MIN_HASH_BITS;
import static dev.aero4j.wire.call.Argument.SKETCHES;
import static dev.aero4j.wire.call.Argument.VALUES;
import static dev.aero4j.wire.call.Signature.modify;
import static dev.aero4j.wire.call.Signature.read;

/** The calls on HyperLogLogs. */
public enum HllOpcode implements CallOpcode {
  INIT(modify(0, "init", 0, INDEX_BITS, MIN_HASH_BITS, FLAGS)),
  ADD(modify(1, "add", 1, VALUES, INDEX_BITS, MIN_HASH_BITS, FLAGS)),
  SET_UNION(modify(2, "setUnion", 1, SKETCHES, FLAGS)),
  REFRESH_COUNT(modify(3, "refreshCount", 0)),
  FOLD(modify(4, "fold", 1, INDEX_BITS)),
  GET_COUNT(read(50, "getCount", 0)),
  GET_UNION(read(51, "getUnion", 1, SKETCHES)),
  GET_UNION_COUNT(read(52, "getUnionCount", 1, SKETCHES)),
  GET_INTERSECT_COUNT(read(53, "getIntersectCount", 1, SKETCHES)),
  GET_SIMILARITY(read(54, "getSimilarity", 1, SKETCHES)),
  DESCRIBE(read(55, "describe", 0)),
  MAY_CONTAIN(read(56, "mayContain", 1, VALUES));

  @SuppressWarnings("ImmutableEnumChecker") // its list is one of List.of
  private final Signature signature;

  HllOpcode(Signature signature) {
    this.signature = signature;
  }

  @Override
  public Signature signature() {
    return signature;
  }
}
