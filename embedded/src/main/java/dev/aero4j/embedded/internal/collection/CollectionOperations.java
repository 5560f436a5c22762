package dev.aero4j.embedded.internal.collection;

import dev.aero4j.embedded.internal.value.CallOutcome;
import dev.aero4j.embedded.internal.value.ElementEvaluator;
import dev.aero4j.embedded.internal.value.Particle;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.call.SelectFlags;
import dev.aero4j.wire.expression.ExpNode;
import dev.aero4j.wire.message.BinOperation;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.ParticleType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations on the list or map that a bin holds. */
public final class CollectionOperations {
  private CollectionOperations() {}

  /**
   * Applies an operation of type CDT_READ or CDT_MODIFY.
   *
   * @param bin what the bin holds, or null
   * @throws Refusal when it cannot be applied
   */
  public static CallOutcome apply(
      BinOperation operation, @Nullable Particle bin, ElementEvaluator evaluator) {
    boolean modifies = operation.operation() == OperationType.CDT_MODIFY;
    if (bin == null && !modifies) {
      return new CallOutcome(null, null);
    }
    try {
      Effect effect = apply(Request.read(operation.reader()), bin, modifies, evaluator);
      Cell changed = effect.changed();
      return new CallOutcome(changed == null ? bin : particle(changed), particle(effect.result()));
    } catch (ProtocolException e) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
  }

  private static Effect apply(
      Request request, @Nullable Particle bin, boolean modifies, ElementEvaluator evaluator) {
    Node node = bin != null && isCollection(bin) ? Node.of(Cell.of(bin.bytes())) : null;
    boolean foreign = bin != null && node == null;
    if (request.opcode() == ContextCode.SELECT) {
      if (node == null) {
        throw Refusal.of(ResultCode.BIN_TYPE_MISMATCH);
      }
      return select(request, node, modifies, evaluator);
    }
    Engine engine = new Engine(node, modifies);
    if (request.opcode() == ContextCode.CALL_AT) {
      if (foreign || request.arguments().size() != 2) {
        throw Reply.badParameter();
      }
      List<Cell> path = Walk.read(request.arguments().get(0));
      return engine.callAt(path, () -> Request.of(request.arguments().get(1)));
    }
    if (foreign) {
      throw Refusal.of(ResultCode.BIN_TYPE_MISMATCH);
    }
    return engine.call(request);
  }

  private static Effect select(
      Request request, Node node, boolean modifies, ElementEvaluator evaluator) {
    List<Cell> arguments = request.arguments();
    if (arguments.isEmpty()) {
      throw Reply.badParameter();
    }
    List<Level> levels = Level.read(Walk.read(arguments.get(0)));
    Long flags = arguments.size() < 2 ? null : arguments.get(1).toLong();
    if (flags == null) {
      throw Reply.badParameter();
    }
    long kind = flags & SelectFlags.KIND_MASK;
    boolean applies = kind == SelectFlags.APPLY;
    if (kind > SelectFlags.APPLY
        || arguments.size() != (applies ? 3 : 2)
        || (applies && !modifies)) {
      throw Reply.badParameter();
    }
    ExpNode modification = applies ? Level.compile(arguments.get(2)) : null;
    return PathSelection.run(node, levels, flags, modification, evaluator);
  }

  private static boolean isCollection(Particle bin) {
    return bin.type() == ParticleType.LIST || bin.type() == ParticleType.MAP;
  }

  private static @Nullable Particle particle(@Nullable Cell cell) {
    if (cell == null) {
      return null;
    }
    return switch (cell.type()) {
      case LIST -> new Particle(ParticleType.LIST, cell.bytes());
      case MAP -> new Particle(ParticleType.MAP, cell.bytes());
      default -> Particle.of(cell.toObject());
    };
  }
}
