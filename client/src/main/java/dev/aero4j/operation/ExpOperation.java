package dev.aero4j.operation;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.expression.Expression;
import dev.aero4j.internal.command.BinNames;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.WriteFlags;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.MsgPackWriter;
import dev.aero4j.wire.value.ParticleType;
import org.jspecify.annotations.Nullable;

/**
 * An operation that gives, or writes, what an expression makes of the record. Immutable.
 *
 * <pre>{@code
 * Expression total = Exp.add(Exp.intBin("a"), Exp.intBin("b")).build();
 * client.operate(key, ExpOperation.read("total", total), ExpOperation.write("sum", total));
 * }</pre>
 */
public final class ExpOperation implements Operation {
  private final int type;
  private final String name;
  private final Expression expression;
  private final ExpOptions options;

  private ExpOperation(int type, String name, Expression expression, ExpOptions options) {
    this.type = type;
    this.name = BinNames.check(name);
    this.expression = expression;
    this.options = options;
  }

  /**
   * Gives an expression's value.
   *
   * @param name the name that the value has in the answer; it may be, but need not be, that of a
   *     bin
   * @param expression the expression
   * @return the operation; it gives the value
   */
  public static ExpOperation read(String name, Expression expression) {
    return new ExpOperation(OperationType.EXPRESSION_READ, name, expression, ExpOptions.none());
  }

  /**
   * Writes an expression's value.
   *
   * @param bin the name of the bin that it is written to
   * @param expression the expression
   * @return the operation; it gives nothing
   */
  public static ExpOperation write(String bin, Expression expression) {
    return new ExpOperation(OperationType.EXPRESSION_MODIFY, bin, expression, ExpOptions.none());
  }

  /**
   * Sets how the operation goes about it.
   *
   * @param newOptions the options
   * @return the operation with these options
   * @throws InvalidArgumentException when they are for writes and this is a read
   */
  public ExpOperation with(ExpOptions newOptions) {
    if (type == OperationType.EXPRESSION_READ
        && (newOptions.flags() & ~WriteFlags.EVAL_NO_FAIL) != 0) {
      throw new InvalidArgumentException(
          "expression '" + name + "': a read takes no option but evalNoFail");
    }
    return new ExpOperation(type, name, expression, newOptions);
  }

  @Override
  public Kind kind() {
    return type == OperationType.EXPRESSION_READ ? Kind.READ : Kind.WRITE;
  }

  @Override
  public boolean needsAllResults() {
    return true;
  }

  @Override
  public boolean isSilent() {
    return false;
  }

  @Override
  public void writeTo(WireWriter writer) {
    int start = BinOperation.begin(writer, type, ParticleType.BLOB, name);
    MsgPackWriter.writeListHeader(writer, 2);
    expression.writeTo(writer);
    MsgPackWriter.writeLong(writer, options.flags());
    BinOperation.end(writer, start);
  }

  @Override
  public String toString() {
    return Texts.call(
        ExpOperation.class,
        kind() == Kind.READ ? "read" : "write",
        name,
        expression.toString(),
        Context.root());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExpOperation that
        && type == that.type
        && name.equals(that.name)
        && expression.equals(that.expression)
        && options.equals(that.options);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + expression.hashCode();
  }
}
