package dev.aero4j.wire.admin;

import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A security message: the body of a frame of type 2, without the frame's header of 8 bytes. A frame
 * may hold several, one after another; a list ends with one whose code is {@link
 * ResultCode#QUERY_END}.
 *
 * <pre>
 * scheme (1, is 0) | result code (1) | command (1) | number of fields (1) | unused (12) | fields
 * </pre>
 *
 * @param command one of {@link AdminCommand}; 0 in answers
 * @param resultCode one of {@link ResultCode}; 0 in requests
 * @param fields the fields, in their order on the wire
 */
public record AdminMessage(int command, int resultCode, List<AdminField> fields) {
  private static final int SCHEME = 0;
  private static final int UNUSED = 12;
  private static final int LARGEST_BYTE = 255;

  public AdminMessage {
    checkByte("command", command);
    checkByte("result code", resultCode);
    checkByte("number of fields", fields.size());
    fields = List.copyOf(fields);
  }

  private static void checkByte(String what, int value) {
    if (value < 0 || value > LARGEST_BYTE) {
      throw new IllegalArgumentException(what + " " + value + " is not between 0 and 255");
    }
  }

  /** Returns a request. */
  public static AdminMessage request(int command, AdminField... fields) {
    return new AdminMessage(command, ResultCode.OK, List.of(fields));
  }

  /** Returns an answer. */
  public static AdminMessage answer(int resultCode, AdminField... fields) {
    return new AdminMessage(0, resultCode, List.of(fields));
  }

  /** Writes the message. */
  public void write(WireWriter out) {
    out.putByte(SCHEME);
    out.putByte(resultCode);
    out.putByte(command);
    out.putByte(fields.size());
    out.reserve(UNUSED);
    fields.forEach(field -> field.write(out));
  }

  /**
   * Reads one message, and leaves what follows it.
   *
   * @throws ProtocolException when the bytes are not one
   */
  public static AdminMessage read(WireReader in) {
    int scheme = in.readUnsignedByte();
    if (scheme != SCHEME) {
      throw new ProtocolException("security scheme " + scheme + " is not known, only " + SCHEME);
    }
    int resultCode = in.readUnsignedByte();
    int command = in.readUnsignedByte();
    int count = in.readUnsignedByte();
    in.skip(UNUSED);
    List<AdminField> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      fields.add(AdminField.read(in));
    }
    return new AdminMessage(command, resultCode, fields);
  }

  /**
   * Reads messages up to the end.
   *
   * @throws ProtocolException when the bytes are not messages
   */
  public static List<AdminMessage> readAll(WireReader in) {
    List<AdminMessage> messages = new ArrayList<>();
    while (in.remaining() > 0) {
      messages.add(read(in));
    }
    return List.copyOf(messages);
  }

  /** Returns the first field with this number, or null. */
  public @Nullable AdminField field(int id) {
    for (AdminField field : fields) {
      if (field.id() == id) {
        return field;
      }
    }
    return null;
  }
}
