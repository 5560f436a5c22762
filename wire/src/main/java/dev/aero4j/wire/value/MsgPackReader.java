package dev.aero4j.wire.value;

import dev.aero4j.model.ExtensionValue;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens of {@link MsgPack} one by one, for arguments of operations and expressions,
 * which mix values with tokens that are none.
 *
 * <p>Every method throws {@link ProtocolException} when the next token is not what it reads, or is
 * cut off. Not safe for use by several threads.
 */
public final class MsgPackReader {
  private final WireReader in;

  /** Reads from where {@code in} stands, and moves it along. */
  public MsgPackReader(WireReader in) {
    this.in = in;
  }

  /** Returns true until the end of the bytes. */
  public boolean hasRemaining() {
    return in.remaining() > 0;
  }

  /** Returns what comes next, and does not move. */
  public MsgPackType peek() {
    int start = in.position();
    int token = in.readUnsignedByte();
    in.position(start);
    return typeOf(token);
  }

  /** Reads one value with everything in it; see {@link MsgPack#read(WireReader)}. */
  public @Nullable Object readValue() {
    return MsgPack.read(in);
  }

  public void readNil() {
    expect(MsgPackType.NIL);
  }

  public boolean readBoolean() {
    return expect(MsgPackType.BOOLEAN) == MsgPackFormat.TRUE;
  }

  public long readLong() {
    int token = expect(MsgPackType.INTEGER);
    return integer(in, token);
  }

  public double readDouble() {
    return expect(MsgPackType.DOUBLE) == MsgPackFormat.FLOAT32 ? in.readFloat() : in.readDouble();
  }

  /** Reads a string value, with its particle type. */
  public String readString() {
    return in.readUtf8(readTypedHeader(ParticleType.STRING));
  }

  /** Reads a blob value, with its particle type. */
  public byte[] readBytes() {
    return in.readBytes(readTypedHeader(ParticleType.BLOB));
  }

  /** Reads text that has no particle type. */
  public String readRawString() {
    return in.readUtf8(readBytesHeader());
  }

  /** Reads bytes that have no particle type. */
  public byte[] readRawBytes() {
    return in.readBytes(readBytesHeader());
  }

  /** Reads the header of a string or blob; returns the bytes that follow, a type included. */
  public int readBytesHeader() {
    return bytesLength(in, expect(MsgPackType.BYTES));
  }

  /** Reads the header of a list; returns how many tokens follow, flags included. */
  public int readListHeader() {
    return checked(1, listCount(in, expect(MsgPackType.LIST)));
  }

  /** Reads the header of a map; returns how many pairs follow, flags included. */
  public int readMapHeader() {
    return checked(2, mapCount(in, expect(MsgPackType.MAP)));
  }

  /**
   * Reads an extension, whatever it stands for: the flags of a list or map, a value that is only
   * compared with, or a value that has no meaning here.
   */
  public ExtensionValue readExtension() {
    int token = expect(MsgPackType.EXTENSION);
    int length = extensionLength(in, token);
    int type = in.readUnsignedByte();
    return new ExtensionValue(type, in.readBytes(length));
  }

  /** Moves past one value with everything in it, at any depth and without allocating. */
  public void skipValue() {
    long owed = 1;
    while (owed > 0) {
      owed--;
      int token = in.readUnsignedByte();
      switch (typeOf(token)) {
        case NIL, BOOLEAN -> {}
        case INTEGER -> skipInteger(token);
        case DOUBLE -> in.skip(token == MsgPackFormat.FLOAT32 ? Float.BYTES : Double.BYTES);
        case BYTES -> in.skip(bytesLength(in, token));
        case LIST -> owed += listCount(in, token);
        case MAP -> owed += 2L * mapCount(in, token);
        case EXTENSION -> {
          int length = extensionLength(in, token);
          in.skip(1);
          in.skip(length);
        }
      }
      if (owed > in.remaining()) {
        throw tooMany(owed);
      }
    }
  }

  /** Moves past one value like {@link #skipValue}, and returns a reader of its bytes alone. */
  public MsgPackReader readSlice() {
    int start = in.position();
    skipValue();
    int length = in.position() - start;
    in.position(start);
    return new MsgPackReader(in.slice(length));
  }

  private void skipInteger(int token) {
    if (token >= MsgPackFormat.UINT8 && token <= MsgPackFormat.INT64) {
      // Both families go 1, 2, 4, 8 bytes, and start at a multiple of four.
      in.skip(1 << (token & 3));
    }
  }

  private int checked(int tokensEach, int count) {
    if ((long) tokensEach * count > in.remaining()) {
      throw tooMany((long) tokensEach * count);
    }
    return count;
  }

  private ProtocolException tooMany(long tokens) {
    return new ProtocolException(
        tokens + " more values are announced, but only " + in.remaining() + " bytes are left");
  }

  private int readTypedHeader(int particleType) {
    int length = readBytesHeader();
    int type = length == 0 ? ParticleType.BLOB : in.readUnsignedByte();
    if (type != particleType) {
      throw new ProtocolException(
          "expected a " + ParticleType.name(particleType) + ", found a " + ParticleType.name(type));
    }
    return length == 0 ? 0 : length - 1;
  }

  private int expect(MsgPackType expected) {
    int token = in.readUnsignedByte();
    MsgPackType found = typeOf(token);
    if (found != expected) {
      throw new ProtocolException("expected msgpack " + expected + ", found " + found);
    }
    return token;
  }

  static boolean isExtension(int token) {
    return (token >= MsgPackFormat.EXT8 && token <= MsgPackFormat.EXT32)
        || (token >= MsgPackFormat.FIXEXT1 && token <= MsgPackFormat.FIXEXT16);
  }

  private static MsgPackType typeOf(int token) {
    if (token < MsgPackFormat.FIXMAP || token >= MsgPackFormat.NEGATIVE_FIXINT) {
      return MsgPackType.INTEGER;
    } else if (token < MsgPackFormat.FIXLIST) {
      return MsgPackType.MAP;
    } else if (token < MsgPackFormat.FIXSTR) {
      return MsgPackType.LIST;
    } else if (token < MsgPackFormat.NIL) {
      return MsgPackType.BYTES;
    } else if (isExtension(token)) {
      return MsgPackType.EXTENSION;
    }
    return switch (token) {
      case MsgPackFormat.NIL -> MsgPackType.NIL;
      case MsgPackFormat.FALSE, MsgPackFormat.TRUE -> MsgPackType.BOOLEAN;
      case MsgPackFormat.BIN8,
          MsgPackFormat.BIN16,
          MsgPackFormat.BIN32,
          MsgPackFormat.STR8,
          MsgPackFormat.STR16,
          MsgPackFormat.STR32 ->
          MsgPackType.BYTES;
      case MsgPackFormat.FLOAT32, MsgPackFormat.FLOAT64 -> MsgPackType.DOUBLE;
      case MsgPackFormat.LIST16, MsgPackFormat.LIST32 -> MsgPackType.LIST;
      case MsgPackFormat.MAP16, MsgPackFormat.MAP32 -> MsgPackType.MAP;
      case MsgPackFormat.UINT8,
          MsgPackFormat.UINT16,
          MsgPackFormat.UINT32,
          MsgPackFormat.UINT64,
          MsgPackFormat.INT8,
          MsgPackFormat.INT16,
          MsgPackFormat.INT32,
          MsgPackFormat.INT64 ->
          MsgPackType.INTEGER;
      default -> throw badToken(token);
    };
  }

  /** Reads the rest of an integer. */
  static long integer(WireReader in, int token) {
    return switch (token) {
      case MsgPackFormat.UINT8 -> in.readUnsignedByte();
      case MsgPackFormat.UINT16 -> in.readUnsignedShort();
      case MsgPackFormat.UINT32 -> in.readUnsignedInt();
      case MsgPackFormat.UINT64 -> {
        long value = in.readLong();
        if (value < 0) {
          throw new ProtocolException(
              Long.toUnsignedString(value) + " does not fit into a signed integer of 64 bits");
        }
        yield value;
      }
      case MsgPackFormat.INT8 -> in.readByte();
      case MsgPackFormat.INT16 -> in.readShort();
      case MsgPackFormat.INT32 -> in.readInt();
      case MsgPackFormat.INT64 -> in.readLong();
      default -> (byte) token;
    };
  }

  /** Reads the rest of a string's or blob's header. */
  static int bytesLength(WireReader in, int token) {
    return switch (token) {
      case MsgPackFormat.BIN8, MsgPackFormat.STR8 -> in.readUnsignedByte();
      case MsgPackFormat.BIN16, MsgPackFormat.STR16 -> in.readUnsignedShort();
      case MsgPackFormat.BIN32, MsgPackFormat.STR32 -> in.readLength();
      default -> token & 0x1F;
    };
  }

  /** Reads the rest of a list's header. */
  static int listCount(WireReader in, int token) {
    return switch (token) {
      case MsgPackFormat.LIST16 -> in.readUnsignedShort();
      case MsgPackFormat.LIST32 -> in.readLength();
      default -> token & 0xF;
    };
  }

  /** Reads the rest of a map's header. */
  static int mapCount(WireReader in, int token) {
    return switch (token) {
      case MsgPackFormat.MAP16 -> in.readUnsignedShort();
      case MsgPackFormat.MAP32 -> in.readLength();
      default -> token & 0xF;
    };
  }

  /** Reads the length of an extension; its type follows, then its content. */
  static int extensionLength(WireReader in, int token) {
    return switch (token) {
      case MsgPackFormat.FIXEXT1 -> 1;
      case MsgPackFormat.FIXEXT2 -> 2;
      case MsgPackFormat.FIXEXT4 -> 4;
      case MsgPackFormat.FIXEXT8 -> 8;
      case MsgPackFormat.FIXEXT16 -> 16;
      case MsgPackFormat.EXT8 -> in.readUnsignedByte();
      case MsgPackFormat.EXT16 -> in.readUnsignedShort();
      case MsgPackFormat.EXT32 -> in.readLength();
      default -> throw badToken(token);
    };
  }

  private static ProtocolException badToken(int token) {
    return new ProtocolException("0x" + Integer.toHexString(token) + " starts no msgpack value");
  }
}
