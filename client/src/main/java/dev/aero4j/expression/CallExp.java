package dev.aero4j.expression;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.model.ExpType;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.CallFamily;
import dev.aero4j.wire.expression.ExpOpcode;
import dev.aero4j.wire.value.MsgPackWriter;
import org.jspecify.annotations.Nullable;

/** A call on the value of another expression. */
abstract sealed class CallExp extends Exp permits SingleCall, PathCallExp {
  final Exp subject;

  CallExp(Exp subject, CallArguments arguments) {
    super(arguments.shapeOver(Shape.over(Shape.of(null, false), subject)));
    this.subject = subject;
  }

  /** Makes a call with the subject and arguments of another. */
  CallExp(CallExp same) {
    super(same.shape);
    this.subject = same.subject;
  }

  /** Checks what a call is made on. */
  static Exp check(Exp subject, String label, ExpType expected) {
    requireValue(subject);
    ExpType type = subject.type();
    if (type != null && type != expected && type != ExpType.NIL) {
      throw new InvalidArgumentException(
          label
              + " works on "
              + expected.phrase()
              + "; it was given "
              + type.phrase()
              + ": "
              + subject);
    }
    return subject;
  }

  abstract CallFamily family();

  abstract boolean modifies();

  abstract ExpType resultType();

  abstract void writeCall(WireWriter out);

  @Override
  public final @Nullable ExpType type() {
    return subject.type() == ExpType.NIL ? ExpType.NIL : resultType();
  }

  @Override
  final void writeTo(WireWriter out) {
    MsgPackWriter.writeListHeader(out, 5);
    MsgPackWriter.writeLong(out, ExpOpcode.CALL.code());
    MsgPackWriter.writeLong(out, resultType().code());
    MsgPackWriter.writeLong(out, family().code() | (modifies() ? CallFamily.MODIFIES : 0));
    writeCall(out);
    subject.writeTo(out);
  }
}
