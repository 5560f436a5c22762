package dev.aero4j.expression;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.model.SpecialValue;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.expression.ExpOpcode;
import dev.aero4j.wire.expression.ExpReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of an expression, which servers evaluate: to filter records, to read something computed,
 * or to write it. Immutable; build it once with {@link #build} and use that as often as you like.
 *
 * <pre>{@code
 * Expression adults = Exp.and(
 *         Exp.ge(Exp.intBin("age"), Exp.val(18)),
 *         Exp.not(Exp.eq(Exp.stringBin("state"), Exp.val("gone"))))
 *     .build();
 * }</pre>
 *
 * <p>Types are checked when an expression is put together: comparing a string with an integer is an
 * {@link InvalidArgumentException} there and then. What has no value when it is evaluated, a bin
 * that is missing for example, is unknown: neither true nor false, and so is what depends on it. A
 * record for which a filter is unknown is left out.
 */
public abstract sealed class Exp extends RecordFunctions permits Operator, Special, CallExp {
  /** See {@link Shape}. */
  final int shape;

  Exp(int shape) {
    this.shape = shape;
  }

  /**
   * Makes the whole expression, ready to be sent.
   *
   * @return the expression
   * @throws InvalidArgumentException when it has more parts than servers take: they need 8 to 344
   *     bytes for each, values not counted, and give it 1 MiB
   */
  public final Expression build() {
    requireValue(this);
    if (!Shape.dependsOnWhole(shape) && Shape.parts(shape) < Shape.MANY) {
      return new Expression(this);
    }
    byte[] bytes = toBytes();
    checkWhole(bytes);
    return Expression.ofOwned(bytes, type());
  }

  final byte[] toBytes() {
    WireWriter out = new WireWriter(256);
    writeTo(out);
    return out.toByteArray();
  }

  /**
   * Checks that a part has a value.
   *
   * @throws InvalidArgumentException when there is no part, or it is a definition
   */
  static void requireValue(@Nullable Exp part) {
    if (part == null) {
      throw new InvalidArgumentException("a part of an expression is null; nil is Exp.nil()");
    }
    if (part instanceof Special.Definition) {
      throw new InvalidArgumentException(part + " is for let only, and no value by itself");
    }
  }

  /**
   * The types of variables, and what they are used for, show only when the whole is there, and so
   * does its size.
   */
  private static void checkWhole(byte[] bytes) {
    try {
      ExpReader.read(bytes);
    } catch (ProtocolException e) {
      throw new InvalidArgumentException("an expression: " + e.getMessage());
    }
  }

  /** Appends the encoding. */
  abstract void writeTo(WireWriter out);

  /** {@return the type of the value, or null when it depends on a variable} */
  @Override
  public @Nullable ExpType type() {
    return Shape.type(shape);
  }

  /**
   * Reads an encoded expression back, to be shown by {@link #toString} or used as a part of
   * another.
   *
   * @param bytes the msgpack list, as {@link Expression#toBytes} and other clients give it
   * @return the expression
   * @throws InvalidArgumentException when it is malformed; the message says why
   */
  public static Exp fromBytes(byte[] bytes) {
    return of(Expression.fromBytes(bytes));
  }

  /** {@return the expression for people to read} */
  @Override
  public String toString() {
    return Expression.ofOwned(toBytes(), type()).toString();
  }

  /**
   * Gives a boolean.
   *
   * @param value the value
   * @return a boolean
   */
  public static Exp val(boolean value) {
    return Special.literal(ExpType.BOOL, value);
  }

  /**
   * Gives an integer.
   *
   * @param value the value
   * @return an integer
   */
  public static Exp val(long value) {
    return Special.Integer64.of(value);
  }

  /**
   * Gives a float.
   *
   * @param value the value
   * @return a float
   */
  public static Exp val(double value) {
    return new Special.Float64(value);
  }

  /**
   * Gives a string.
   *
   * @param value the value
   * @return a string
   */
  public static Exp val(String value) {
    return Special.text(value);
  }

  /**
   * Gives a blob.
   *
   * @param value the value; copied
   * @return a blob
   */
  public static Exp val(byte[] value) {
    return Special.literal(ExpType.BLOB, value);
  }

  /**
   * Gives GeoJSON.
   *
   * @param value the value
   * @return GeoJSON
   */
  public static Exp val(GeoJson value) {
    return Special.literal(ExpType.GEO, value);
  }

  /**
   * Gives a HyperLogLog.
   *
   * @param value the value
   * @return a HyperLogLog
   */
  public static Exp val(HyperLogLog value) {
    return Special.literal(ExpType.HLL, value);
  }

  /**
   * Gives a list.
   *
   * @param value elements as for {@link dev.aero4j.Bins}
   * @return a list
   */
  public static Exp val(List<?> value) {
    return Special.quoted(value);
  }

  /**
   * Gives a map.
   *
   * @param value keys and values as for {@link dev.aero4j.Bins}
   * @return a map
   */
  public static Exp val(Map<?, ?> value) {
    return Special.literal(ExpType.MAP, value);
  }

  /**
   * Gives a time as {@link #lastUpdate} and {@link #voidTime} have it.
   *
   * @param time the time
   * @return an integer, nanoseconds since 1970
   */
  public static Exp val(Instant time) {
    try {
      return val(
          Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano()));
    } catch (ArithmeticException e) {
      throw new InvalidArgumentException(
          time + " is out of range; nanoseconds since 1970 go from 1677 to 2262");
    }
  }

  /**
   * Gives nil.
   *
   * @return nil
   */
  public static Exp nil() {
    return Special.literal(ExpType.NIL, null);
  }

  /**
   * Stands for what is greater than every value, in calls on lists and maps.
   *
   * @return infinity
   */
  public static Exp infinity() {
    return Special.literal(ExpType.SPECIAL, SpecialValue.INFINITY);
  }

  /**
   * Stands for what equals every value, in calls on lists and maps.
   *
   * @return the wildcard
   */
  public static Exp wildcard() {
    return Special.literal(ExpType.SPECIAL, SpecialValue.WILDCARD);
  }

  /**
   * Uses an expression that was built before as a part of another.
   *
   * @param expression the expression; without variables of its surroundings
   * @return its value
   */
  public static Exp of(Expression expression) {
    return Special.built(expression);
  }

  /**
   * Tells whether a value equals another.
   *
   * @param left a value
   * @param right a value of the same type
   * @return a boolean
   */
  public static Exp eq(Exp left, Exp right) {
    return Operator.of(ExpOpcode.EQ, left, right);
  }

  /**
   * Tells whether a value does not equal another.
   *
   * @param left a value
   * @param right a value of the same type
   * @return a boolean
   */
  public static Exp ne(Exp left, Exp right) {
    return Operator.of(ExpOpcode.NE, left, right);
  }

  /**
   * Tells whether a value is greater than another.
   *
   * @param left a value
   * @param right a value of the same type
   * @return a boolean
   */
  public static Exp gt(Exp left, Exp right) {
    return Operator.of(ExpOpcode.GT, left, right);
  }

  /**
   * Tells whether a value is greater than another, or equal.
   *
   * @param left a value
   * @param right a value of the same type
   * @return a boolean
   */
  public static Exp ge(Exp left, Exp right) {
    return Operator.of(ExpOpcode.GE, left, right);
  }

  /**
   * Tells whether a value is less than another.
   *
   * @param left a value
   * @param right a value of the same type
   * @return a boolean
   */
  public static Exp lt(Exp left, Exp right) {
    return Operator.of(ExpOpcode.LT, left, right);
  }

  /**
   * Tells whether a value is less than another, or equal.
   *
   * @param left a value
   * @param right a value of the same type
   * @return a boolean
   */
  public static Exp le(Exp left, Exp right) {
    return Operator.of(ExpOpcode.LE, left, right);
  }

  /**
   * Tells whether a list has a value. Servers know this from 8.1 on.
   *
   * @param value the value
   * @param list the list
   * @return a boolean
   */
  public static Exp inList(Exp value, Exp list) {
    return Operator.of(ExpOpcode.IN_LIST, value, list);
  }

  /**
   * Tells whether text matches a POSIX regular expression.
   *
   * @param pattern the regular expression
   * @param text a string
   * @param flags how it is matched
   * @return a boolean
   */
  public static Exp regexCompare(String pattern, Exp text, RegexFlag... flags) {
    return Special.regex(pattern, text, RegexFlag.bits(flags));
  }

  /**
   * Tells whether a point is in a region, or a region holds a point.
   *
   * @param left GeoJSON
   * @param right GeoJSON
   * @return a boolean
   */
  public static Exp geoCompare(Exp left, Exp right) {
    return Operator.of(ExpOpcode.GEO, left, right);
  }

  /**
   * Tells whether all of several conditions are true.
   *
   * @param conditions booleans, two or more
   * @return a boolean
   */
  public static Exp and(Exp... conditions) {
    return Operator.ofAll(ExpOpcode.AND, conditions);
  }

  /**
   * Tells whether one of several conditions is true.
   *
   * @param conditions booleans, two or more
   * @return a boolean
   */
  public static Exp or(Exp... conditions) {
    return Operator.ofAll(ExpOpcode.OR, conditions);
  }

  /**
   * Tells whether exactly one of several conditions is true.
   *
   * @param conditions booleans, two or more
   * @return a boolean
   */
  public static Exp exclusive(Exp... conditions) {
    return Operator.ofAll(ExpOpcode.EXCLUSIVE, conditions);
  }

  /**
   * Tells whether a condition is false.
   *
   * @param condition a boolean
   * @return a boolean
   */
  public static Exp not(Exp condition) {
    return Operator.of(ExpOpcode.NOT, condition);
  }

  /**
   * Gives the value of the first condition that is true.
   *
   * @param casesAndDefault pairs of a condition and a value, and a value for all other cases; all
   *     values of one type, or {@link #unknown}
   * @return a value of that type
   */
  public static Exp cond(Exp... casesAndDefault) {
    return Operator.ofAll(ExpOpcode.COND, casesAndDefault);
  }

  /**
   * Gives names to values, which the last expression, and each definition after, can use.
   *
   * @param definitionsAndBody definitions by {@link #def}, and the expression
   * @return the expression's value
   */
  public static Exp let(Exp... definitionsAndBody) {
    return Special.scope(definitionsAndBody);
  }

  /**
   * Defines a variable of {@link #let}.
   *
   * @param name letters, digits and _, no digit first
   * @param value its value
   * @return a definition, which is no value by itself
   */
  public static Exp def(String name, Exp value) {
    requireValue(value);
    return new Special.Definition(name, value);
  }

  /**
   * Uses a variable of {@link #let}.
   *
   * @param name its name
   * @return its value
   */
  public static Exp var(String name) {
    return new Special.Variable(name);
  }
}
