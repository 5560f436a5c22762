package dev.aero4j.internal.columns;

import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** Floating-point numbers of 32 bits. */
final class FloatCells extends Cells {
  private static final VarHandle VIEW = view(float[].class);

  private final float[] array;

  FloatCells(float[] array) {
    this.array = array;
  }

  @Override
  public float[] array() {
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
    array[index] = (float) value;
  }

  @Override
  public void zero(int index, int count) {
    Arrays.fill(array, index, index + count, 0);
  }

  @Override
  public void fromBytes(int index, int count, byte[] source, int offset) {
    for (int i = 0; i < count; i++) {
      array[index + i] = (float) VIEW.get(source, offset + i * Float.BYTES);
    }
  }

  @Override
  public void toBytes(int index, int count, byte[] target, int offset) {
    for (int i = 0; i < count; i++) {
      VIEW.set(target, offset + i * Float.BYTES, array[index + i]);
    }
  }
}
