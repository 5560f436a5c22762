package dev.aero4j.embedded.internal.bits;

import dev.aero4j.embedded.internal.value.BytesResult;
import dev.aero4j.embedded.internal.value.CallArguments;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.call.BitFlags;
import dev.aero4j.wire.call.BitOpcode;
import dev.aero4j.wire.call.WriteFlags;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The calls on the bits of a blob, whoever makes them: operations and expressions. */
public final class BitCalls {
  private static final byte[] EMPTY = {};

  private BitCalls() {}

  /**
   * Makes a call.
   *
   * @param blob the bytes, never changed; null for none, which only a resize and an insert fill
   * @param opcode the call
   * @param arguments its arguments, as {@link dev.aero4j.wire.value.MsgPack} reads them
   * @return the changed blob, or what was read: {@code Long}, or {@code byte[]} for a get
   * @throws Refusal when it cannot be made, with its code
   */
  public static BytesResult apply(byte @Nullable [] blob, BitOpcode opcode, List<?> arguments) {
    return apply(blob, BitRequest.read(opcode, CallArguments.of(arguments)));
  }

  /** Makes a call that was read. */
  static BytesResult apply(byte @Nullable [] blob, BitRequest request) {
    return request.opcode().modifies()
        ? modify(blob, request)
        : read(blob == null ? EMPTY : blob, request);
  }

  private static BytesResult modify(byte @Nullable [] blob, BitRequest request) {
    if (blob == null) {
      boolean creates =
          request.opcode() == BitOpcode.RESIZE || request.opcode() == BitOpcode.INSERT;
      if (!creates || request.has(WriteFlags.UPDATE_ONLY)) {
        return refuse(request, ResultCode.BIN_NOT_FOUND);
      }
    } else if (request.has(WriteFlags.CREATE_ONLY)) {
      return refuse(request, ResultCode.BIN_EXISTS);
    }
    byte[] bytes = blob == null ? EMPTY : blob;
    int from = fromStart(bytes, request.offset());
    return switch (request.opcode()) {
      case RESIZE -> resize(bytes, request);
      case INSERT -> insert(bytes, from / Byte.SIZE, request.bytes());
      case REMOVE -> remove(bytes, from / Byte.SIZE, request);
      default -> overwrite(bytes, from, request);
    };
  }

  /** A refusal is silent when it is asked to be. */
  private static BytesResult refuse(BitRequest request, int resultCode) {
    if (request.has(WriteFlags.NO_FAIL)) {
      return BytesResult.nothing();
    }
    throw Refusal.of(resultCode);
  }

  /** An offset from the end that is before the beginning is refused in every case. */
  private static int fromStart(byte[] bytes, int offset) {
    if (offset >= 0) {
      return offset;
    }
    long from = (long) bytes.length * Byte.SIZE + offset;
    if (from < 0) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
    return (int) from;
  }

  private static BytesResult resize(byte[] bytes, BitRequest request) {
    int size = request.size() / Byte.SIZE;
    if (size == bytes.length) {
      return BytesResult.nothing();
    }
    boolean grows = size > bytes.length;
    if (request.is(grows ? BitFlags.RESIZE_SHRINK_ONLY : BitFlags.RESIZE_GROW_ONLY)) {
      return refuse(request, ResultCode.PARAMETER_ERROR);
    }
    byte[] changed = allocate(size);
    int common = Math.min(size, bytes.length);
    if (request.is(BitFlags.RESIZE_FROM_FRONT)) {
      System.arraycopy(bytes, bytes.length - common, changed, size - common, common);
    } else {
      System.arraycopy(bytes, 0, changed, 0, common);
    }
    return BytesResult.changed(changed);
  }

  private static byte[] allocate(int size) {
    if (size >= BitRequest.MAX_BYTES) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
    return new byte[size];
  }

  /** Past the end there are zeros up to what is put in. */
  private static BytesResult insert(byte[] bytes, int at, byte[] more) {
    int head = Math.min(at, bytes.length);
    byte[] changed = allocate(Math.max(at, bytes.length) + more.length);
    System.arraycopy(bytes, 0, changed, 0, head);
    System.arraycopy(more, 0, changed, at, more.length);
    System.arraycopy(bytes, head, changed, at + more.length, bytes.length - head);
    return BytesResult.changed(changed);
  }

  private static BytesResult remove(byte[] bytes, int at, BitRequest request) {
    int end = at + request.size() / Byte.SIZE;
    boolean pastEnd = end > bytes.length;
    if (at >= bytes.length || (pastEnd && !request.has(WriteFlags.PARTIAL))) {
      return refuse(request, ResultCode.PARAMETER_ERROR);
    }
    byte[] changed = Arrays.copyOf(bytes, at + (pastEnd ? 0 : bytes.length - end));
    if (!pastEnd) {
      System.arraycopy(bytes, end, changed, at, bytes.length - end);
    }
    return BytesResult.changed(changed);
  }

  private static boolean isPastEnd(byte[] bytes, int from, int size) {
    return (long) from + size > (long) bytes.length * Byte.SIZE;
  }

  private static BytesResult overwrite(byte[] bytes, int from, BitRequest request) {
    int size = request.size();
    if (isPastEnd(bytes, from, size)) {
      if (from / Byte.SIZE >= bytes.length || !request.has(WriteFlags.PARTIAL)) {
        return refuse(request, ResultCode.OPERATION_NOT_APPLICABLE);
      }
      size = bytes.length * Byte.SIZE - from;
    }
    byte[] run = Bits.take(bytes, from, size);
    byte[] changed =
        request.isOnInteger()
            ? integer(Bits.toLong(run, size), request)
            : combine(run, size, request);
    return changed == null
        ? refuse(request, ResultCode.OPERATION_NOT_APPLICABLE)
        : BytesResult.changed(Bits.put(bytes, from, size, changed));
  }

  private static byte @Nullable [] integer(long present, BitRequest request) {
    OptionalLong changed =
        switch (request.opcode()) {
          case ADD -> BitIntegers.add(request, present);
          case SUBTRACT -> BitIntegers.subtract(request, present);
          default -> OptionalLong.of(request.value());
        };
    return changed.isPresent() ? Bits.ofLong(changed.getAsLong(), request.size()) : null;
  }

  private static byte[] combine(byte[] run, int size, BitRequest request) {
    return switch (request.opcode()) {
      case SET -> request.bytes();
      case LSHIFT -> Bits.shiftLeft(run, size, request.value());
      case RSHIFT -> Bits.shiftRight(run, size, request.value());
      case OR -> Bits.combine(run, request.bytes(), (left, right) -> left | right);
      case XOR -> Bits.combine(run, request.bytes(), (left, right) -> left ^ right);
      case AND -> Bits.combine(run, request.bytes(), (left, right) -> left & right);
      case NOT -> Bits.combine(run, run, (left, right) -> ~left);
      default -> throw new IllegalStateException(request.opcode() + " is no write");
    };
  }

  private static BytesResult read(byte[] bytes, BitRequest request) {
    int size = request.size();
    int from = fromStart(bytes, request.offset());
    if (isPastEnd(bytes, from, size)) {
      throw Refusal.of(ResultCode.OPERATION_NOT_APPLICABLE);
    }
    byte[] run = Bits.take(bytes, from, size);
    return BytesResult.of(
        switch (request.opcode()) {
          case GET -> run;
          case COUNT -> (long) Bits.count(run);
          case LSCAN -> (long) Bits.first(run, size, request.bit());
          case RSCAN -> lastBit(bytes, from, run, request);
          case GET_INT -> {
            long value = Bits.toLong(run, size);
            yield request.is(BitFlags.SIGNED) ? BitIntegers.extend(value, size) : value;
          }
          default -> throw new IllegalStateException(request.opcode() + " is no read");
        });
  }

  /**
   * The server goes on to the beginning of the byte in which the range begins, and answers with a
   * negative place when it finds a bit there: -1 is not always "none".
   */
  private static long lastBit(byte[] bytes, int from, byte[] run, BitRequest request) {
    int last = Bits.last(run, request.size(), request.bit());
    if (last >= 0) {
      return last;
    }
    for (int before = 1; before <= from % Byte.SIZE; before++) {
      if (Bits.isSet(bytes, from - before) == request.bit()) {
        return -before;
      }
    }
    return -1;
  }
}
