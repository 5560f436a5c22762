package dev.aero4j.internal.columns;

import dev.aero4j.columns.ColumnType;

/** Which numbers a kind can hold without loss. */
public final class Ranges {
  private static final double TWO_63 = 0x1p63;

  private Ranges() {}

  /** Whether a signed integer of 64 bits is the same in a kind of number. */
  public static boolean holds(ColumnType.Kind kind, long value) {
    return switch (kind) {
      case I1 -> value == (byte) value;
      case I2 -> value == (short) value;
      case I4 -> value == (int) value;
      case I8 -> true;
      case U1 -> (value & ~0xFFL) == 0;
      case U2 -> (value & ~0xFFFFL) == 0;
      case U4 -> (value & ~0xFFFF_FFFFL) == 0;
      case U8 -> value >= 0;
      case F2 -> isSame(HalfFloats.toFloat(HalfFloats.of((double) value)), value);
      case F4 -> isSame((float) value, value);
      case F8 -> isSame((double) value, value);
      case S, V -> false;
    };
  }

  /** Whether a double is not further from a float than rounding, and finite if it was. */
  public static boolean holds(ColumnType.Kind kind, double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return kind.isFloat();
    }
    return switch (kind) {
      case F2 -> Float.isFinite(HalfFloats.toFloat(HalfFloats.of(value)));
      case F4 -> Float.isFinite((float) value);
      case F8 -> true;
      default -> false;
    };
  }

  /** The cast back saturates, so that 2^63 and infinity would look like the largest long. */
  private static boolean isSame(double rounded, long value) {
    return rounded >= -TWO_63 && rounded < TWO_63 && (long) rounded == value;
  }
}
