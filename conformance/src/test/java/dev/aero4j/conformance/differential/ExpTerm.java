package dev.aero4j.conformance.differential;

import dev.aero4j.expression.Expression;
import dev.aero4j.model.ExpType;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.value.MsgPackWriter;
import java.util.ArrayList;
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

  /** Returns the expression. */
  default Expression toExpression() {
    WireWriter out = new WireWriter(64);
    writeTo(out);
    return Expression.fromBytes(out.toByteArray());
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

    @Override
    public List<ExpTerm> smaller() {
      List<ExpTerm> found = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        for (ExpTerm less : parts.get(i).smaller()) {
          List<ExpTerm> changed = new ArrayList<>(parts);
          changed.set(i, less);
          found.add(new Packed(changed));
        }
      }
      return found;
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

    Operator with(int index, ExpTerm part) {
      List<ExpTerm> changed = new ArrayList<>(parts);
      changed.set(index, part);
      return new Operator(type, code, changed);
    }
  }

  static Operator operator(ExpType type, int code, ExpTerm... parts) {
    return new Operator(type, code, List.of(parts));
  }

  /** Returns terms that are smaller and might show the same difference. */
  default List<ExpTerm> smaller() {
    if (!(this instanceof Operator operator)) {
      return List.of();
    }
    List<ExpTerm> found = new ArrayList<>();
    for (ExpTerm part : operator.parts()) {
      if (part.type() != null) {
        found.add(part);
      }
    }
    for (int i = 0; i < operator.parts().size(); i++) {
      ExpTerm part = operator.parts().get(i);
      if (part.type() != null && operator.parts().size() > 1) {
        List<ExpTerm> fewer = new ArrayList<>(operator.parts());
        fewer.remove(i);
        found.add(new Operator(operator.type(), operator.code(), fewer));
      }
      for (ExpTerm less : part.smaller()) {
        found.add(operator.with(i, less));
      }
    }
    return found;
  }
}
