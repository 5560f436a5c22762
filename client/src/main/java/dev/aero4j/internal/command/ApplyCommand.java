package dev.aero4j.internal.command;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.Key;
import dev.aero4j.Record;
import dev.aero4j.policy.WritePolicy;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.message.Field;
import dev.aero4j.wire.message.FieldType;
import dev.aero4j.wire.value.MsgPack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a Lua function that is registered on the server on a record. The answer is a record with one
 * bin, {@code SUCCESS} or {@code FAILURE}.
 */
public final class ApplyCommand extends WriteCommand<Record> {
  private static final String FAILURE = "FAILURE";

  private final String module;
  private final String function;
  private final byte[] arguments;

  /**
   * @throws InvalidArgumentException when an argument cannot be stored in a bin
   */
  public ApplyCommand(
      Key key, String module, String function, List<?> arguments, WritePolicy policy) {
    super("APPLY", key, policy);
    this.module = module;
    this.function = function;
    try {
      this.arguments = MsgPack.toBytes(arguments);
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentException(
          "the arguments of " + module + "." + function + ": " + e.getMessage());
    }
  }

  /** Returns the words of a function that failed, or null when the answer has none. */
  public static @Nullable String failure(RecordReply reply) {
    int bin = reply.find(FAILURE);
    Object words = bin < 0 ? null : reply.value(bin);
    return words == null ? null : words.toString();
  }

  @Override
  int writeFields(WireWriter writer) {
    Field.writeText(writer, FieldType.UDF_PACKAGE, module);
    Field.writeText(writer, FieldType.UDF_FUNCTION, function);
    Field.write(writer, FieldType.UDF_ARGUMENTS, arguments);
    return 3;
  }

  @Override
  public Record decode(RecordReply reply) {
    return Errors.check(this, reply).toRecord(key());
  }
}
