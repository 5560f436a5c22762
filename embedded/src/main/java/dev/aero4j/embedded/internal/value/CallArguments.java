package dev.aero4j.embedded.internal.value;

import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.CallFamily;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.Signature;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.value.MsgPack;
import dev.aero4j.wire.value.MsgPackReader;
import dev.aero4j.wire.value.MsgPackType;
import dev.aero4j.wire.value.MsgPackWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a call on a blob or a HyperLogLog, read one after the other.
 *
 * <p>They stay msgpack until they are read, because some of it would be lost in Java values: what a
 * HyperLogLog hashes is the msgpack. Every method throws {@link Refusal} with PARAMETER_ERROR when
 * what comes next is not what it reads.
 */
public final class CallArguments {
  /** An unsigned integer of 8 bytes, which may be past what a long can hold. */
  private static final int UNSIGNED_LONG = 0xCF;

  private final WireReader in;
  private final MsgPackReader values;
  private int left;

  private CallArguments(WireReader in) {
    this.in = in;
    this.values = new MsgPackReader(in);
    try {
      left = values.readListHeader();
    } catch (ProtocolException e) {
      throw malformed();
    }
  }

  /** Reads what an operation brings: its opcode, which is to be read first, and arguments. */
  public static CallArguments of(BinOperation operation) {
    return new CallArguments(operation.reader());
  }

  /** Reads arguments that are at hand. */
  public static CallArguments of(List<?> arguments) {
    try {
      return new CallArguments(new WireReader(MsgPack.toBytes(arguments)));
    } catch (IllegalArgumentException e) {
      // One of them is nested as deep as may be, and the list of them is deeper.
      throw malformed();
    }
  }

  private static Refusal malformed() {
    return Refusal.of(ResultCode.PARAMETER_ERROR);
  }

  /** Reads the opcode, which must be one that modifies, or one that does not. */
  public CallOpcode readOpcode(CallFamily family, boolean modifies) {
    if (left == 0) {
      throw malformed();
    }
    left--;
    CallOpcode opcode = family.opcode(readInteger());
    if (opcode == null || opcode.modifies() != modifies) {
      throw malformed();
    }
    return opcode;
  }

  /** Checks that there are as many arguments as a call takes, and returns how many there are. */
  public int count(Signature signature) {
    if (left < signature.required() || left > signature.arguments().size()) {
      throw malformed();
    }
    return left;
  }

  /** Reads an integer; one that is unsigned and too large for a long comes out negative. */
  public long readInteger() {
    try {
      if (in.remaining() > 0 && (in.array()[in.position()] & 0xFF) == UNSIGNED_LONG) {
        in.skip(1);
        return in.readLong();
      }
      return values.readLong();
    } catch (ProtocolException e) {
      throw malformed();
    }
  }

  public boolean readBoolean() {
    try {
      return values.readBoolean();
    } catch (ProtocolException e) {
      throw malformed();
    }
  }

  /** Reads bytes that have a particle type, whichever. */
  public byte[] readBytes() {
    try {
      int length = values.readBytesHeader();
      in.skip(1);
      return in.readBytes(length - 1);
    } catch (ProtocolException e) {
      throw malformed();
    }
  }

  /** Reads a list of bytes, or only bytes where there is no list. */
  public List<byte[]> readBytesOrList() {
    try {
      int count = values.peek() == MsgPackType.LIST ? values.readListHeader() : 1;
      List<byte[]> all = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        all.add(readBytes());
      }
      return all;
    } catch (ProtocolException e) {
      throw malformed();
    }
  }

  /** Reads a list of values that are no collections, each as its shortest msgpack. */
  public List<byte[]> readScalars() {
    try {
      int count = values.readListHeader();
      List<byte[]> all = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        all.add(readScalar());
      }
      return all;
    } catch (ProtocolException e) {
      throw malformed();
    }
  }

  private byte[] readScalar() {
    int start = in.position();
    MsgPackType type = values.peek();
    WireWriter shortest = new WireWriter(16);
    switch (type) {
      case INTEGER -> {
        long value = readInteger();
        boolean tooLarge = value < 0 && (in.array()[start] & 0xFF) == UNSIGNED_LONG;
        if (tooLarge) {
          return consumed(start);
        }
        MsgPackWriter.writeLong(shortest, value);
      }
      case BYTES -> {
        int length = values.readBytesHeader();
        int content = in.position();
        in.skip(length);
        MsgPackWriter.writeRawBytes(shortest, in.array(), content, length);
        if (shortest.position() == in.position() - start) {
          // The server leaves the header of a "bin" as it is when no other would be shorter.
          return consumed(start);
        }
      }
      case EXTENSION -> MsgPackWriter.writeValue(shortest, values.readValue());
      case NIL, BOOLEAN, DOUBLE -> {
        values.skipValue();
        return consumed(start);
      }
      case LIST, MAP -> throw malformed();
    }
    return shortest.toByteArray();
  }

  private byte[] consumed(int start) {
    int length = in.position() - start;
    in.position(start);
    return in.readBytes(length);
  }
}
