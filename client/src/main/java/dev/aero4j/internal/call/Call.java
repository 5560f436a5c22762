package dev.aero4j.internal.call;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.operation.Context;
import dev.aero4j.operation.ListOptions;
import dev.aero4j.operation.MapOptions;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.Argument;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.call.ListOpcode;
import dev.aero4j.wire.call.MapOpcode;
import dev.aero4j.wire.call.Order;
import dev.aero4j.wire.call.ReturnType;
import dev.aero4j.wire.value.MsgPackWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A call on a list, map, blob or HyperLogLog, in an operation or an expression: which call, on what
 * in the value, with what arguments, asked to give what. Immutable; the arguments are taken once,
 * and what the builders change later are numbers around them.
 */
public final class Call {
  /** A number that is not sent. */
  private static final int NONE = -1;

  private final CallOpcode opcode;
  private final int returning;
  private final Payload arguments;
  private final int order;
  private final int flags;
  private final int tail;
  private final Context path;

  private Call(
      CallOpcode opcode,
      int returning,
      Payload arguments,
      int order,
      int flags,
      int tail,
      Context path) {
    this.opcode = opcode;
    this.returning = returning;
    this.arguments = arguments;
    this.order = order;
    this.flags = flags;
    this.tail = tail;
    this.path = path;
  }

  /** Makes a call that gives what it always gives. */
  public static Call of(CallOpcode opcode, Payload arguments) {
    return returning(opcode, NONE, arguments);
  }

  /** Makes a call that is asked for something about the elements that it selects. */
  public static Call returning(CallOpcode opcode, int returnType, Payload arguments) {
    return new Call(opcode, returnType, arguments, NONE, NONE, NONE, Context.root());
  }

  public CallOpcode opcode() {
    return opcode;
  }

  /** Returns whether there is anything to be said besides what is called on what. */
  public boolean hasArguments() {
    return arguments.count() > 0;
  }

  public Context path() {
    return path;
  }

  /** Returns the number of the return type, with its flag; -1 when there is none to choose. */
  public int returning() {
    return returning;
  }

  /**
   * Asks for something else; an inversion stays.
   *
   * @throws InvalidArgumentException when the call always gives the same
   */
  public Call withReturnType(int returnType) {
    requireReturnType();
    return withReturning(returnType | (returning & ReturnType.INVERTED));
  }

  /** Asks for the elements that are not selected. */
  public Call inverted() {
    requireReturnType();
    return withReturning(returning | ReturnType.INVERTED);
  }

  private void requireReturnType() {
    if (returning == NONE) {
      throw new InvalidArgumentException(
          opcode.label() + " has no return type; those that select elements have one");
    }
  }

  private Call withReturning(int value) {
    return new Call(opcode, value, arguments, order, flags, tail, path);
  }

  /** Sends an order of the collection that may be made. */
  private Call withOrder(int value) {
    requireArgument(Argument.ORDER, "an order");
    return new Call(opcode, returning, arguments, value, flags, tail, path);
  }

  /** Sends flags of the write. */
  public Call withFlags(int value) {
    requireArgument(Argument.FLAGS, "options");
    return new Call(opcode, returning, arguments, order, value, tail, path);
  }

  /** Goes about a write as if there were options that say nothing, and sends them. */
  public Call withDefaults() {
    Call changed = takes(Argument.ORDER) ? withOrder(Order.UNORDERED) : this;
    boolean sendsNoFlags = opcode instanceof MapOpcode || !takes(Argument.FLAGS);
    return sendsNoFlags ? changed : changed.withFlags(0);
  }

  /** Goes about a write to a list as the options say. */
  public Call with(ListOptions options) {
    Call changed = this;
    if (opcode == ListOpcode.INCREMENT && arguments.count() == 1) {
      Payload withDelta = arguments.and(new Arguments("").add(1));
      changed = new Call(opcode, returning, withDelta, order, flags, tail, path);
    }
    changed = changed.withFlags(options.flags());
    return takes(Argument.ORDER) ? changed.withOrder(options.orderCode()) : changed;
  }

  /** Goes about a write to a map as the options say; flags that are 0 are not sent. */
  public Call with(MapOptions options) {
    if (!takes(Argument.ORDER) || opcode == MapOpcode.SET_ORDER) {
      throw new InvalidArgumentException(opcode.label() + " takes no options");
    }
    Call changed = withOrder(options.orderCode());
    if (options.flags() == 0) {
      return changed;
    }
    requireArgument(Argument.FLAGS, "flags, only an order");
    return changed.withFlags(options.flags());
  }

  /** Returns whether the call has an argument of this kind. */
  private boolean takes(Argument argument) {
    return opcode.signature().indexOf(argument) >= 0;
  }

  private void requireArgument(Argument argument, String what) {
    if (!takes(argument)) {
      throw new InvalidArgumentException(opcode.label() + " takes no " + what);
    }
  }

  /** Sends a number after everything else. */
  public Call withTail(int value) {
    return new Call(opcode, returning, arguments, order, flags, value, path);
  }

  /**
   * Makes the call at the end of a path.
   *
   * @throws InvalidArgumentException when the path branches
   */
  public Call at(Context value) {
    if (value.branches()) {
      throw new InvalidArgumentException(
          opcode.label()
              + " is made in one place, and this path branches, which is for PathOperation and"
              + " PathExp: "
              + value);
    }
    return new Call(opcode, returning, arguments, order, flags, tail, value);
  }

  /** Appends the call. */
  public void writeTo(WireWriter out) {
    if (!path.isRoot()) {
      MsgPackWriter.writeListHeader(out, 3);
      MsgPackWriter.writeLong(out, ContextCode.CALL_AT);
      path.writeTo(out);
    }
    int count = 1 + sent(returning) + arguments.count() + sent(order) + sent(flags) + sent(tail);
    MsgPackWriter.writeListHeader(out, count);
    MsgPackWriter.writeLong(out, opcode.code());
    write(out, returning);
    arguments.writeTo(out);
    write(out, order);
    write(out, flags);
    write(out, tail);
  }

  private static int sent(int number) {
    return number == NONE ? 0 : 1;
  }

  private static void write(WireWriter out, int number) {
    if (number != NONE) {
      MsgPackWriter.writeLong(out, number);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Call that)) {
      return false;
    }
    return opcode == that.opcode && Arrays.equals(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes());
  }

  private byte[] bytes() {
    WireWriter out = new WireWriter(64);
    writeTo(out);
    return out.toByteArray();
  }
}
