package dev.aero4j.internal.columns;

/** Floating-point numbers of 16 bits, as their bits: Java has no type for them. */
final class HalfCells extends ShortCells {
  HalfCells(short[] array) {
    super(array, false);
  }

  @Override
  public double real(int index) {
    return HalfFloats.toFloat(array()[index]);
  }

  @Override
  public void setInteger(int index, long value) {
    setReal(index, (double) value);
  }

  @Override
  public void setReal(int index, double value) {
    array()[index] = HalfFloats.of(value);
  }
}
