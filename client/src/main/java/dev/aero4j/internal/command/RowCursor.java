package dev.aero4j.internal.command;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.MessageFlags;
import dev.aero4j.wire.message.MessageHeader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Moves over the records of an answer without making an object of any of them. Everything about a
 * record is checked once, in {@link #next}, so that reading it afterwards cannot fail for bounds.
 * Confined to one thread.
 */
public final class RowCursor {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private static final int SIZE_BYTES = 4;

  private byte[] array = new byte[0];
  private int start;
  private int firstBin;
  private int end;
  private int info3;
  private int resultCode;
  private int index;
  private int bins;

  // The bin that nextBin has moved to.
  private int bin;
  private int nameLength;

  /**
   * Moves to the record that begins at the reader's position, and the reader past it.
   *
   * @throws ProtocolException when it does not lie within the frame
   */
  public void next(WireReader reader) {
    array = reader.array();
    start = reader.position();
    int limit = reader.limit();
    int size = reader.readUnsignedByte();
    if (size != MessageHeader.SIZE || limit - start < MessageHeader.SIZE) {
      throw new ProtocolException(
          "expected a record's header of "
              + MessageHeader.SIZE
              + " bytes, seen "
              + size
              + " in "
              + (limit - start)
              + " bytes");
    }
    info3 = array[start + 3];
    resultCode = array[start + 5] & 0xFF;
    index = int32(start + 14);
    int counts = int32(start + 18);
    int at = start + MessageHeader.SIZE;
    for (int fields = counts >>> 16; fields > 0; fields--) {
      at = skip(at, limit, 1);
    }
    firstBin = at;
    bins = counts & 0xFFFF;
    for (int i = 0; i < bins; i++) {
      int next = skip(at, limit, BinOperation.MIN_SIZE - SIZE_BYTES);
      if ((array[at + BinOperation.MIN_SIZE - 1] & 0xFF) > next - at - BinOperation.MIN_SIZE) {
        throw new ProtocolException("the name of bin " + i + " at offset " + at + " is too long");
      }
      at = next;
    }
    end = at;
    reader.position(end);
    bin = -1;
  }

  private int skip(int at, int limit, int least) {
    int size = limit - at < SIZE_BYTES ? -1 : int32(at);
    if (size < least || size > limit - at - SIZE_BYTES) {
      throw new ProtocolException(
          "a part of "
              + (size & 0xFFFF_FFFFL)
              + " bytes at offset "
              + at
              + " of an answer that ends at "
              + limit);
    }
    return at + SIZE_BYTES + size;
  }

  /** Whether this is the end of the answer, and no record. */
  public boolean isLast() {
    return (info3 & MessageFlags.INFO3_LAST) != 0;
  }

  public int resultCode() {
    return resultCode;
  }

  /** The position of the row in its message. */
  public int index() {
    return index;
  }

  public int generation() {
    return int32(start + 6);
  }

  /** When the record expires, in seconds since 2010 (unsigned); 0 for never. */
  public int voidTime() {
    return int32(start + 10);
  }

  /** How many bins there are. */
  public int bins() {
    return bins;
  }

  /** Returns a copy that owns its bytes. */
  public RecordReply copy() {
    return new RecordReply(Arrays.copyOfRange(array, start, end), firstBin - start);
  }

  /** Moves to the next bin, at first to the first; returns false when there is none. */
  public boolean nextBin() {
    bin = bin < 0 ? firstBin : bin + SIZE_BYTES + int32(bin);
    if (bin >= end) {
      return false;
    }
    nameLength = array[bin + BinOperation.MIN_SIZE - 1] & 0xFF;
    return true;
  }

  /** The array that name and value lie in. */
  public byte[] array() {
    return array;
  }

  public int nameOffset() {
    return bin + BinOperation.MIN_SIZE;
  }

  public int nameLength() {
    return nameLength;
  }

  /** The particle type of the bin's value. */
  public int type() {
    return array[bin + 5] & 0xFF;
  }

  public int valueOffset() {
    return bin + BinOperation.MIN_SIZE + nameLength;
  }

  public int valueLength() {
    return int32(bin) - (BinOperation.MIN_SIZE - SIZE_BYTES) - nameLength;
  }

  private int int32(int at) {
    return (int) INT.get(array, at);
  }
}
