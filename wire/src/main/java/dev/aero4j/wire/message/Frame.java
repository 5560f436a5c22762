package dev.aero4j.wire.message;

import dev.aero4j.wire.WireWriter;

/**
 * The envelope of everything that travels on an Aerospike connection.
 *
 * <pre>
 *  0        1        2                                               8
 * +--------+--------+-----------------------------------------------+---------
 * | version|  type  |        length of the body, 48 bits            |  body …
 * +--------+--------+-----------------------------------------------+---------
 * </pre>
 */
public final class Frame {
  /** The only version of the envelope that servers accept. */
  public static final int VERSION = 2;

  /** Bytes before the body. */
  public static final int HEADER_SIZE = 8;

  /** Text questions and answers about the node. */
  public static final int INFO = 1;

  /** Authentication and administration of users. */
  public static final int ADMIN = 2;

  /** Commands on records. */
  public static final int MESSAGE = 3;

  /** A whole other frame, compressed with zlib. */
  public static final int COMPRESSED = 4;

  /** The largest body that a server accepts, in bytes (128 MiB). */
  public static final int MAX_BODY_SIZE = 128 * 1024 * 1024;

  private Frame() {}

  /**
   * Starts a frame of a length that is not known yet.
   *
   * @return the position of the frame, for {@link #end}
   */
  public static int begin(WireWriter writer, int type) {
    int start = writer.reserve(HEADER_SIZE);
    writer.setByte(start, VERSION);
    writer.setByte(start + 1, type);
    return start;
  }

  /** Completes the frame that began at {@code start} with the length of what was written since. */
  public static void end(WireWriter writer, int start) {
    // The body is below 2 GiB, so the two upper bytes of the 48-bit length stay zero.
    writer.setInt(start + 4, writer.position() - start - HEADER_SIZE);
  }
}
