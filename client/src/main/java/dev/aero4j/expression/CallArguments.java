package dev.aero4j.expression;

import dev.aero4j.internal.call.Arguments;
import org.jspecify.annotations.Nullable;

/** The arguments of a call in an expression, which are expressions themselves. */
final class CallArguments {
  private final Arguments encoded = new Arguments("expression");
  private boolean hasVariables;

  /** Encodes arguments. */
  static CallArguments of(Exp... expressions) {
    CallArguments arguments = new CallArguments();
    for (Exp expression : expressions) {
      arguments.encoded.addEncoded(expression.encoded());
      arguments.hasVariables |= expression.hasVariables();
    }
    return arguments;
  }

  /** Encodes the limits of a range: nil first is before everything, and nothing second after it. */
  static CallArguments range(@Nullable Exp begin, @Nullable Exp end) {
    Exp first = begin == null ? Exp.nil() : begin;
    return end == null ? of(first) : of(first, end);
  }

  /** Adds a number that is the same whatever the record. */
  CallArguments add(long number) {
    encoded.add(number);
    return this;
  }

  Arguments encoded() {
    return encoded;
  }

  boolean hasVariables() {
    return hasVariables;
  }
}
