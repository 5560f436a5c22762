package dev.aero4j.internal.command;

import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.RecordMeta;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.MessageHeader;
import dev.aero4j.wire.value.Particles;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One record's answer: its message from the 22-byte header on, as it came. It owns its array: a
 * {@link Record} keeps it and decodes bins from it when they are asked for. A bin is named by its
 * position in the array, from {@link #first} by way of {@link #next}, or from {@link #find}; -1 is
 * none.
 *
 * <pre>
 *  at           +4         +5              +6        +7            +8
 * +------------+----------+---------------+---------+-------------+------+-------+
 * | size after |operation | particle type | version | name length | name | value |
 * +------------+----------+---------------+---------+-------------+------+-------+
 * </pre>
 */
public final class RecordReply {
  private static final int RESULT_CODE = 5;
  private static final int GENERATION = 6;
  private static final int EXPIRATION = 10;
  private static final int COUNTS = 18;

  private static final int TYPE = 5;
  private static final int NAME_LENGTH = 7;
  private static final int NAME = 8;
  private static final int SIZE_BYTES = 4;

  private final byte[] array;
  private final int firstBin;

  /**
   * @param array a whole message, nothing before it and nothing behind it
   * @throws ProtocolException when this is no message, or its fields do not lie within it
   */
  public RecordReply(byte[] array) {
    this.array = array;
    WireReader reader = new WireReader(array);
    MessageHeader header = MessageHeader.read(reader);
    Field.skip(reader, header.fieldCount());
    this.firstBin = reader.position();
  }

  /** For bytes that a {@link RowCursor} has checked. */
  RecordReply(byte[] array, int firstBin) {
    this.array = array;
    this.firstBin = firstBin;
  }

  public int resultCode() {
    return array[RESULT_CODE] & 0xFF;
  }

  public int generation() {
    return int32(GENERATION);
  }

  /** When the record expires, in seconds since 2010 (unsigned); 0 for never. */
  public long voidTime() {
    return int32(EXPIRATION) & 0xFFFF_FFFFL;
  }

  public int fieldCount() {
    return int32(COUNTS) >>> 16;
  }

  /** How many bins there are, a name that comes twice counted twice. */
  public int operationCount() {
    return int32(COUNTS) & 0xFFFF;
  }

  public RecordMeta meta() {
    return new RecordMeta(generation(), voidTime());
  }

  /**
   * Makes a record that keeps this answer.
   *
   * @throws ProtocolException when a bin does not lie within the answer
   */
  public Record toRecord(Key key) {
    checkBins();
    return toCheckedRecord(key);
  }

  /** Makes a record that keeps this answer, whose bins have been checked. */
  public Record toCheckedRecord(Key key) {
    return ApiBridge.instance().record(key, this);
  }

  /** So that reading a bin later cannot fail for its bounds. */
  void checkBins() {
    int count = operationCount();
    int at = firstBin;
    for (int i = 0; i < count; i++) {
      int left = array.length - at;
      long size = left < BinOperation.MIN_SIZE ? Long.MAX_VALUE : size(at);
      if (size > left - SIZE_BYTES || size < NAME - SIZE_BYTES + nameLength(at)) {
        throw new ProtocolException(
            "bin "
                + i
                + " of "
                + count
                + " at offset "
                + at
                + " reaches past the answer's end at "
                + array.length);
      }
      at += SIZE_BYTES + (int) size;
    }
    if (at != array.length) {
      throw new ProtocolException(
          "an answer of " + array.length + " bytes has " + count + " bins that end at " + at);
    }
  }

  /** The first bin, or -1. */
  public int first() {
    return firstBin < array.length ? firstBin : -1;
  }

  /** The bin after one, or -1. */
  public int next(int at) {
    int next = at + SIZE_BYTES + (int) size(at);
    return next < array.length ? next : -1;
  }

  /** The last bin of a name, or -1. */
  public int find(String name) {
    int found = -1;
    for (int at = first(); at >= 0; at = next(at)) {
      if (isNamed(at, name)) {
        found = at;
      }
    }
    return found;
  }

  /** How many bins have this name. */
  public int countOf(String name) {
    int found = 0;
    for (int at = first(); at >= 0; at = next(at)) {
      found += isNamed(at, name) ? 1 : 0;
    }
    return found;
  }

  /** Compares without decoding; only a name that is not ASCII is decoded. */
  public boolean isNamed(int at, String name) {
    int length = nameLength(at);
    int start = at + NAME;
    int chars = name.length();
    if (chars > length) {
      return false;
    }
    for (int i = 0; i < chars; i++) {
      char c = name.charAt(i);
      if (c >= 0x80) {
        return name(at).equals(name);
      }
      if (c != array[start + i]) {
        return false;
      }
    }
    return chars == length;
  }

  public String name(int at) {
    return new String(array, at + NAME, nameLength(at), StandardCharsets.UTF_8);
  }

  /** The value's particle type. */
  public int type(int at) {
    return array[at + TYPE] & 0xFF;
  }

  /** The length of the value in bytes. */
  public int length(int at) {
    return (int) size(at) - (NAME - SIZE_BYTES) - nameLength(at);
  }

  /** A cursor over the value. */
  public WireReader reader(int at) {
    return new WireReader(array, at + NAME + nameLength(at), length(at));
  }

  /**
   * Decodes the value.
   *
   * @throws ProtocolException when its bytes are not of its type
   */
  public @Nullable Object value(int at) {
    return Particles.read(type(at), reader(at), length(at));
  }

  private int nameLength(int at) {
    return array[at + NAME_LENGTH] & 0xFF;
  }

  private long size(int at) {
    return int32(at) & 0xFFFF_FFFFL;
  }

  private int int32(int at) {
    return array[at] << 24
        | (array[at + 1] & 0xFF) << 16
        | (array[at + 2] & 0xFF) << 8
        | (array[at + 3] & 0xFF);
  }
}
