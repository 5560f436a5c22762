package dev.aero4j.wire.message;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import java.util.Arrays;

/**
 * Collects the bytes of a connection, in pieces of any size, and gives them back as whole frames.
 *
 * <pre>
 *   array  |  consumed  |  received, not yet given out  |  space  |
 *                       ^ start                         ^ end
 * </pre>
 *
 * The owner reads from its socket into {@link #array} at {@link #writeOffset}, says {@link
 * #received}, and then takes frames with {@link #next} until it returns false. A frame stays valid
 * until the next call of {@link #prepare}. Memory grows with the bytes that really arrive, never
 * with a length that a peer only claims. Confined to whoever owns the connection.
 */
public final class FrameDecoder {
  private final int normalCapacity;
  private final int maxBodySize;
  private final WireReader body;
  private byte[] bytes;
  private int start;
  private int end;
  private int type;

  /**
   * @param normalCapacity bytes kept between frames
   * @param maxBodySize longest body accepted, in bytes
   */
  public FrameDecoder(int normalCapacity, int maxBodySize) {
    if (normalCapacity < Frame.HEADER_SIZE) {
      throw new IllegalArgumentException("capacity " + normalCapacity + " holds no frame header");
    }
    this.normalCapacity = normalCapacity;
    this.maxBodySize = maxBodySize;
    this.bytes = new byte[normalCapacity];
    this.body = new WireReader(bytes, 0, 0);
  }

  /** Makes room for at least one more byte; invalidates frames given out before. */
  public void prepare() {
    if (start == end) {
      start = 0;
      end = 0;
      if (bytes.length > normalCapacity) {
        bytes = new byte[normalCapacity];
      }
    } else if (end == bytes.length) {
      if (start > 0) {
        System.arraycopy(bytes, start, bytes, 0, end - start);
      } else {
        long doubled = Math.min(bytes.length * 2L, (long) maxBodySize + Frame.HEADER_SIZE);
        bytes = Arrays.copyOf(bytes, (int) doubled);
      }
      end -= start;
      start = 0;
    }
  }

  /** Returns the array to read into; see {@link #prepare}. */
  public byte[] array() {
    return bytes;
  }

  /** Returns the offset in {@link #array} at which the next byte goes. */
  public int writeOffset() {
    return end;
  }

  /** Returns how many bytes fit from {@link #writeOffset}. */
  public int writeSpace() {
    return bytes.length - end;
  }

  /** Says that {@code count} bytes were put at {@link #writeOffset}. */
  public void received(int count) {
    if (count < 0 || count > writeSpace()) {
      throw new IndexOutOfBoundsException(count + " of " + writeSpace());
    }
    end += count;
  }

  /**
   * Moves to the next whole frame.
   *
   * @return false when more bytes are needed first
   * @throws ProtocolException when what arrived is not an Aerospike frame, or one over the maximum
   */
  public boolean next() {
    int available = end - start;
    if (available > 0 && bytes[start] != Frame.VERSION) {
      throw new ProtocolException(
          "expected a frame of protocol version "
              + Frame.VERSION
              + ", but the peer sent "
              + describe(available)
              + "; is this the service port of an Aerospike node?");
    }
    if (available < Frame.HEADER_SIZE) {
      return false;
    }
    body.wrap(bytes, start, available);
    body.skip(1);
    int frameType = body.readUnsignedByte();
    long length = ((long) body.readUnsignedShort() << 32) | body.readUnsignedInt();
    if (frameType < Frame.INFO || frameType > Frame.COMPRESSED) {
      throw new ProtocolException(
          "expected a frame of type 1 (info), 2 (admin), 3 (message) or 4 (compressed), seen "
              + frameType);
    }
    if (length > maxBodySize) {
      throw new ProtocolException(
          "a frame of " + length + " bytes is over the maximum of " + maxBodySize);
    }
    if (length > available - Frame.HEADER_SIZE) {
      return false;
    }
    type = frameType;
    body.wrap(bytes, start + Frame.HEADER_SIZE, (int) length);
    start += Frame.HEADER_SIZE + (int) length;
    return true;
  }

  /** Returns the type of the current frame. */
  public int type() {
    return type;
  }

  /** Returns a reader over the body of the current frame; the same object each time. */
  public WireReader body() {
    return body;
  }

  /** Returns how many bytes have arrived that belong to no frame given out so far. */
  public int pending() {
    return end - start;
  }

  private String describe(int available) {
    int shown = Math.min(available, 16);
    StringBuilder text = new StringBuilder("0x");
    StringBuilder printable = new StringBuilder();
    for (int i = 0; i < shown; i++) {
      int b = bytes[start + i] & 0xFF;
      text.append(Character.forDigit(b >> 4, 16)).append(Character.forDigit(b & 15, 16));
      printable.append(b >= 0x20 && b < 0x7F ? (char) b : '.');
    }
    return text.append(" (\"").append(printable).append("\")").toString();
  }
}
