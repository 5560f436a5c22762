package dev.aero4j.expression;

import dev.aero4j.InvalidArgumentException;
import dev.aero4j.internal.call.Payload;
import dev.aero4j.model.ExpType;
import dev.aero4j.wire.WireWriter;
import dev.aero4j.wire.call.Argument;
import dev.aero4j.wire.call.BitOpcode;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.ListOpcode;
import dev.aero4j.wire.call.MapOpcode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The arguments of a call in an expression, which are expressions themselves. Immutable. */
final class CallArguments implements Payload {
  private static final Set<ExpType> ANY = EnumSet.noneOf(ExpType.class);
  private static final Set<ExpType> INTEGER = EnumSet.of(ExpType.INT);
  private static final Set<ExpType> NUMBER = EnumSet.of(ExpType.INT, ExpType.FLOAT);
  private static final Set<ExpType> BOOLEAN = EnumSet.of(ExpType.BOOL);
  private static final Set<ExpType> BLOB = EnumSet.of(ExpType.BLOB);
  private static final Set<ExpType> LIST = EnumSet.of(ExpType.LIST);
  private static final Set<ExpType> MAP = EnumSet.of(ExpType.MAP);
  private static final Set<ExpType> STORABLE_KEY =
      EnumSet.of(ExpType.INT, ExpType.STRING, ExpType.BLOB);

  private final Exp[] expressions;

  private CallArguments(Exp[] expressions) {
    this.expressions = expressions;
    for (Exp expression : expressions) {
      Exp.requireValue(expression);
    }
  }

  /**
   * @param expressions kept
   */
  static CallArguments of(Exp... expressions) {
    return new CallArguments(expressions);
  }

  /** Takes the limits of a range: nil first is before everything, and nothing second after it. */
  static CallArguments range(@Nullable Exp begin, @Nullable Exp end) {
    Exp first = begin == null ? Exp.nil() : begin;
    return end == null ? of(first) : of(first, end);
  }

  /** Adds a number that is the same whatever the record. */
  CallArguments add(long number) {
    Exp[] more = Arrays.copyOf(expressions, expressions.length + 1);
    more[expressions.length] = Exp.val(number);
    return new CallArguments(more);
  }

  /**
   * Checks that a call takes arguments of these types, as far as they are known.
   *
   * @throws InvalidArgumentException when it does not, and would never have a value
   */
  CallArguments checkFor(CallOpcode opcode) {
    List<Argument> kinds = opcode.signature().arguments();
    int first = kinds.indexOf(Argument.RETURN_TYPE) + 1;
    for (int i = 0; i < expressions.length; i++) {
      Exp given = expressions[i];
      Argument kind = kinds.get(first + i);
      Set<ExpType> taken = taken(opcode, kind);
      ExpType type = given.type();
      if (type != null && !given.isUnknown() && !taken.isEmpty() && !taken.contains(type)) {
        throw new InvalidArgumentException(
            opcode.label()
                + " takes "
                + taken.stream().map(ExpType::phrase).collect(Collectors.joining(" or "))
                + " as "
                + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + "; it was given "
                + type.phrase()
                + ": "
                + given);
      }
    }
    return this;
  }

  /** Returns the types that an argument may have; none when it may have any. */
  private static Set<ExpType> taken(CallOpcode opcode, Argument kind) {
    return switch (kind) {
      case INDEX,
          RANK,
          COUNT,
          BYTE_OFFSET,
          BYTE_SIZE,
          BIT_OFFSET,
          BIT_SIZE,
          SHIFT,
          INDEX_BITS,
          MIN_HASH_BITS ->
          INTEGER;
      case VALUES, KEYS, SKETCHES -> LIST;
      case ENTRIES -> MAP;
      case BYTES -> BLOB;
      case BIT -> BOOLEAN;
      case KEY -> opcode == MapOpcode.PUT || opcode == MapOpcode.INCREMENT ? STORABLE_KEY : ANY;
      case VALUE ->
          opcode instanceof BitOpcode
              ? INTEGER
              : opcode == ListOpcode.INCREMENT || opcode == MapOpcode.INCREMENT ? NUMBER : ANY;
      default -> ANY;
    };
  }

  /** Returns the shape of something that has the arguments as parts. */
  int shapeOver(int shape) {
    return Shape.over(shape, expressions);
  }

  @Override
  public int count() {
    return expressions.length;
  }

  @Override
  public void writeTo(WireWriter out) {
    for (Exp expression : expressions) {
      expression.writeTo(out);
    }
  }
}
