package dev.aero4j.conformance.differential;

import dev.aero4j.model.RawValue;
import dev.aero4j.wire.ProtocolException;
import dev.aero4j.wire.WireReader;
import dev.aero4j.wire.call.CallFamily;
import dev.aero4j.wire.call.CallOpcode;
import dev.aero4j.wire.call.ContextCode;
import dev.aero4j.wire.message.OperationType;
import dev.aero4j.wire.value.Particles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes steps as Java: in words where there are some that make the very same bytes. */
final class StepPrinter {
  private StepPrinter() {}

  /** A step, and the Java that is to make it. */
  private record Written(Step step, String java) {}

  static String print(Step step) {
    Written written = written(step);
    return written != null
            && written.step().operation() == step.operation()
            && written.step().particle() == step.particle()
            && Arrays.equals(written.step().value(), step.value())
        ? written.java()
        : "Cases.raw("
            + JavaPrinter.operation(step.operation())
            + ", "
            + step.particle()
            + ", "
            + JavaPrinter.text(step.bin())
            + ", \""
            + JavaPrinter.hex(step.value())
            + "\")";
  }

  /** Returns what a write of a bin puts there, as a value that is written just so. */
  static @Nullable Object held(Step write) {
    RawValue raw = new RawValue(write.particle(), write.value());
    try {
      int length = write.value().length;
      Object value = Particles.read(write.particle(), new WireReader(write.value()), length);
      return Arrays.equals(Step.put(write.bin(), value).value(), write.value()) ? value : raw;
    } catch (ProtocolException | IllegalArgumentException e) {
      return raw;
    }
  }

  private static @Nullable Written written(Step step) {
    if (step.operation() == OperationType.WRITE) {
      Object value = held(step);
      String java = JavaPrinter.text(step.bin()) + ", " + JavaPrinter.value(value);
      return new Written(Step.put(step.bin(), value), "Cases.put(" + java + ")");
    }
    CallFamily family = familyOf(step.operation());
    Tree tree = Tree.of(step.value());
    if (tree == null) {
      return null;
    }
    List<Tree> parts = tree.elements();
    if (family == null) {
      return isExpression(step.operation()) && parts.size() == 2 ? evaluation(step, parts) : null;
    }
    if (parts.isEmpty()) {
      return null;
    }
    long first = parts.getFirst().number();
    if (first == ContextCode.CALL_AT && parts.size() == 3) {
      return call(family, step.bin(), parts.get(1).elements(), parts.get(2).elements());
    } else if (first == ContextCode.SELECT && parts.size() >= 3) {
      return selection(step, parts);
    }
    return call(family, step.bin(), List.of(), parts);
  }

  static boolean isExpression(int operation) {
    return operation == OperationType.EXPRESSION_READ
        || operation == OperationType.EXPRESSION_MODIFY;
  }

  /** Returns what operations of a kind are made on, or null when they are no calls. */
  static @Nullable CallFamily familyOf(int operation) {
    return switch (operation) {
      case OperationType.CDT_READ, OperationType.CDT_MODIFY -> CallFamily.COLLECTION;
      case OperationType.BIT_READ, OperationType.BIT_MODIFY -> CallFamily.BITS;
      case OperationType.HLL_READ, OperationType.HLL_MODIFY -> CallFamily.HLL;
      default -> null;
    };
  }

  private static Written evaluation(Step step, List<Tree> parts) {
    byte[] expression = parts.get(0).toBytes();
    long flags = parts.get(1).number();
    boolean reads = step.operation() == OperationType.EXPRESSION_READ;
    Packed packed = new Packed(expression);
    return new Written(
        reads ? Cases.read(step.bin(), packed, flags) : Cases.write(step.bin(), packed, flags),
        (reads ? "Cases.read(" : "Cases.write(")
            + JavaPrinter.text(step.bin())
            + ", "
            + JavaPrinter.expression(expression)
            + ", "
            + flags
            + ")");
  }

  private static @Nullable Written call(
      CallFamily family, String bin, List<Tree> path, List<Tree> parts) {
    CallOpcode opcode = parts.isEmpty() ? null : family.opcode(parts.getFirst().number());
    if (opcode == null) {
      return null;
    }
    List<@Nullable Object> steps = values(path);
    List<@Nullable Object> arguments = values(parts.subList(1, parts.size()));
    String java =
        "Cases.call("
            + opcode.getClass().getSimpleName()
            + "."
            + opcode
            + ", "
            + JavaPrinter.text(bin)
            + (path.isEmpty() ? "" : ", " + path(path))
            + ", "
            + JavaPrinter.value(arguments)
            + ")";
    return new Written(Cases.call(opcode, bin, steps, arguments), java);
  }

  private static Written selection(Step step, List<Tree> parts) {
    List<Tree> path = parts.get(1).elements();
    List<@Nullable Object> steps = values(path);
    long flags = parts.get(2).number();
    String head = "(" + JavaPrinter.text(step.bin()) + ", " + path(path) + ", " + flags;
    if (parts.size() == 3) {
      return new Written(Cases.select(step.bin(), steps, flags), "Cases.select" + head + ")");
    }
    byte[] modification = parts.get(3).toBytes();
    return new Written(
        Cases.modify(step.bin(), steps, flags, new Packed(modification)),
        "Cases.modify" + head + ", " + JavaPrinter.expression(modification) + ")");
  }

  private static List<@Nullable Object> values(List<Tree> parts) {
    List<@Nullable Object> values = new ArrayList<>();
    parts.forEach(part -> values.add(Packed.unpack(part.toBytes())));
    return values;
  }

  private static String path(List<Tree> path) {
    StringJoiner elements = new StringJoiner(", ", "Cases.path(", ")");
    for (int i = 0; i < path.size(); i++) {
      byte[] part = path.get(i).toBytes();
      boolean condition =
          i % 2 == 1
              && (path.get(i - 1).number() & ContextCode.BASE_MASK) == ContextCode.EXPRESSION
              && !path.get(i).elements().isEmpty();
      elements.add(
          condition ? JavaPrinter.expression(part) : JavaPrinter.value(Packed.unpack(part)));
    }
    return elements.toString();
  }
}
