package dev.aero4j.internal.command;

import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.MessageHeader;
import dev.aero4j.wire.message.OperationType;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Answers as a server sends them, for tests. */
public final class Replies {
  private Replies() {}

  /** An answer without bins. */
  public static RecordReply code(int resultCode) {
    return reply(resultCode, 0, 0);
  }

  /**
   * An answer with bins.
   *
   * @param pairs names and values
   */
  public static RecordReply reply(
      int resultCode, int generation, int voidTime, @Nullable Object... pairs) {
    return new RecordReply(bytes(resultCode, generation, voidTime, pairs));
  }

  /** The frame of a command and its name, in hexadecimal. */
  public static String frame(RecordCommand<?> command) {
    WireWriter writer = new WireWriter(64);
    RecordEncoder.writeSingle(writer, command, 0);
    return command.getClass().getSimpleName()
        + command.name()
        + command.policy().maxRetries()
        + HexFormat.of().formatHex(writer.toByteArray());
  }

  static byte[] bytes(int resultCode, int generation, int voidTime, @Nullable Object... pairs) {
    WireWriter writer = new WireWriter(64);
    new MessageHeader(0, 0, 0, 0, resultCode, generation, voidTime, 0, 1, pairs.length / 2)
        .write(writer);
    // Rows of batch answers, and answers of some servers, have fields before their bins.
    Field.write(writer, 4, new byte[20]);
    for (int i = 0; i < pairs.length; i += 2) {
      String bin = (String) pairs[i];
      EncodedValue.of(bin, pairs[i + 1]).writeBin(writer, OperationType.READ, bin);
    }
    return writer.toByteArray();
  }
}
