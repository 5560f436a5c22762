package dev.aero4j.internal.columns;

import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** Integers of 64 bits; those of 2<sup>63</sup> and more look negative. */
final class LongCells extends Cells {
  private static final VarHandle VIEW = view(long[].class);

  private final long[] array;

  LongCells(long[] array) {
    this.array = array;
  }

  @Override
  public long[] array() {
    return array;
  }

  @Override
  public long integer(int index) {
    return array[index];
  }

  @Override
  public void setInteger(int index, long value) {
    array[index] = value;
  }

  @Override
  public void zero(int index, int count) {
    Arrays.fill(array, index, index + count, 0);
  }

  @Override
  public void fromBytes(int index, int count, byte[] source, int offset) {
    for (int i = 0; i < count; i++) {
      array[index + i] = (long) VIEW.get(source, offset + i * Long.BYTES);
    }
  }

  @Override
  public void toBytes(int index, int count, byte[] target, int offset) {
    for (int i = 0; i < count; i++) {
      VIEW.set(target, offset + i * Long.BYTES, array[index + i]);
    }
  }
}
