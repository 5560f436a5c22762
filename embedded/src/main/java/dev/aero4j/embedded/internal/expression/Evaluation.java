package dev.aero4j.embedded.internal.expression;

import dev.aero4j.embedded.internal.geo.GeoShape;
import dev.aero4j.embedded.internal.value.Absent;
import dev.aero4j.model.BytesKey;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.GeoJson;
import dev.aero4j.wire.expression.ExpNode;
import dev.aero4j.wire.expression.ExpOpcode;
import dev.aero4j.wire.value.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of one expression. Whatever lacks a value, is malformed or does not fit is
 * unknown, and what is made of something unknown is unknown too, unless logic decides without it.
 */
final class Evaluation {
  private final @Nullable RecordValues record;
  private final LoopElement element;
  private final List<@Nullable Object> variables = new ArrayList<>();

  /**
   * @param record null when nothing of a record is to be seen
   */
  Evaluation(@Nullable RecordValues record, LoopElement element) {
    this.record = record;
    this.element = element;
  }

  /** Returns a value, null for nil, or an {@link Absent}. */
  @Nullable Object evaluate(ExpNode node) {
    return switch (node) {
      case ExpNode.Literal(var value, var type) -> value;
      case ExpNode.Bin(var name, var type) ->
          record == null ? Absent.UNKNOWN : record.bin(name, type);
      case ExpNode.BinType(var name) -> record == null ? Absent.UNKNOWN : record.binType(name);
      case ExpNode.Key(var type) -> record == null ? Absent.UNKNOWN : record.key(type);
      case ExpNode.DigestModulo(var modulus) ->
          record == null ? Absent.UNKNOWN : record.digestModulo(modulus);
      case ExpNode.Regex(var regex, var text) ->
          evaluate(text) instanceof String string ? regex.isIn(string) : Absent.UNKNOWN;
      case ExpNode.Variable(var name, var slot, var type) -> variables.get(slot);
      case ExpNode.Let let -> let(let);
      case ExpNode.LoopVariable(var part, var type) -> element.part(part, type);
      case ExpNode.Call call -> new CallEvaluation(this).call(call);
      case ExpNode.Select select -> new CallEvaluation(this).select(select);
      case ExpNode.Impossible impossible -> Absent.UNKNOWN;
      case ExpNode.Apply(var opcode, var operands, var type) -> apply(opcode, operands);
    };
  }

  private @Nullable Object let(ExpNode.Let let) {
    for (int i = 0; i < let.values().size(); i++) {
      // Its place comes before those of variables inside its own definition.
      variables.add(Absent.UNKNOWN);
      variables.set(let.firstSlot() + i, evaluate(let.values().get(i)));
    }
    Object result = evaluate(let.body());
    variables.subList(let.firstSlot(), variables.size()).clear();
    return result;
  }

  private @Nullable Object apply(ExpOpcode opcode, List<ExpNode> operands) {
    return switch (opcode) {
      case UNKNOWN -> Absent.UNKNOWN;
      case REMOVE_RESULT -> Absent.REMOVED;
      case AND -> decide(operands, false);
      case OR -> decide(operands, true);
      case EXCLUSIVE -> exclusive(operands);
      case COND -> cases(operands);
      case DEVICE_SIZE,
          LAST_UPDATE,
          SINCE_UPDATE,
          VOID_TIME,
          TTL,
          SET_NAME,
          KEY_EXISTS,
          IS_TOMBSTONE,
          MEMORY_SIZE,
          RECORD_SIZE ->
          record == null ? Absent.UNKNOWN : record.metadata(opcode);
      default -> ofValues(opcode, operands);
    };
  }

  /** Evaluates "and" and "or": one operand of a kind decides, however unknown the others are. */
  private Object decide(List<ExpNode> operands, boolean decisive) {
    Object result = !decisive;
    for (ExpNode operand : operands) {
      Object value = evaluate(operand);
      if (!(value instanceof Boolean known)) {
        result = Absent.UNKNOWN;
      } else if (known == decisive) {
        return decisive;
      }
    }
    return result;
  }

  /** Exactly one is true; two are enough to know, when nothing unknown stands before them. */
  private Object exclusive(List<ExpNode> operands) {
    boolean one = false;
    for (ExpNode operand : operands) {
      if (!(evaluate(operand) instanceof Boolean value)) {
        return Absent.UNKNOWN;
      }
      if (value && one) {
        return false;
      }
      one |= value;
    }
    return one;
  }

  private @Nullable Object cases(List<ExpNode> operands) {
    for (int i = 0; i + 1 < operands.size(); i += 2) {
      if (!(evaluate(operands.get(i)) instanceof Boolean holds)) {
        return Absent.UNKNOWN;
      }
      if (holds) {
        return evaluate(operands.get(i + 1));
      }
    }
    return evaluate(operands.getLast());
  }

  private @Nullable Object ofValues(ExpOpcode opcode, List<ExpNode> operands) {
    List<@Nullable Object> values = new ArrayList<>(operands.size());
    for (ExpNode operand : operands) {
      Object value = evaluate(operand);
      if (value instanceof Absent) {
        return Absent.UNKNOWN;
      }
      values.add(value);
    }
    return switch (opcode) {
      case EQ, NE, GT, GE, LT, LE ->
          compare(opcode, operands.getFirst().type(), values.get(0), values.get(1));
      case GEO -> contains(values.get(0), values.get(1));
      case IN_LIST -> isIn(values.get(0), values.get(1));
      case NOT -> Boolean.FALSE.equals(values.getFirst());
      case MAP_KEYS -> values.getFirst() instanceof Map<?, ?> map ? keys(map) : Absent.UNKNOWN;
      case MAP_VALUES ->
          values.getFirst() instanceof Map<?, ?> map
              ? new ArrayList<>(map.values())
              : Absent.UNKNOWN;
      default -> Arithmetic.apply(opcode, values);
    };
  }

  private static Object compare(
      ExpOpcode opcode, ExpType type, @Nullable Object left, @Nullable Object right) {
    if (left instanceof Double a && right instanceof Double b) {
      return compareFloats(opcode, a, b);
    }
    if (type != ExpType.LIST && type != ExpType.MAP && type != ExpType.SPECIAL) {
      return holds(opcode, ValueOrder.TOTAL.compare(left, right));
    }
    PackedComparison comparison = new PackedComparison();
    int order = comparison.compare(left, right);
    return comparison.metUnorderedMap() ? Absent.UNKNOWN : holds(opcode, order);
  }

  private static boolean holds(ExpOpcode opcode, int order) {
    return switch (opcode) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case GT -> order > 0;
      case GE -> order >= 0;
      case LT -> order < 0;
      case LE -> order <= 0;
      default -> throw new IllegalStateException(opcode + " is no comparison");
    };
  }

  private static boolean compareFloats(ExpOpcode opcode, double left, double right) {
    return switch (opcode) {
      case EQ -> left == right;
      case NE -> left != right;
      case GT -> left > right;
      case GE -> left >= right;
      case LT -> left < right;
      case LE -> left <= right;
      default -> throw new IllegalStateException(opcode + " is no comparison");
    };
  }

  private static Object contains(@Nullable Object left, @Nullable Object right) {
    GeoShape one = left instanceof GeoJson geo ? GeoShape.of(geo) : null;
    GeoShape other = right instanceof GeoJson geo ? GeoShape.of(geo) : null;
    return one == null || other == null ? Absent.UNKNOWN : GeoShape.isOneInOther(one, other);
  }

  private static Object isIn(@Nullable Object value, @Nullable Object list) {
    if (!(list instanceof List<?> elements)) {
      return Absent.UNKNOWN;
    }
    for (Object element : elements) {
      if (new PackedComparison().compare(value, element) == 0) {
        return true;
      }
    }
    return false;
  }

  private static List<@Nullable Object> keys(Map<?, ?> map) {
    List<@Nullable Object> keys = new ArrayList<>(map.size());
    for (Object key : map.keySet()) {
      keys.add(key instanceof BytesKey bytes ? bytes.toBytes() : key);
    }
    return keys;
  }
}
