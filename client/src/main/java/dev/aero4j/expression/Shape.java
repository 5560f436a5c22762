package dev.aero4j.expression;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.model.ExpType;
import dev.aero4j.wire.expression.ExpOpcode;
import dev.aero4j.wire.expression.ExpReader;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a part of an expression, in one number, since expressions are many small
 * objects.
 *
 * <pre>
 *   30    24 23    14 13  10    9     8     0
 *  +--------+--------+------+---------+-------+
 *  | opcode | parts  | type | depends | depth |
 *  +--------+--------+------+---------+-------+
 * </pre>
 *
 * The parts are counted up to {@link #MANY} only; the type is 0 when it is not known.
 */
final class Shape {
  /** So many parts, or more. Fewer are within the limit of servers, whatever they are. */
  static final int MANY = 0x3FF;

  private static final int DEPTH = 0x1FF;
  private static final int DEPENDS = 1 << 9;
  private static final int TYPE_AT = 10;
  private static final int TYPE = 0xF;
  private static final int PARTS_AT = 14;
  private static final int OPCODE_AT = 24;

  /** The types by their numbers, from that of {@link ExpType#SPECIAL} on. */
  private static final ExpType[] TYPES = new ExpType[ExpType.values().length];

  static {
    for (ExpType type : ExpType.values()) {
      TYPES[type.code() - ExpType.SPECIAL.code()] = type;
    }
  }

  private Shape() {}

  /** Returns the shape of a part that has no parts yet. */
  static int of(@Nullable ExpType type, boolean dependsOnWhole) {
    int number = type == null ? 0 : type.code() - ExpType.SPECIAL.code() + 1;
    return 1 << PARTS_AT | number << TYPE_AT | (dependsOnWhole ? DEPENDS : 0) | 1;
  }

  /** Returns the shape of nothing but an operator, to be added to another. */
  static int opcode(ExpOpcode opcode) {
    return opcode.code() << OPCODE_AT;
  }

  /**
   * Returns the shape of something with one part more.
   *
   * @throws InvalidArgumentException when the part is nested too deeply
   */
  static int over(int shape, Exp part) {
    int inner = part.shape;
    int depth = Math.max(shape & DEPTH, (inner & DEPTH) + 1);
    if (depth > ExpReader.MAX_DEPTH) {
      throw new InvalidArgumentException(
          "expressions are nested deeper than " + ExpReader.MAX_DEPTH);
    }
    int parts = Math.min(parts(shape) + parts(inner), MANY);
    return (shape & ~(DEPTH | MANY << PARTS_AT)) | (inner & DEPENDS) | parts << PARTS_AT | depth;
  }

  /** Returns the shape of something with more parts; see {@link #over(int, Exp)}. */
  static int over(int shape, Exp[] parts) {
    int all = shape;
    for (Exp part : parts) {
      all = over(all, part);
    }
    return all;
  }

  static int opcode(int shape) {
    return shape >>> OPCODE_AT;
  }

  static int parts(int shape) {
    return shape >>> PARTS_AT & MANY;
  }

  static boolean dependsOnWhole(int shape) {
    return (shape & DEPENDS) != 0;
  }

  static @Nullable ExpType type(int shape) {
    int number = shape >>> TYPE_AT & TYPE;
    return number == 0 ? null : TYPES[number - 1];
  }
}
