package dev.aero4j.internal.columns;

import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** Floating-point numbers of 16 bits, as their bits: Java has no type for them. */
final class HalfCells extends Cells {
  private static final VarHandle LITTLE = view(short[].class, false);
  private static final VarHandle BIG = view(short[].class, true);

  private final short[] array;

  HalfCells(short[] array) {
    this.array = array;
  }

  @Override
  public short[] array() {
    return array;
  }

  @Override
  public long integer(int index) {
    throw wrongKind();
  }

  @Override
  public double real(int index) {
    return HalfFloats.toFloat(array[index]);
  }

  @Override
  public void setInteger(int index, long value) {
    array[index] = HalfFloats.of((double) value);
  }

  @Override
  public void setReal(int index, double value) {
    array[index] = HalfFloats.of(value);
  }

  @Override
  public void zero(int index, int count) {
    Arrays.fill(array, index, index + count, (short) 0);
  }

  @Override
  public void fromBytes(int index, int count, byte[] source, int offset, boolean bigEndian) {
    if (bigEndian) {
      for (int i = 0; i < count; i++) {
        array[index + i] = (short) BIG.get(source, offset + i * Short.BYTES);
      }
    } else {
      for (int i = 0; i < count; i++) {
        array[index + i] = (short) LITTLE.get(source, offset + i * Short.BYTES);
      }
    }
  }

  @Override
  public void toBytes(int index, int count, byte[] target, int offset) {
    for (int i = 0; i < count; i++) {
      LITTLE.set(target, offset + i * Short.BYTES, array[index + i]);
    }
  }
}
