package dev.aero4j.embedded.internal.collection;

import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.value.MsgPack;
import dev.aero4j.wire.value.MsgPackReader;
import dev.aero4j.wire.value.MsgPackType;
import dev.aero4j.wire.value.MsgPackWriter;
import dev.aero4j.wire.value.ParticleType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One value in msgpack, a part of an array that is never changed. Values are kept as they lie in
 * bins, so that what a call does not touch keeps its bytes, and nothing is decoded that is only
 * moved.
 */
final class Cell {
  static final Cell NIL = of((Object) null);

  /** The extension whose values are only compared with. */
  static final int SPECIAL_EXTENSION = 0xFF;

  private final byte[] array;
  private final int start;
  private final int end;

  private Cell(byte[] array, int start, int end) {
    this.array = array;
    this.start = start;
    this.end = end;
  }

  /** Returns the value that takes the whole array. */
  static Cell of(byte[] bytes) {
    return new Cell(bytes, 0, bytes.length);
  }

  /** Returns what was written. */
  static Cell of(WireWriter written) {
    return of(written.toByteArray());
  }

  /** Encodes a value; see {@link MsgPack#write}. */
  static Cell of(@Nullable Object value) {
    return of(MsgPack.toBytes(value));
  }

  /** Takes the value that comes next. */
  static Cell next(WireReader in, MsgPackReader values) {
    int start = in.position();
    values.skipValue();
    return new Cell(in.array(), start, in.position());
  }

  int size() {
    return end - start;
  }

  WireReader reader() {
    return new WireReader(array, start, end - start);
  }

  void writeTo(WireWriter out) {
    out.putBytes(array, start, end - start);
  }

  /** Returns the bytes, which must not be changed. */
  byte[] bytes() {
    return start == 0 && end == array.length ? array : Arrays.copyOfRange(array, start, end);
  }

  MsgPackType type() {
    return new MsgPackReader(reader()).peek();
  }

  boolean isCollection() {
    MsgPackType type = type();
    return type == MsgPackType.LIST || type == MsgPackType.MAP;
  }

  /** Returns the flags that a list or map begins with, 0 for none. */
  int flags() {
    WireReader in = reader();
    MsgPackReader values = new MsgPackReader(in);
    int count =
        values.peek() == MsgPackType.LIST ? values.readListHeader() : values.readMapHeader();
    if (count == 0 || values.peek() != MsgPackType.EXTENSION) {
      return 0;
    }
    return values.readExtension().type();
  }

  /** Returns the value as {@link MsgPack} reads it. */
  @Nullable Object toObject() {
    return MsgPack.read(reader(), size());
  }

  /** Returns the integer that this is, or null. */
  @Nullable Long toLong() {
    return type() == MsgPackType.INTEGER ? new MsgPackReader(reader()).readLong() : null;
  }

  /** Returns whether the wildcard or infinity is in it, at any depth. */
  boolean holdsSpecial() {
    WireReader in = reader();
    MsgPackReader values = new MsgPackReader(in);
    while (in.remaining() > 0) {
      switch (values.peek()) {
        case LIST -> values.readListHeader();
        case MAP -> values.readMapHeader();
        case EXTENSION -> {
          if (values.readExtension().type() == SPECIAL_EXTENSION) {
            return true;
          }
        }
        default -> values.skipValue();
      }
    }
    return false;
  }

  /** Returns whether it may be the key of a map: an integer, a string or a blob. */
  boolean isKey() {
    return switch (type()) {
      case INTEGER -> true;
      case BYTES -> {
        WireReader in = reader();
        int length = new MsgPackReader(in).readBytesHeader();
        int particle = length == 0 ? 0 : in.readUnsignedByte();
        yield particle == ParticleType.STRING || particle == ParticleType.BLOB;
      }
      default -> false;
    };
  }

  static Cell list(Iterable<Cell> elements, int count) {
    WireWriter out = new WireWriter(64);
    MsgPackWriter.writeListHeader(out, count);
    for (Cell element : elements) {
      element.writeTo(out);
    }
    return of(out);
  }
}
