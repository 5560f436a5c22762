package dev.aero4j.conformance.differential;

import dev.aero4j.model.ExpType;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.value.MsgPackWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an expression, as it travels: an operator with its parts, or something else that stands
 * alone. Also expressions that are none can be made of these.
 */
sealed interface ExpTerm {
  /** Returns the type that it should have, null when it is no operand. */
  @Nullable ExpType type();

  void writeTo(WireWriter out);

  default byte[] toBytes() {
    WireWriter out = new WireWriter(64);
    writeTo(out);
    return out.toByteArray();
  }

  /** A value as an operand. */
  record Value(ExpType type, @Nullable Object value) implements ExpTerm {
    @Override
    public void writeTo(WireWriter out) {
      if (type == ExpType.LIST) {
        MsgPackWriter.writeListHeader(out, 2);
        MsgPackWriter.writeLong(out, 126);
      }
      MsgPackWriter.writeValue(out, value);
    }
  }

  /** A number or text that is a part of an operator and no operand. */
  record Fixed(Object value) implements ExpTerm {
    @Override
    public @Nullable ExpType type() {
      return null;
    }

    @Override
    public void writeTo(WireWriter out) {
      if (value instanceof String text) {
        MsgPackWriter.writeRawString(out, text);
      } else {
        MsgPackWriter.writeValue(out, value);
      }
    }
  }

  /** A list of parts that is no operator: a call, or a path. */
  record Packed(List<ExpTerm> parts) implements ExpTerm {
    @Override
    public @Nullable ExpType type() {
      return null;
    }

    @Override
    public void writeTo(WireWriter out) {
      MsgPackWriter.writeListHeader(out, parts.size());
      parts.forEach(part -> part.writeTo(out));
    }
  }

  /** An operator with all its parts. */
  record Operator(ExpType type, int code, List<ExpTerm> parts) implements ExpTerm {
    @Override
    public void writeTo(WireWriter out) {
      MsgPackWriter.writeListHeader(out, 1 + parts.size());
      MsgPackWriter.writeLong(out, code);
      parts.forEach(part -> part.writeTo(out));
    }
  }

  static Operator operator(ExpType type, int code, ExpTerm... parts) {
    return new Operator(type, code, List.of(parts));
  }
}
