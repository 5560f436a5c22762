package dev.aero4j.expression;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.internal.call.Arguments;
import dev.aero4j.internal.command.BinNames;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.LoopPart;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.expression.ExpNode;
import dev.aero4j.wire.expression.ExpOpcode;
import dev.aero4j.wire.expression.ExpReader;
import dev.aero4j.wire.value.MsgPack;
import dev.aero4j.wire.value.MsgPackWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parts of expressions that are more, or less, than an operator with operands. */
abstract sealed class Special extends Exp {
  private Special(@Nullable ExpType type) {
    super(Shape.of(type, false));
  }

  private Special(int shape) {
    super(shape);
  }

  static Exp literal(ExpType type, @Nullable Object value) {
    if (value == null && type != ExpType.NIL) {
      throw new InvalidArgumentException("Exp.val of null; nil is Exp.nil()");
    }
    return new Literal(type, Arguments.take("Exp.val", value));
  }

  static Exp text(String value) {
    if (value == null) {
      throw new InvalidArgumentException("Exp.val of null; nil is Exp.nil()");
    }
    return new Text(value);
  }

  static Exp quoted(List<?> list) {
    if (list == null) {
      throw new InvalidArgumentException("Exp.val of null; nil is Exp.nil()");
    }
    return new Quoted(Objects.requireNonNull(Arguments.take("Exp.val", list)));
  }

  static Exp regex(String pattern, Exp text, int flags) {
    if (pattern == null) {
      throw new InvalidArgumentException("the pattern of regexCompare is null");
    }
    requireValue(text);
    if (text.type() != null && text.type() != ExpType.STRING) {
      throw new InvalidArgumentException(
          "regexCompare takes a string; it was given " + text.type().phrase() + ": " + text);
    }
    return new Regex(pattern, text, flags);
  }

  static Exp built(Expression expression) {
    if (expression == null) {
      throw new InvalidArgumentException("Exp.of null");
    }
    byte[] bytes = expression.toBytes();
    return new Encoded(Shape.of(read(bytes).type(), true), bytes);
  }

  static Exp scope(Exp... parts) {
    WireWriter out = new WireWriter(64);
    int definitions = parts.length - 1;
    if (definitions < 1) {
      throw new InvalidArgumentException(
          "let takes definitions and an expression; it was given " + parts.length + " parts");
    }
    MsgPackWriter.writeListHeader(out, 2 + 2 * definitions);
    MsgPackWriter.writeLong(out, ExpOpcode.LET.code());
    for (int i = 0; i < definitions; i++) {
      if (!(parts[i] instanceof Definition definition)) {
        throw new InvalidArgumentException(
            "part " + (i + 1) + " of let is not a definition: " + parts[i]);
      }
      definition.writeTo(out);
    }
    if (parts[definitions] instanceof Definition) {
      throw new InvalidArgumentException("let has definitions and no expression after them");
    }
    requireValue(parts[definitions]);
    parts[definitions].writeTo(out);
    Exp[] values = parts.clone();
    for (int i = 0; i < definitions; i++) {
      values[i] = ((Definition) parts[i]).value;
    }
    int shape = Shape.over(Shape.of(parts[definitions].type(), true), values);
    return new Encoded(shape, out.toByteArray());
  }

  /** Reads what may come from anywhere. */
  private static ExpNode read(byte[] bytes) {
    try {
      return ExpReader.read(bytes);
    } catch (ProtocolException e) {
      throw new InvalidArgumentException("an expression: " + e.getMessage());
    }
  }

  private static void begin(WireWriter out, ExpOpcode opcode, int parts) {
    MsgPackWriter.writeListHeader(out, 1 + parts);
    MsgPackWriter.writeLong(out, opcode.code());
  }

  /** What is encoded already. */
  static final class Encoded extends Special {
    private final byte[] bytes;

    Encoded(int shape, byte[] bytes) {
      super(shape);
      this.bytes = bytes;
    }

    @Override
    void writeTo(WireWriter out) {
      out.putBytes(bytes);
    }
  }

  /** A value as it was when it was given. */
  static final class Literal extends Special {
    private final @Nullable Object value;

    Literal(ExpType type, @Nullable Object value) {
      super(type);
      this.value = value;
    }

    @Override
    void writeTo(WireWriter out) {
      MsgPack.write(out, value);
    }
  }

  /** A list as it was when it was given; without the operator it would be taken for a call. */
  static final class Quoted extends Special {
    private final Object list;

    Quoted(Object list) {
      super(ExpType.LIST);
      this.list = list;
    }

    @Override
    void writeTo(WireWriter out) {
      begin(out, ExpOpcode.QUOTE, 1);
      MsgPack.write(out, list);
    }
  }

  /** An integer, the most frequent value. */
  static final class Integer64 extends Special {
    /** From here to there there is one object each: indexes, ranks and limits are often so. */
    private static final int LEAST_SHARED = -16;

    private static final int MOST_SHARED = 127;
    private static final Integer64[] SHARED = new Integer64[MOST_SHARED - LEAST_SHARED + 1];

    static {
      for (int i = 0; i < SHARED.length; i++) {
        SHARED[i] = new Integer64(LEAST_SHARED + i);
      }
    }

    private final long value;

    static Integer64 of(long value) {
      return value >= LEAST_SHARED && value <= MOST_SHARED
          ? SHARED[(int) value - LEAST_SHARED]
          : new Integer64(value);
    }

    private Integer64(long value) {
      super(ExpType.INT);
      this.value = value;
    }

    @Override
    void writeTo(WireWriter out) {
      MsgPackWriter.writeLong(out, value);
    }
  }

  static final class Float64 extends Special {
    private final double value;

    Float64(double value) {
      super(ExpType.FLOAT);
      this.value = value;
    }

    @Override
    void writeTo(WireWriter out) {
      MsgPackWriter.writeDouble(out, value);
    }
  }

  static final class Text extends Special {
    private final String value;

    Text(String value) {
      super(ExpType.STRING);
      this.value = value;
    }

    @Override
    void writeTo(WireWriter out) {
      MsgPackWriter.writeString(out, value);
    }
  }

  static final class Bin extends Special {
    private final String name;

    Bin(ExpType type, String name) {
      super(named("bin", type));
      this.name = BinNames.check(name);
    }

    @Override
    void writeTo(WireWriter out) {
      begin(out, ExpOpcode.BIN, 2);
      MsgPackWriter.writeLong(out, Objects.requireNonNull(type()).code());
      MsgPackWriter.writeRawString(out, name);
    }
  }

  static final class BinType extends Special {
    private final String name;

    BinType(String name) {
      super(ExpType.INT);
      this.name = BinNames.check(name);
    }

    @Override
    void writeTo(WireWriter out) {
      begin(out, ExpOpcode.BIN_TYPE, 1);
      MsgPackWriter.writeRawString(out, name);
    }
  }

  static final class Regex extends Special {
    private final String pattern;
    private final Exp text;
    private final int flags;

    Regex(String pattern, Exp text, int flags) {
      super(Shape.over(Shape.of(ExpType.BOOL, false), text));
      this.pattern = pattern;
      this.text = text;
      this.flags = flags;
    }

    @Override
    void writeTo(WireWriter out) {
      begin(out, ExpOpcode.REGEX, 3);
      MsgPackWriter.writeLong(out, flags);
      MsgPackWriter.writeRawString(out, pattern);
      text.writeTo(out);
    }
  }

  static final class Key extends Special {
    private final ExpType keyType;

    Key(ExpType type) {
      super(type);
      if (type != ExpType.INT && type != ExpType.STRING && type != ExpType.BLOB) {
        throw new InvalidArgumentException("a user key is INT, STRING or BLOB, and never " + type);
      }
      this.keyType = type;
    }

    @Override
    void writeTo(WireWriter out) {
      begin(out, ExpOpcode.KEY, 1);
      MsgPackWriter.writeLong(out, keyType.code());
    }
  }

  static final class DigestModulo extends Special {
    private final int modulus;

    DigestModulo(int modulus) {
      super(ExpType.INT);
      if (modulus == 0) {
        throw new InvalidArgumentException("digestModulo by 0; expected any other number");
      }
      this.modulus = modulus;
    }

    @Override
    void writeTo(WireWriter out) {
      begin(out, ExpOpcode.DIGEST_MODULO, 1);
      MsgPackWriter.writeLong(out, modulus);
    }
  }

  static final class LoopVariable extends Special {
    private final ExpType valueType;
    private final LoopPart part;

    LoopVariable(ExpType type, LoopPart part) {
      super(type);
      this.valueType = named("loopVar", type);
      this.part = part;
      if (part == LoopPart.INDEX && type != ExpType.INT) {
        throw new InvalidArgumentException("the index of a loop is INT, and never " + type);
      }
    }

    @Override
    void writeTo(WireWriter out) {
      begin(out, ExpOpcode.LOOP_VARIABLE, 2);
      MsgPackWriter.writeLong(out, valueType.code());
      MsgPackWriter.writeLong(out, part.code());
    }
  }

  static final class Variable extends Special {
    private final String name;

    Variable(String name) {
      super(Shape.of(null, true));
      this.name = checkName(name);
    }

    @Override
    void writeTo(WireWriter out) {
      begin(out, ExpOpcode.VAR, 1);
      MsgPackWriter.writeRawString(out, name);
    }
  }

  /** A name and its value, for {@code let} only. */
  static final class Definition extends Special {
    private final String name;
    private final Exp value;

    Definition(String name, Exp value) {
      super(Shape.over(Shape.of(null, true), value));
      this.name = checkName(name);
      this.value = value;
    }

    @Override
    void writeTo(WireWriter out) {
      MsgPackWriter.writeRawString(out, name);
      value.writeTo(out);
    }

    @Override
    public String toString() {
      return "def(\"" + name + "\", " + value + ")";
    }
  }

  private static ExpType named(String what, ExpType type) {
    if (type.code() < 0) {
      throw new InvalidArgumentException(what + " cannot be of type " + type);
    }
    return type;
  }

  private static String checkName(String name) {
    if (!ExpReader.isName(name)) {
      throw new InvalidArgumentException(
          "'"
              + name
              + "' is no name of a variable; expected letters, digits and _, no digit first");
    }
    return name;
  }
}
