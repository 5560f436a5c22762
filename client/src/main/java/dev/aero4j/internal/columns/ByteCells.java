package dev.aero4j.internal.columns;

import java.util.Arrays;

/** Integers of 8 bits, and bytes. */
final class ByteCells extends Cells {
  private final byte[] array;
  private final boolean unsigned;

  ByteCells(byte[] array, boolean unsigned) {
    this.array = array;
    this.unsigned = unsigned;
  }

  @Override
  public byte[] array() {
    return array;
  }

  @Override
  public long integer(int index) {
    return unsigned ? array[index] & 0xFF : array[index];
  }

  @Override
  public void setInteger(int index, long value) {
    array[index] = (byte) value;
  }

  @Override
  public void zero(int index, int count) {
    Arrays.fill(array, index, index + count, (byte) 0);
  }

  @Override
  public void fromBytes(int index, int count, byte[] source, int offset) {
    System.arraycopy(source, offset, array, index, count);
  }

  @Override
  public void toBytes(int index, int count, byte[] target, int offset) {
    System.arraycopy(array, index, target, offset, count);
  }
}
