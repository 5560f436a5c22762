package dev.aero4j.internal.columns;

import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** Floating-point numbers of 64 bits. */
final class DoubleCells extends Cells {
  private static final VarHandle VIEW = view(double[].class);

  private final double[] array;

  DoubleCells(double[] array) {
    this.array = array;
  }

  @Override
  public double[] array() {
    return array;
  }

  @Override
  public double real(int index) {
    return array[index];
  }

  @Override
  public void setInteger(int index, long value) {
    array[index] = value;
  }

  @Override
  public void setReal(int index, double value) {
    array[index] = value;
  }

  @Override
  public void zero(int index, int count) {
    Arrays.fill(array, index, index + count, 0);
  }

  @Override
  public void fromBytes(int index, int count, byte[] source, int offset) {
    for (int i = 0; i < count; i++) {
      array[index + i] = (double) VIEW.get(source, offset + i * Double.BYTES);
    }
  }

  @Override
  public void toBytes(int index, int count, byte[] target, int offset) {
    for (int i = 0; i < count; i++) {
      VIEW.set(target, offset + i * Double.BYTES, array[index + i]);
    }
  }
}
