package dev.aero4j.expression;

import dev.aero4j.internal.call.Call;
import dev.aero4j.model.ExpType;
import dev.aero4j.wire.call.HllOpcode;

/**
 * Calls on HyperLogLogs in expressions. They leave the record as it is: what changes a sketch gives
 * the changed sketch.
 *
 * <pre>{@code
 * // about 1,000 visitors or more
 * Exp.ge(HllExp.getCount(Exp.hllBin("visitors")), Exp.val(1_000))
 * }</pre>
 */
public final class HllExp {
  /** Stands for index bits and min-hash bits that are not given. */
  private static final int UNSET = -1;

  private HllExp() {}

  private static HllCall call(
      Exp sketch, HllOpcode opcode, ExpType given, CallArguments arguments) {
    Call call = Call.of(opcode, arguments.checkFor(opcode)).withDefaults();
    return new HllCall(CallExp.check(sketch, opcode.label(), ExpType.HLL), arguments, call, given);
  }

  /**
   * Makes an empty sketch.
   *
   * @param sketch the HyperLogLog
   * @param indexBits an integer, how many bits of a hash choose a register
   * @return the changed HyperLogLog
   */
  public static HllCall init(Exp sketch, Exp indexBits) {
    return call(sketch, HllOpcode.INIT, ExpType.HLL, CallArguments.of(indexBits).add(UNSET));
  }

  /**
   * Makes an empty sketch with min-hashes.
   *
   * @param sketch the HyperLogLog
   * @param indexBits an integer, how many bits of a hash choose a register
   * @param minHashBits an integer, how many bits of a hash are kept for similarity
   * @return the changed HyperLogLog
   */
  public static HllCall init(Exp sketch, Exp indexBits, Exp minHashBits) {
    return call(sketch, HllOpcode.INIT, ExpType.HLL, CallArguments.of(indexBits, minHashBits));
  }

  /**
   * Adds values to a sketch.
   *
   * @param sketch the HyperLogLog
   * @param values a list
   * @return the changed HyperLogLog
   */
  public static HllCall add(Exp sketch, Exp values) {
    return call(sketch, HllOpcode.ADD, ExpType.HLL, CallArguments.of(values).add(UNSET).add(UNSET));
  }

  /**
   * Adds values to a sketch, or to a new one.
   *
   * @param sketch the HyperLogLog
   * @param values a list
   * @param indexBits an integer, how many bits of a hash choose a register
   * @return the changed HyperLogLog
   */
  public static HllCall add(Exp sketch, Exp values, Exp indexBits) {
    return call(sketch, HllOpcode.ADD, ExpType.HLL, CallArguments.of(values, indexBits).add(UNSET));
  }

  /**
   * Adds values to a sketch with min-hashes, or to a new one.
   *
   * @param sketch the HyperLogLog
   * @param values a list
   * @param indexBits an integer, how many bits of a hash choose a register
   * @param minHashBits an integer, how many bits of a hash are kept for similarity
   * @return the changed HyperLogLog
   */
  public static HllCall add(Exp sketch, Exp values, Exp indexBits, Exp minHashBits) {
    return call(
        sketch, HllOpcode.ADD, ExpType.HLL, CallArguments.of(values, indexBits, minHashBits));
  }

  /**
   * Estimates how many values were added.
   *
   * @param sketch the HyperLogLog
   * @return an integer
   */
  public static HllCall getCount(Exp sketch) {
    return call(sketch, HllOpcode.GET_COUNT, ExpType.INT, CallArguments.of());
  }

  /**
   * Makes the union of a sketch and others.
   *
   * @param sketch the HyperLogLog
   * @param sketches a list of HyperLogLogs, or one
   * @return a HyperLogLog
   */
  public static HllCall getUnion(Exp sketch, Exp sketches) {
    return call(sketch, HllOpcode.GET_UNION, ExpType.HLL, CallArguments.of(sketches));
  }

  /**
   * Estimates how many values were added to a sketch or one of others.
   *
   * @param sketch the HyperLogLog
   * @param sketches a list of HyperLogLogs, or one
   * @return an integer
   */
  public static HllCall getUnionCount(Exp sketch, Exp sketches) {
    return call(sketch, HllOpcode.GET_UNION_COUNT, ExpType.INT, CallArguments.of(sketches));
  }

  /**
   * Estimates how many values were added to a sketch and to all of others.
   *
   * @param sketch the HyperLogLog
   * @param sketches a list of HyperLogLogs, or one
   * @return an integer
   */
  public static HllCall getIntersectCount(Exp sketch, Exp sketches) {
    return call(sketch, HllOpcode.GET_INTERSECT_COUNT, ExpType.INT, CallArguments.of(sketches));
  }

  /**
   * Estimates how similar a sketch and others are.
   *
   * @param sketch the HyperLogLog
   * @param sketches a list of HyperLogLogs, or one
   * @return a float, the Jaccard index, 0 to 1
   */
  public static HllCall getSimilarity(Exp sketch, Exp sketches) {
    return call(sketch, HllOpcode.GET_SIMILARITY, ExpType.FLOAT, CallArguments.of(sketches));
  }

  /**
   * Tells how a sketch was made.
   *
   * @param sketch the HyperLogLog
   * @return a list of its index bits and its min-hash bits
   */
  public static HllCall describe(Exp sketch) {
    return call(sketch, HllOpcode.DESCRIBE, ExpType.LIST, CallArguments.of());
  }

  /**
   * Tells whether all of several values may have been added.
   *
   * @param sketch the HyperLogLog
   * @param values a list
   * @return an integer, 1 when they may have been, 0 when one was not
   */
  public static HllCall mayContain(Exp sketch, Exp values) {
    return call(sketch, HllOpcode.MAY_CONTAIN, ExpType.INT, CallArguments.of(values));
  }
}
