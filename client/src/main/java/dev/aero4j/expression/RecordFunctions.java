package dev.aero4j.expression;

import dev.aero4j.model.ExpType;
import dev.aero4j.model.LoopPart;
import dev.aero4j.wire.expression.ExpOpcode;

/** The expressions of {@link Exp} that look at the record: its bins, and what is known about it. */
abstract sealed class RecordFunctions extends NumberFunctions permits Exp {
  /**
   * Gives the value of a bin that holds an integer; otherwise it has no value.
   *
   * @param name the bin's name
   * @return an integer
   */
  public static Exp intBin(String name) {
    return bin(ExpType.INT, name);
  }

  /**
   * Gives the value of a bin that holds a float; otherwise it has no value.
   *
   * @param name the bin's name
   * @return a float
   */
  public static Exp floatBin(String name) {
    return bin(ExpType.FLOAT, name);
  }

  /**
   * Gives the value of a bin that holds a string; otherwise it has no value.
   *
   * @param name the bin's name
   * @return a string
   */
  public static Exp stringBin(String name) {
    return bin(ExpType.STRING, name);
  }

  /**
   * Gives the value of a bin that holds a boolean; otherwise it has no value.
   *
   * @param name the bin's name
   * @return a boolean
   */
  public static Exp boolBin(String name) {
    return bin(ExpType.BOOL, name);
  }

  /**
   * Gives the value of a bin that holds a blob; otherwise it has no value.
   *
   * @param name the bin's name
   * @return a blob
   */
  public static Exp blobBin(String name) {
    return bin(ExpType.BLOB, name);
  }

  /**
   * Gives the value of a bin that holds GeoJSON; otherwise it has no value.
   *
   * @param name the bin's name
   * @return GeoJSON
   */
  public static Exp geoBin(String name) {
    return bin(ExpType.GEO, name);
  }

  /**
   * Gives the value of a bin that holds a list; otherwise it has no value.
   *
   * @param name the bin's name
   * @return a list
   */
  public static Exp listBin(String name) {
    return bin(ExpType.LIST, name);
  }

  /**
   * Gives the value of a bin that holds a map; otherwise it has no value.
   *
   * @param name the bin's name
   * @return a map
   */
  public static Exp mapBin(String name) {
    return bin(ExpType.MAP, name);
  }

  /**
   * Gives the value of a bin that holds a HyperLogLog; otherwise it has no value.
   *
   * @param name the bin's name
   * @return a HyperLogLog
   */
  public static Exp hllBin(String name) {
    return bin(ExpType.HLL, name);
  }

  /**
   * Gives the value of a bin that holds a type; otherwise it has no value.
   *
   * @param type the type
   * @param name the bin's name
   * @return a value of the type
   */
  public static Exp bin(ExpType type, String name) {
    return new Special.Bin(type, name);
  }

  /**
   * Tells whether there is a bin.
   *
   * @param name the bin's name
   * @return a boolean
   */
  public static Exp binExists(String name) {
    return Exp.ne(binType(name), Exp.val(0));
  }

  /**
   * Gives the type of a bin's value.
   *
   * @param name the bin's name
   * @return an integer, the protocol's number of the type, 0 when there is no such bin
   */
  public static Exp binType(String name) {
    return new Special.BinType(name);
  }

  /**
   * Gives the record's user key, if it was stored and is of a type; otherwise it has no value.
   *
   * @param type {@link ExpType#INT}, {@link ExpType#STRING} or {@link ExpType#BLOB}
   * @return a value of the type
   */
  public static Exp key(ExpType type) {
    return new Special.Key(type);
  }

  /**
   * Tells whether the record's user key was stored.
   *
   * @return a boolean
   */
  public static Exp keyExists() {
    return Operator.of(ExpOpcode.KEY_EXISTS);
  }

  /**
   * Gives the name of the record's set, empty when it has none.
   *
   * @return a string
   */
  public static Exp setName() {
    return Operator.of(ExpOpcode.SET_NAME);
  }

  /**
   * Gives the size of the record. Servers know this from 7.0 on.
   *
   * @return an integer, bytes
   */
  public static Exp recordSize() {
    return Operator.of(ExpOpcode.RECORD_SIZE);
  }

  /**
   * Gives the size of the record on a device. From 7.0 on, {@link #recordSize} is the one to use.
   *
   * @return an integer, bytes; 0 when the namespace has no device
   */
  public static Exp deviceSize() {
    return Operator.of(ExpOpcode.DEVICE_SIZE);
  }

  /**
   * Gives the size of the record in memory. From 7.0 on, {@link #recordSize} is the one to use.
   *
   * @return an integer, bytes; 0 when the namespace's data is not in memory
   */
  public static Exp memorySize() {
    return Operator.of(ExpOpcode.MEMORY_SIZE);
  }

  /**
   * Gives when the record was last written.
   *
   * @return an integer, nanoseconds since 1970
   */
  public static Exp lastUpdate() {
    return Operator.of(ExpOpcode.LAST_UPDATE);
  }

  /**
   * Gives how long ago the record was last written.
   *
   * @return an integer, milliseconds
   */
  public static Exp sinceUpdate() {
    return Operator.of(ExpOpcode.SINCE_UPDATE);
  }

  /**
   * Gives when the record expires.
   *
   * @return an integer, nanoseconds since 1970, -1 when it never does
   */
  public static Exp voidTime() {
    return Operator.of(ExpOpcode.VOID_TIME);
  }

  /**
   * Gives how long the record still lives.
   *
   * @return an integer, seconds, -1 when it never expires
   */
  public static Exp ttl() {
    return Operator.of(ExpOpcode.TTL);
  }

  /**
   * Tells whether the record is a tombstone, which only a write sees.
   *
   * @return a boolean
   */
  public static Exp isTombstone() {
    return Operator.of(ExpOpcode.IS_TOMBSTONE);
  }

  /**
   * Gives the record's digest modulo a number: a number that is spread evenly over records.
   *
   * @param modulus the number, not 0
   * @return an integer
   */
  public static Exp digestModulo(int modulus) {
    return new Special.DigestModulo(modulus);
  }

  /**
   * Gives what an expression of a path is looking at; otherwise it has no value. Servers know this
   * from 8.1 on.
   *
   * @param type the type that it is to have
   * @param part which part of it
   * @return a value of the type
   */
  public static Exp loopVar(ExpType type, LoopPart part) {
    return new Special.LoopVariable(type, part);
  }

  /**
   * Removes the element that {@link dev.aero4j.operation.PathOperation#modify} is looking at.
   * Servers know this from 8.1 on.
   *
   * @return what the modification must give
   */
  public static Exp removeResult() {
    return Operator.of(ExpOpcode.REMOVE_RESULT);
  }

  /**
   * Has no value: as a filter, the record is left out; in {@link Exp#cond}, it fits any type.
   *
   * @return nothing
   */
  public static Exp unknown() {
    return Operator.of(ExpOpcode.UNKNOWN);
  }
}
