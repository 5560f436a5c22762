package dev.aero4j.embedded.internal.expression;

import dev.aero4j.embedded.internal.bits.BitCalls;
import dev.aero4j.embedded.internal.collection.CallValue;
import dev.aero4j.embedded.internal.collection.CollectionCalls;
import dev.aero4j.embedded.internal.hll.HllCalls;
import dev.aero4j.embedded.internal.value.Absent;
import dev.aero4j.embedded.internal.value.BytesResult;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.HyperLogLog;
import dev.aero4j.wire.call.BitOpcode;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.HllOpcode;
import dev.aero4j.wire.call.ListOpcode;
import dev.aero4j.wire.call.MapOpcode;
import dev.aero4j.wire.call.SelectFlags;
import dev.aero4j.wire.expression.ExpNode;
import dev.aero4j.wire.value.MapSorter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the calls in an expression. A call that is refused, for whatever reason, or gives
 * something else than it was said to give, is unknown.
 */
final class CallEvaluation {
  private final Evaluation evaluation;

  CallEvaluation(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  @Nullable Object call(ExpNode.Call call) {
    List<@Nullable Object> arguments = new ArrayList<>(call.arguments().size());
    for (ExpNode argument : call.arguments()) {
      Object value = evaluation.evaluate(argument);
      if (value instanceof Absent) {
        return Absent.UNKNOWN;
      }
      arguments.add(value);
    }
    Object subject = evaluation.evaluate(call.subject());
    if (!isSubject(call.opcode(), subject) || call.modifies() != call.opcode().modifies()) {
      return Absent.UNKNOWN;
    }
    try {
      Object sorted = MapSorter.sorted(subject);
      CallValue outcome = apply(call, sorted, arguments);
      return fitting(call.declared(), given(call.modifies(), outcome, subject, sorted));
    } catch (Refusal refusal) {
      return Absent.UNKNOWN;
    }
  }

  @Nullable Object select(ExpNode.Select select) {
    Object subject = evaluation.evaluate(select.subject());
    boolean applies = (select.flags() & SelectFlags.KIND_MASK) == SelectFlags.APPLY;
    if (!isCollection(subject) || select.modifies() != applies) {
      return Absent.UNKNOWN;
    }
    try {
      Object sorted = MapSorter.sorted(subject);
      CallValue outcome =
          CollectionCalls.select(
              sorted, select.path(), select.flags(), select.modification(), Evaluator.OF_ELEMENTS);
      return fitting(select.declared(), given(applies, outcome, subject, sorted));
    } catch (Refusal refusal) {
      return Absent.UNKNOWN;
    }
  }

  /** A change that changes nothing gives the subject back as it was. */
  @SuppressWarnings("ReferenceEquality") // what has not changed is the very same object
  private static @Nullable Object given(
      boolean modifies, CallValue outcome, @Nullable Object subject, @Nullable Object sorted) {
    if (!modifies) {
      return outcome.result();
    }
    return outcome.changed() == sorted ? subject : outcome.changed();
  }

  private static boolean isSubject(CallOpcode opcode, @Nullable Object subject) {
    return switch (opcode) {
      case ListOpcode list -> isCollection(subject);
      case MapOpcode map -> isCollection(subject);
      case BitOpcode bit -> subject == null || subject instanceof byte[];
      case HllOpcode hll -> subject == null || subject instanceof HyperLogLog;
    };
  }

  private static boolean isCollection(@Nullable Object subject) {
    return subject == null || subject instanceof List || subject instanceof Map;
  }

  private static CallValue apply(
      ExpNode.Call call, @Nullable Object subject, List<@Nullable Object> arguments) {
    return switch (call.opcode()) {
      case BitOpcode bit -> {
        byte[] blob = subject instanceof byte[] bytes ? bytes : null;
        BytesResult outcome = BitCalls.apply(blob, bit, arguments);
        byte[] changed = outcome.changed();
        yield new CallValue(changed == null ? subject : changed, outcome.result());
      }
      case HllOpcode hll -> {
        byte[] sketch = subject instanceof HyperLogLog known ? known.toBytes() : null;
        BytesResult outcome = HllCalls.apply(sketch, hll, arguments);
        byte[] changed = outcome.changed();
        yield new CallValue(changed == null ? subject : HyperLogLog.of(changed), outcome.result());
      }
      case ListOpcode list ->
          CollectionCalls.apply(subject, call.path(), list, arguments, Evaluator.OF_ELEMENTS);
      case MapOpcode map ->
          CollectionCalls.apply(subject, call.path(), map, arguments, Evaluator.OF_ELEMENTS);
    };
  }

  /** Nothing at all passes for nil. */
  private static @Nullable Object fitting(ExpType declared, @Nullable Object value) {
    Object given = value == Absent.UNKNOWN ? null : value;
    return ValueTypes.isOf(declared, given) ? given : Absent.UNKNOWN;
  }
}
