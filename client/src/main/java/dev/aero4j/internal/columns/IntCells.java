package dev.aero4j.internal.columns;

import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** Integers of 32 bits. */
final class IntCells extends Cells {
  private static final VarHandle VIEW = view(int[].class);

  private final int[] array;
  private final boolean unsigned;

  IntCells(int[] array, boolean unsigned) {
    this.array = array;
    this.unsigned = unsigned;
  }

  @Override
  public int[] array() {
    return array;
  }

  @Override
  public long integer(int index) {
    return unsigned ? array[index] & 0xFFFF_FFFFL : array[index];
  }

  @Override
  public void setInteger(int index, long value) {
    array[index] = (int) value;
  }

  @Override
  public void zero(int index, int count) {
    Arrays.fill(array, index, index + count, 0);
  }

  @Override
  public void fromBytes(int index, int count, byte[] source, int offset) {
    for (int i = 0; i < count; i++) {
      array[index + i] = (int) VIEW.get(source, offset + i * Integer.BYTES);
    }
  }

  @Override
  public void toBytes(int index, int count, byte[] target, int offset) {
    for (int i = 0; i < count; i++) {
      VIEW.set(target, offset + i * Integer.BYTES, array[index + i]);
    }
  }
}
