package dev.aero4j.internal.columns;

import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** Integers of 16 bits. */
sealed class ShortCells extends Cells permits HalfCells {
  private static final VarHandle VIEW = view(short[].class);

  private final short[] array;
  private final boolean unsigned;

  ShortCells(short[] array, boolean unsigned) {
    this.array = array;
    this.unsigned = unsigned;
  }

  @Override
  public final short[] array() {
    return array;
  }

  @Override
  public long integer(int index) {
    return unsigned ? array[index] & 0xFFFF : array[index];
  }

  @Override
  public void setInteger(int index, long value) {
    array[index] = (short) value;
  }

  @Override
  public void zero(int index, int count) {
    Arrays.fill(array, index, index + count, (short) 0);
  }

  @Override
  public void fromBytes(int index, int count, byte[] source, int offset) {
    for (int i = 0; i < count; i++) {
      array[index + i] = (short) VIEW.get(source, offset + i * Short.BYTES);
    }
  }

  @Override
  public void toBytes(int index, int count, byte[] target, int offset) {
    for (int i = 0; i < count; i++) {
      VIEW.set(target, offset + i * Short.BYTES, array[index + i]);
    }
  }
}
