package dev.aero4j.expression;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.model.ExpType;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.expression.ExpPrinter;
import dev.aero4j.wire.expression.ExpReader;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An expression as servers take it: a filter in a policy, or what an {@link
 * dev.aero4j.operation.ExpOperation} evaluates. Immutable. One that is sent once is encoded right
 * into the request; one that is used again keeps its encoding.
 */
public final class Expression {
  /** The whole as an {@link Exp}, and as the bytes once they are kept. */
  private volatile Object content;

  /** Whether it was sent before. Any thread may set it; a stale value costs one more encoding. */
  private boolean isUsed;

  /** What it gives, or null where that is not known. */
  private final @Nullable ExpType type;

  Expression(Exp whole) {
    this.content = whole;
    this.type = whole.type();
  }

  private Expression(byte[] bytes, @Nullable ExpType type) {
    if (bytes.length == 0) {
      throw new InvalidArgumentException("an expression of 0 bytes; expected a msgpack list");
    }
    this.content = bytes;
    this.type = type;
  }

  /** Returns the expression with an encoding that nobody else has. */
  static Expression ofOwned(byte[] bytes, @Nullable ExpType type) {
    return new Expression(bytes, type);
  }

  /**
   * Returns the expression with this encoding.
   *
   * @param bytes the msgpack list, copied; the server checks it
   * @return the expression
   */
  public static Expression fromBytes(byte[] bytes) {
    return new Expression(bytes.clone(), null);
  }

  /**
   * Returns the expression with this encoding.
   *
   * @param base64 the msgpack list in Base64, as the server's tools print it
   * @return the expression
   */
  public static Expression fromBase64(String base64) {
    try {
      return new Expression(Base64.getDecoder().decode(base64), null);
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentException("an expression is not Base64: " + e.getMessage());
    }
  }

  private byte[] bytes() {
    Object kept = content;
    if (kept instanceof Exp whole) {
      byte[] bytes = whole.toBytes();
      content = bytes;
      return bytes;
    }
    return (byte[]) kept;
  }

  /**
   * {@return the type of what it gives, or null where only the record or the server can tell} Null
   * for an expression from bytes, which is not looked at.
   */
  public @Nullable ExpType type() {
    return type;
  }

  /** {@return a copy of the encoding} */
  public byte[] toBytes() {
    return bytes().clone();
  }

  /** {@return the encoding in Base64} */
  public String toBase64() {
    return Base64.getEncoder().encodeToString(bytes());
  }

  /**
   * Appends the encoding.
   *
   * @param writer where to
   */
  public void writeTo(WireWriter writer) {
    if (!isUsed && content instanceof Exp whole) {
      isUsed = true;
      whole.writeTo(writer);
    } else {
      writer.putBytes(bytes());
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Expression that && Arrays.equals(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes());
  }

  /**
   * {@return the expression for people to read, whatever its types; its encoding and what is wrong
   * if it is none}
   */
  @Override
  public String toString() {
    try {
      return ExpPrinter.print(ExpReader.readUnchecked(bytes()));
    } catch (ProtocolException e) {
      return "Expression[" + toBase64() + ": " + e.getMessage() + "]";
    }
  }
}
