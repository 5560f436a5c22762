package dev.aero4j.conformance.differential;

import dev.aero4j.expression.Expression;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.value.MsgPack;
import dev.aero4j.wire.value.MsgPackWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A part of a call in msgpack as it is: an expression, or a value in a form that the client never
 * sends.
 */
record Packed(byte[] bytes) {
  static Packed of(Expression expression) {
    return new Packed(expression.toBytes());
  }

  /** Returns the part as a value, or as it is when there is no value that has just these bytes. */
  static @Nullable Object unpack(byte[] bytes) {
    try {
      Object value = MsgPack.read(new WireReader(bytes), bytes.length);
      return Arrays.equals(MsgPack.toBytes(value), bytes) ? value : new Packed(bytes);
    } catch (ProtocolException | IllegalArgumentException e) {
      return new Packed(bytes);
    }
  }

  /** Writes a part of a call: a value, or what is packed already. */
  static void write(WireWriter out, @Nullable Object part) {
    if (part instanceof Packed packed) {
      out.putBytes(packed.bytes());
    } else {
      MsgPackWriter.writeValue(out, part);
    }
  }
}
