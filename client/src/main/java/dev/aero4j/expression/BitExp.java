package dev.aero4j.expression;

import dev.aero4j.internal.call.Call;
import dev.aero4j.model.ExpType;
import dev.aero4j.operation.BitOverflow;
import dev.aero4j.operation.BitResize;
import dev.aero4j.wire.call.BitFlags;
import dev.aero4j.wire.call.BitOpcode;

/**
 * Calls on the bits of blobs in expressions. They leave the record as it is: what changes a blob
 * gives the changed blob.
 *
 * <pre>{@code
 * // more than 3 of the first 8 bits are set
 * Exp.gt(BitExp.count(Exp.blobBin("flags"), Exp.val(0), Exp.val(8)), Exp.val(3))
 * }</pre>
 */
public final class BitExp {
  private static final int NONE = -1;

  private BitExp() {}

  private static BitCall write(Exp blob, BitOpcode opcode, int tail, Exp... parts) {
    return read(blob, opcode, ExpType.BLOB, tail, parts);
  }

  private static BitCall read(Exp blob, BitOpcode opcode, ExpType given, int tail, Exp... parts) {
    CallArguments arguments = CallArguments.of(parts).checkFor(opcode);
    Call call = Call.of(opcode, arguments).withDefaults().withTail(tail);
    return new BitCall(CallExp.check(blob, opcode.label(), ExpType.BLOB), arguments, call, given);
  }

  /**
   * Grows or shrinks a blob.
   *
   * @param blob the blob
   * @param byteSize an integer, bytes
   * @param flags how
   * @return the changed blob
   */
  public static BitCall resize(Exp blob, Exp byteSize, BitResize... flags) {
    return write(blob, BitOpcode.RESIZE, BitResize.bits(flags), byteSize);
  }

  /**
   * Puts bytes into a blob, before one of its bytes.
   *
   * @param blob the blob
   * @param byteOffset an integer, the first byte; from the end when negative
   * @param bytes a blob
   * @return the changed blob
   */
  public static BitCall insert(Exp blob, Exp byteOffset, Exp bytes) {
    return write(blob, BitOpcode.INSERT, NONE, byteOffset, bytes);
  }

  /**
   * Takes bytes out of a blob.
   *
   * @param blob the blob
   * @param byteOffset an integer, the first byte; from the end when negative
   * @param byteSize an integer, bytes
   * @return the changed blob
   */
  public static BitCall remove(Exp blob, Exp byteOffset, Exp byteSize) {
    return write(blob, BitOpcode.REMOVE, NONE, byteOffset, byteSize);
  }

  /**
   * Puts bits in the place of others.
   *
   * @param blob the blob
   * @param bitOffset an integer, the first bit from the left; from the end when negative
   * @param bitSize an integer, how many bits
   * @param bits a blob, the other bits from the left
   * @return the changed blob
   */
  public static BitCall set(Exp blob, Exp bitOffset, Exp bitSize, Exp bits) {
    return write(blob, BitOpcode.SET, NONE, bitOffset, bitSize, bits);
  }

  /**
   * Puts the bitwise or of bits and others in their place.
   *
   * @param blob the blob
   * @param bitOffset an integer, the first bit from the left; from the end when negative
   * @param bitSize an integer, how many bits
   * @param bits a blob, the other bits from the left
   * @return the changed blob
   */
  public static BitCall or(Exp blob, Exp bitOffset, Exp bitSize, Exp bits) {
    return write(blob, BitOpcode.OR, NONE, bitOffset, bitSize, bits);
  }

  /**
   * Puts the bitwise exclusive or of bits and others in their place.
   *
   * @param blob the blob
   * @param bitOffset an integer, the first bit from the left; from the end when negative
   * @param bitSize an integer, how many bits
   * @param bits a blob, the other bits from the left
   * @return the changed blob
   */
  public static BitCall xor(Exp blob, Exp bitOffset, Exp bitSize, Exp bits) {
    return write(blob, BitOpcode.XOR, NONE, bitOffset, bitSize, bits);
  }

  /**
   * Puts the bitwise and of bits and others in their place.
   *
   * @param blob the blob
   * @param bitOffset an integer, the first bit from the left; from the end when negative
   * @param bitSize an integer, how many bits
   * @param bits a blob, the other bits from the left
   * @return the changed blob
   */
  public static BitCall and(Exp blob, Exp bitOffset, Exp bitSize, Exp bits) {
    return write(blob, BitOpcode.AND, NONE, bitOffset, bitSize, bits);
  }

  /**
   * Inverts bits.
   *
   * @param blob the blob
   * @param bitOffset an integer, the first bit from the left; from the end when negative
   * @param bitSize an integer, how many bits
   * @return the changed blob
   */
  public static BitCall not(Exp blob, Exp bitOffset, Exp bitSize) {
    return write(blob, BitOpcode.NOT, NONE, bitOffset, bitSize);
  }

  /**
   * Shifts bits to the left, and fills up with zeros.
   *
   * @param blob the blob
   * @param bitOffset an integer, the first bit from the left; from the end when negative
   * @param bitSize an integer, how many bits
   * @param shift an integer, by how many bits
   * @return the changed blob
   */
  public static BitCall lshift(Exp blob, Exp bitOffset, Exp bitSize, Exp shift) {
    return write(blob, BitOpcode.LSHIFT, NONE, bitOffset, bitSize, shift);
  }

  /**
   * Shifts bits to the right, and fills up with zeros.
   *
   * @param blob the blob
   * @param bitOffset an integer, the first bit from the left; from the end when negative
   * @param bitSize an integer, how many bits
   * @param shift an integer, by how many bits
   * @return the changed blob
   */
  public static BitCall rshift(Exp blob, Exp bitOffset, Exp bitSize, Exp shift) {
    return write(blob, BitOpcode.RSHIFT, NONE, bitOffset, bitSize, shift);
  }

  /**
   * Adds to an integer of up to 64 bits.
   *
   * @param blob the blob
   * @param bitOffset an integer, the first bit from the left; from the end when negative
   * @param bitSize an integer, how many bits
   * @param value an integer
   * @param signed whether the integer has a sign, in two's complement
   * @param overflow what happens when the result does not fit; with {@link BitOverflow#FAIL} there
   *     is no value then
   * @return the changed blob
   */
  public static BitCall add(
      Exp blob, Exp bitOffset, Exp bitSize, Exp value, boolean signed, BitOverflow overflow) {
    return write(
        blob,
        BitOpcode.ADD,
        overflow.flag() | (signed ? BitFlags.SIGNED : 0),
        bitOffset,
        bitSize,
        value);
  }

  /**
   * Subtracts from an integer of up to 64 bits.
   *
   * @param blob the blob
   * @param bitOffset an integer, the first bit from the left; from the end when negative
   * @param bitSize an integer, how many bits
   * @param value an integer
   * @param signed whether the integer has a sign, in two's complement
   * @param overflow what happens when the result does not fit; with {@link BitOverflow#FAIL} there
   *     is no value then
   * @return the changed blob
   */
  public static BitCall subtract(
      Exp blob, Exp bitOffset, Exp bitSize, Exp value, boolean signed, BitOverflow overflow) {
    return write(
        blob,
        BitOpcode.SUBTRACT,
        overflow.flag() | (signed ? BitFlags.SIGNED : 0),
        bitOffset,
        bitSize,
        value);
  }

  /**
   * Puts an integer in the place of bits.
   *
   * @param blob the blob
   * @param bitOffset an integer, the first bit from the left; from the end when negative
   * @param bitSize an integer, how many bits
   * @param value an integer
   * @return the changed blob
   */
  public static BitCall setInt(Exp blob, Exp bitOffset, Exp bitSize, Exp value) {
    return write(blob, BitOpcode.SET_INT, NONE, bitOffset, bitSize, value);
  }

  /**
   * Gives bits.
   *
   * @param blob the blob
   * @param bitOffset an integer, the first bit from the left; from the end when negative
   * @param bitSize an integer, how many bits
   * @return a blob with the bits from the left
   */
  public static BitCall get(Exp blob, Exp bitOffset, Exp bitSize) {
    return read(blob, BitOpcode.GET, ExpType.BLOB, NONE, bitOffset, bitSize);
  }

  /**
   * Counts the bits that are set.
   *
   * @param blob the blob
   * @param bitOffset an integer, the first bit from the left; from the end when negative
   * @param bitSize an integer, how many bits
   * @return an integer
   */
  public static BitCall count(Exp blob, Exp bitOffset, Exp bitSize) {
    return read(blob, BitOpcode.COUNT, ExpType.INT, NONE, bitOffset, bitSize);
  }

  /**
   * Looks for the first bit that is set, or not.
   *
   * @param blob the blob
   * @param bitOffset an integer, the first bit from the left; from the end when negative
   * @param bitSize an integer, how many bits
   * @param bit a boolean: a bit that is set, or one that is not
   * @return an integer, the bit's place from the range's beginning; -1 when there is none
   */
  public static BitCall lscan(Exp blob, Exp bitOffset, Exp bitSize, Exp bit) {
    return read(blob, BitOpcode.LSCAN, ExpType.INT, NONE, bitOffset, bitSize, bit);
  }

  /**
   * Looks for the last bit that is set, or not.
   *
   * @param blob the blob
   * @param bitOffset an integer, the first bit from the left; from the end when negative
   * @param bitSize an integer, how many bits
   * @param bit a boolean: a bit that is set, or one that is not
   * @return an integer, the bit's place from the range's beginning; -1 when there is none
   */
  public static BitCall rscan(Exp blob, Exp bitOffset, Exp bitSize, Exp bit) {
    return read(blob, BitOpcode.RSCAN, ExpType.INT, NONE, bitOffset, bitSize, bit);
  }

  /**
   * Gives an integer of up to 64 bits.
   *
   * @param blob the blob
   * @param bitOffset an integer, the first bit from the left; from the end when negative
   * @param bitSize an integer, how many bits
   * @param signed whether the integer has a sign, in two's complement
   * @return an integer
   */
  public static BitCall getInt(Exp blob, Exp bitOffset, Exp bitSize, boolean signed) {
    return read(
        blob, BitOpcode.GET_INT, ExpType.INT, signed ? BitFlags.SIGNED : NONE, bitOffset, bitSize);
  }
}
