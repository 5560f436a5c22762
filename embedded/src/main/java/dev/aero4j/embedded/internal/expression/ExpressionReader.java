package dev.aero4j.embedded.internal.expression;

import dev.aero4j.embedded.internal.geo.GeoShape;
import dev.aero4j.embedded.internal.value.Refusal;
import dev.aero4j.model.ExpType;
import dev.aero4j.model.GeoJson;
import dev.aero4j.model.ResultCode;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.expression.ExpNode;
import dev.aero4j.wire.expression.ExpReader;
import java.util.List;

/** Reads expressions that clients send, and refuses what the server would not evaluate. */
public final class ExpressionReader {
  private ExpressionReader() {}

  /**
   * Reads an expression of any type.
   *
   * @throws Refusal when it is malformed, in whatever way
   */
  public static ExpNode read(byte[] bytes) {
    try {
      ExpNode node = ExpReader.read(bytes);
      requireShapes(node);
      return node;
    } catch (ProtocolException e) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
  }

  /**
   * Reads an expression that is a filter.
   *
   * @throws Refusal when it is malformed, or does not give a boolean
   */
  public static ExpNode readFilter(byte[] bytes) {
    ExpNode node = read(bytes);
    if (node.type() != ExpType.BOOL) {
      throw Refusal.of(ResultCode.PARAMETER_ERROR);
    }
    return node;
  }

  /** GeoJSON that is an operand must be a shape; as an argument of a call it need not be. */
  private static void requireShapes(ExpNode node) {
    switch (node) {
      case ExpNode.Literal(GeoJson geo, var type) -> {
        if (GeoShape.of(geo) == null) {
          throw Refusal.of(ResultCode.PARAMETER_ERROR);
        }
      }
      case ExpNode.Regex(var regex, var text) -> requireShapes(text);
      case ExpNode.Apply(var opcode, var operands, var type) -> requireAll(operands);
      case ExpNode.Let(var names, var values, var slot, var body) -> {
        requireAll(values);
        requireShapes(body);
      }
      case ExpNode.Call call -> {
        for (ExpNode argument : call.arguments()) {
          if (!(argument instanceof ExpNode.Literal)) {
            requireShapes(argument);
          }
        }
        requireShapes(call.subject());
      }
      case ExpNode.Select select -> requireShapes(select.subject());
      case ExpNode.Impossible impossible -> requireShapes(impossible.subject());
      default -> {
        // The others hold no expressions.
      }
    }
  }

  private static void requireAll(List<ExpNode> nodes) {
    nodes.forEach(ExpressionReader::requireShapes);
  }
}
