package dev.aero4j.embedded.internal.bits;

import dev.aero4j.embedded.internal.value.CallArguments;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.call.Argument;
import dev.aero4j.wire.call.BitFlags;
import dev.aero4j.wire.call.BitOpcode;
import dev.aero4j.wire.call.WriteFlags;
import java.util.List;

/**
 * What a call on bits asks for, with everything checked that can be without the blob. Confined to
 * one call.
 */
final class BitRequest {
  /** What no blob can reach: the size of the largest message, 128 MiB. */
  static final int MAX_BYTES = 128 << 20;

  private static final int MAX_BITS = MAX_BYTES * Byte.SIZE;
  private static final byte[] NONE = {};

  private final BitOpcode opcode;

  /** In bits; from the end when negative. */
  private int offset;

  /** In bits. */
  private int size;

  private long value;
  private boolean bit;
  private byte[] bytes = NONE;
  private long flags;

  /** How to resize, or how to see integers. */
  private long kind;

  private BitRequest(BitOpcode opcode) {
    this.opcode = opcode;
  }

  /**
   * Reads all arguments.
   *
   * @throws Refusal with PARAMETER_ERROR when one is missing, or cannot be
   */
  static BitRequest read(BitOpcode opcode, CallArguments arguments) {
    BitRequest request = new BitRequest(opcode);
    int count = arguments.count(opcode.signature());
    List<Argument> expected = opcode.signature().arguments();
    for (int i = 0; i < count; i++) {
      request.read(expected.get(i), arguments);
    }
    return request;
  }

  private void read(Argument argument, CallArguments arguments) {
    switch (argument) {
      case BYTE_OFFSET -> offset = checkedOffset(arguments.readInteger(), MAX_BYTES) * Byte.SIZE;
      case BIT_OFFSET -> offset = checkedOffset(arguments.readInteger(), MAX_BITS);
      case BYTE_SIZE -> {
        int least = opcode == BitOpcode.RESIZE ? 0 : 1;
        size = checkedSize(arguments.readInteger(), least, MAX_BYTES) * Byte.SIZE;
      }
      case BIT_SIZE ->
          size = checkedSize(arguments.readInteger(), 1, isOnInteger() ? Long.SIZE : MAX_BITS);
      case SHIFT -> value = checkedSize(arguments.readInteger(), 0, MAX_BITS);
      case VALUE -> value = arguments.readInteger();
      case BIT -> bit = arguments.readBoolean();
      case BYTES -> bytes = checkedBytes(arguments.readBytes());
      case FLAGS -> flags = checkedFlags(arguments.readInteger());
      case RESIZE_FLAGS, INTEGER_FLAGS -> kind = checkedKind(arguments.readInteger());
      default -> throw new IllegalStateException(opcode + " has no argument " + argument);
    }
  }

  private static void require(boolean valid) {
    if (!valid) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
  }

  /** As on the server, the least of all longs passes, whose absolute value is itself, for 0. */
  private static int checkedOffset(long offset, int max) {
    require(Math.abs(offset) <= max);
    return (int) offset;
  }

  private static int checkedSize(long size, int least, int most) {
    require(size >= least && size <= most);
    return (int) size;
  }

  /** Where no size is given it is that of the bytes. */
  private byte[] checkedBytes(byte[] given) {
    require(given.length > 0);
    long bits = (long) given.length * Byte.SIZE;
    if (size == 0) {
      require(bits <= MAX_BITS);
      size = (int) bits;
    }
    require(bits >= size);
    return given;
  }

  private long checkedFlags(long given) {
    require((given & ~knownFlags()) == 0);
    int both = WriteFlags.CREATE_ONLY | WriteFlags.UPDATE_ONLY;
    require((given & both) != both);
    return given;
  }

  private long knownFlags() {
    int always = WriteFlags.UPDATE_ONLY | WriteFlags.NO_FAIL;
    return switch (opcode) {
      case RESIZE, INSERT -> always | WriteFlags.CREATE_ONLY;
      case ADD, SUBTRACT, SET_INT -> always;
      default -> always | WriteFlags.PARTIAL;
    };
  }

  private long checkedKind(long given) {
    int known =
        switch (opcode) {
          case RESIZE ->
              BitFlags.RESIZE_FROM_FRONT | BitFlags.RESIZE_GROW_ONLY | BitFlags.RESIZE_SHRINK_ONLY;
          case GET_INT -> BitFlags.SIGNED;
          default -> BitFlags.SIGNED | BitFlags.SATURATE | BitFlags.WRAP;
        };
    int contradiction =
        opcode == BitOpcode.RESIZE
            ? BitFlags.RESIZE_GROW_ONLY | BitFlags.RESIZE_SHRINK_ONLY
            : BitFlags.SATURATE | BitFlags.WRAP;
    require((given & ~known) == 0 && (given & contradiction) != contradiction);
    return given;
  }

  BitOpcode opcode() {
    return opcode;
  }

  /** Returns whether it sees the bits as one integer. */
  boolean isOnInteger() {
    return switch (opcode) {
      case ADD, SUBTRACT, SET_INT, GET_INT -> true;
      default -> false;
    };
  }

  int offset() {
    return offset;
  }

  int size() {
    return size;
  }

  /** Returns the operand, or by how many bits to shift. */
  long value() {
    return value;
  }

  /** Returns which bit is looked for. */
  boolean bit() {
    return bit;
  }

  byte[] bytes() {
    return bytes;
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** Returns whether a flag is set of how to resize, or how to see integers. */
  boolean is(int flag) {
    return (kind & flag) != 0;
  }
}
