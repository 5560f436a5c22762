package dev.aero4j.expression;

import dev.aero4j.wire.expression.ExpOpcode;
import dev.aero4j.wire.expression.Typed;

/** The expressions of {@link Exp} that compute with numbers and maps. */
abstract sealed class NumberFunctions implements Typed permits RecordFunctions {
  /**
   * Adds numbers.
   *
   * @param numbers all integers or all floats
   * @return a number of that type
   */
  public static Exp add(Exp... numbers) {
    return Operator.ofAll(ExpOpcode.ADD, numbers);
  }

  /**
   * Subtracts numbers from the first; negates a single one.
   *
   * @param numbers all integers or all floats
   * @return a number of that type
   */
  public static Exp sub(Exp... numbers) {
    return Operator.ofAll(ExpOpcode.SUB, numbers);
  }

  /**
   * Multiplies numbers.
   *
   * @param numbers all integers or all floats
   * @return a number of that type
   */
  public static Exp mul(Exp... numbers) {
    return Operator.ofAll(ExpOpcode.MUL, numbers);
  }

  /**
   * Divides the first number by all others; gives the reciprocal of a single one. Integers are
   * divided towards zero; division by zero has no value.
   *
   * @param numbers all integers or all floats
   * @return a number of that type
   */
  public static Exp div(Exp... numbers) {
    return Operator.ofAll(ExpOpcode.DIV, numbers);
  }

  /**
   * Gives the least of numbers.
   *
   * @param numbers all integers or all floats
   * @return a number of that type
   */
  public static Exp min(Exp... numbers) {
    return Operator.ofAll(ExpOpcode.MIN, numbers);
  }

  /**
   * Gives the greatest of numbers.
   *
   * @param numbers all integers or all floats
   * @return a number of that type
   */
  public static Exp max(Exp... numbers) {
    return Operator.ofAll(ExpOpcode.MAX, numbers);
  }

  /**
   * Raises a float to a power.
   *
   * @param base a float
   * @param exponent a float
   * @return a float
   */
  public static Exp pow(Exp base, Exp exponent) {
    return Operator.of(ExpOpcode.POW, base, exponent);
  }

  /**
   * Gives the logarithm of a float.
   *
   * @param number a float
   * @param base a float
   * @return a float
   */
  public static Exp log(Exp number, Exp base) {
    return Operator.of(ExpOpcode.LOG, number, base);
  }

  /**
   * Gives the remainder of a division towards zero; by zero it has no value.
   *
   * @param numerator an integer
   * @param denominator an integer
   * @return an integer
   */
  public static Exp mod(Exp numerator, Exp denominator) {
    return Operator.of(ExpOpcode.MOD, numerator, denominator);
  }

  /**
   * Gives a number without its sign.
   *
   * @param number an integer or float
   * @return a number of that type
   */
  public static Exp abs(Exp number) {
    return Operator.of(ExpOpcode.ABS, number);
  }

  /**
   * Rounds a float down.
   *
   * @param number a float
   * @return a float
   */
  public static Exp floor(Exp number) {
    return Operator.of(ExpOpcode.FLOOR, number);
  }

  /**
   * Rounds a float up.
   *
   * @param number a float
   * @return a float
   */
  public static Exp ceil(Exp number) {
    return Operator.of(ExpOpcode.CEIL, number);
  }

  /**
   * Makes an integer of a float, rounded towards zero.
   *
   * @param number a float
   * @return an integer
   */
  public static Exp toInt(Exp number) {
    return Operator.of(ExpOpcode.TO_INT, number);
  }

  /**
   * Makes a float of an integer.
   *
   * @param number an integer
   * @return a float
   */
  public static Exp toFloat(Exp number) {
    return Operator.of(ExpOpcode.TO_FLOAT, number);
  }

  /**
   * Gives the bitwise and of integers.
   *
   * @param integers integers
   * @return an integer
   */
  public static Exp intAnd(Exp... integers) {
    return Operator.ofAll(ExpOpcode.INT_AND, integers);
  }

  /**
   * Gives the bitwise or of integers.
   *
   * @param integers integers
   * @return an integer
   */
  public static Exp intOr(Exp... integers) {
    return Operator.ofAll(ExpOpcode.INT_OR, integers);
  }

  /**
   * Gives the bitwise exclusive or of integers.
   *
   * @param integers integers
   * @return an integer
   */
  public static Exp intXor(Exp... integers) {
    return Operator.ofAll(ExpOpcode.INT_XOR, integers);
  }

  /**
   * Inverts the bits of an integer.
   *
   * @param integer an integer
   * @return an integer
   */
  public static Exp intNot(Exp integer) {
    return Operator.of(ExpOpcode.INT_NOT, integer);
  }

  /**
   * Shifts an integer to the left.
   *
   * @param integer an integer
   * @param shift by how many bits
   * @return an integer
   */
  public static Exp lshift(Exp integer, Exp shift) {
    return Operator.of(ExpOpcode.LSHIFT, integer, shift);
  }

  /**
   * Shifts an integer to the right, and fills up with zeros.
   *
   * @param integer an integer
   * @param shift by how many bits
   * @return an integer
   */
  public static Exp rshift(Exp integer, Exp shift) {
    return Operator.of(ExpOpcode.RSHIFT, integer, shift);
  }

  /**
   * Shifts an integer to the right, and fills up with the sign.
   *
   * @param integer an integer
   * @param shift by how many bits
   * @return an integer
   */
  public static Exp arshift(Exp integer, Exp shift) {
    return Operator.of(ExpOpcode.ARSHIFT, integer, shift);
  }

  /**
   * Counts the bits of an integer that are set.
   *
   * @param integer an integer
   * @return an integer, 0 to 64
   */
  public static Exp count(Exp integer) {
    return Operator.of(ExpOpcode.COUNT, integer);
  }

  /**
   * Looks for the first bit of an integer, from the highest on, that is set, or not.
   *
   * @param integer an integer
   * @param bit a boolean: a bit that is set, or one that is not
   * @return the bit's place from the left, -1 when there is none
   */
  public static Exp lscan(Exp integer, Exp bit) {
    return Operator.of(ExpOpcode.LSCAN, integer, bit);
  }

  /**
   * Looks for the last bit of an integer, from the highest on, that is set, or not.
   *
   * @param integer an integer
   * @param bit a boolean: a bit that is set, or one that is not
   * @return the bit's place from the left, -1 when there is none
   */
  public static Exp rscan(Exp integer, Exp bit) {
    return Operator.of(ExpOpcode.RSCAN, integer, bit);
  }

  /**
   * Gives the keys of a map. Servers know this from 8.1 on.
   *
   * @param map a map
   * @return a list
   */
  public static Exp mapKeys(Exp map) {
    return Operator.of(ExpOpcode.MAP_KEYS, map);
  }

  /**
   * Gives the values of a map. Servers know this from 8.1 on.
   *
   * @param map a map
   * @return a list
   */
  public static Exp mapValues(Exp map) {
    return Operator.of(ExpOpcode.MAP_VALUES, map);
  }
}
