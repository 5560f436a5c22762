package dev.aero4j.internal.columns;

/** IEEE 754 numbers of 16 bits, as their bits. */
public final class HalfFloats {
  private HalfFloats() {}

  /** Returns the half that is nearest to a double, rounded once. */
  public static short of(double value) {
    float single = (float) value;
    if (single != value && !Double.isNaN(value)) {
      // Rounding twice can go wrong at a tie. A float whose last bit is set whenever it is not
      // exact
      // ("round to odd") has bits to spare over a half, and makes no tie where there was none.
      int bits = Float.floatToRawIntBits(single);
      if (Math.abs((double) single) > Math.abs(value)) {
        bits--;
      }
      single = Float.intBitsToFloat(bits | 1);
    }
    return Float.floatToFloat16(single);
  }

  public static float toFloat(short bits) {
    return Float.float16ToFloat(bits);
  }
}
