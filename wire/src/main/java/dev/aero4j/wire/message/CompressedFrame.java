package dev.aero4j.wire.message;

import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A frame inside a frame: the 8-byte size of the inner frame (its header included), then the inner
 * frame compressed with zlib.
 */
public final class CompressedFrame {
  private CompressedFrame() {}

  /**
   * Compresses the frame that stands in {@code inner} and appends it to {@code writer}.
   *
   * @param inner a whole frame with its header
   */
  public static void write(WireWriter writer, byte[] inner, int offset, int length) {
    int start = Frame.begin(writer, Frame.COMPRESSED);
    writer.putLong(length);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(inner, offset, length);
      deflater.finish();
      byte[] chunk = new byte[8192];
      while (!deflater.finished()) {
        writer.putBytes(chunk, 0, deflater.deflate(chunk));
      }
    } finally {
      deflater.end();
    }
    Frame.end(writer, start);
  }

  /**
   * Returns a cursor over the body of the message inside.
   *
   * @param body the body of a frame of type {@link Frame#COMPRESSED}
   * @param maxBodySize longest inner body accepted, in bytes
   * @throws ProtocolException when something else is inside, and as {@link #read}
   */
  public static WireReader readMessage(WireReader body, int maxBodySize) {
    byte[] inner = read(body, maxBodySize);
    if (inner[1] != Frame.MESSAGE) {
      throw new ProtocolException("a compressed frame holds a frame of type " + inner[1]);
    }
    return new WireReader(inner, Frame.HEADER_SIZE, inner.length - Frame.HEADER_SIZE);
  }

  /**
   * Returns the inner frame, its header included.
   *
   * @param body the body of a frame of type {@link Frame#COMPRESSED}
   * @param maxBodySize longest inner body accepted, in bytes
   * @throws ProtocolException when the content is not zlib, or its size is not what was announced
   */
  public static byte[] read(WireReader body, int maxBodySize) {
    long announced = body.readLong();
    if (announced < Frame.HEADER_SIZE || announced > (long) maxBodySize + Frame.HEADER_SIZE) {
      throw new ProtocolException(
          "a compressed frame announces "
              + announced
              + " bytes; expected "
              + Frame.HEADER_SIZE
              + " to "
              + ((long) maxBodySize + Frame.HEADER_SIZE));
    }
    // Zlib shrinks at best about 1:1032, so a larger claim is false and must not be allocated.
    if (announced > 64 + body.remaining() * 1040L) {
      throw new ProtocolException(
          "a compressed frame of " + body.remaining() + " bytes cannot hold " + announced);
    }
    byte[] inner = new byte[(int) announced];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(body.array(), body.position(), body.remaining());
      int filled = 0;
      while (filled < inner.length) {
        int count = inflater.inflate(inner, filled, inner.length - filled);
        if (count == 0) {
          throw new ProtocolException(
              "a compressed frame ended after " + filled + " of " + announced + " bytes");
        }
        filled += count;
      }
      if (inflater.inflate(new byte[1]) > 0) {
        throw new ProtocolException("a compressed frame holds more than " + announced + " bytes");
      }
    } catch (DataFormatException e) {
      throw new ProtocolException("a compressed frame is not zlib: " + e.getMessage());
    } finally {
      inflater.end();
    }
    return inner;
  }
}
