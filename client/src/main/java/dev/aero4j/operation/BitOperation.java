package dev.aero4j.operation;

import dev.aero4j.internal.call.Arguments;
import dev.aero4j.internal.call.Call;
import dev.aero4j.wire.call.BitFlags;
import dev.aero4j.wire.call.BitOpcode;
import dev.aero4j.wire.message.OperationType;

/**
 * An operation on the bits of a bin's blob. Immutable.
 *
 * <pre>{@code
 * client.operate(key,
 *     BitOperation.resize("flags", 8).with(BitOptions.none().createOnly().noFail()),
 *     BitOperation.setInt("flags", 0, 16, 513),
 *     BitOperation.count("flags", 0, 64));
 * }</pre>
 *
 * <p>Bits count from the left: bit 0 is the highest of byte 0. Bits past the blob's end are refused
 * with OP_NOT_APPLICABLE, unless the options say otherwise.
 */
public final class BitOperation extends CallOperation {
  private BitOperation(String bin, Call call) {
    super(bin, call);
  }

  private static BitOperation read(String bin, BitOpcode opcode, Arguments arguments) {
    return new BitOperation(bin, Call.of(opcode, arguments));
  }

  private static BitOperation write(String bin, BitOpcode opcode, Arguments arguments) {
    return new BitOperation(bin, Call.of(opcode, arguments).withDefaults());
  }

  private BitOperation withTail(int flags) {
    return new BitOperation(bin, call.withTail(flags));
  }

  private static int integerFlags(boolean signed, BitOverflow overflow) {
    return overflow.flag() | (signed ? BitFlags.SIGNED : 0);
  }

  /**
   * Makes a blob of a size, or grows or shrinks the one that is there.
   *
   * @param bin the bin's name
   * @param byteSize the new size, in bytes
   * @param flags how
   * @return the operation; it gives nothing
   */
  public static BitOperation resize(String bin, int byteSize, BitResize... flags) {
    return write(bin, BitOpcode.RESIZE, arguments(bin).add(byteSize))
        .withTail(BitResize.bits(flags));
  }

  /**
   * Puts bytes into a blob, before one of its bytes.
   *
   * @param bin the bin's name
   * @param byteOffset the byte; from the end when negative
   * @param bytes what to put; copied
   * @return the operation; it gives nothing
   */
  public static BitOperation insert(String bin, int byteOffset, byte[] bytes) {
    return write(bin, BitOpcode.INSERT, arguments(bin).add(byteOffset).addBytes(bytes));
  }

  /**
   * Takes bytes out of a blob.
   *
   * @param bin the bin's name
   * @param byteOffset the first byte; from the end when negative
   * @param byteSize how many bytes
   * @return the operation; it gives nothing
   */
  public static BitOperation remove(String bin, int byteOffset, int byteSize) {
    return write(bin, BitOpcode.REMOVE, arguments(bin).add(byteOffset).add(byteSize));
  }

  /**
   * Puts bits in the place of others.
   *
   * @param bin the bin's name
   * @param bitOffset the first bit, from the left; from the end when negative
   * @param bitSize how many bits
   * @param bits the other bits, from the left; copied
   * @return the operation; it gives nothing
   */
  public static BitOperation set(String bin, int bitOffset, int bitSize, byte[] bits) {
    return write(bin, BitOpcode.SET, arguments(bin).add(bitOffset).add(bitSize).addBytes(bits));
  }

  /**
   * Puts the bitwise or of bits and others in their place.
   *
   * @param bin the bin's name
   * @param bitOffset the first bit, from the left; from the end when negative
   * @param bitSize how many bits
   * @param bits the other bits, from the left; copied
   * @return the operation; it gives nothing
   */
  public static BitOperation or(String bin, int bitOffset, int bitSize, byte[] bits) {
    return write(bin, BitOpcode.OR, arguments(bin).add(bitOffset).add(bitSize).addBytes(bits));
  }

  /**
   * Puts the bitwise exclusive or of bits and others in their place.
   *
   * @param bin the bin's name
   * @param bitOffset the first bit, from the left; from the end when negative
   * @param bitSize how many bits
   * @param bits the other bits, from the left; copied
   * @return the operation; it gives nothing
   */
  public static BitOperation xor(String bin, int bitOffset, int bitSize, byte[] bits) {
    return write(bin, BitOpcode.XOR, arguments(bin).add(bitOffset).add(bitSize).addBytes(bits));
  }

  /**
   * Puts the bitwise and of bits and others in their place.
   *
   * @param bin the bin's name
   * @param bitOffset the first bit, from the left; from the end when negative
   * @param bitSize how many bits
   * @param bits the other bits, from the left; copied
   * @return the operation; it gives nothing
   */
  public static BitOperation and(String bin, int bitOffset, int bitSize, byte[] bits) {
    return write(bin, BitOpcode.AND, arguments(bin).add(bitOffset).add(bitSize).addBytes(bits));
  }

  /**
   * Inverts bits.
   *
   * @param bin the bin's name
   * @param bitOffset the first bit, from the left; from the end when negative
   * @param bitSize how many bits
   * @return the operation; it gives nothing
   */
  public static BitOperation not(String bin, int bitOffset, int bitSize) {
    return write(bin, BitOpcode.NOT, arguments(bin).add(bitOffset).add(bitSize));
  }

  /**
   * Shifts bits to the left, and fills up with zeros.
   *
   * @param bin the bin's name
   * @param bitOffset the first bit, from the left; from the end when negative
   * @param bitSize how many bits
   * @param shift by how many bits
   * @return the operation; it gives nothing
   */
  public static BitOperation lshift(String bin, int bitOffset, int bitSize, int shift) {
    return write(bin, BitOpcode.LSHIFT, arguments(bin).add(bitOffset).add(bitSize).add(shift));
  }

  /**
   * Shifts bits to the right, and fills up with zeros.
   *
   * @param bin the bin's name
   * @param bitOffset the first bit, from the left; from the end when negative
   * @param bitSize how many bits
   * @param shift by how many bits
   * @return the operation; it gives nothing
   */
  public static BitOperation rshift(String bin, int bitOffset, int bitSize, int shift) {
    return write(bin, BitOpcode.RSHIFT, arguments(bin).add(bitOffset).add(bitSize).add(shift));
  }

  /**
   * Adds to an integer of up to 64 bits.
   *
   * @param bin the bin's name
   * @param bitOffset the first bit, from the left; from the end when negative
   * @param bitSize how many bits the integer has, 1 to 64
   * @param value what to add
   * @param signed whether the integer has a sign, in two's complement
   * @param overflow what happens when the result does not fit
   * @return the operation; it gives nothing
   */
  public static BitOperation add(
      String bin, int bitOffset, int bitSize, long value, boolean signed, BitOverflow overflow) {
    return write(bin, BitOpcode.ADD, arguments(bin).add(bitOffset).add(bitSize).add(value))
        .withTail(integerFlags(signed, overflow));
  }

  /**
   * Subtracts from an integer of up to 64 bits.
   *
   * @param bin the bin's name
   * @param bitOffset the first bit, from the left; from the end when negative
   * @param bitSize how many bits the integer has, 1 to 64
   * @param value what to subtract
   * @param signed whether the integer has a sign, in two's complement
   * @param overflow what happens when the result does not fit
   * @return the operation; it gives nothing
   */
  public static BitOperation subtract(
      String bin, int bitOffset, int bitSize, long value, boolean signed, BitOverflow overflow) {
    return write(bin, BitOpcode.SUBTRACT, arguments(bin).add(bitOffset).add(bitSize).add(value))
        .withTail(integerFlags(signed, overflow));
  }

  /**
   * Puts an integer in the place of bits.
   *
   * @param bin the bin's name
   * @param bitOffset the first bit, from the left; from the end when negative
   * @param bitSize how many bits the integer has, 1 to 64
   * @param value the integer; its lower bits are written
   * @return the operation; it gives nothing
   */
  public static BitOperation setInt(String bin, int bitOffset, int bitSize, long value) {
    return write(bin, BitOpcode.SET_INT, arguments(bin).add(bitOffset).add(bitSize).add(value));
  }

  /**
   * Reads bits.
   *
   * @param bin the bin's name
   * @param bitOffset the first bit, from the left; from the end when negative
   * @param bitSize how many bits
   * @return the operation; it gives a blob with the bits from the left
   */
  public static BitOperation get(String bin, int bitOffset, int bitSize) {
    return read(bin, BitOpcode.GET, arguments(bin).add(bitOffset).add(bitSize));
  }

  /**
   * Counts the bits that are set.
   *
   * @param bin the bin's name
   * @param bitOffset the first bit, from the left; from the end when negative
   * @param bitSize how many bits
   * @return the operation; it gives how many are set
   */
  public static BitOperation count(String bin, int bitOffset, int bitSize) {
    return read(bin, BitOpcode.COUNT, arguments(bin).add(bitOffset).add(bitSize));
  }

  /**
   * Looks for the first bit that is set, or not.
   *
   * @param bin the bin's name
   * @param bitOffset the first bit, from the left; from the end when negative
   * @param bitSize how many bits
   * @param bit what to look for: a bit that is set, or one that is not
   * @return the operation; it gives the bit's place from the range's beginning, -1 when there is
   *     none
   */
  public static BitOperation lscan(String bin, int bitOffset, int bitSize, boolean bit) {
    return read(bin, BitOpcode.LSCAN, arguments(bin).add(bitOffset).add(bitSize).addValue(bit));
  }

  /**
   * Looks for the last bit that is set, or not.
   *
   * @param bin the bin's name
   * @param bitOffset the first bit, from the left; from the end when negative
   * @param bitSize how many bits
   * @param bit what to look for: a bit that is set, or one that is not
   * @return the operation; it gives the bit's place from the range's beginning, -1 when there is
   *     none
   */
  public static BitOperation rscan(String bin, int bitOffset, int bitSize, boolean bit) {
    return read(bin, BitOpcode.RSCAN, arguments(bin).add(bitOffset).add(bitSize).addValue(bit));
  }

  /**
   * Reads an integer of up to 64 bits.
   *
   * @param bin the bin's name
   * @param bitOffset the first bit, from the left; from the end when negative
   * @param bitSize how many bits the integer has, 1 to 64
   * @param signed whether the integer has a sign, in two's complement
   * @return the operation; it gives the integer
   */
  public static BitOperation getInt(String bin, int bitOffset, int bitSize, boolean signed) {
    BitOperation unsigned =
        read(bin, BitOpcode.GET_INT, arguments(bin).add(bitOffset).add(bitSize));
    return signed ? unsigned.withTail(BitFlags.SIGNED) : unsigned;
  }

  /**
   * Sets how a write goes about it.
   *
   * @param options the options
   * @return the operation with these options
   * @throws dev.aero4j.InvalidArgumentException when the operation writes nothing
   */
  public BitOperation with(BitOptions options) {
    return new BitOperation(bin, call.withFlags(options.flags()));
  }

  @Override
  int type() {
    return call.opcode().modifies() ? OperationType.BIT_MODIFY : OperationType.BIT_READ;
  }

  @Override
  public boolean needsAllResults() {
    return true;
  }
}
